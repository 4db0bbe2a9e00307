// Estimates of one wave: bases of an item, shares and means with their intervals.

import { tCritical } from "../statistics/distributions.ts";
import {
  betaInterval,
  type Interval,
  logitInterval,
  wilsonInterval,
} from "../statistics/proportion-interval.ts";
import { weightedMedian } from "../statistics/weighted-median.ts";
import {
  type Analysis,
  type Group,
  type GroupSelector,
  groupOf,
  locateMeasure,
  waveIndex,
} from "./analysis.ts";
import { type BaseFlag, baseFlag } from "./base-flag.ts";
import type { VariableCounts } from "./cube/cube.ts";
import { contrastVariance, type Domain, estimateDomain } from "./domain.ts";
import { type EstimateNote, notesOf } from "./estimate-note.ts";

/**
 * Bases of one item in one group and wave, unweighted. `asked` leaves out those filtered away, `answered`
 * counts any answer with don't know, `valid` is without it. Rates 0–1, null where their denominator is 0.
 */
export type ItemBases = {
  respondents: number;
  asked: number;
  answered: number;
  dontKnow: number;
  valid: number;
  itemNonresponse: number | null;
  dontKnowRate: number | null;
};

/** Nobody in the base: nothing to estimate. */
export type NoEstimate = { kind: "not-computable"; reason: "no-valid-answers"; n: 0; flag: BaseFlag };

/** A share, 0–1, with its intervals. `df` may be below 1. `effectiveSize` is Kish's; Infinity in a full census. */
export type ShareEstimate = {
  kind: "share";
  n: number;
  yes: number;
  flag: BaseFlag;
  estimate: number;
  standardError: number;
  df: number;
  effectiveSize: number;
  wilson: Interval;
  beta: Interval | null;
  logit: Interval | null;
  notes: readonly EstimateNote[];
};

/** A mean in scale points. `sd` is the standard deviation of the answers, null for a single answer. */
export type MeanEstimate = {
  kind: "mean";
  n: number;
  flag: BaseFlag;
  estimate: number;
  standardError: number;
  df: number;
  sd: number | null;
  interval: Interval | null;
  median: number;
  notes: readonly EstimateNote[];
};

/**
 * Bases of an item; on raw answers, before any crosswalk.
 *
 * @throws RangeError if the plan has no such item or wave
 */
export function itemBases(analysis: Analysis, itemId: string, group: GroupSelector, wave: string): ItemBases {
  const variable = analysis.cube.variables.find((candidate) => candidate.key.item === itemId);
  if (variable === undefined) throw new RangeError(`the cube has no item ${itemId}`);
  const counts = countGiven(variable, groupOf(analysis, group), waveIndex(analysis, wave));
  const asked = counts.respondents - counts.notAsked;
  return {
    respondents: counts.respondents,
    asked,
    answered: counts.answered,
    dontKnow: counts.dontKnow,
    valid: counts.answered - counts.dontKnow,
    itemNonresponse: asked === 0 ? null : 1 - counts.answered / asked,
    dontKnowRate: counts.answered === 0 ? null : counts.dontKnow / counts.answered,
  };
}

function countGiven(variable: VariableCounts, group: Group, wave: number) {
  const counts = { respondents: 0, notAsked: 0, answered: 0, dontKnow: 0 };
  const cells = variable.waves[wave]!;
  cells.profile.forEach((profile, index) => {
    if (group.members[profile] === 0) return;
    const count = cells.count[index]!;
    const { given } = variable.states[cells.state[index]!]!;
    counts.respondents += count;
    if (given === "not-asked") counts.notAsked += count;
    if (given === "answer" || given === "dont-know") counts.answered += count;
    if (given === "dont-know") counts.dontKnow += count;
  });
  return counts;
}

/**
 * Share or mean of one wave, weighted as the plan says, with design-based standard error and intervals.
 *
 * Valid answers only, unless the measure says `@all`. Share: Wilson's interval on Kish's effective size is the
 * one to show; beta (Korn & Graubard) and logit stand beside it. Mean: Student t, with the small-group factor
 * that makes the unweighted interval equal t.test(y). R: see `estimateDomain`; svyciprop, svyvar, svyquantile.
 * Smallest base 1: a mean of one answer has no interval.
 *
 * @param measureName as in analysis.json: `top`, `mean`, `v=VALUE`, `opt=OPTION`, `first=OPTION`, with `@all`
 * @throws RangeError if the plan has no such item, measure or wave; WeightingError
 */
