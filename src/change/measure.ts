// Measures: what is counted or averaged in an item's answers, and on which base.

import type { PlanItem } from "./cube/analysis-plan.ts";
import {
  OPTION_CHOSEN,
  OPTION_FIRST,
  scoreOf,
  type VariableKey,
  type VariableState,
} from "./cube/variable.ts";

/**
 * A share of answers or a mean score. `name` is its text form; `isAllBase` says that "don't know" belongs to
 * the base. `codes` are the states that count as yes; null for a mean.
 */
export type Measure = {
  name: string;
  kind: "share" | "mean";
  variable: VariableKey;
  isAllBase: boolean;
  codes: readonly string[] | null;
};

const ALL_BASE = "@all";

/**
 * Reads a measure: `top`, `mean`, `v=VALUE`, `opt=OPTION` or `first=OPTION`, each with `@all` for the base
 * that includes "don't know".
 *
 * @returns the measure, or null if the item cannot have it
 */
export function measureOf(item: PlanItem, name: string): Measure | null {
  const isAllBase = name.endsWith(ALL_BASE);
  const text = isAllBase ? name.slice(0, -ALL_BASE.length) : name;
  const [head, argument] = splitAtFirst(text, "=");
  const hasOptions = item.type === "multi" || item.type === "top3";
  const hasValues = item.type === "ordinal" || item.type === "yesno" || item.type === "scale";
  const whole: VariableKey = { item: item.id, option: null };
  if (head === "mean" && argument === null) {
    const hasScores = item.type === "numeric" || (hasValues && item.scores.size > 0);
    return hasScores ? { name, kind: "mean", variable: whole, isAllBase, codes: null } : null;
  }
  const share = (variable: VariableKey, codes: readonly string[]): Measure => ({
    name,
    kind: "share",
    variable,
    isAllBase,
    codes,
  });
  if (head === "top" && argument === null)
    return hasValues && item.top.length > 0 ? share(whole, item.top) : null;
  if (argument === null) return null;
  if (head === "v") {
    const isCode = item.values.includes(argument) || item.dontKnow.includes(argument);
    return hasValues && isCode ? share(whole, [argument]) : null;
  }
  if (!hasOptions || !item.options.includes(argument)) return null;
  const option: VariableKey = { item: item.id, option: argument };
  if (head === "opt") return share(option, [OPTION_CHOSEN, OPTION_FIRST]);
  return head === "first" && item.type === "top3" ? share(option, [OPTION_FIRST]) : null;
}

function splitAtFirst(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length)];
}

/**
 * What a state contributes to a measure.
 *
 * @returns 1 or 0 for a share, the score for a mean, NaN for a state outside the measure's base
 */
export function contributionOf(item: PlanItem, measure: Measure, state: VariableState): number {
  if (measure.kind === "mean") {
    if (state.base !== "value") return Number.NaN;
    return scoreOf(item, state.code) ?? Number.NaN;
  }
  if (state.base === "outside" || (state.base === "dont-know" && !measure.isAllBase)) return Number.NaN;
  return measure.codes!.includes(state.code) ? 1 : 0;
}

/** State classes (see `StateClass`) that belong to a measure's base. */
export function baseClassesOf(measure: Measure): ReadonlySet<number> {
  if (measure.kind === "mean") return new Set([1]);
  return new Set(measure.isAllBase ? [1, 2, 3] : [1, 2]);
}
