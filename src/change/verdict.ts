// The one thing a sentence may say about a change.

import type { Change } from "./change.ts";

/** In words: changed; no sign of change; cannot tell; too few to say; hidden; not comparable; not asked; nobody answered. */
export type Verdict =
  | "changed"
  | "no-sign-of-change"
  | "cannot-tell"
  | "too-few-to-say"
  | "hidden"
  | "not-comparable"
  | "not-asked";

/** Limits of a verdict and of the word "notable"; shares on the 0–1 scale, means in scale points. */
export type VerdictLimits = {
  /** Adjusted p below which an interval without 0 counts as a change. */
  alpha: number;
  /** An interval around 0 that lies wholly within ± this is "no sign of change". */
  shareMargin: number;
  meanMargin: number;
  /** Smallest change that a text may call notable. */
  notableShare: number;
  notableMean: number;
};

/** 5 %, 15 percentage points, 0.5 scale points; notable from 5 percentage points or 0.2 scale points. */
export const defaultVerdictLimits: VerdictLimits = {
  alpha: 0.05,
  shareMargin: 0.15,
  meanMargin: 0.5,
  notableShare: 0.05,
  notableMean: 0.2,
};

/**
 * Verdict on one change.
 *
 * @param change from `estimateChange`; its flag decides whether it is hidden (smaller base below the minimum,
 *   empty included: hidden and empty look alike) or too small to say
 * @param adjustedP Benjamini–Hochberg p within the study's family; left out, the change's own p is used
 */
export function verdictOf(
  change: Change,
  adjustedP?: number | null,
  limits: VerdictLimits = defaultVerdictLimits,
): Verdict {
  if (change.kind === "not-computable" && change.reason === "not-comparable") return "not-comparable";
  if (change.kind === "not-computable" && change.reason === "not-asked") return "not-asked";
  if (change.flag === "empty" || change.flag === "suppress") return "hidden";
  if (change.kind === "not-computable") return "hidden";
  if (change.flag === "uncertain") return "too-few-to-say";
  const { interval } = change;
  if (interval === null) return "cannot-tell";
  const p = adjustedP === undefined ? change.p : adjustedP;
  const includesZero = interval.lower <= 0 && interval.upper >= 0;
  if (!includesZero) return p !== null && p < limits.alpha ? "changed" : "cannot-tell";
  const margin = change.kind === "share" ? limits.shareMargin : limits.meanMargin;
  return interval.lower >= -margin && interval.upper <= margin ? "no-sign-of-change" : "cannot-tell";
}

/** Whether a text may call a change notable: large enough, enough answers, and significant after adjustment. */
export function isNotable(
  change: Change,
  adjustedP: number | null,
  limits: VerdictLimits = defaultVerdictLimits,
): boolean {
  if (change.kind === "not-computable" || change.flag !== "ok" || adjustedP === null) return false;
  const least = change.kind === "share" ? limits.notableShare : limits.notableMean;
  return Math.abs(change.change) >= least - 1e-9 && adjustedP < limits.alpha;
}
