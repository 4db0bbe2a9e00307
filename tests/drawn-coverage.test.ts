// The figures of a drawn panel, worked person by person for the coverage tables, are those of the change engine.
import { describe, expect, it } from "vitest";
import { everyone, openAnalysis } from "../src/change/analysis.ts";
import { estimateChange } from "../src/change/change.ts";
import { type PlanItem, plainItem, plainPlan } from "../src/change/cube/analysis-plan.ts";
import { buildCube } from "../src/change/cube/cube-builder.ts";
import type { WaveRow } from "../src/change/cube/wave-row.ts";
import {
  cellsOf,
  meanTruths,
  moderateWeights,
  type Overlap,
  shareTruths,
  strongWeights,
  unweighted,
} from "./support/coverage-grid.ts";
import {
  type DrawnAnswers,
  drawAnswers,
  drawnInterval,
  emptyAnswers,
  seededDraws,
} from "./support/drawn-coverage.ts";

function rowsOf(answers: readonly DrawnAnswers[], scores: readonly number[]): WaveRow[] {
  const rows: WaveRow[] = [];
  answers.forEach((parts, cell) => {
    const say = (unit: string, wave: string, at: number) =>
      rows.push({
        unit,
        wave,
        disposition: "1.1",
        columns: { cell: `c${cell}` },
        answers: { q: String(scores[at]) },
      });
    parts.earlier.forEach((at, i) => {
      say(`p${cell}-${i}`, "1", at);
      say(`p${cell}-${i}`, "2", parts.later[i]!);
    });
    parts.left.forEach((at, i) => {
      say(`l${cell}-${i}`, "1", at);
    });
    parts.joined.forEach((at, i) => {
      say(`j${cell}-${i}`, "2", at);
    });
  });
  return rows;
}

describe("the interval whose coverage is measured is the one that is reported", () => {
  const weightings = { unweighted, moderateWeights, strongWeights };
  const overlaps: Overlap[] = ["none", "half", "full"];
  const cases = Object.keys(weightings).flatMap((name) =>
    overlaps.flatMap((overlap) => ["share", "mean"].map((kind) => ({ name, overlap, kind }))),
  );
  it.each(cases)("$kind, $name, overlap $overlap", ({ name, overlap, kind }) => {
    const { parts, shares } = weightings[name as keyof typeof weightings];
    const isShare = kind === "share";
    const cells = cellsOf(16, overlap, parts, shares);
    const truths = isShare ? shareTruths(shares) : meanTruths(shares);
    const values = isShare ? ["1", "0"] : ["1", "2", "3", "4", "5"];
    const item: PlanItem = {
      ...plainItem("q", "scale"),
      values,
      scores: new Map(values.map((value) => [value, Number(value)])),
      top: ["1"],
      measures: [isShare ? "top" : "mean"],
    };
    const margin = { variable: "cell", shares: new Map(shares.map((share, cell) => [`c${cell}`, share])) };
    const plan = plainPlan("drawn", ["1", "2"], [item]);
    const weighting = { kind: "poststratify", margin, collapse: new Map() } as const;
    const design = { ...plan.design, weighting: shares.length === 1 ? plan.design.weighting : weighting };
    const draw = seededDraws(1);
    for (let round = 0; round < 12; round++) {
      const truth = truths[(round * 37) % truths.length]!;
      const answers = emptyAnswers(cells);
      drawAnswers(truth, answers, draw);
      const { lower, upper } = drawnInterval(cells, truth.scores, isShare)(answers);
      const cube = buildCube({ ...plan, design }, rowsOf(answers, truth.scores));
      const change = estimateChange(
        openAnalysis({ ...plan, design }, cube),
        "q",
        isShare ? "top" : "mean",
        everyone,
        ["1", "2"],
      );
      if (change.kind === "not-computable") throw new Error(change.reason);
      expect(lower[0]!).toBeCloseTo(change.interval!.lower, 9);
      expect(upper[0]!).toBeCloseTo(change.interval!.upper, 9);
      expect(lower[1]!).toBeCloseTo(change.wald!.lower, 9);
      expect(upper[1]!).toBeCloseTo(change.wald!.upper, 9);
    }
  });
});
