// What a person takes back leaves the counts, also after the wave has closed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCube } from "../../src/change/cube-store.ts";
import { analyse } from "../../src/change/folder/analyse.ts";
import { makeCubes } from "../../src/change/make-cubes.ts";
import { countAnew } from "../../src/fieldwork/run-due.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { listCases, recordCaseEvent } from "../../src/wave/case-store.ts";
import { coreCaseWaves, expectedFigures } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let study: StudyDefinition;
beforeAll(async () => {
  database = await freshDatabase();
  study = await coreCaseWaves(database.db);
});
afterAll(() => database.close());

const respondents = async (wave: number) => {
  const { plan, cube } = (await findCube(database.db, study.studyId, [String(wave)]))!;
  const results = analyse(plan, cube);
  return Number(results[`response///all/${wave}/I`]) + Number(results[`response///all/${wave}/P`]);
};

test("R7 somebody who withdraws after the closing is in none of the counts made after that", async () => {
  const { db } = database;
  const { studyId } = study;
  const closedAt = new Date("2027-11-01T01:00:00Z");
  const make = (
    tx: Parameters<typeof makeCubes>[0],
    wave: { studyId: string; waveNumber: number; now: Date },
  ) => makeCubes(tx, { ...wave, programVersion: "test" });
  for (const waveNumber of [1, 2])
    await db.transaction().execute((tx) => make(tx, { studyId, waveNumber, now: closedAt }));
  const expected = expectedFigures();
  const before = Number(expected["response///all/1/I"]) + Number(expected["response///all/1/P"]);
  expect(await respondents(1)).toBe(before);

  const answered = new Set(
    (
      await db
        .selectFrom("response")
        .select("case_id")
        .where("study_id", "=", studyId)
        .where("answers", "is not", null)
        .execute()
    ).map((row) => row.case_id),
  );
  const one = (await listCases(db, studyId, 1)).find(({ caseId }) => answered.has(caseId))!;
  const at = new Date("2027-12-01T12:00:00Z");
  await db.deleteFrom("response").where("study_id", "=", studyId).where("case_id", "=", one.caseId).execute();
  await recordCaseEvent(db, {
    studyId,
    caseId: one.caseId,
    kind: "withdrawn",
    at,
    actor: "respondent",
    detail: {},
  });

  const clock = {
    db,
    now: () => new Date(at.getTime() + 60_000),
    makeCubes: make,
    protectWave: async () => {},
  };
  await countAnew(clock);
  expect(await respondents(1)).toBe(before - 1);
  const { edition } = (await findCube(db, studyId, ["1", "2"]))!;
  await countAnew(clock);
  expect((await findCube(db, studyId, ["1", "2"]))!.edition, "counted once, not at every tick").toBe(edition);
});
