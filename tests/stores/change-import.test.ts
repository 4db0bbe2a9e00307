// tidvis wave import: the whole wave or nothing, what it leaves in the database, and how it stands beside other waves.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type ImportTerminal, importTerminal, type Said } from "../support/import-road.ts";

const study = "posts";
const heading = "member_id,wave,role,municipality,disposition,seat,region";
/** Two posts; the first changes hands between the waves, and one person is asked once only. */
const caseRows = {
  1: ["P1,1,mayor,0482,1.1,S1,north", "P2,1,official,0482,1.2,S2,north", "P3,1,official,0480,2.2,,south"],
  2: ["P4,2,mayor,0482,1.1,S1,north", "P2,2,official,0482,1.1,S2,north"],
};
const answerRows = {
  1: ["P1,1,good,yes", "P2,1,good,no", "P2,1,services,post", "P2,1,services,shop", "P1,1,services,__na__"],
  2: ["P4,2,good,yes", "P2,2,good,no", "P4,2,services,__none__", "P2,2,words,Fina ord"],
};
const analysis = {
  id: study,
  waves: [1, 2],
  groups: [{ var: "role", levels: ["mayor", "official"] }],
  items: [
    {
      id: "good",
      type: "yesno",
      values: ["yes", "no"],
      scores: { yes: 1, no: 0 },
      top: ["yes"],
      measures: ["top"],
      main: ["top"],
    },
    { id: "services", type: "multi", options: ["post", "shop"], measures: ["opt=post"], main: ["opt=post"] },
    { id: "words", type: "open", measures: [], main: [] },
  ],
};

let database: TestDatabase;
let terminal: ImportTerminal;
const csv = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const write = async (name: string, text: string) => writeFile(join(terminal.folder, name), text);
const take = (wave: number, ...more: readonly string[]): Promise<Said> =>
  terminal.run(
    "wave",
    "import",
    study,
    String(wave),
    "--cases",
    `c${wave}.csv`,
    "--answers",
    `a${wave}.csv`,
    ...more,
  );
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    database.db,
  );
  return rows[0]!.n;
};
const everything = async () => {
  const tables = ["wave", "panel_member", "seat", "tenure", "survey_case", "case_event", "response", "cube"];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])));
};

beforeAll(async () => {
  database = await freshDatabase();
  terminal = await importTerminal(database.db);
  const folder = join(terminal.folder, "elsewhere");
  await mkdir(folder);
  await writeFile(join(folder, "analysis.json"), JSON.stringify(analysis));
  await writeFile(join(folder, "cases.csv"), csv(heading, ...caseRows[1], ...caseRows[2]));
  await writeFile(
    join(folder, "answers.csv"),
    csv("member_id,wave,variable,value", ...answerRows[1], ...answerRows[2]),
  );
  for (const wave of [1, 2] as const) {
    await write(`c${wave}.csv`, csv(heading, ...caseRows[wave]));
    await write(`a${wave}.csv`, csv("member_id,wave,variable,value", ...answerRows[wave]));
  }
  expect(await terminal.run("study", "draft", "elsewhere", study)).toMatchObject({ exit: 0, err: "" });
  expect(await terminal.run("study", "load", study)).toMatchObject({ exit: 0, err: "" });
});
afterAll(async () => {
  await terminal.close();
  await database.close();
});

