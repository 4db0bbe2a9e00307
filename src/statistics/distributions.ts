// Distribution functions under the names survey statistics uses: tail probabilities and quantiles of the
// normal, t, chi-square, F, beta and binomial. The numerics come from stdlib; this is its only door.

import beta from "@stdlib/stats-base-dists-beta";
import binomial from "@stdlib/stats-base-dists-binomial";
import chisquare from "@stdlib/stats-base-dists-chisquare";
import normal from "@stdlib/stats-base-dists-normal";
import studentT from "@stdlib/stats-base-dists-t";

/** Standard normal quantile; `proportion` in 0–1. R: qnorm(p). */
export function normalQuantile(proportion: number): number {
  return normal.quantile(proportion, 0, 1);
}

/** P(Z > z) of a standard normal, 0–1. R: pnorm(z, lower.tail = FALSE). */
export function normalUpperTail(z: number): number {
  return normal.cdf(-z, 0, 1);
}

/** The z of a two-sided interval at confidence `level` (0–1): 1.96 at 0.95. R: qnorm(1 - (1 - level)/2). */
export function normalCritical(level: number): number {
  return normalQuantile(1 - (1 - level) / 2);
}

/** The t of a two-sided interval at confidence `level` (0–1); `df` > 0. R: qt(1 - (1 - level)/2, df). */
export function tCritical(level: number, df: number): number {
  return studentT.quantile(1 - (1 - level) / 2, df);
}

/** Quantile of Student's t; `proportion` in 0–1, `df` > 0. R: qt(p, df). */
export function tQuantile(proportion: number, df: number): number {
  return studentT.quantile(proportion, df);
}

/** Two-sided p-value of a t statistic, 0–1; `df` > 0. R: 2 * pt(-abs(t), df). */
export function tTwoSided(statistic: number, df: number): number {
  return 2 * studentT.cdf(-Math.abs(statistic), df);
}

/** P(X > x) of a chi-square variable, 0–1. R: pchisq(x, df, lower.tail = FALSE). */
export function chiSquareUpperTail(x: number, df: number): number {
  return 1 - chisquare.cdf(x, df);
}

/**
 * P(F > x), 0–1; both degrees of freedom > 0, not necessarily whole.
 * By the beta distribution, so that small tails keep their digits. R: pf(x, df1, df2, lower.tail = FALSE).
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  return beta.cdf(df2 / (df2 + df1 * x), df2 / 2, df1 / 2);
}

/** Beta quantile with shapes > 0. R: qbeta(p, a, b). */
export function betaQuantile(proportion: number, a: number, b: number): number {
  return beta.quantile(proportion, a, b);
}

/** P(X ≤ k) in `n` trials with success chance one half. R: pbinom(k, n, 0.5); 0 for k < 0. */
export function fairCoinAtMost(k: number, n: number): number {
  return k < 0 ? 0 : binomial.cdf(k, n, 0.5);
}

/** P(X = k) in `n` trials with success chance one half. R: dbinom(k, n, 0.5). */
export function fairCoinExactly(k: number, n: number): number {
  return binomial.pmf(k, n, 0.5);
}
