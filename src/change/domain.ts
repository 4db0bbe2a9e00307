// Estimates of one measure for one group in each of a set of waves, with the covariances that come from
// the respondents the waves share: the linearised variance on which every interval and test rests.

import { type Analysis, blocksWithin, type Group, type GroupSelector, groupOf } from "./analysis.ts";
import { type Design, designOf, waveSetIndex } from "./design.ts";
import { crossCovariance, variance, type WaveScores } from "./linearised-variance.ts";
import { baseClassesOf } from "./measure.ts";
import {
  type ContributionCells,
  type LocatedMeasure,
  pairContributions,
  waveContributions,
} from "./measure-cells.ts";
import { type Overlap, overlapOf } from "./overlap.ts";

/** One wave of a domain. Counts are unweighted; `estimate` is null where nobody is in the base. */
export type DomainWave = {
  n: number;
  /** Answers that count 1 (the "yes" of a share). */
  yes: number;
  /** Sum of the weights. */
  weight: number;
  estimate: number | null;
  /** Sum of w²(1 − f): with `weight` it makes the effective size. */
  squaredWeights: number;
  /** Kish's effective size; Infinity where every fraction is 1. */
  effectiveSize: number;
};

/** A measure in a group over the waves of a design; `cells` per wave. */
export type Domain = {
  design: Design;
  group: Group;
  cells: readonly ContributionCells[];
  waves: readonly DomainWave[];
  /** Covariances of the estimates; null where a wave has nobody in the base. */
  covariance: readonly (readonly number[])[] | null;
  /** What two waves share; null for one wave or more than two. */
  overlap: Overlap | null;
  /** Respondents in the base in at least one wave. */
  respondents: number;
  /** `respondents` minus the strata they come from; may be below 1. */
  df: number;
};

/**
 * Estimates and covariances by linearisation, respondents as with-replacement clusters.
 *
 * Source: Binder 1983, Int. Stat. Rev. 51; Deville & Särndal 1992, JASA 87 (residuals of calibration).
 * R: svydesign(ids = ~respondent) on the stacked rows, postStratify or calibrate, then
 * coef and vcov of svyglm(y ~ 0 + factor(wave), subset(des, group & !is.na(y))), degf().
 *
 * @param waves indices, earlier first
 */
export function estimateDomain(
  analysis: Analysis,
  located: LocatedMeasure,
  selector: GroupSelector,
  waves: readonly number[],
): Domain {
  const design = designOf(analysis, waves);
  const group = groupOf(analysis, selector);
  const cells = waves.map((wave) => waveContributions(analysis, located.contributions, wave));
  const domainWaves = cells.map((waveCells, t) => summarise(design, t, waveCells, group));
  const jointOf = (earlier: number, later: number) => ({
    joint: pairContributions(analysis, located.contributions, earlier, later),
    within: blocksWithin(analysis, group, earlier, later),
  });
  const shared = waves.length === 2 ? jointOf(waves[0]!, waves[1]!) : null;
  const overlap = shared === null ? null : overlapOf(design, shared.joint, shared.within);
  const respondents =
    waves.length > 2
      ? countOnPaths(analysis, located, group, waves)
      : domainWaves.reduce((sum, wave) => sum + wave.n, 0) - (overlap?.both ?? 0);
  const df = respondents - countStrata(design, cells, group);
  const base = { design, group, cells, waves: domainWaves, overlap, respondents, df };
  if (domainWaves.some((wave) => wave.estimate === null)) return { ...base, covariance: null };

  const scores = cells.map((waveCells, t) => scoresOf(design, t, waveCells, group, domainWaves[t]!));
  const variances = scores.map((score, t) => zeroed(variance(design, t, score), domainWaves[t]!.estimate!));
  const covariance = waves.map((earlier, s) =>
    waves.map((later, t) => {
      if (s === t) return variances[s]!;
      if (s > t) return 0;
      if (variances[s] === 0 || variances[t] === 0) return 0;
      const { joint, within } = shared ?? jointOf(earlier, later);
      const value = crossCovariance(design, s, t, scores[s]!, scores[t]!, joint, within);
      return Math.abs(value) <= 1e-12 * Math.sqrt(variances[s]! * variances[t]!) ? 0 : value;
    }),
  );
  for (let s = 0; s < waves.length; s++) for (let t = 0; t < s; t++) covariance[s]![t] = covariance[t]![s]!;
  return { ...base, covariance };
}

