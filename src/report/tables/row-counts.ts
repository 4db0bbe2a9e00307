// How many a row of a table rests on: invited, answered, and the groups a breakdown has.
import { type Analysis, everyone, type GroupSelector } from "../../change/analysis.ts";
import { responseOf } from "../../change/response.ts";
import type { RowCounts } from "../../disclosure/table.ts";

/** Groups of a table: the row for everyone, and one row per level of the breakdown. */
export interface TableRows {
  readonly breakdown: string | null;
  readonly levels: readonly string[];
}

/**
 * The levels of a breakdown in the plan's order; no levels for null.
 *
 * @throws RangeError if the plan has no such group variable
 */
export function rowsOf(analysis: Analysis, breakdown: string | null): TableRows {
  if (breakdown === null) return { breakdown, levels: [] };
  const group = analysis.plan.groups.find(({ variable }) => variable === breakdown);
  if (group === undefined) throw new RangeError(`the plan has no group variable ${breakdown}`);
  return { breakdown, levels: group.levels };
}

/** The group that a row stands for. */
export function groupOf({ breakdown }: TableRows, level: string | null): GroupSelector {
  return breakdown === null || level === null ? everyone : [{ variable: breakdown, level }];
}

/**
 * Counts of a row in one wave. Invited are all who were in the wave, whatever became of them; respondents those
 * with enough answers.
 *
 * @param base persons whose answers the figures rest on
 */
export function rowCounts(analysis: Analysis, group: GroupSelector, wave: string, base: number): RowCounts {
  const { counts } = responseOf(analysis, group, wave);
  const invited = Object.values(counts).reduce((total, count) => total + count, 0);
  return { invited, respondents: counts.I + counts.P, base };
}
