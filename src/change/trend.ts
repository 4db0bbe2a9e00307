// Development over three or more waves: the chain of steps, the slope per unit of time, and the test of any
// change at all, from one stacked design of all the waves.

import { fUpperTail, tCritical, tTwoSided } from "../statistics/distributions.ts";
import type { Interval } from "../statistics/proportion-interval.ts";
import { solveLinear } from "../statistics/symmetric-matrix.ts";
import { type Analysis, type GroupSelector, locateMeasure, waveIndex } from "./analysis.ts";
import { comparabilityOf, isAskedIn, type PlanItem } from "./cube/analysis-plan.ts";
import { contrastVariance, type Domain, estimateDomain } from "./domain.ts";

/** A difference of two waves with its standard error from the covariance matrix of all of them. */
export type Step = { change: number; standardError: number };

/** Trend of a share (0–1 per unit of time) or mean (scale points per unit of time). */
export type Trend = {
  kind: "trend";
  slope: number;
  standardError: number;
  df: number;
  interval: Interval | null;
  p: number | null;
  /** F test that all waves are equal; statistic and p are null where the differences have no spread, p for df < 1. */
  global: { statistic: number | null; df1: number; df2: number; p: number | null };
  steps: readonly Step[];
  total: Step;
  /** Covariance matrix of the estimates, waves in order. */
  covariance: readonly (readonly number[])[];
};

/** No trend: a wave without valid answers, or waves that cannot be compared. */
export type NoTrend = { kind: "not-computable"; reason: "no-valid-answers" | "not-asked" | "not-comparable" };

/**
 * Trend of a measure in a group over a series of waves.
 *
 * Slope: Σ c·θ with c = (x − x̄)/Σ(x − x̄)², x the real times; standard error √(c'Vc) with V of all waves; Student t.
 * Global test: Wald F of all adjacent differences. R: svycontrast(svyglm(y ~ 0 + factor(wave), s), c); not
 * svyglm(y ~ year), which weights waves by their size.
 *
 * @param waves labels in order of time; three or more only as the plan's trend (the cube keeps its paths)
 * @param times one number per wave, not all equal
 */
export function trendOf(
  analysis: Analysis,
  itemId: string,
  measureName: string,
  group: GroupSelector,
  waves: readonly string[],
  times: readonly number[],
): Trend | NoTrend {
  const located = locateMeasure(analysis, itemId, measureName);
  const reason = whyNoTrend(located.item, located.measure.kind === "mean", waves);
  if (reason !== null) return { kind: "not-computable", reason };
  const indices = waves.map((wave) => waveIndex(analysis, wave));
  const domain = estimateDomain(analysis, located, group, indices);
  if (domain.covariance === null) return { kind: "not-computable", reason: "no-valid-answers" };
  const estimates = domain.waves.map((wave) => wave.estimate!);
  const middle = times.reduce((sum, time) => sum + time, 0) / times.length;
  const spread = times.reduce((sum, time) => sum + (time - middle) ** 2, 0);
  const slope = contrast(
    domain,
    times.map((time) => (time - middle) / spread),
  );
  const half = domain.df < 1 ? null : tCritical(analysis.plan.level, domain.df) * slope.standardError;
  const last = waves.length - 1;
  return {
    kind: "trend",
    slope: slope.change,
    standardError: slope.standardError,
    df: domain.df,
    interval: half === null ? null : { lower: slope.change - half, upper: slope.change + half },
    p:
      half === null || slope.standardError === 0
        ? null
        : tTwoSided(slope.change / slope.standardError, domain.df),
    global: globalTest(domain, estimates),
    steps: waves.slice(1).map((_, j) => contrast(domain, unitDifference(waves.length, j, j + 1))),
    total: contrast(domain, unitDifference(waves.length, 0, last)),
    covariance: domain.covariance,
  };
}

function whyNoTrend(item: PlanItem, isMean: boolean, waves: readonly string[]): NoTrend["reason"] | null {
  if (!waves.every((wave) => isAskedIn(item, wave))) return "not-asked";
  const isComparable = waves.every((earlier, index) =>
    waves.slice(index + 1).every((later) => {
      const comparability = comparabilityOf(item, earlier, later);
      return comparability !== "not_comparable" && !(isMean && comparability === "collapsed");
    }),
  );
  return isComparable ? null : "not-comparable";
}

function unitDifference(length: number, from: number, to: number): number[] {
  return Array.from({ length }, (_, index) => (index === to ? 1 : index === from ? -1 : 0));
}

function contrast(domain: Domain, coefficients: readonly number[]): Step {
  const terms = domain.waves.map((wave, t) => coefficients[t]! * wave.estimate!);
  const change = terms.reduce((sum, term) => sum + term, 0);
  const largest = Math.max(...domain.waves.map((wave) => Math.abs(wave.estimate!)), 1);
  const scale = Math.max(...coefficients.map(Math.abs)) * largest;
  return {
    change: Math.abs(change) <= 1e-12 * scale ? 0 : change,
    standardError: Math.sqrt(contrastVariance(domain, coefficients).variance),
  };
}

function globalTest(domain: Domain, estimates: readonly number[]): Trend["global"] {
  const count = estimates.length;
  const covariance = domain.covariance!;
  const differences = estimates.slice(1).map((estimate, j) => {
    const difference = estimate - estimates[j]!;
    const largest = Math.max(1, Math.abs(estimate), Math.abs(estimates[j]!));
    return Math.abs(difference) <= 1e-12 * largest ? 0 : difference;
  });
  const spread = differences.map((_, j) =>
    differences.map(
      (__, k) =>
        covariance[j + 1]![k + 1]! - covariance[j + 1]![k]! - covariance[j]![k + 1]! + covariance[j]![k]!,
    ),
  );
  const isConstant = differences.some((_, j) => {
    const { raw, variance } = contrastVariance(domain, unitDifference(count, j, j + 1));
    return variance === 0 && raw >= -1e-12 * (covariance[j]![j]! + covariance[j + 1]![j + 1]!);
  });
  const right = differences.map((difference) => [difference]);
  const solved = isConstant ? null : solveLinear(spread, right);
  const [df1, df2] = [count - 1, domain.df];
  if (solved === null) return { statistic: null, df1, df2, p: null };
  const wald = differences.reduce((sum, difference, j) => sum + difference * solved[j]![0]!, 0);
  const statistic = wald / df1;
  return { statistic, df1, df2, p: df2 < 1 ? null : fUpperTail(statistic, df1, df2) };
}