describe("before anything is taken in", () => {
  test("a draft writes over nothing, and splits the files by wave", async () => {
    const again = await terminal.run("study", "draft", "elsewhere", study);
    expect([again.exit, again.err]).toEqual([1, expect.stringContaining("nothing is written over")]);
    const split = await readFile(join(terminal.folder, study, "collected/wave-2/cases.csv"), "utf8");
    expect(split).toBe(csv(heading, ...caseRows[2]));
  });

  test("L5 one bad row keeps the whole wave out, and every problem is said", async () => {
    const before = await everything();
    await write(
      "bad.csv",
      csv("member_id,wave,variable,value", ...answerRows[1], "P2,1,services,maybe", "P1,2,good,yes"),
    );
    const said = await terminal.run(
      "wave",
      "import",
      study,
      "1",
      "--cases",
      "c1.csv",
      "--answers",
      "bad.csv",
    );
    expect(said.exit).toBe(1);
    expect(said.err.split("\n")).toEqual([
      expect.stringContaining("answers.csv, line 7, column value, “maybe”"),
      expect.stringContaining("answers.csv, line 8, column wave, “2”"),
      expect.stringContaining("nothing was taken in: 2 problems"),
    ]);
    expect(await everything()).toEqual(before);
  });

  test("L5 a dry run says what is in the files and changes nothing", async () => {
    const before = await everything();
    const said = await take(1, "--dry-run", "--opens", "2019-03-01", "--closes", "2019-03-20");
    expect(said).toMatchObject({ exit: 0 });
    expect(said.out).toContain("wave 1 can be taken in: 3 people, 2 of them answered, 4 answers");
    expect(await everything()).toEqual(before);
  });

  test("waves are taken in in order, and dates that cannot be are refused", async () => {
    expect((await take(2)).err).toContain("the next wave of posts is 1");
    expect((await take(1, "--opens", "2019-03-20", "--closes", "2019-03-01")).err).toContain(
      "the last day comes",
    );
    expect((await take(1, "--questionnaire", "7")).err).toContain("no such version of the questionnaire");
  });
});

