// Sums over respondents of products of linearised scores, stratum by stratum, from cells instead of rows.

import type { Design } from "./design.ts";
import type { ContributionCells, ContributionPairCells } from "./measure-cells.ts";

/**
 * The linearised scores of one wave: a row of the group with contribution y has the score
 * w·((y − estimate)/weight − fitted), every other row of the wave −w·fitted, an absent respondent 0.
 */
export type WaveScores = {
  estimate: number;
  /** Sum of the weights in the group. */
  weight: number;
  /** Fitted score x'B per profile; null where nothing is calibrated. */
  fitted: Float64Array | null;
  /** Per profile: sum of (y − estimate)/weight over its rows in the group. */
  sums: Float64Array;
  cells: ContributionCells;
  members: Uint8Array;
};

function stratumMeans(design: Design, t: number, scores: WaveScores): Float64Array {
  const { weight } = design.weights[t]!;
  const rows = design.rows[t]!;
  const totals = new Float64Array(design.stratumCount);
  for (let profile = 0; profile < weight.length; profile++) {
    if (rows[profile] === 0) continue;
    const fitted = scores.fitted === null ? 0 : rows[profile]! * scores.fitted[profile]!;
    totals[design.stratumOf[profile]!]! += weight[profile]! * (scores.sums[profile]! - fitted);
  }
  return totals.map((total, h) => (design.respondents[h]! > 1 ? total / design.respondents[h]! : 0));
}

function assemble(design: Design, s: number, t: number, sums: Float64Array): number {
  const factor = design.factors[s]![t]!;
  let total = 0;
  for (let h = 0; h < design.stratumCount; h++) {
    const n = design.respondents[h]!;
    if (n === 0) continue;
    total += factor[h]! * (n > 1 ? n / (n - 1) : 1) * sums[h]!;
  }
  return total;
}

/** Variance of the estimate of one wave (position `t` of the design), before the numeric-zero rule. */
export function variance(design: Design, t: number, scores: WaveScores): number {
  const means = stratumMeans(design, t, scores);
  const { weight } = design.weights[t]!;
  const rows = design.rows[t]!;
  const { cells, members, fitted } = scores;
  const sums = new Float64Array(design.stratumCount);
  const remaining = Float64Array.from(rows);
  for (let index = 0; index < cells.count.length; index++) {
    const profile = cells.profile[index]!;
    if (members[profile] === 0) continue;
    const h = design.stratumOf[profile]!;
    const rho = (cells.value[index]! - scores.estimate) / scores.weight;
    const score = weight[profile]! * (rho - (fitted === null ? 0 : fitted[profile]!)) - means[h]!;
    sums[h]! += cells.count[index]! * score * score;
    remaining[profile]! -= cells.count[index]!;
  }
  for (let profile = 0; profile < rows.length; profile++) {
    if (remaining[profile] === 0) continue;
    const h = design.stratumOf[profile]!;
    const score = -(fitted === null ? 0 : weight[profile]! * fitted[profile]!) - means[h]!;
    sums[h]! += remaining[profile]! * score * score;
  }
  for (let h = 0; h < sums.length; h++) {
    sums[h]! += (design.respondents[h]! - design.stratumRows[t]![h]!) * means[h]! * means[h]!;
  }
  return assemble(design, t, t, sums);
}

/** Covariance of the estimates of two waves (positions `s` < `t`), before the numeric-zero rule. */
export function crossCovariance(
  design: Design,
  s: number,
  t: number,
  earlier: WaveScores,
  later: WaveScores,
  joint: ContributionPairCells,
): number {
  const meansA = stratumMeans(design, s, earlier);
  const meansB = stratumMeans(design, t, later);
  const products = new Float64Array(design.stratumCount);
  const sumsA = new Float64Array(design.stratumCount);
  const sumsB = new Float64Array(design.stratumCount);
  const seen = new Float64Array(design.stratumCount);
  const weightA = design.weights[s]!.weight;
  const weightB = design.weights[t]!.weight;
  const { earlierProfile, earlierValue, laterProfile, laterValue, count } = joint;
  for (let index = 0; index < count.length; index++) {
    const a = earlierProfile[index]!;
    const b = laterProfile[index]!;
    const scoreA = scoreOf(earlier, a, earlierValue[index]!, weightA[a]!);
    const scoreB = scoreOf(later, b, laterValue[index]!, weightB[b]!);
    if (scoreA === 0 && scoreB === 0) continue;
    const h = design.stratumOf[a]!;
    const n = count[index]!;
    const centredA = scoreA - meansA[h]!;
    const centredB = scoreB - meansB[h]!;
    products[h]! += n * centredA * centredB;
    sumsA[h]! += n * centredA;
    sumsB[h]! += n * centredB;
    seen[h]! += n;
  }
  for (let h = 0; h < design.stratumCount; h++) {
    const n = design.respondents[h]!;
    const [meanA, meanB] = [meansA[h]!, meansB[h]!];
    const onlyA = (n - design.stratumRows[s]![h]!) * meanA - sumsA[h]!;
    const onlyB = (n - design.stratumRows[t]![h]!) * meanB - sumsB[h]!;
    const rowsA = design.stratumRows[s]![h]! - seen[h]!;
    const rowsB = design.stratumRows[t]![h]! - seen[h]!;
    products[h]! += -onlyA * meanB - onlyB * meanA + (n - seen[h]! - rowsA - rowsB) * meanA * meanB;
  }
  return assemble(design, s, t, products);
}

function scoreOf(scores: WaveScores, profile: number, value: number, weight: number): number {
  const isInside = scores.members[profile] === 1 && !Number.isNaN(value);
  const rho = isInside ? (value - scores.estimate) / scores.weight : 0;
  return weight * (rho - (scores.fitted === null ? 0 : scores.fitted[profile]!));
}
