// Words that go beside a figure: what its method could not do, or what its precision does not mean.

import type { Domain } from "./domain.ts";

/**
 * `population-part-not-covered`: a weighting cell with a known share has no respondents. `no-variation`: all
 * answers alike, so the standard error of 0 is no certainty. `free-of-sampling-error`: everybody invited
 * answered and the population is finite. `variance-below-zero`: the finite-population correction of a partial
 * overlap overshot, the variance was set to 0. `no-overlap-in-finite-population`: nobody answered twice, the
 * covariance cannot be estimated and the interval is too short; state such a change without the correction.
 */
export type EstimateNote =
  | "population-part-not-covered"
  | "no-variation"
  | "free-of-sampling-error"
  | "variance-below-zero"
  | "no-overlap-in-finite-population";

/**
 * The notes of a figure.
 *
 * @param rawVariance its variance before negative and rounding-sized values were set to 0
 * @param variance the variance that is used
 */
export function notesOf(domain: Domain, rawVariance: number, variance: number): EstimateNote[] {
  const { design, waves } = domain;
  const notes: EstimateNote[] = [];
  if (design.weights.some((weights) => weights.uncovered.length > 0))
    notes.push("population-part-not-covered");
  const isCensus = waves.every((wave) => wave.effectiveSize === Number.POSITIVE_INFINITY);
  const diagonal = domain.covariance?.reduce((sum, row, t) => sum + row[t]!, 0) ?? 0;
  if (isCensus) notes.push("free-of-sampling-error");
  else if (rawVariance < -1e-12 * diagonal) notes.push("variance-below-zero");
  else if (variance === 0) notes.push("no-variation");
  const isCorrected = design.fractions.some((fractions) => fractions.some((fraction) => fraction > 0));
  if (isCorrected && domain.overlap !== null && domain.overlap.both === 0) {
    notes.push("no-overlap-in-finite-population");
  }
  return notes;
}