describe("a wave that was taken in", () => {
  beforeAll(async () => {
    expect(await take(1, "--opens", "2019-03-01", "--closes", "2019-03-20")).toMatchObject({ exit: 0 });
    expect(await take(2, "--opens", "2021-03-01", "--closes", "2021-03-20")).toMatchObject({ exit: 0 });
  });

  test("is closed, its cases carry the event imported with their outcome, and nothing was sent", async () => {
    const { rows } = await sql<{ member_id: string; kind: string; code: string }>`
      select c.member_id, e.kind, e.detail ->> 'disposition' as code from survey_case c
      join case_event e using (study_id, case_id) where c.wave_number = 1 order by 1`.execute(database.db);
    expect(rows.map(({ member_id, kind, code }) => [member_id, kind, code])).toEqual([
      ["P1", "imported", "1.1"],
      ["P2", "imported", "1.2"],
      ["P3", "imported", "2.2"],
    ]);
    expect(await count("message")).toBe(0);
    const status = await terminal.run("wave", "status", study, "1", "--format", "json");
    expect(JSON.parse(status.out)).toMatchObject({
      study,
      counts: { overall: { cases: 3, answered: 2, imported: 1 } },
    });
    expect((await terminal.run("wave", "close", study, "1")).out).toContain("closed already");
    const reopened = await terminal.run("wave", "reopen", study, "1", "--closes", "2027-01-01");
    expect([reopened.exit, reopened.err]).toEqual([1, expect.stringContaining("wave 1 is not closed")]);
  });

  test("keeps its answers as the questionnaire has them, and what was filtered away beside them", async () => {
    const rows = await database.db
      .selectFrom("response")
      .innerJoin("survey_case as c", "c.case_id", "response.case_id")
      .select(["c.member_id", "response.answers", "response.coded"])
      .where("c.wave_number", "=", 1)
      .orderBy("c.member_id")
      .execute();
    expect(rows).toEqual([
      { member_id: "P1", answers: { good: "yes" }, coded: { good: ["yes"], services: ["__na__"] } },
      {
        member_id: "P2",
        answers: { good: "no", services: ["post", "shop"] },
        coded: { good: ["no"], services: ["post", "shop"] },
      },
    ]);
  });

  test("filtered away is not asked, none of these is an answer, and no text reaches the counts", async () => {
    const results = await terminal.changes(study);
    const of = (wave: number) =>
      ["n_resp", "n_asked", "n_item"].map((field) => results[`item/services//all/${wave}/${field}`]);
    expect([of(1), of(2)]).toEqual([
      [2, 1, 1],
      [2, 2, 1],
    ]);
    expect(results["item/words//all/2/n_item"]).toBe(1);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from cube where content::text like '%Fina%'`.execute(database.db);
    expect(rows[0]!.n).toBe(0);
  });

  test("people are known by their ids alone; a post that changed hands is one seat", async () => {
    expect(await count("member_contact")).toBe(0);
    const { rows } = await sql<{ seat_id: string; members: string[] }>`
      select seat_id, jsonb_agg(member_id order by wave_number) as members from survey_case
      where role = 'mayor' group by seat_id`.execute(database.db);
    expect(rows).toEqual([{ seat_id: "S1", members: ["P1", "P4"] }]);
  });

  test("cannot be taken in twice by mistake, but anew while no figure of it has been shown", async () => {
    const before = await everything();
    expect((await take(2)).err).toContain("has been taken in already");
    expect(await take(2, "--replace")).toMatchObject({ exit: 0 });
    expect(await everything()).toEqual(before);
    await terminal.run("change", study, "--from", "1", "--to", "2");
    expect((await take(2, "--replace")).err).toMatch(/figures of it have been shown|taken in/);
  });
});

test("E1 where the weighting cannot be carried out the operator is told the category, at closing and after", async () => {
  const folder = join(terminal.folder, "uneven-data");
  await mkdir(folder);
  const weighting = { type: "poststratify", var: "region", shares: { north: 1 } };
  await writeFile(join(folder, "analysis.json"), JSON.stringify({ ...analysis, design: { weighting } }));
  const rows = [...caseRows[1].map((row) => row.replace("2.2", "1.1")), ...caseRows[2]];
  await writeFile(join(folder, "cases.csv"), csv(heading, ...rows));
  await writeFile(join(folder, "answers.csv"), csv("member_id,wave,variable,value", ...answerRows[1]));
  expect(await terminal.run("study", "draft", folder, "uneven")).toMatchObject({ exit: 0 });
  expect(await terminal.run("study", "load", "uneven")).toMatchObject({ exit: 0 });
  for (const wave of ["1", "2"]) {
    const files = ["cases", "answers"].flatMap((name) => [
      `--${name}`,
      `uneven/collected/wave-${wave}/${name}.csv`,
    ]);
    const taken = await terminal.run("wave", "import", "uneven", wave, ...files);
    const told = taken.err.includes("weighting of wave 1 cannot be carried out");
    expect([taken.exit, told]).toEqual([0, true]);
  }
  const said = await terminal.run("change", "uneven", "--from", "1", "--to", "2", "--unprotected");
  expect([said.exit, said.err]).toEqual([1, expect.stringContaining('respondents in region "south"')]);

  const mended = { ...weighting, shares: { north: 0.6, south: 0.4 } };
  await writeFile(
    join(terminal.folder, "uneven", "analysis.json"),
    JSON.stringify({ ...analysis, design: { weighting: mended } }),
  );
  expect(await terminal.run("study", "load", "uneven")).toMatchObject({ exit: 0 });
  for (const wave of ["1", "2"]) expect((await terminal.run("wave", "recount", "uneven", wave)).exit).toBe(0);
  expect((await terminal.changes("uneven"))["share/good/top/all/1/est"]).toBeTypeOf("number");
});

test("a study whose analysis.json or comparability.json cannot be used is not loaded", async () => {
  const folder = join(terminal.folder, study);
  const good = await readFile(join(folder, "analysis.json"), "utf8");
  await writeFile(
    join(folder, "analysis.json"),
    JSON.stringify({ ...analysis, items: [{ id: "good", type: "sorted" }] }),
  );
  const verdict = { item: "good", versions: [1], status: "collapsed" };
  await writeFile(join(folder, "comparability.json"), JSON.stringify({ verdicts: [verdict] }));
  const said = await terminal.run("study", "load", study);
  expect(said.exit).toBe(1);
  expect(said.err).toContain("error: analysis.json: items[0].type");
  expect(said.err).toContain("error: comparability.json: verdicts[0].versions must be two versions");
  await writeFile(join(folder, "analysis.json"), good);
  await writeFile(join(folder, "comparability.json"), JSON.stringify({ verdicts: [] }));
  expect(await terminal.run("study", "load", study)).toMatchObject({ exit: 0 });
});
