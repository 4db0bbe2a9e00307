// By which groups figures may be shown now.
import type { AnalysisPlan } from "../change/cube/analysis-plan.ts";

const shown: ReadonlySet<string> = new Set(["role", "municipality", "unit"]);

/**
 * Group variables that the pages break figures down by: role and municipality, or the common unit. Groups that
 * are made up of municipalities (size, county, region …) are left out: a hidden municipality could be worked out
 * from them, and tables are not yet protected together.
 */
export function shownBreakdowns({ groups }: AnalysisPlan): string[] {
  return groups.map(({ variable }) => variable).filter((variable) => shown.has(variable));
}
