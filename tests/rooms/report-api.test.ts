// The read-only API as a program meets it: who gets in, what it gives, and the file that anyone may have.
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppDeps } from "../../src/app/deps.ts";
import { runCommand } from "../../src/cli/run-command.ts";
import { changesSchema, isOfSchema, problemSchema, studiesSchema } from "../../src/report/api-schemas.ts";
import { fileColumns } from "../../src/report/figures-file.ts";
import { protectClosedWave } from "../../src/report/protect-closed-wave.ts";
import { protectedChanges } from "../../src/report/protected-changes.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { hasShownFigures } from "../../src/wave/wave-store.ts";
import type { LogEntry } from "../../src/web/request-log.ts";
import { anEvaluator, type SignedInReader } from "../support/an-evaluator.ts";
import { coreCaseWaves, countWaves, expectedFigures } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

type Row = Readonly<Record<string, string>>;

const now = new Date("2027-11-02T09:00:00Z");
const logged: LogEntry[] = [];
let database: TestDatabase;
let study: StudyDefinition;
let reader: SignedInReader;
let files: string;
let changes: string;

const rowsIn = (text: string): Row[] => parse(text, { columns: true });
const fetched = async (name: string) => (await reader.open(`${files}/${name}`)).text();

beforeAll(async () => {
  database = await freshDatabase();
  study = await coreCaseWaves(database.db);
  await countWaves(database.db, study.studyId, { now });
  reader = await anEvaluator(database.db, study, { now });
  files = `/api/studies/${study.studyId}/public-use`;
  changes = `/api/studies/${study.studyId}/changes/1-2`;
}, 120_000);
afterAll(() => database.close());

const ledger = () =>
  database.db.selectFrom("published_table").select(["table_id", "content", "first_shown_at"]).execute();

test("E4 a closed wave is protected before any figure is shown, and stays as it was decided", async () => {
  const deps = { db: database.db, now: () => now, log: (entry: LogEntry) => void logged.push(entry) };
  for (const waveNumber of [1, 2]) await protectClosedWave(deps, { studyId: study.studyId, waveNumber });
  const decided = (await ledger()).filter(({ table_id }) => table_id.startsWith("protection/"));
  expect(decided.map(({ table_id }) => table_id).sort()).toEqual(["protection/1/0000", "protection/2/0000"]);
  expect(await hasShownFigures(database.db, study.studyId, 1)).toBe(false);
  await reader.open(`/evaluate/${study.studyId}/change/1-2`);
  const after = (await ledger()).filter(({ table_id }) => table_id.startsWith("protection/"));
  expect(after).toEqual(decided);
  expect(logged).toEqual([]);
});

test("what cannot be protected at closing is told to the log by its name, and stops nothing", async () => {
  const broken = {
    selectFrom: () => {
      throw new RangeError("no database");
    },
  };
  const deps = { db: broken, now: () => now, log: (entry: LogEntry) => void logged.push(entry) };
  await protectClosedWave(deps as never, { studyId: study.studyId, waveNumber: 1 });
  expect(logged.splice(0)).toMatchObject([
    { event: "protect-wave-failed", level: "error", detail: { error: "RangeError" } },
  ]);
});

test("E4 the public-use file has every figure once, as the pages have it, and hides what they hide", async () => {
  const text = await fetched("figures.csv");
  const rows = rowsIn(text);
  expect(Object.keys(rows[0]!)).toEqual([...fileColumns]);
  const name = ({ figure, wave, compared_with, question, measure, groups, group }: Row) =>
    [figure, wave, compared_with, question, measure, groups, group].join("/");
  expect(new Set(rows.map(name)).size).toBe(rows.length);
  const found = new Map(rows.map((row) => [name(row), row]));
  expect(found.get("change/2/1/collaboration/top/all/all")).toMatchObject({
    unit: "percentage-points",
    value: "21",
    verdict: "changed",
  });
  const response = found.get("response/1///rr2/all/all")!;
  expect(Number(response.n) / Number(response.invited)).toBeCloseTo(Number(response.value) / 100, 1);
  const hidden = rows.filter(({ value }) => value === "hidden");
  expect(hidden.length).toBeGreaterThan(10);
  for (const row of hidden)
    expect([row.n, row.ci_lo, row.ci_hi].every((cell) => !/\d/.test(cell!))).toBe(true);
  const exact = rows.flatMap((row) => Object.values(row)).filter((cell) => /\.\d{4,}/.test(cell));
  expect(exact).toEqual([]);
  expect(await fetched("figures.csv"), "the same again to the last byte").toBe(text);
});

test("every code in it is explained in every language", async () => {
  const rows = rowsIn(await fetched("figures.csv"));
  const codebook = rowsIn(await fetched("codebook.csv"));
  const known = new Set(codebook.map(({ column, within, value }) => `${column}/${within}/${value}`));
  const used = rows.flatMap((row) => [
    `measure/${row.question}/${row.measure}`,
    `groups//${row.groups}`,
    `group/${row.groups === "all" ? "" : row.groups}/${row.group}`,
    ...(row.question === "" ? [] : [`question//${row.question}`]),
    ...["figure", "unit", "verdict", "doubt", "coverage", "flag"].flatMap((column) =>
      row[column] === "" || row[column] === "hidden" ? [] : [`${column}//${row[column]}`],
    ),
  ]);
  expect([...new Set(used)].filter((code) => !known.has(code))).toEqual([]);
  for (const { en, sv, nb, nn } of codebook)
    expect([en, sv, nb, nn].every((words) => words !== "")).toBe(true);
  expect(codebook.find(({ value }) => value === "hidden")!.nb).toContain("færre enn 5");
});

