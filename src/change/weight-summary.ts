// What the weights of a wave do: their range and what they cost in precision.

import { type Analysis, waveIndex } from "./analysis.ts";
import { designOf } from "./design.ts";

/**
 * Weights of the respondents of one wave. `designEffect` is Kish's n·Σw²/(Σw)², 1 for equal weights;
 * `effectiveBase` is n divided by it. `uncovered` names weighting categories in which nobody answered.
 */
export type WeightSummary = {
  respondents: number;
  smallest: number;
  largest: number;
  designEffect: number;
  effectiveBase: number;
  uncovered: readonly string[];
};

/**
 * Range and design effect of a wave's weights (Kish 1965). To be printed with every weighted figure.
 *
 * @returns null if nobody answered
 * @throws RangeError for an unknown wave; WeightingError
 */
export function weightSummaryOf(analysis: Analysis, wave: string): WeightSummary | null {
  const design = designOf(analysis, [waveIndex(analysis, wave)]);
  const { weight, uncovered } = design.weights[0]!;
  const rows = design.rows[0]!;
  let [respondents, sum, squares] = [0, 0, 0];
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0];
  rows.forEach((count, profile) => {
    if (count === 0) return;
    const w = weight[profile]!;
    respondents += count;
    sum += count * w;
    squares += count * w * w;
    smallest = Math.min(smallest, w);
    largest = Math.max(largest, w);
  });
  if (respondents === 0) return null;
  const designEffect = (respondents * squares) / (sum * sum);
  return {
    respondents,
    smallest,
    largest,
    designEffect,
    effectiveBase: respondents / designEffect,
    uncovered,
  };
}
