// The weighted table of category by wave among all answers of two waves, with the covariance of its cells.

import type { Analysis, Group } from "./analysis.ts";
import type { Design } from "./design.ts";
import {
  type ContributionBlocks,
  type ContributionCells,
  type Contributions,
  pairContributions,
  waveContributions,
} from "./measure-cells.ts";

/**
 * Shares of the cells among all weighted answers of both waves (they add to 1), their covariance by
 * linearisation with one number per respondent, and the degrees of freedom.
 */
export type WeightedTable = { shares: number[]; covariance: number[][]; df: number };

/** Position of a cell: category by category, earlier wave (t = 0) before later (t = 1). */
export function cellOf(category: number, t: number): number {
  return 2 * category + t;
}

/** Score vector of a row, one number per cell of the table; category NaN = outside the base. */
type RowScores = (profile: number, category: number) => Float64Array;

/**
 * The table of a group.
 *
 * @param design of the two waves, without finite-population correction
 * @param categories contributions that number the categories from 0 to `categoryCount` − 1
 * @returns null if a wave has no answers
 */
export function weightedTable(
  analysis: Analysis,
  design: Design,
  categories: Contributions,
  group: Group,
  indices: readonly [number, number],
  categoryCount: number,
): WeightedTable | null {
  const cells = indices.map((wave) => waveContributions(analysis, categories, wave));
  const shares = Array<number>(2 * categoryCount).fill(0);
  const answers = [0, 0];
  const strata = new Set<number>();
  let total = 0;
  cells.forEach((waveCells, t) => {
    forEachCell(waveCells, group.profiles, (profile, category, count) => {
      const weight = count * design.weights[t]!.weight[profile]!;
      shares[cellOf(category, t)]! += weight;
      total += weight;
      answers[t]! += count;
      strata.add(design.stratumOf[profile]!);
    });
  });
  if (answers[0] === 0 || answers[1] === 0) return null;
  shares.forEach((share, cell) => {
    shares[cell] = share / total;
  });
  const scores = cells.map((waveCells, t) => rowScores(design, t, waveCells, group, shares, total));
  const joint = pairContributions(analysis, categories, indices[0], indices[1]);
  const sums = createCovarianceSums(design, shares.length);
  let both = 0;
  forEachMatched(joint, (a, valueA, b, valueB, count) => {
    const isInGroup = group.members[a] === 1 && group.members[b] === 1;
    if (isInGroup && !Number.isNaN(valueA) && !Number.isNaN(valueB)) both += count;
    const later = scores[1]!(b, valueB);
    sums.add(
      design.stratumOf[a]!,
      scores[0]!(a, valueA).map((score, cell) => score + later[cell]!),
      count,
    );
  });
  cells.forEach((waveCells, t) => {
    for (const { profile, category, count } of unmatched(design, t, waveCells, joint)) {
      if (count > 0) sums.add(design.stratumOf[profile]!, scores[t]!(profile, category), count);
    }
  });
  return { shares, covariance: sums.covariance(), df: answers[0]! + answers[1]! - both - strata.size };
}

function forEachCell(
  cells: ContributionCells,
  profiles: Iterable<number>,
  take: (profile: number, category: number, count: number) => void,
): void {
  for (const profile of profiles) {
    for (let cell = cells.start[profile]!; cell < cells.start[profile + 1]!; cell++) {
      take(profile, cells.value[cell]!, cells.count[cell]!);
    }
  }
}

/** Every respondent of both waves: profile and category (NaN = outside) in each, with their count. */
function forEachMatched(
  joint: ContributionBlocks,
  take: (a: number, valueA: number, b: number, valueB: number, count: number) => void,
): void {
  joint.rows.forEach((rows, block) => {
    const [a, b] = [joint.earlierProfile[block]!, joint.laterProfile[block]!];
    let outside = rows;
    for (let cell = joint.start[block]!; cell < joint.start[block + 1]!; cell++) {
      take(a, joint.earlierValue[cell]!, b, joint.laterValue[cell]!, joint.count[cell]!);
      outside -= joint.count[cell]!;
    }
    if (outside > 0) take(a, Number.NaN, b, Number.NaN, outside);
  });
}

/** Rows of one wave whose respondents have none in the other: by profile and category (NaN = outside). */
function unmatched(
  design: Design,
  t: number,
  cells: ContributionCells,
  joint: ContributionBlocks,
): { profile: number; category: number; count: number }[] {
  const left = new Map<string, { profile: number; category: number; count: number }>();
  const profiles = design.rows[t]!;
  profiles.forEach((count, profile) => {
    left.set(`${profile} ${Number.NaN}`, { profile, category: Number.NaN, count });
  });
  forEachCell(cells, profiles.keys(), (profile, category, count) => {
    left.set(`${profile} ${category}`, { profile, category, count });
    left.get(`${profile} ${Number.NaN}`)!.count -= count;
  });
  forEachMatched(joint, (a, valueA, b, valueB, count) => {
    left.get(t === 0 ? `${a} ${valueA}` : `${b} ${valueB}`)!.count -= count;
  });
  return [...left.values()];
}

function rowScores(
  design: Design,
  t: number,
  cells: ContributionCells,
  group: Group,
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
          const sums = new Float64Array(group.members.length);
          forEachCell(cells, group.profiles, (profile, category, count) => {
            sums[profile]! += count * rho(cell, category);
          });
          return projection(sums);
        });
  return (profile, category) => {
    const isInside = group.members[profile] === 1 && !Number.isNaN(category);
    return Float64Array.from(shares, (_, cell) => {
      const explained = fitted === null ? 0 : fitted[cell]![profile]!;
      return weight[profile]! * ((isInside ? rho(cell, category) : 0) - explained);
    });
  };
}

/** Collects score vectors of respondents and gives their covariance by stratum; who is absent has scores of 0. */
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
        for (let cell = 0; cell < size; cell++) {
          means[h]![cell]! += (count * scores[cell]!) / design.respondents[h]!;
        }
      }
      const total = Array.from({ length: size }, () => Array<number>(size).fill(0));
      const include = (h: number, scores: Float64Array, count: number): void => {
        const n = design.respondents[h]!;
        const factor = count * (n > 1 ? n / (n - 1) : 1);
        for (let i = 0; i < size; i++) {
          const weighted = factor * (scores[i]! - means[h]![i]!);
          for (let j = 0; j < size; j++) total[i]![j]! += weighted * (scores[j]! - means[h]![j]!);
        }
      };
      for (const { h, scores, count } of entries) include(h, scores, count);
      absent.forEach((count, h) => {
        if (count > 0) include(h, new Float64Array(size), count);
      });
      return total;
    },
  };
}
