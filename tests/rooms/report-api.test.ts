// The read-only API as a program meets it: who gets in, what it gives, and that it says what it is.
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changesSchema, isOfSchema, problemSchema, studiesSchema } from "../../src/report/api-schemas.ts";
import { protectedChanges } from "../../src/report/protected-changes.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { anEvaluator, type SignedInReader } from "../support/an-evaluator.ts";
import { coreCaseWaves, countWaves, expectedFigures } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const now = new Date("2027-11-02T09:00:00Z");
let database: TestDatabase;
let study: StudyDefinition;
let reader: SignedInReader;
let changes: string;

beforeAll(async () => {
  database = await freshDatabase();
  study = await coreCaseWaves(database.db);
  const { studyId } = study;
  await countWaves(database.db, studyId, { now });
  reader = await anEvaluator(database.db, study, { now });
  changes = `/api/studies/${studyId}/changes/1-2`;
}, 120_000);
afterAll(() => database.close());

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
