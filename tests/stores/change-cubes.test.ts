// Cubes from stored cases: counted in one pass, kept with where they came from, the same every time.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dropCubesOf, findCube } from "../../src/change/cube-store.ts";
import { analyse } from "../../src/change/folder/analyse.ts";
import { type MadeCube, makeCubes } from "../../src/change/make-cubes.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { coreCaseWaves, expectedFigures } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

const now = new Date("2027-10-29T01:00:00Z");
let database: TestDatabase;
let study: StudyDefinition;
const made: Record<number, MadeCube[]> = {};

const make = (waveNumber: number, at = now) =>
  database.db
    .transaction()
    .execute((tx) => makeCubes(tx, { studyId: study.studyId, waveNumber, programVersion: "1.2.3", now: at }));

const setClosed = (waveNumber: number, closedAt: Date | null) =>
  database.db
    .updateTable("wave")
    .set({ closed_at: closedAt })
    .where("study_id", "=", study.studyId)
    .where("wave_number", "=", waveNumber)
    .execute();

beforeAll(async () => {
  database = await freshDatabase();
  study = await coreCaseWaves(database.db);
  await setClosed(2, null);
  made[1] = await make(1);
  await setClosed(2, now);
  made[2] = await make(2);
});
afterAll(() => database.close());

describe("cubes made at closing", () => {
  test("are one for the wave, and one with every wave closed before", () => {
    expect(made[1]!.map(({ waves }) => waves)).toEqual([["1"]]);
    expect(made[2]!.map(({ waves }) => waves)).toEqual([["2"], ["1", "2"]]);
  });

  test("E1 hold every figure that R makes of the same files", async () => {
    const kept = await findCube(database.db, study.studyId, ["1", "2"]);
    const results = analyse(kept!.plan, kept!.cube);
    const expected = Object.entries(expectedFigures());
    const wrong = expected.filter(([key, value]) => {
      const own = results[key];
      if (typeof value !== "number" || typeof own !== "number") return own !== value;
      return Math.abs(own - value) > 1e-9 * Math.max(1, Math.abs(value));
    });
    expect(expected.length).toBeGreaterThan(20_000);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test("E6 say which questionnaire, program and how many cases they come from", async () => {
    const { provenance, madeAt } = (await findCube(database.db, study.studyId, ["1", "2"]))!;
    expect(madeAt).toEqual(now);
    expect(provenance.program).toBe("1.2.3");
    expect(provenance.waves["1"]).toMatchObject({ instrumentVersion: 1, cases: 140, respondents: 101 });
    expect(provenance.waves["2"]!.instrumentChecksum).toMatch(/^[0-9a-f]{64}$/);
    expect(provenance.checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  test("E6 come out the same when they are made again", async () => {
    const again = await make(2, new Date("2028-01-01T00:00:00Z"));
    expect(again.map(({ provenance }) => provenance.checksum)).toEqual(
      made[2]!.map(({ provenance }) => provenance.checksum),
    );
    expect(again.map(({ edition }) => edition)).toEqual(made[2]!.map(({ edition }) => edition + 1));
    const editions = await database.db.selectFrom("cube").select(["waves", "edition"]).execute();
    expect(editions).toHaveLength(3);
  });

  test("hold no text that anybody wrote", async () => {
    const { rows } = await sql<{ found: boolean }>`
      select bool_or(cube.content::text like '%' || (response.answers ->> 'anything_else') || '%') as found
      from cube, response where length(response.answers ->> 'anything_else') > 12`.execute(database.db);
    expect(rows[0]!.found).toBe(false);
  });

  test("of the fewest waves that hold what is asked are found", async () => {
    expect((await findCube(database.db, study.studyId, ["2"]))!.waves).toEqual(["2"]);
    expect((await findCube(database.db, study.studyId, ["2", "1"]))!.waves).toEqual(["1", "2"]);
    expect(await findCube(database.db, study.studyId, ["3"])).toBeUndefined();
  });

  test("go when their wave is opened again", async () => {
    await database.db.transaction().execute((tx) => dropCubesOf(tx, study.studyId, 2));
    expect(await findCube(database.db, study.studyId, ["2"])).toBeUndefined();
    expect(await findCube(database.db, study.studyId, ["1"])).toBeDefined();
  });

  test("of an earlier wave that closes again are made with the later ones", async () => {
    const again = await make(1);
    expect(again.map(({ waves }) => waves)).toEqual([["1"], ["1", "2"]]);
    expect(again[1]!.provenance.checksum).toBe(made[2]![1]!.provenance.checksum);
  });

  test("cannot be made of a wave that is not there", async () => {
    await expect(make(9)).rejects.toThrow("wave 9");
  });
});
