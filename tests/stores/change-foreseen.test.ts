// What a wave could show at all, foreseen from the wave before.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foreseeChange } from "../../src/change/foresee-change.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { findWave } from "../../src/wave/wave-store.ts";
import { aDesk } from "../support/a-lead.ts";
import { coreCaseWaves, countWaves } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type ImportTerminal, importTerminal } from "../support/import-road.ts";

let database: TestDatabase;
let terminal: ImportTerminal;
let study: StudyDefinition;

beforeAll(async () => {
  database = await freshDatabase();
  terminal = await importTerminal(database.db);
  study = await coreCaseWaves(database.db, { isSecondClosed: false });
});
afterAll(async () => {
  await terminal.close();
  await database.close();
});

const foreseen = async () =>
  foreseeChange(database.db, study, (await findWave(database.db, study.studyId, 2))!);

test("L6 nothing is foreseen while no wave before has been counted", async () => {
  expect(await foreseen()).toBeNull();
  const said = await terminal.run("wave", "status", study.studyId, "2");
  expect([said.exit, said.out.includes("smallest change")]).toEqual([0, false]);
});

test("L6 the smallest detectable change follows from who is asked and how many answered before", async () => {
  await countWaves(database.db, study.studyId, { waves: [1], now: new Date("2026-11-01") });
  const change = (await foreseen())!;
  expect(change).toMatchObject({ comparedWith: "1", earlierAnswers: 101, phi: 0.5 });
  // By hand, d = (1.959964 + 0.8416212) · SE with SE² = ¼/nA + q(½+d)/nB − 2·φ·√(…)·nAB/(nA·nB).
  const { invited, earlierAnswers: nA, laterResponseRate, retention, smallest } = change;
  const [nB, both, d] = [invited * laterResponseRate, nA * retention, smallest!];
  const [earlier, later] = [0.25, (0.5 + d) * (0.5 - d)];
  const variance = earlier / nA + later / nB - (2 * both * 0.5 * Math.sqrt(earlier * later)) / (nA * nB);
  expect(d).toBeCloseTo((1.959963985 + 0.8416212336) * Math.sqrt(variance), 8);
  const said = await terminal.run("wave", "status", study.studyId, "2");
  expect(said.out).toContain(`about ${Math.round(d * 100)} percentage points for everybody together`);
});

test("L6 the lead's page of the wave says it, and a closed wave whose weights do not fit says that instead", async () => {
  const desk = await aDesk(database.db);
  const lead = await desk.signedIn("lead", "sv", study);
  await lead.open(`/lead/${study.studyId}/waves/2`);
  const points = Math.round((await foreseen())!.smallest! * 100);
  expect(await lead.text()).toContain(`Om lika många svarar som i omgång 1 kan en förändring`);
  expect(await lead.text()).toContain(`från ungefär ${points} procentenheter`);
  await lead.open(`/lead/${study.studyId}/waves/1`);
  expect(await lead.text()).not.toContain("vikter passar inte");
  await sql`update cube set provenance = provenance || '{"weighting": "nobody"}'`.execute(database.db);
  await lead.open(`/lead/${study.studyId}/waves/1`);
  expect(await lead.text()).toContain("undersökningens vikter passar inte svaren");
});
