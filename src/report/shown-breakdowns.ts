// By which groups figures are shown, and which two of them can be crossed.
import type { AnalysisPlan } from "../change/cube/analysis-plan.ts";
import { groupVariables } from "./tables/wave-counts-of.ts";

/** Group variables that the pages break figures down by: the study's own, all protected together. */
export function shownBreakdowns(plan: AnalysisPlan): string[] {
  return groupVariables(plan);
}

/** Pairs of group variables that may be asked for, in the plan's order. */
export function possibleCrossings(plan: AnalysisPlan): (readonly [string, string])[] {
  const variables = groupVariables(plan);
  return variables.flatMap((one, at) => variables.slice(at + 1).map((other) => [one, other] as const));
}
