// Did the whole distribution of answers change? Rao and Scott's second-order test of category by wave, which
// allows for weights, strata and the respondents that the two waves share.

import { fUpperTail } from "../statistics/distributions.ts";
import { multiply, solveLinear, transpose } from "../statistics/symmetric-matrix.ts";
import { type Analysis, type GroupSelector, locateItem, profilesIn, waveIndex } from "./analysis.ts";
import { type Design, designOf } from "./design.ts";
import { type Contributions, categoriesOf, pairContributions, waveContributions } from "./measure-cells.ts";

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
  const members = profilesIn(analysis, group);
  const every = categoriesOf(item, variable, item.values);
  const used = new Set<number>();
  for (const wave of indices) {
    const cells = waveContributions(analysis, every, wave);
    cells.value.forEach((category, index) => {
      if (members[cells.profile[index]!] === 1) used.add(category);
    });
  }
  const codes = item.values.filter((_, position) => used.has(position));
  if (codes.length < 2) return null;
  const table = weightedTable(
    analysis,
    design,
    categoriesOf(item, variable, codes),
    members,
    indices,
    codes.length,
  );
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

/** Cells are ordered category by category, earlier wave before later: cell = 2·category + wave. */
function cellOf(category: number, t: number): number {
  return 2 * category + t;
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

type WeightedTable = { shares: number[]; covariance: number[][]; df: number };

/** Linearised score vectors of rows: one number per cell of the table. */
type RowScores = (profile: number, category: number) => Float64Array;

function weightedTable(
  analysis: Analysis,
  design: Design,
  categories: Contributions,
  members: Uint8Array,
  indices: readonly [number, number],
  categoryCount: number,
): WeightedTable | null {
  const cells = indices.map((wave) => waveContributions(analysis, categories, wave));
  const shares = Array<number>(2 * categoryCount).fill(0);
  const answers = [0, 0];
  const strata = new Set<number>();
  let total = 0;
  cells.forEach((waveCells, t) => {
    waveCells.count.forEach((count, index) => {
      const profile = waveCells.profile[index]!;
      if (members[profile] === 0) return;
      const weight = count * design.weights[t]!.weight[profile]!;
      shares[cellOf(waveCells.value[index]!, t)]! += weight;
      total += weight;
      answers[t]! += count;
      strata.add(design.stratumOf[profile]!);
    });
  });
  if (answers[0] === 0 || answers[1] === 0) return null;
  shares.forEach((share, cell) => {
    shares[cell] = share / total;
  });
  const scores = cells.map((_, t) => rowScores(design, t, cells[t]!, members, shares, total));
  const isCalibrated = design.weights.some((weights) => weights.projection !== null);
  const joint = pairContributions(analysis, categories, indices[0], indices[1], isCalibrated);
  const rest = cells.map((waveCells, t) => remainder(design, t, waveCells, joint));
  const sums = createCovarianceSums(design, shares.length);
  let both = 0;
  joint.count.forEach((count, index) => {
    const [a, b] = [joint.earlierProfile[index]!, joint.laterProfile[index]!];
    const [valueA, valueB] = [joint.earlierValue[index]!, joint.laterValue[index]!];
    const isInBoth = members[a] === 1 && members[b] === 1 && !Number.isNaN(valueA) && !Number.isNaN(valueB);
    if (isInBoth) both += count;
    const earlier = scores[0]!(a, valueA);
    const later = scores[1]!(b, valueB);
    sums.add(
      design.stratumOf[a]!,
      earlier.map((score, cell) => score + later[cell]!),
      count,
    );
  });
  rest.forEach((entries, t) => {
    for (const { profile, category, count } of entries) {
      if (Number.isNaN(category) && !isCalibrated) continue;
      if (count > 0) sums.add(design.stratumOf[profile]!, scores[t]!(profile, category), count);
    }
  });
  return { shares, covariance: sums.covariance(), df: answers[0]! + answers[1]! - both - strata.size };
}

function rowScores(
  design: Design,
  t: number,
  cells: ReturnType<typeof waveContributions>,
  members: Uint8Array,
  shares: readonly number[],
  total: number,
): RowScores {
  const { weight, projection } = design.weights[t]!;
  const rho = (cell: number, category: number): number =>
    ((cell === cellOf(category, t) ? 1 : 0) - shares[cell]!) / total;
  const fitted =
    projection === null
      ? null
      : shares.map((_, cell) => {
          const sums = new Float64Array(members.length);
          cells.count.forEach((count, index) => {
            const profile = cells.profile[index]!;
            if (members[profile] === 1) sums[profile]! += count * rho(cell, cells.value[index]!);
          });
          return projection(sums);
        });
  return (profile, category) => {
    const isInside = members[profile] === 1 && !Number.isNaN(category);
    return Float64Array.from(shares, (_, cell) => {
      const explained = fitted === null ? 0 : fitted[cell]![profile]!;
      return weight[profile]! * ((isInside ? rho(cell, category) : 0) - explained);
    });
  };
}

/** Rows of one wave whose respondents are not in the joint cells: by profile and category (NaN = outside). */
function remainder(
  design: Design,
  t: number,
  cells: ReturnType<typeof waveContributions>,
  joint: ReturnType<typeof pairContributions>,
): { profile: number; category: number; count: number }[] {
  const left = new Map<string, { profile: number; category: number; count: number }>();
  const outside = Float64Array.from(design.rows[t]!);
  cells.count.forEach((count, index) => {
    const [profile, category] = [cells.profile[index]!, cells.value[index]!];
    left.set(`${profile} ${category}`, { profile, category, count });
    outside[profile]! -= count;
  });
  outside.forEach((count, profile) => {
    left.set(`${profile} ${Number.NaN}`, { profile, category: Number.NaN, count });
  });
  const [profiles, values] =
    t === 0 ? [joint.earlierProfile, joint.earlierValue] : [joint.laterProfile, joint.laterValue];
  joint.count.forEach((count, index) => {
    left.get(`${profiles[index]!} ${values[index]!}`)!.count -= count;
  });
  return [...left.values()];
}

/** Collects score vectors of respondents and gives their covariance by stratum; the rest of a stratum scored 0. */
function createCovarianceSums(design: Design, size: number) {
  const entries: { h: number; scores: Float64Array; count: number }[] = [];
  return {
    add(h: number, scores: Float64Array, count: number): void {
      entries.push({ h, scores, count });
    },
    covariance(): number[][] {
      const means = Array.from({ length: design.stratumCount }, () => new Float64Array(size));
      const absent = Float64Array.from(design.respondents);
      for (const { h, scores, count } of entries) {
        absent[h]! -= count;
        if (design.respondents[h]! < 2) continue;
        scores.forEach((score, cell) => {
          means[h]![cell]! += (count * score) / design.respondents[h]!;
        });
      }
      const total = Array.from({ length: size }, () => Array<number>(size).fill(0));
      const include = (h: number, deviation: Float64Array, count: number): void => {
        const n = design.respondents[h]!;
        const factor = count * (n > 1 ? n / (n - 1) : 1);
        deviation.forEach((a, i) => {
          deviation.forEach((b, j) => {
            total[i]![j]! += factor * a * b;
          });
        });
      };
      for (const { h, scores, count } of entries) {
        include(
          h,
          scores.map((score, cell) => score - means[h]![cell]!),
          count,
        );
      }
      absent.forEach((count, h) => {
        if (count > 0) {
          include(
            h,
            means[h]!.map((mean) => -mean),
            count,
          );
        }
      });
      return total;
    },
  };
}
