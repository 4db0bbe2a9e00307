// Estimates of one measure for one group in each of a set of waves, with the covariances that come from
// the respondents the waves share: the linearised variance on which every interval and test rests.

import { type Analysis, type GroupSelector, profilesIn } from "./analysis.ts";
import { type Design, designOf, waveSetIndex } from "./design.ts";
import { crossCovariance, variance, type WaveScores } from "./linearised-variance.ts";
import { baseClassesOf } from "./measure.ts";
import {
  type ContributionCells,
  contributionsOf,
  type LocatedMeasure,
  pairContributions,
  waveContributions,
} from "./measure-cells.ts";

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

/** A measure in a group over the waves of a design. */
export type Domain = {
  design: Design;
  waves: readonly DomainWave[];
  /** Covariances of the estimates; null where a wave has nobody in the base. */
  covariance: readonly (readonly number[])[] | null;
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
  group: GroupSelector,
  waves: readonly number[],
): Domain {
  const design = designOf(analysis, waves);
  const members = profilesIn(analysis, group);
  const cells = waves.map((wave) => waveContributions(analysis, contributionsOf(located), wave));
  const domainWaves = cells.map((waveCells, t) => summarise(design, t, waveCells, members));
  const respondents = countRespondents(analysis, located, members, waves, domainWaves);
  const strata = countStrata(design, cells, members);
  const base = { design, waves: domainWaves, respondents, df: respondents - strata };
  if (domainWaves.some((wave) => wave.estimate === null)) return { ...base, covariance: null };

  const scores = cells.map((waveCells, t) => scoresOf(design, t, waveCells, members, domainWaves[t]!));
  const variances = scores.map((score, t) => zeroed(variance(design, t, score), domainWaves[t]!.estimate!));
  const covariance = waves.map((earlier, s) =>
    waves.map((later, t) => {
      if (s === t) return variances[s]!;
      if (s > t) return 0;
      const isCalibrated = design.weights[s]!.projection !== null || design.weights[t]!.projection !== null;
      const joint = pairContributions(analysis, contributionsOf(located), earlier, later, isCalibrated);
      const value = crossCovariance(design, s, t, scores[s]!, scores[t]!, joint);
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
 * Variance of a contrast Σ a·θ, exactly 0 where only rounding (or an overcorrected finite population) made it.
 *
 * @param coefficients one per wave of the domain
 */
export function contrastVariance(domain: Domain, coefficients: readonly number[]): number {
  const covariance = domain.covariance!;
  let total = 0;
  let diagonal = 0;
  coefficients.forEach((a, s) => {
    coefficients.forEach((b, t) => {
      total += a * b * covariance[s]![t]!;
    });
    diagonal += a * a * covariance[s]![s]!;
  });
  return total <= 1e-12 * diagonal ? 0 : total;
}

function summarise(design: Design, t: number, cells: ContributionCells, members: Uint8Array): DomainWave {
  const { weight } = design.weights[t]!;
  const fractions = design.fractions[t]!;
  let [n, yes, sum, sumOfValues, squares, uncorrected] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < cells.count.length; index++) {
    const profile = cells.profile[index]!;
    if (members[profile] === 0) continue;
    const count = cells.count[index]!;
    const w = weight[profile]!;
    n += count;
    if (cells.value[index] === 1) yes += count;
    sum += count * w;
    sumOfValues += count * w * cells.value[index]!;
    squares += count * w * w * (1 - fractions[design.stratumOf[profile]!]!);
    uncorrected += count * w * w;
  }
  const estimate = n === 0 ? null : sumOfValues / sum;
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
  members: Uint8Array,
  wave: DomainWave,
): WaveScores {
  const sums = new Float64Array(members.length);
  const estimate = wave.estimate!;
  for (let index = 0; index < cells.count.length; index++) {
    const profile = cells.profile[index]!;
    if (members[profile] === 0) continue;
    sums[profile]! += (cells.count[index]! * (cells.value[index]! - estimate)) / wave.weight;
  }
  const projection = design.weights[t]!.projection;
  return {
    estimate,
    weight: wave.weight,
    fitted: projection === null ? null : projection(sums),
    sums,
    cells,
    members,
  };
}

function countRespondents(
  analysis: Analysis,
  located: LocatedMeasure,
  members: Uint8Array,
  waves: readonly number[],
  domainWaves: readonly DomainWave[],
): number {
  if (waves.length === 1) return domainWaves[0]!.n;
  if (waves.length === 2) {
    const joint = pairContributions(analysis, contributionsOf(located), waves[0]!, waves[1]!, false);
    let both = 0;
    for (let index = 0; index < joint.count.length; index++) {
      if (members[joint.earlierProfile[index]!] === 0 || members[joint.laterProfile[index]!] === 0) continue;
      if (Number.isNaN(joint.earlierValue[index]!) || Number.isNaN(joint.laterValue[index]!)) continue;
      both += joint.count[index]!;
    }
    return domainWaves[0]!.n + domainWaves[1]!.n - both;
  }
  const cells = located.variable.paths[waveSetIndex(analysis, waves)]!;
  const classes = baseClassesOf(located.measure);
  let total = 0;
  cells.count.forEach((count, index) => {
    const path = cells.path.subarray(index * waves.length, (index + 1) * waves.length);
    if (path.some((packed) => packed >= 0 && classes.has(packed & 3) && members[packed >> 2] === 1))
      total += count;
  });
  return total;
}

function countStrata(design: Design, cells: readonly ContributionCells[], members: Uint8Array): number {
  const strata = new Set<number>();
  for (const waveCells of cells) {
    for (const profile of waveCells.profile)
      if (members[profile] === 1) strata.add(design.stratumOf[profile]!);
  }
  return strata.size;
}
