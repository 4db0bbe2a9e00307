import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { options, planOf, roles, rowsIn, scale } from "../../tests/support/a-change-study.ts";
import { type Analysis, everyone, openAnalysis } from "./analysis.ts";
import { type Change, estimateChange } from "./change.ts";
import type { AnalysisPlan, PlanDesign, PlanItem, Weighting } from "./cube/analysis-plan.ts";
import { buildCube } from "./cube/cube-builder.ts";
import type { WaveRow } from "./cube/wave-row.ts";
import { distributionTest } from "./distribution-test.ts";
import { estimateLevel } from "./estimate.ts";
import { panelShare, scoreMovesOf, transitionsOf } from "./transition.ts";
import { trendOf } from "./trend.ts";
import { WeightingError } from "./weights.ts";

const waves = ["1", "2"] as const;
const rows = rowsIn(waves);
const open = (plan: AnalysisPlan, data: WaveRow[]): Analysis => openAnalysis(plan, buildCube(plan, data));
const close = (have: number | null | undefined, want: number | null | undefined, digits = 8): void => {
  expect(have === null || have === undefined).toBe(want === null || want === undefined);
  expect(have ?? 0).toBeCloseTo(want ?? 0, digits);
};

/** The change, or null where the drawn data cannot be weighted as declared. */
function tryChange(plan: AnalysisPlan, data: WaveRow[], measure: string): Change | null {
  try {
    return estimateChange(open(plan, data), "q", measure, everyone, waves);
  } catch (error) {
    if (error instanceof WeightingError) return null;
    throw error;
  }
}

function expectSameFigures(have: Change | null, want: Change | null, sign: 1 | -1 = 1): void {
  expect(have?.kind).toBe(want?.kind);
  if (have === null || want === null || have.kind === "not-computable" || want.kind === "not-computable")
    return;
  close(have.change, sign * want.change);
  close(have.standardError, want.standardError);
  close(have.covariance, want.covariance);
  close(have.df, want.df);
  const [lower, upper] = [want.interval?.lower, want.interval?.upper];
  close(have.interval?.lower, sign === 1 ? lower : upper === undefined ? upper : -upper);
  close(have.interval?.upper, sign === 1 ? upper : lower === undefined ? lower : -lower);
  close(have.p, want.p, 7);
}

const half = (names: readonly string[]) => new Map(names.map((name) => [name, 1 / names.length]));
const byRole: Weighting = {
  kind: "poststratify",
  margin: {
    variable: "role",
    shares: new Map([
      ["politician", 0.7],
      ["official", 0.3],
    ]),
  },
  collapse: new Map(),
};
const raked: Weighting = {
  kind: "rake",
  margins: [
    { variable: "role", shares: half(roles) },
    {
      variable: "region",
      shares: new Map([
        ["north", 0.4],
        ["south", 0.6],
      ]),
    },
  ],
};
const designs: readonly Partial<PlanDesign>[] = [
  {},
  { strata: "region" },
  { weighting: byRole },
  { weighting: raked },
  { strata: "region", finitePopulation: "per_wave" },
];
const anyDesign = fc.constantFrom(...designs);

