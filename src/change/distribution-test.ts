// Did the whole distribution of answers change? Rao and Scott's second-order test of category by wave, which
// allows for weights, strata and the respondents that the two waves share.

import { fUpperTail } from "../statistics/distributions.ts";
import { multiply, solveLinear, transpose } from "../statistics/symmetric-matrix.ts";
import { type Analysis, type GroupSelector, groupOf, locateItem, waveIndex } from "./analysis.ts";
import { designOf } from "./design.ts";
import { categoriesOf, waveContributions } from "./measure-cells.ts";
import { cellOf, weightedTable } from "./weighted-table.ts";

/** Second-order corrected F with its degrees of freedom (not whole numbers) and p 0–1. */
export type DistributionTest = { statistic: number; df1: number; df2: number; p: number };

/**
 * Rao–Scott test that an item's answers are distributed alike in two waves. Never with finite-population
 * correction. Categories that nobody chose in either wave are dropped.
 *
 * Source: Rao & Scott 1984, Ann. Stat. 12; Thomas & Rao 1987, JASA 82. R: svychisq(~y + wave, s, statistic = "F")
 * with df = degf(s).
 *
 * @returns null with fewer than two categories, an empty wave, df below 1, or no spread
 */
export function distributionTest(
  analysis: Analysis,
  itemId: string,
  group: GroupSelector,
  waves: readonly [string, string],
): DistributionTest | null {
  const { item, variable } = locateItem(analysis, itemId);
  const indices = [waveIndex(analysis, waves[0]), waveIndex(analysis, waves[1])] as const;
  const design = designOf(analysis, indices, false);
  const found = groupOf(analysis, group);
  const every = categoriesOf(item, variable, item.values);
  const used = new Set<number>();
  for (const wave of indices) {
    const { start, value } = waveContributions(analysis, every, wave);
    for (const profile of found.profiles) {
      for (let cell = start[profile]!; cell < start[profile + 1]!; cell++) used.add(value[cell]!);
    }
  }
  const codes = item.values.filter((_, position) => used.has(position));
  if (codes.length < 2) return null;
  const categories = categoriesOf(item, variable, codes);
  const table = weightedTable(analysis, design, categories, found, indices, codes.length);
  if (table === null) return null;
  const { shares, covariance, df } = table;
  if (df < 1) return null;

  const inverse = shares.map((share) => (share === 0 ? 0 : 1 / share));
  const contrasts = contrastMatrix(codes.length);
  const scaled = contrasts.map((row, cell) => row.map((entry) => entry * inverse[cell]!));
  const delta = solveLinear(
    multiply(transpose(contrasts), scaled),
    multiply(transpose(scaled), multiply(covariance, scaled)),
  );
  if (delta === null) return null;
  const trace = delta.reduce((sum, row, i) => sum + row[i]!, 0);
  const squaredTrace = multiply(delta, delta).reduce((sum, row, i) => sum + row[i]!, 0);
  const statistic = pearson(shares) / trace;
  if (!Number.isFinite(statistic) || statistic > 1e10 || trace <= 0) return null;
  const df1 = trace ** 2 / squaredTrace;
  const df2 = df1 * df;
  return { statistic, df1, df2, p: fUpperTail(statistic, df1, df2) };
}

function contrastMatrix(categories: number): number[][] {
  const last = categories - 1;
  const matrix = Array.from({ length: 2 * categories }, () => Array<number>(last).fill(0));
  for (let k = 0; k < last; k++) {
    matrix[cellOf(k, 0)]![k] = 1;
    matrix[cellOf(k, 1)]![k] = -1;
    matrix[cellOf(last, 0)]![k] = -1;
    matrix[cellOf(last, 1)]![k] = 1;
  }
  return matrix;
}

function pearson(shares: readonly number[]): number {
  const waveTotals = [0, 0];
  const categoryTotals = Array<number>(shares.length / 2).fill(0);
  shares.forEach((share, cell) => {
    waveTotals[cell % 2]! += share;
    categoryTotals[cell >> 1]! += share;
  });
  return shares.reduce((sum, share, cell) => {
    const expected = waveTotals[cell % 2]! * categoryTotals[cell >> 1]!;
    return sum + (share - expected) ** 2 / expected;
  }, 0);
}
