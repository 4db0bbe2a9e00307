// Change of a share or mean between two waves: all answers of both waves, with the covariance of the
// respondents who answered in both.

import { tCritical, tTwoSided } from "../statistics/distributions.ts";
import { continuityPhi, differenceInterval, differencePValue } from "../statistics/proportion-difference.ts";
import type { Interval } from "../statistics/proportion-interval.ts";
import { type Analysis, type GroupSelector, locateMeasure, waveIndex } from "./analysis.ts";
import { type BaseFlag, baseFlag } from "./base-flag.ts";
import { comparabilityOf, isAskedIn } from "./cube/analysis-plan.ts";
import { contrastVariance, type Domain, estimateDomain } from "./domain.ts";
import { answerSpread } from "./estimate.ts";
import { type EstimateNote, notesOf } from "./estimate-note.ts";
import type { LocatedMeasure } from "./measure-cells.ts";
import type { Overlap } from "./overlap.ts";

/** Unweighted bases: valid answers of the group in the earlier wave, the later wave, and in both. */
export type ChangeBases = { earlierN: number; laterN: number; bothN: number; flag: BaseFlag };

/** Why there is no change to state. */
export type NoChange = ChangeBases & {
  kind: "not-computable";
  reason: "not-comparable" | "not-asked" | "no-valid-answers";
};

/** What shares and means have in common. Shares 0–1, means in scale points. */
type ChangeFigures = ChangeBases & {
  earlier: number;
  later: number;
  /** later − earlier */
  change: number;
  earlierStandardError: number;
  laterStandardError: number;
  covariance: number;
  standardError: number;
  df: number;
  /** Estimate ∓ t·standard error, for comparison with R only; null for df < 1. */
  wald: Interval | null;
  /** Null for df < 1 or a standard error of 0. */
  waldP: number | null;
  /** The reported interval; null where it is not defined. */
  interval: Interval | null;
  /** The reported p-value, unadjusted. */
  p: number | null;
  notes: readonly EstimateNote[];
  /** Cohen's h of a share, d_av of a mean; null where not defined. */
  effectSize: number | null;
};

/** Change of a share. `phi` and `correlation` describe the overlap. */
export type ShareChange = ChangeFigures & {
  kind: "share";
  earlierEffectiveSize: number;
  laterEffectiveSize: number;
  phi: number;
  correlation: number;
};

/** Change of a mean. */
export type MeanChange = ChangeFigures & { kind: "mean" };

/** A change, or the reason why there is none. */
export type Change = ShareChange | MeanChange | NoChange;

/**
 * Change between two waves in a group, group membership as of each wave.
 *
 * Variance: linearised, V_A + V_B − 2·cov, respondents as clusters (see `estimateDomain`). Reported interval and
 * p of a share: hybrid score (MOVER) with Kish's effective sizes and the overlap's correlation (Zou & Donner
 * 2008; Newcombe 1998). Of a mean: Student t with the small-group factor that makes a full unweighted panel
 * equal t.test(later, earlier, paired = TRUE). Valid answers only unless the measure says `@all`; smallest base
 * 1 in each wave. R: svycontrast(svyglm(y ~ 0 + factor(wave), s), c(-1, 1)).
 *
 * @param measureName as for `estimateLevel`
 * @throws RangeError if the plan has no such item, measure or wave; WeightingError
 */
export function estimateChange(
  analysis: Analysis,
  itemId: string,
  measureName: string,
  group: GroupSelector,
  waves: readonly [string, string],
): Change {
  const located = locateMeasure(analysis, itemId, measureName);
  const indices = [waveIndex(analysis, waves[0]), waveIndex(analysis, waves[1])] as const;
  const reason = whyNot(located, waves);
  const domain = estimateDomain(analysis, located, group, indices);
  const overlap = domain.overlap!;
  const [a, b] = [domain.waves[0]!, domain.waves[1]!];
  const bases = { earlierN: a.n, laterN: b.n, bothN: overlap.both, flag: baseFlag(Math.min(a.n, b.n)) };
  if (reason !== null) return { kind: "not-computable", reason, ...bases };
  if (domain.covariance === null) return { kind: "not-computable", reason: "no-valid-answers", ...bases };

  const figures = changeFigures(analysis, domain);
  return located.measure.kind === "share"
    ? { kind: "share", ...bases, ...figures, ...reportedShare(analysis, domain, figures, overlap) }
    : {
        kind: "mean",
        ...bases,
        ...figures,
        ...reportedMean(analysis, domain, figures),
      };
}

