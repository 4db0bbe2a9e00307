// Sums over respondents of products of linearised scores, stratum by stratum, from cells instead of rows.

import type { Group } from "./analysis.ts";
import type { Design } from "./design.ts";
import type { ContributionBlocks, ContributionCells } from "./measure-cells.ts";

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
  group: Group;
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
  const { cells, group, fitted } = scores;
  const sums = new Float64Array(design.stratumCount);
  const remaining = Float64Array.from(rows);
  for (const profile of group.profiles) {
    const h = design.stratumOf[profile]!;
    const shift = (fitted === null ? 0 : weight[profile]! * fitted[profile]!) + means[h]!;
    const scale = weight[profile]! / scores.weight;
    for (let cell = cells.start[profile]!; cell < cells.start[profile + 1]!; cell++) {
      const score = (cells.value[cell]! - scores.estimate) * scale - shift;
      sums[h]! += cells.count[cell]! * score * score;
      remaining[profile]! -= cells.count[cell]!;
    }
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

/** Sums over the respondents whose scores were looked at, per stratum, of centred scores and their products. */
type CrossSums = { products: Float64Array; earlier: Float64Array; later: Float64Array; seen: Float64Array };

/**
 * Covariance of the estimates of two waves (positions `s` < `t`), before the numeric-zero rule.
 *
 * @param within the blocks of respondents who are in the group in both waves
 */
export function crossCovariance(
  design: Design,
  s: number,
  t: number,
  earlier: WaveScores,
  later: WaveScores,
  joint: ContributionBlocks,
  within: Int32Array,
): number {
  const meansA = stratumMeans(design, s, earlier);
  const meansB = stratumMeans(design, t, later);
  const empty = (): Float64Array => new Float64Array(design.stratumCount);
  const sums: CrossSums = { products: empty(), earlier: empty(), later: empty(), seen: empty() };
  if (earlier.fitted === null && later.fitted === null) {
    for (const block of within) addBlock(design, s, t, earlier, later, joint, block, meansA, meansB, sums);
  } else {
    for (let block = 0; block < joint.rows.length; block++) {
      addBlock(design, s, t, earlier, later, joint, block, meansA, meansB, sums);
    }
  }
  const { products, earlier: sumsA, later: sumsB, seen } = sums;
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

/**
 * Adds the respondents of one block. Without calibration only those with a score in both waves matter: the
 * others are accounted for from the totals of their wave.
 */
function addBlock(
  design: Design,
  s: number,
  t: number,
  earlier: WaveScores,
  later: WaveScores,
  joint: ContributionBlocks,
  block: number,
  meansA: Float64Array,
  meansB: Float64Array,
  sums: CrossSums,
): void {
  const a = joint.earlierProfile[block]!;
  const b = joint.laterProfile[block]!;
  const h = design.stratumOf[a]!;
  const weightA = design.weights[s]!.weight[a]!;
  const weightB = design.weights[t]!.weight[b]!;
  const outsideA = (earlier.fitted === null ? 0 : -weightA * earlier.fitted[a]!) - meansA[h]!;
  const outsideB = (later.fitted === null ? 0 : -weightB * later.fitted[b]!) - meansB[h]!;
  const isCalibrated = earlier.fitted !== null || later.fitted !== null;
  const isInA = earlier.group.members[a] === 1;
  const isInB = later.group.members[b] === 1;
  const scaleA = weightA / earlier.weight;
  const scaleB = weightB / later.weight;
  let products = 0;
  let sumA = 0;
  let sumB = 0;
  let seen = 0;
  if (isInA || isInB) {
    for (let cell = joint.start[block]!; cell < joint.start[block + 1]!; cell++) {
      const valueA = joint.earlierValue[cell]!;
      const valueB = joint.laterValue[cell]!;
      const hasA = isInA && !Number.isNaN(valueA);
      const hasB = isInB && !Number.isNaN(valueB);
      if (!isCalibrated && !(hasA && hasB)) continue;
      const scoreA = hasA ? (valueA - earlier.estimate) * scaleA + outsideA : outsideA;
      const scoreB = hasB ? (valueB - later.estimate) * scaleB + outsideB : outsideB;
      const count = joint.count[cell]!;
      products += count * scoreA * scoreB;
      sumA += count * scoreA;
      sumB += count * scoreB;
      seen += count;
    }
  }
  if (isCalibrated) {
    const outside = joint.rows[block]! - seen;
    products += outside * outsideA * outsideB;
    sumA += outside * outsideA;
    sumB += outside * outsideB;
    seen += outside;
  }
  sums.products[h]! += products;
  sums.earlier[h]! += sumA;
  sums.later[h]! += sumB;
  sums.seen[h]! += seen;
}
