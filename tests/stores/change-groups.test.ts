// Groups of the service's figures: registers, groups.csv, answers, crossings, and the same post: each held to an
// analysis folder in which the group is an ordinary column.
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCube } from "../../src/change/cube/cube-builder.ts";
import { analyse } from "../../src/change/folder/analyse.ts";
import { readFolderFiles } from "../../src/change/folder/analysis-folder.ts";
import type { Results } from "../../src/change/folder/results.ts";
import { readTextTable } from "../../src/study/text-table.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { wrongFigures } from "../support/expected-figures.ts";
import { type ImportTerminal, importTerminal } from "../support/import-road.ts";

const folder = join(import.meta.dirname, "../fixtures/change/practice-1");
type Cells = Record<string, string>;

let database: TestDatabase;
let terminal: ImportTerminal;
let cases: Cells[];
let answers: Cells[];
let analysis: Record<string, unknown>;

const rowsOf = (text: string): Cells[] => {
  const table = readTextTable(text);
  return table.kind === "table" ? table.rows.map(({ cells }) => ({ ...cells })) : [];
};
const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (rows: readonly Cells[]) =>
  `${[Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(",")).join("\n")}\n`;

/** The figures of the folder with one more column, for its levels alone. */
function withColumn(variable: string, levels: readonly string[], of: (row: Cells) => string): Results {
  const plan = { ...analysis, groups: [{ var: "x", levels }], panel_groups: [] };
  const read = readFolderFiles({
    plan: bytes(JSON.stringify(plan)),
    cases: bytes(csv(cases.map((row) => ({ ...row, x: of(row) })))),
    answers: bytes(csv(answers)),
  });
  if (read.kind === "invalid") throw new Error(read.problems.join("\n"));
  const results = Object.entries(analyse(read.plan, buildCube(read.plan, read.rows)));
  return Object.fromEntries(
    results
      .filter(([key]) => key.includes("/x=") && !key.startsWith("bh"))
      .map(([key, value]) => [key.replace("/x=", `/${variable}`), value]),
  );
}

const changes = async (...words: readonly string[]): Promise<Results> => {
  const said = await terminal.run(
    "change",
    ...words,
    "--from",
    "1",
    "--to",
    "2",
    "--unprotected",
    "--format",
    "json",
  );
  if (said.exit !== 0) throw new Error(said.err);
  return (JSON.parse(said.out) as { results: Results }).results;
};

beforeAll(async () => {
  [cases, answers] = (await Promise.all(
    ["cases.csv", "answers.csv"].map(async (name) => rowsOf(await readFile(join(folder, name), "utf8"))),
  )) as [Cells[], Cells[]];
  analysis = JSON.parse(await readFile(join(folder, "analysis.json"), "utf8"));
  database = await freshDatabase();
  terminal = await importTerminal(database.db);
  await terminal.takeIn(folder, "practice");
});
afterAll(async () => {
  await terminal.close();
  await database.close();
});

test("E1 two groups crossed are the group of those in both", async () => {
  const levels = ["politician", "official", "local_group"].flatMap((role) =>
    ["2482", "2085", "0428"].map((code) => `${role}&municipality=${code}`),
  );
  const expected = withColumn(
    "role=",
    levels,
    ({ role, municipality }) => `${role}&municipality=${municipality}`,
  );
  expect(Object.keys(expected).length).toBeGreaterThan(1000);
  expect(wrongFigures(expected, await changes("practice", "--by", "role*municipality"))).toEqual([]);
});

test("E1 the answers to another question are a group, as of each wave, and change no family", async () => {
  const answerOf = new Map(
    answers.flatMap(({ member_id, wave, variable, value }) =>
      variable === "takes_part" ? [[`${member_id} ${wave}`, value!]] : [],
    ),
  );
  const given = ({ member_id, wave, disposition }: Cells) =>
    /^1\.[12]/.test(disposition!) ? (answerOf.get(`${member_id} ${wave}`) ?? "") : "";
  const results = await changes("practice", "--by", "answer:takes_part");
  const expected = withColumn("answer:takes_part=", ["ja", "nej", "vet_ej"], given);
  const ofRespondents = Object.entries(expected).filter(([key]) => !key.startsWith("response/"));
  expect(ofRespondents.length).toBeGreaterThan(500);
  expect(wrongFigures(Object.fromEntries(ofRespondents), results)).toEqual([]);
  const all = await changes("practice");
  expect(results["bh_family/////m"]).toBe(all["bh_family/////m"]);
});