function whyNot(
  located: LocatedMeasure,
  [earlier, later]: readonly [string, string],
): NoChange["reason"] | null {
  const { item, measure } = located;
  const comparability = comparabilityOf(item, earlier, later);
  if (comparability === "not_comparable") return "not-comparable";
  if (comparability === "collapsed" && measure.kind === "mean") return "not-comparable";
  return isAskedIn(item, earlier) && isAskedIn(item, later) ? null : "not-asked";
}

type Figures = Omit<ChangeFigures, keyof ChangeBases | "interval" | "p" | "effectSize">;

function changeFigures(analysis: Analysis, domain: Domain): Figures {
  const [earlier, later] = [domain.waves[0]!.estimate!, domain.waves[1]!.estimate!];
  const covariance = domain.covariance!;
  const difference = later - earlier;
  const isZero = Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(earlier), Math.abs(later));
  const change = isZero ? 0 : difference;
  const { raw, variance } = contrastVariance(domain, [-1, 1]);
  const standardError = Math.sqrt(variance);
  const half = domain.df < 1 ? null : tCritical(analysis.plan.level, domain.df) * standardError;
  return {
    earlier,
    later,
    change,
    earlierStandardError: Math.sqrt(covariance[0]![0]!),
    laterStandardError: Math.sqrt(covariance[1]![1]!),
    covariance: covariance[0]![1]!,
    standardError,
    df: domain.df,
    wald: half === null ? null : { lower: change - half, upper: change + half },
    notes: notesOf(domain, raw, variance),
    waldP: half === null || standardError === 0 ? null : tTwoSided(change / standardError, domain.df),
  };
}

function reportedShare(analysis: Analysis, domain: Domain, figures: Figures, overlap: Overlap) {
  const [a, b] = [domain.waves[0]!, domain.waves[1]!];
  const phi = continuityPhi(overlap.panel);
  const scale = Math.sqrt(a.squaredWeights * b.squaredWeights);
  const raw = scale === 0 ? 0 : (phi * overlap.weightProducts) / scale;
  const correlation = Math.max(-1, Math.min(1, raw));
  const pair = {
    earlier: figures.earlier,
    later: figures.later,
    earlierSize: a.effectiveSize,
    laterSize: b.effectiveSize,
    correlation,
  };
  return {
    earlierEffectiveSize: a.effectiveSize,
    laterEffectiveSize: b.effectiveSize,
    phi,
    correlation,
    interval: differenceInterval(pair, analysis.plan.level),
    p: differencePValue(pair, figures.change),
    effectSize: 2 * Math.asin(Math.sqrt(figures.later)) - 2 * Math.asin(Math.sqrt(figures.earlier)),
  };
}

function reportedMean(
  analysis: Analysis,
  domain: Domain,
  figures: Figures,
): { interval: Interval | null; p: number | null; effectSize: number | null } {
  const effectSize = averageEffect(figures.change, answerSpread(domain, 0), answerSpread(domain, 1));
  const { respondents: valid, df } = domain;
  if (valid < 2 || df < 1) return { interval: null, p: null, effectSize };
  const all = domain.design.respondentCount;
  const error = figures.standardError * Math.sqrt(valid / (valid - 1) / (all / (all - 1)));
  const half = tCritical(analysis.plan.level, df) * error;
  return {
    interval: { lower: figures.change - half, upper: figures.change + half },
    p: error === 0 ? null : tTwoSided(figures.change / error, df),
    effectSize,
  };
}

/** Cohen's d_av: the change over the root mean square of the two standard deviations (Cumming 2012). */
function averageEffect(change: number, earlierSd: number | null, laterSd: number | null): number | null {
  if (earlierSd === null || laterSd === null) return null;
  const scale = Math.sqrt((earlierSd ** 2 + laterSd ** 2) / 2);
  return scale === 0 ? null : change / scale;
}