describe("under every design a change", { timeout: 60_000 }, () => {
  it("is the same whatever unit the base weights have", () => {
    fc.assert(
      fc.property(rows, anyDesign, fc.constantFrom(0.125, 3, 1000), (data, design, factor) => {
        const scaled = data.map((row) => ({
          ...row,
          columns: { ...row.columns, weight: String(factor * Number(row.columns.weight)) },
        }));
        for (const measure of ["top", "mean"]) {
          const plan = planOf(waves, design);
          expectSameFigures(tryChange(plan, scaled, measure), tryChange(plan, data, measure));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("turns round when the waves are swapped", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom({}, { weighting: byRole }, { weighting: raked }), (data, design) => {
        const swapped = data.map((row) => ({ ...row, wave: row.wave === "1" ? "2" : "1" }));
        for (const measure of ["top", "mean", "top@all"]) {
          const plan = planOf(waves, design);
          expectSameFigures(tryChange(plan, swapped, measure), tryChange(plan, data, measure), -1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("turns round when yes and no change places", () => {
    const mirrored: PlanItem = { ...scale, top: ["1", "2"] };
    fc.assert(
      fc.property(rows, anyDesign, (data, design) => {
        const other = planOf(waves, design, [mirrored, options]);
        expectSameFigures(tryChange(other, data, "top"), tryChange(planOf(waves, design), data, "top"), -1);
      }),
      { numRuns: 40 },
    );
  });

  it("of a mean moves with the scale, not with a constant added to it", () => {
    fc.assert(
      fc.property(rows, anyDesign, fc.integer({ min: -20, max: 20 }), (data, design, constant) => {
        const item = (map: (score: number) => number): PlanItem => ({
          ...scale,
          scores: new Map([...scale.scores].map(([value, score]) => [value, map(score)])),
        });
        const plan = planOf(waves, design);
        const plain = tryChange(plan, data, "mean");
        const moved = planOf(waves, design, [item((score) => score + constant), options]);
        expectSameFigures(tryChange(moved, data, "mean"), plain);
        const doubled = tryChange(planOf(waves, design, [item((score) => 2 * score), options]), data, "mean");
        if (plain === null || doubled === null) return;
        if (plain.kind === "not-computable" || doubled.kind === "not-computable") return;
        close(doubled.change, 2 * plain.change);
        close(doubled.standardError, 2 * plain.standardError);
        close(doubled.p, plain.p, 7);
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on what strata and cells are called, nor on their order or that of the margins", () => {
    const names: Readonly<Record<string, string>> = {
      politician: "zz",
      official: "aa",
      north: "9",
      south: "10",
    };
    const renamedShares = (shares: ReadonlyMap<string, number>) =>
      new Map([...shares].reverse().map(([name, share]) => [names[name]!, share]));
    const renamed = (weighting: Weighting): Weighting => {
      if (weighting.kind === "none") return weighting;
      if (weighting.kind === "poststratify") {
        return {
          ...weighting,
          margin: { variable: "role", shares: renamedShares(weighting.margin.shares) },
        };
      }
      return {
        kind: "rake",
        margins: [...weighting.margins]
          .reverse()
          .map(({ variable, shares }) => ({ variable, shares: renamedShares(shares) })),
      };
    };
    fc.assert(
      fc.property(rows, anyDesign, (data, design) => {
        const plan = planOf(waves, design);
        const { weighting } = plan.design;
        const other = { ...plan, groups: [], design: { ...plan.design, weighting: renamed(weighting) } };
        const called = data.map((row) => ({
          ...row,
          columns: { ...row.columns, role: names[row.columns.role!]!, region: names[row.columns.region!]! },
        }));
        for (const measure of ["top", "mean"])
          expectSameFigures(
            tryChange({ ...other, panelGroups: [] }, called, measure),
            tryChange(plan, data, measure),
          );
      }),
      { numRuns: 40 },
    );
  });
});

describe("a base weight", { timeout: 60_000 }, () => {
  it("of 2 gives the estimate that two such answers would give", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const doubled = data.map((row) => ({ ...row, columns: { ...row.columns, weight: "2" } }));
        const once = data.map((row) => ({ ...row, columns: { ...row.columns, weight: "1" } }));
        const twice = [...once, ...once.map((row) => ({ ...row, unit: `${row.unit} again` }))];
        const mixed = [...doubled, ...once.map((row) => ({ ...row, unit: `${row.unit} once` }))];
        const thrice = [...twice, ...once.map((row) => ({ ...row, unit: `${row.unit} once` }))];
        for (const measure of ["top", "mean"]) {
          const [few, many] = [mixed, thrice].map((all) =>
            estimateLevel(open(planOf(waves), all), "q", measure, everyone, "1"),
          );
          expect(few!.kind).toBe(many!.kind);
          if (few!.kind === "not-computable" || many!.kind === "not-computable") continue;
          close(few!.estimate, many!.estimate, 10);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("when the waves are swapped", { timeout: 60_000 }, () => {
  it("the panel's tables are transposed and its tests say the same", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const swapped = data.map((row) => ({ ...row, wave: row.wave === "1" ? "2" : "1" }));
        const [there, back] = [open(planOf(waves), data), open(planOf(waves), swapped)];
        const [a, b] = [there, back].map((one) => transitionsOf(one, "q", everyone, waves)) as [
          ReturnType<typeof transitionsOf>,
          ReturnType<typeof transitionsOf>,
        ];
        expect(b.counts.map((row, i) => row.map((_, j) => b.counts[j]![i]))).toEqual(a.counts);
        close(b.gross, a.gross);
        close(b.net, a.net);
        close(b.stuartMaxwell?.chi2, a.stuartMaxwell?.chi2);
        const [up, down] = [there, back].map((one) => scoreMovesOf(one, "q", everyone, waves)) as [
          ReturnType<typeof scoreMovesOf>,
          ReturnType<typeof scoreMovesOf>,
        ];
        close(down.up, up.down);
        close(down.signedRank.p, up.signedRank.p);
        close(down.signedRank.exactP, up.signedRank.exactP);
        close(down.tTest?.p, up.tTest?.p);
        const [one, other] = [there, back].map((each) => panelShare(each, "q", "top", everyone, waves)) as [
          ReturnType<typeof panelShare>,
          ReturnType<typeof panelShare>,
        ];
        for (const interval of ["newcombe", "tango", "bonettPrice"] as const) {
          close(other[interval]?.lower, one[interval] === null ? null : -one[interval].upper, 7);
        }
        expect(other.mcnemar).toEqual(one.mcnemar);
        const [f, g] = [there, back].map((each) => distributionTest(each, "q", everyone, waves));
        close(g?.statistic, f?.statistic, 6);
        close(g?.p, f?.p, 6);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a trend", { timeout: 60_000 }, () => {
  const three = ["1", "2", "3"];
  it("does not depend on when time begins, and turns with its direction", () => {
    fc.assert(
      fc.property(rowsIn(three), anyDesign, (data, design) => {
        const analysis = open(planOf(three, design), data);
        const slopeAt = (times: readonly number[]) => {
          try {
            return trendOf(analysis, "q", "mean", everyone, three, times);
          } catch (error) {
            if (error instanceof WeightingError) return null;
            throw error;
          }
        };
        const [plain, later, turned] = [
          [0, 1, 4],
          [2019, 2020, 2023],
          [0, -1, -4],
        ].map(slopeAt);
        if (plain?.kind !== "trend" || later?.kind !== "trend" || turned?.kind !== "trend") return;
        close(later.slope, plain.slope);
        close(later.standardError, plain.standardError);
        close(turned.slope, -plain.slope);
        close(turned.p, plain.p, 7);
        expect(later.global).toEqual(plain.global);
        const steps = plain.steps.reduce((sum, step) => sum + step.change, 0);
        close(plain.total.change, steps);
      }),
      { numRuns: 40 },
    );
  });
});
