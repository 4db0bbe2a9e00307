// Student's and Welch's t-tests from counted values.

import { tCritical, tTwoSided } from "./distributions.ts";
import type { Interval } from "./proportion-interval.ts";

/** A value and how many observations have it. */
export type CountedValue = { value: number; count: number };

/** Number, mean and variance (n − 1 in the denominator; null below two) of counted values. */
export type Sample = { n: number; mean: number; variance: number | null };

/** A t-test: the mean (difference), its statistic, df, two-sided p and interval. */
export type TTest = { difference: number; statistic: number; df: number; p: number; interval: Interval };

/** Summary of counted values; null if there are none. */
export function summariseSample(values: readonly CountedValue[]): Sample | null {
  const n = values.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const mean = values.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  const squares = values.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0);
  return { n, mean, variance: n < 2 ? null : squares / (n - 1) };
}

/** As R: an error of the mean this small beside the mean is rounding, the data are constant. */
function isConstant(standardError: number, ...means: number[]): boolean {
  return standardError <= 10 * Number.EPSILON * Math.max(...means.map(Math.abs));
}

/**
 * One-sample t-test of paired differences against 0. R: t.test(later, earlier, paired = TRUE).
 *
 * @param differences later − earlier, scale points
 * @param level confidence level 0–1
 * @returns null below two pairs and for constant differences
 */
export function pairedTTest(differences: readonly CountedValue[], level: number): TTest | null {
  const sample = summariseSample(differences);
  if (sample === null || sample.variance === null) return null;
  const standardError = Math.sqrt(sample.variance / sample.n);
  if (isConstant(standardError, sample.mean)) return null;
  return finish(sample.mean, standardError, sample.n - 1, level);
}

/**
 * Welch's t-test of two independent samples. R: t.test(first, second).
 *
 * @param level confidence level 0–1
 * @returns first − second; null if either has fewer than two values, or both are constant
 */
export function welchTTest(
  first: readonly CountedValue[],
  second: readonly CountedValue[],
  level: number,
): TTest | null {
  const [a, b] = [summariseSample(first), summariseSample(second)];
  if (a === null || b === null || a.variance === null || b.variance === null) return null;
  const [errorA, errorB] = [a.variance / a.n, b.variance / b.n];
  const standardError = Math.sqrt(errorA + errorB);
  if (isConstant(standardError, a.mean, b.mean)) return null;
  const df = (errorA + errorB) ** 2 / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  return finish(a.mean - b.mean, standardError, df, level);
}

function finish(difference: number, standardError: number, df: number, level: number): TTest {
  const statistic = difference / standardError;
  const half = tCritical(level, df) * standardError;
  return {
    difference,
    statistic,
    df,
    p: tTwoSided(statistic, df),
    interval: { lower: difference - half, upper: difference + half },
  };
}
