// The compiled engine held against survey-core on questionnaires nobody wrote. All at once, after a change to the
// engine: TIDVIS_TRIALS=100000 npx vitest run --project unit src/questionnaire/engine/differential.test.ts
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { holdAgainstSurveyCore } from "../../../tests/instruments/random/hold-against-survey-core.ts";
import { kinds, plainKinds } from "../../../tests/instruments/random/planned.ts";
import { trialsOf } from "../../../tests/instruments/random/questionnaires.ts";

const runs = Number(process.env.TIDVIS_TRIALS ?? (inject("isVerify") ? 20_000 : 2_000));
const seed = Number(process.env.TIDVIS_SEED ?? 20260517);

const shares = [
  { kinds: plainKinds, share: 0.75, what: "without loops and tables" },
  { kinds, share: 0.25, what: "with loops and tables among them" },
];

describe(`says what survey-core says, on ${runs} random questionnaires answered page by page`, () => {
  test.each(shares)(
    "$what",
    ({ kinds: offered, share }) => {
      const check = ({ ...trial }: Parameters<typeof holdAgainstSurveyCore>[0]): void => {
        for (const { ours, theirs } of holdAgainstSurveyCore(trial)) expect(ours).toEqual(theirs);
      };
      const numRuns = Math.round(runs * share);
      fc.assert(fc.property(trialsOf(offered), check), { numRuns, seed, maxSkipsPerRun: 0 });
    },
    7_200_000,
  );
});

const table = (columns: readonly object[], more: object = {}) => ({
  type: "matrixdynamic",
  name: "t",
  rowCount: 2,
  columns,
  ...more,
});

const onceApart = [
  {
    what: "a row whose cells are all hidden keeps what it holds until the end",
    definition: {
      clearInvisibleValues: "onHiddenContainer",
      pages: [
        {
          name: "p1",
          elements: [
            table([
              { name: "a", cellType: "boolean", visibleIf: "{rowIndex} > 1" },
              { name: "b", cellType: "text", visibleIf: "{row.a} empty" },
            ]),
          ],
        },
        { name: "p2", elements: [{ type: "text", name: "z" }] },
      ],
    },
    answers: { t: [{ a: true }], z: "x" },
  },
];

describe("says what survey-core says where it once did not", () => {
  test.each(onceApart)("$what", ({ definition, answers }) => {
    const said = [...holdAgainstSurveyCore({ definition, answers, seed: 1, languages: ["en"] })];
    expect(said.length).toBeGreaterThan(1);
    for (const { ours, theirs } of said) expect(ours).toEqual(theirs);
  });
});