/** A variance so small that only rounding made it is exactly 0. */
function zeroed(value: number, estimate: number): number {
  return value <= 1e-20 * Math.max(1, estimate * estimate) ? 0 : value;
}

/**
 * Variance of a contrast Σ a·θ: as computed (`raw`), and exactly 0 where only rounding or an overcorrected finite
 * population made it.
 *
 * @param coefficients one per wave of the domain
 */
export function contrastVariance(
  domain: Domain,
  coefficients: readonly number[],
): { raw: number; variance: number } {
  const covariance = domain.covariance!;
  let raw = 0;
  let diagonal = 0;
  coefficients.forEach((a, s) => {
    coefficients.forEach((b, t) => {
      raw += a * b * covariance[s]![t]!;
    });
    diagonal += a * a * covariance[s]![s]!;
  });
  return { raw, variance: raw <= 1e-12 * diagonal ? 0 : raw };
}

function summarise(design: Design, t: number, cells: ContributionCells, group: Group): DomainWave {
  const { weight } = design.weights[t]!;
  const fractions = design.fractions[t]!;
  let [n, yes, sum, sumOfValues, squares, uncorrected] = [0, 0, 0, 0, 0, 0];
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const profile of group.profiles) {
    const w = weight[profile]!;
    let inProfile = 0;
    for (let cell = cells.start[profile]!; cell < cells.start[profile + 1]!; cell++) {
      const count = cells.count[cell]!;
      const value = cells.value[cell]!;
      inProfile += count;
      if (value === 1) yes += count;
      if (value < smallest) smallest = value;
      if (value > largest) largest = value;
      sumOfValues += count * w * value;
    }
    n += inProfile;
    sum += inProfile * w;
    squares += inProfile * w * w * (1 - fractions[design.stratumOf[profile]!]!);
    uncorrected += inProfile * w * w;
  }
  const estimate = n === 0 ? null : smallest === largest ? smallest : sumOfValues / sum;
  const isWithoutError = n > 0 && squares <= 1e-15 * uncorrected;
  return {
    n,
    yes,
    weight: sum,
    estimate,
    squaredWeights: isWithoutError ? 0 : squares,
    effectiveSize: isWithoutError ? Number.POSITIVE_INFINITY : n === 0 ? 0 : (sum * sum) / squares,
  };
}

function scoresOf(
  design: Design,
  t: number,
  cells: ContributionCells,
  group: Group,
  wave: DomainWave,
): WaveScores {
  const sums = new Float64Array(group.members.length);
  const estimate = wave.estimate!;
  for (const profile of group.profiles) {
    for (let cell = cells.start[profile]!; cell < cells.start[profile + 1]!; cell++) {
      sums[profile]! += (cells.count[cell]! * (cells.value[cell]! - estimate)) / wave.weight;
    }
  }
  const projection = design.weights[t]!.projection;
  return {
    estimate,
    weight: wave.weight,
    fitted: projection === null ? null : projection(sums),
    sums,
    cells,
    group,
  };
}

/** Respondents in the base in at least one of three or more waves. */
function countOnPaths(
  analysis: Analysis,
  located: LocatedMeasure,
  group: Group,
  waves: readonly number[],
): number {
  const cells = located.contributions.variable.paths[waveSetIndex(analysis, waves)]!;
  const classes = baseClassesOf(located.measure);
  let total = 0;
  cells.count.forEach((count, index) => {
    const path = cells.path.subarray(index * waves.length, (index + 1) * waves.length);
    if (path.some((packed) => packed >= 0 && classes.has(packed & 3) && group.members[packed >> 2] === 1))
      total += count;
  });
  return total;
}

function countStrata(design: Design, cells: readonly ContributionCells[], group: Group): number {
  const isUsed = new Uint8Array(design.stratumCount);
  for (const { start } of cells) {
    for (const profile of group.profiles) {
      if (start[profile + 1]! > start[profile]!) isUsed[design.stratumOf[profile]!] = 1;
    }
  }
  return isUsed.reduce((sum, used) => sum + used, 0);
}
