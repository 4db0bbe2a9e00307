// Confidence intervals of one proportion: Wilson's score interval (the one shown), and the beta and logit
// intervals of complex surveys for comparison with R.

import { betaQuantile, normalCritical, tCritical, tQuantile } from "./distributions.ts";

/** Lower and upper limit, in the unit of the estimate. */
export type Interval = { lower: number; upper: number };

/**
 * Wilson score interval of a proportion, at a given normal deviate.
 *
 * Source: Wilson 1927, JASA 22; Newcombe 1998, Stat. Med. 17:857. R (unweighted): prop.test(x, n, correct = FALSE)$conf.int.
 *
 * @param proportion 0–1; 0 gives a lower limit of exactly 0, 1 an upper limit of exactly 1
 * @param n (effective) number of answers, > 0, may be fractional; Infinity gives the point itself
 * @param z normal deviate ≥ 0, 1.96 for 95 %
 * @returns limits on the 0–1 scale
 */
export function wilsonAt(proportion: number, n: number, z: number): Interval {
  if (n === Number.POSITIVE_INFINITY) return { lower: proportion, upper: proportion };
  const zz = z * z;
  const shrink = 1 + zz / n;
  const centre = (proportion + zz / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((proportion * (1 - proportion)) / n + zz / (4 * n * n));
  return {
    lower: proportion === 0 ? 0 : Math.max(0, centre - half),
    upper: proportion === 1 ? 1 : Math.min(1, centre + half),
  };
}

/** Wilson score interval at confidence `level` (0–1); see `wilsonAt`. */
export function wilsonInterval(proportion: number, n: number, level: number): Interval {
  return wilsonAt(proportion, n, normalCritical(level));
}

/**
 * Korn–Graubard beta ("exact") interval of a proportion from a complex survey.
 *
 * Effective size p(1-p)/V, adjusted by the ratio of t quantiles; where p is 0 or 1, or V is 0, Kish's
 * effective size takes its place. Not capped at n. Source: Korn & Graubard 1998, Survey Methodology 24.
 * R: svyciprop(method = "beta"), with n the number of valid answers in the group.
 *
 * @param input proportion 0–1, its variance, n valid answers (unweighted), design df, Kish's effective size, level 0–1
 * @returns limits on the 0–1 scale; null where df < 1 or n < 2 and the ratio of t quantiles is needed, or nothing was answered
 */
export function betaInterval(input: {
  proportion: number;
  variance: number;
  n: number;
  df: number;
  kishSize: number;
  level: number;
}): Interval | null {
  const { proportion: p, variance, n, df, kishSize, level } = input;
  const tail = (1 - level) / 2;
  if (n < 1) return null;
  let size = kishSize;
  if (p !== 0 && p !== 1 && variance !== 0) {
    if (df < 1 || n < 2) return null;
    size = ((p * (1 - p)) / variance) * (tQuantile(tail, n - 1) / tQuantile(tail, df)) ** 2;
  }
  if (size === Number.POSITIVE_INFINITY) return { lower: p, upper: p };
  return {
    lower: p === 0 ? 0 : betaQuantile(tail, size * p, size * (1 - p) + 1),
    upper: p === 1 ? 1 : betaQuantile(1 - tail, size * p + 1, size * (1 - p)),
  };
}

/**
 * Logit interval of a proportion from a complex survey. R: svyciprop(method = "logit").
 *
 * @param proportion 0–1
 * @param variance design variance of the proportion
 * @param df design degrees of freedom
 * @param level confidence level 0–1
 * @returns limits on the 0–1 scale; null for a proportion of 0 or 1, or df < 1
 */
export function logitInterval(
  proportion: number,
  variance: number,
  df: number,
  level: number,
): Interval | null {
  if (proportion === 0 || proportion === 1 || df < 1) return null;
  const logit = Math.log(proportion / (1 - proportion));
  const half = (tCritical(level, df) * Math.sqrt(variance)) / (proportion * (1 - proportion));
  return { lower: 1 / (1 + Math.exp(half - logit)), upper: 1 / (1 + Math.exp(-half - logit)) };
}