test("a group that there is not is refused, with those that there are", async () => {
  const said = await terminal.run(
    "change",
    "practice",
    "--from",
    "1",
    "--to",
    "2",
    "--by",
    "size*wrong",
    "--unprotected",
  );
  expect([said.exit, said.err]).toEqual([
    1,
    expect.stringContaining("no groups called size*wrong; it has role"),
  ]);
});

test("E1 the same post instead of the same person is the seat followed from wave to wave", async () => {
  const seatOf = (row: Cells) =>
    `S${(Number(row.member_id!.replace(/\D/g, "")) + (row.wave === "2" ? 1 : 0)) % 200}`;
  const withSeats = cases.map((row): Cells => ({ ...row, seat: seatOf(row) }));
  const from = join(terminal.folder, "posts-data");
  await mkdir(from);
  await cp(folder, from, { recursive: true });
  await writeFile(join(from, "cases.csv"), csv(withSeats));
  await terminal.takeIn(from, "posts");
  const seatOfMember = new Map(withSeats.map((row) => [`${row.member_id} ${row.wave}`, row.seat]));
  const bySeat = (rows: readonly Cells[]) =>
    rows.map((row) => ({ ...row, member_id: seatOfMember.get(`${row.member_id} ${row.wave}`)! }));
  const read = readFolderFiles({
    plan: bytes(JSON.stringify(analysis)),
    cases: bytes(csv(bySeat(cases))),
    answers: bytes(csv(bySeat(answers))),
  });
  if (read.kind === "invalid") throw new Error(read.problems.join("\n"));
  const expected = analyse(read.plan, buildCube(read.plan, read.rows));
  const results = await changes("posts", "--same-post");
  expect(wrongFigures(expected, results)).toEqual([]);
  const persons = await changes("posts");
  const covariance = "change_share/takes_part/top/all/1-2/cov";
  expect(results[covariance]).not.toBe(persons[covariance]);
});

test("county, size and the study's own groups come from the registers and groups.csv", async () => {
  const plain = join(terminal.folder, "plain-data");
  await mkdir(plain);
  await cp(folder, plain, { recursive: true });
  const withoutSize = cases.map(({ size: _, ...row }) => row);
  await writeFile(join(plain, "cases.csv"), csv(withoutSize));
  const { waves: _, design: __, ...rest } = analysis;
  const groups = [{ var: "county" }, { var: "size" }, { var: "network", levels: ["yes", "no"] }];
  await writeFile(
    join(plain, "analysis.json"),
    JSON.stringify({ ...rest, waves: [1, 2], groups: [], panel_groups: [] }),
  );
  expect(await terminal.run("study", "draft", plain, "plain")).toMatchObject({ exit: 0 });
  const study = join(terminal.folder, "plain");
  await writeFile(join(study, "analysis.json"), JSON.stringify({ ...rest, groups, panel_groups: [] }));
  await writeFile(
    join(study, "groups.csv"),
    "municipality,valid_from,group,level,source\n2482,2020-01-01,network,no,made up\n2482,2021-01-01,network,yes,made up\n0428,2020-01-01,network,no,made up\n",
  );
  expect(await terminal.run("study", "load", "plain")).toMatchObject({ exit: 0 });
  for (const wave of ["1", "2"]) {
    const files = ["cases", "answers"].flatMap((name) => [
      `--${name}`,
      `plain/collected/wave-${wave}/${name}.csv`,
    ]);
    const day = `202${wave}-05-01`;
    const taken = await terminal.run(
      "wave",
      "import",
      "plain",
      wave,
      ...files,
      "--opens",
      day,
      "--closes",
      day,
    );
    expect(taken).toMatchObject({ exit: 0 });
  }
  const results = await changes("plain");
  const n = (group: string, wave: number) => results[`item/takes_part//${group}/${wave}/n_resp`];
  for (const wave of [1, 2]) {
    expect(n("network=yes", wave)).toBe(n("municipality=2482", wave));
    expect(n("county=24", wave)).toBe(n("municipality=2482", wave));
    expect(n("county=20", wave)).toBe(n("municipality=2085", wave));
  }
});
