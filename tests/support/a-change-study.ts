// Data for tests of the change engine: a scale and a multi-select, two roles, two regions, units of any kind.

import fc from "fast-check";
import {
  type AnalysisPlan,
  type PlanDesign,
  type PlanItem,
  plainItem,
  plainPlan,
} from "../../src/change/cube/analysis-plan.ts";
import type { Answer, WaveRow } from "../../src/change/cube/wave-row.ts";

/** The two roles of the data; plans report a third that nobody has. */
export const roles = ["politician", "official"];
/** An item with scores 1–4, a top box and don't know. */
export const scale: PlanItem = {
  ...plainItem("q", "scale"),
  values: ["1", "2", "3", "4"],
  scores: new Map(["1", "2", "3", "4"].map((value) => [value, Number(value)])),
  dontKnow: ["dk"],
  top: ["3", "4"],
  measures: ["top", "mean", "v=1", "top@all"],
  main: ["top", "mean"],
};
/** A multi-select of two options. */
export const options: PlanItem = {
  ...plainItem("m", "multi"),
  options: ["a", "b"],
  measures: ["opt=a", "opt=b"],
  main: ["opt=a"],
};
const openDesign: PlanDesign = {
  strata: null,
  baseWeight: "weight",
  finitePopulation: "none",
  weighting: { kind: "none" },
};

/** A plan with groups by role, weights from the column `weight`, and a trend over all waves. */
export function planOf(
  waves: readonly string[],
  design: Partial<PlanDesign> = {},
  items: readonly PlanItem[] = [scale, options],
) {
  const plan: AnalysisPlan = {
    ...plainPlan("test", waves, items),
    groups: [{ variable: "role", levels: [...roles, "nobody"] }],
    panelGroups: ["role"],
    design: { ...openDesign, ...design },
    trend: { waves, times: waves.map((_, index) => index * index) },
  };
  return plan;
}

const answersOfQ: (Answer | undefined)[] = ["1", "2", "3", "4", "dk", "__na__", undefined];
const answersOfM: (Answer | undefined)[] = [[], ["a"], ["b"], ["b", "a"], undefined];

/** Rows of up to 24 units in some of the waves, with role, region and weight of their own. */
export function rowsIn(waves: readonly string[]): fc.Arbitrary<WaveRow[]> {
  const one = fc.record({
    isThere: fc.boolean(),
    disposition: fc.constantFrom("1.1", "1.1", "1.1", "1.2", "2.2", "2.12", "4.1"),
    role: fc.constantFrom(...roles),
    q: fc.constantFrom(...answersOfQ),
    m: fc.constantFrom(...answersOfM),
  });
  const unit = fc.record({
    region: fc.constantFrom("north", "south"),
    weight: fc.constantFrom("1", "1", "2.5", "0", "0.3"),
    rows: fc.tuple(...waves.map(() => one)),
  });
  return fc.array(unit, { maxLength: 24 }).map((units) =>
    units.flatMap(({ region, weight, rows }, index) =>
      rows.flatMap(({ isThere, disposition, role, q, m }, wave) => {
        if (!isThere) return [];
        const answers = { ...(q === undefined ? {} : { q }), ...(m === undefined ? {} : { m }) };
        const columns = { role, region, weight };
        return [
          { unit: `u${String(index).padStart(2, "0")}`, wave: waves[wave]!, disposition, columns, answers },
        ];
      }),
    ),
  );
}