test("what stands beside it says why it has no persons, in every language, and what it was made from", async () => {
  const readme = await fetched("README.txt");
  for (const said of ["one row per person", "en rad per person", "én rad per person", "éi rad per person"])
    expect(readme).toContain(said);
  expect(readme).toMatch(/^1 \+ 2 {2}2027-11-02 {2}1\.2\.3 {2}[0-9a-f]{64}$/m);
});

test("only the evaluator fetches it, and only what there is", async () => {
  const lead = await anEvaluator(database.db, study, { role: "lead", now });
  expect((await lead.open(`${files}/figures.csv`)).status).toBe(404);
  expect((await reader.app.request(`${files}/figures.csv`)).status).toBe(401);
  expect((await reader.open(`${files}/people.csv`)).status).toBe(400);
});

test("the command writes the same files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tidvis-public-use-"));
  const said: string[] = [];
  const io = { out: (line: string) => void said.push(line), err: () => {}, workingFolder: folder };
  const open = async () => ({ db: database.db, now: () => now }) as AppDeps;
  expect(await runCommand(["public-use", study.studyId, "--out", "open"], io, open)).toBe(0);
  for (const name of ["figures.csv", "codebook.csv", "README.txt"])
    expect(await readFile(join(folder, "open", name), "utf8")).toBe(await fetched(name));
  expect(said.join()).toMatch(/\d{3,} figures written/);
});

test("crossings that cannot be shown are named beforehand instead of offered, and the limit says what it marks", async () => {
  const words = async (path: string) =>
    (await (await reader.open(`/evaluate/${study.studyId}/${path}`)).text())
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
  expect(await words("change/1-2/collaboration")).toMatch(
    /Cannot be crossed: By role and by municipality\. More than half of the groups/,
  );
  expect(await words("change/1-2?mention=25")).toContain(
    "The one certain change in a share is smaller than the limit for what is worth mentioning, 25 percentage points",
  );
  expect(await words("change/1-2")).toContain("Every certain change in a share reaches it.");
});

describe("who gets in", () => {
  test("nobody who is not signed in, but everybody may read what the API is", async () => {
    for (const path of ["/api/studies", changes]) expect((await reader.app.request(path)).status).toBe(401);
    const document = await (await reader.app.request("/api/openapi.json")).json();
    expect(document).toMatchObject({ openapi: "3.1.0" });
    expect(Object.keys(document.paths)).toEqual([
      "/api/studies",
      "/api/studies/{study}/changes/{waves}",
      "/api/studies/{study}/public-use/{file}",
    ]);
  });

  test("not the lead of the study", async () => {
    const lead = await anEvaluator(database.db, study, { role: "lead", now });
    expect((await lead.open(changes)).status).toBe(404);
    expect(await (await lead.open("/api/studies")).json()).toEqual({ studies: [] });
  });
});

describe("figures", () => {
  test("E4 are those of tidvis change, protected, and no cache keeps them", async () => {
    const answer = await reader.open(`${changes}?by=role,municipality`);
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    const given = await answer.json();
    expect(isOfSchema(changesSchema, given)).toBe(true);
    const breakdowns = ["role", "municipality"];
    const results = await protectedChanges(database.db, { study, waves: ["1", "2"], breakdowns, now });
    expect(given).toEqual({ case: study.studyId, results });
    expect(Object.values(given.results)).toContain("hidden");
  });

  test("come as a table with a row per figure, too, rounded as on the pages", async () => {
    const answer = await reader.open(`${changes}?format=csv&by=role`);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const rows: Record<string, string>[] = parse(await answer.text(), { columns: true });
    const n = expectedFigures()["change_share/collaboration/top/all/1-2/n_b"];
    const whole = rows.find(
      ({ question, measure, group }) => question === "collaboration" && measure === "top" && group === "all",
    );
    expect(whole).toMatchObject({
      figure: "change",
      wave: "2",
      compared_with: "1",
      value: "21",
      n: String(n),
    });
    expect(new Set(rows.map(({ groups }) => groups))).toEqual(new Set(["all", "role"]));
  });

  test("E4 of two groups crossed are given where that tells of nobody, and refused with the reason elsewhere", async () => {
    const answer = await reader.open(`${changes}?by=role*municipality`);
    const given = await answer.json();
    if (answer.status === 409) {
      expect(isOfSchema(problemSchema, given)).toBe(true);
      expect(given.message).toMatch(/too few people|could be worked out/);
    } else {
      const keys = Object.keys(given.results).filter((key) => key.includes("&municipality="));
      expect(keys.length).toBeGreaterThan(100);
      expect(keys.map((key) => given.results[key])).toContain("hidden");
    }
    const unknown = await reader.open(`${changes}?by=county`);
    expect([unknown.status, (await unknown.json()).message]).toEqual([
      409,
      expect.stringContaining("county"),
    ]);
  });

  test("an address that is not as described is refused with what it should be", async () => {
    for (const path of [`${changes}?format=xml`, `${changes}?by=a;b`, changes.replace("1-2", "2-1")]) {
      const answer = await reader.open(path);
      expect(answer.status, path).toBe(400);
      expect(isOfSchema(problemSchema, await answer.json())).toBe(true);
    }
    expect((await reader.open(changes.replace("1-2", "1-9"))).status).toBe(404);
  });
});

test("the studies are listed with their closed waves and groups", async () => {
  const given = await (await reader.open("/api/studies")).json();
  expect(isOfSchema(studiesSchema, given)).toBe(true);
  expect(given.studies).toMatchObject([
    { study: study.studyId, closedWaves: ["1", "2"], groups: ["role", "municipality"] },
  ]);
});