export function estimateLevel(
  analysis: Analysis,
  itemId: string,
  measureName: string,
  group: GroupSelector,
  wave: string,
): ShareEstimate | MeanEstimate | NoEstimate {
  const located = locateMeasure(analysis, itemId, measureName);
  const index = waveIndex(analysis, wave);
  const domain = estimateDomain(analysis, located, group, [index]);
  const { n, estimate } = domain.waves[0]!;
  if (estimate === null)
    return { kind: "not-computable", reason: "no-valid-answers", n: 0, flag: baseFlag(n) };
  return located.measure.kind === "share"
    ? shareEstimate(analysis, domain, estimate)
    : meanEstimate(analysis, domain, estimate);
}

function shareEstimate(analysis: Analysis, domain: Domain, estimate: number): ShareEstimate {
  const { n, yes, effectiveSize } = domain.waves[0]!;
  const { level } = analysis.plan;
  const { raw, variance } = contrastVariance(domain, [1]);
  return {
    kind: "share",
    n,
    yes,
    flag: baseFlag(n),
    estimate,
    standardError: Math.sqrt(variance),
    df: domain.df,
    effectiveSize,
    wilson: wilsonInterval(estimate, effectiveSize, level),
    beta: betaInterval({ proportion: estimate, variance, n, df: domain.df, kishSize: effectiveSize, level }),
    logit: logitInterval(estimate, variance, domain.df, level),
    notes: notesOf(domain, raw, variance),
  };
}

function meanEstimate(analysis: Analysis, domain: Domain, estimate: number): MeanEstimate {
  const { n } = domain.waves[0]!;
  const { raw, variance } = contrastVariance(domain, [1]);
  const standardError = Math.sqrt(variance);
  const { values, weights } = weightedAnswers(domain, 0);
  const all = domain.design.respondentCount;
  const half =
    n < 2 || domain.df < 1
      ? null
      : tCritical(analysis.plan.level, domain.df) *
        standardError *
        Math.sqrt(n / (n - 1) / (all / (all - 1)));
  return {
    kind: "mean",
    n,
    flag: baseFlag(n),
    estimate,
    standardError,
    df: domain.df,
    sd: answerSpread(domain, 0),
    interval: half === null ? null : { lower: estimate - half, upper: estimate + half },
    median: weightedMedian(values, weights),
    notes: notesOf(domain, raw, variance),
  };
}

/** Answers of a domain in one wave (position `t`): distinct values with the sum of their weights. */
function weightedAnswers(domain: Domain, t: number): { values: number[]; weights: number[] } {
  const { start, value, count } = domain.cells[t]!;
  const { weight } = domain.design.weights[t]!;
  const sums = new Map<number, number>();
  for (const profile of domain.group.profiles) {
    for (let cell = start[profile]!; cell < start[profile + 1]!; cell++) {
      sums.set(value[cell]!, (sums.get(value[cell]!) ?? 0) + weight[profile]! * count[cell]!);
    }
  }
  const sorted = [...sums].sort((a, b) => a[0] - b[0]);
  return { values: sorted.map(([answer]) => answer), weights: sorted.map(([, sum]) => sum) };
}

/**
 * Weighted standard deviation of the answers of a domain in one wave: √( n/(n−1) · Σw(y−mean)²/Σw ).
 * R: sqrt(svyvar(~y, s)). Null for fewer than two answers; a spread that only rounding made is 0.
 *
 * @param t position of the wave in the domain
 */
export function answerSpread(domain: Domain, t: number): number | null {
  const { n, estimate, weight: total } = domain.waves[t]!;
  if (n < 2 || estimate === null) return null;
  const { start, value, count } = domain.cells[t]!;
  const { weight } = domain.design.weights[t]!;
  let squares = 0;
  for (const profile of domain.group.profiles) {
    for (let cell = start[profile]!; cell < start[profile + 1]!; cell++) {
      squares += weight[profile]! * count[cell]! * (value[cell]! - estimate) ** 2;
    }
  }
  const spread = Math.sqrt(((n / (n - 1)) * squares) / total);
  return spread <= 1e-10 * Math.max(1, Math.abs(estimate)) ? 0 : spread;
}
