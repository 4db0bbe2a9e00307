// The compiled engine held against survey-core on questionnaires nobody wrote. All at once, after a change to the
// engine: TIDVIS_TRIALS=100000 npx vitest run --project unit src/questionnaire/engine/differential.test.ts
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { holdAgainstSurveyCore } from "../../../tests/instruments/random/hold-against-survey-core.ts";
import { plainKinds } from "../../../tests/instruments/random/planned.ts";
import { trialsOf } from "../../../tests/instruments/random/questionnaires.ts";

const runs = Number(process.env.TIDVIS_TRIALS ?? (inject("isVerify") ? 20_000 : 2_000));
const seed = Number(process.env.TIDVIS_SEED ?? 20260517);

test(`says what survey-core says, on ${runs} random questionnaires answered page by page`, () => {
  const check = ({ ...trial }: Parameters<typeof holdAgainstSurveyCore>[0]): void => {
    for (const { ours, theirs } of holdAgainstSurveyCore(trial)) expect(ours).toEqual(theirs);
  };
  fc.assert(fc.property(trialsOf(plainKinds), check), { numRuns: runs, seed, maxSkipsPerRun: 0 });
}, 7_200_000);
