// How many a row of a table rests on: invited, answered, and the groups a breakdown has.
import { type Analysis, everyone, type GroupSelector, locateMeasure } from "../../change/analysis.ts";
import { estimateLevel } from "../../change/estimate.ts";
import { measureOf } from "../../change/measure.ts";
import { responseOf } from "../../change/response.ts";
import { crossedIn, entryName } from "../../disclosure/protect-table.ts";
import type { RowCounts } from "../../disclosure/table.ts";

/** Groups of a table: the row for everyone, and one row per level of the breakdown. */
export interface TableRows {
  readonly breakdown: string | null;
  readonly levels: readonly string[];
  /** The group of each level of a crossing. */
  readonly pairs?: ReadonlyMap<string, GroupSelector>;
}

/**
 * The levels of a breakdown in the plan's order, of a crossing all pairs of them; no levels for null.
 *
 * @throws RangeError if the plan has no such group variable
 */
export function rowsOf(analysis: Analysis, breakdown: string | null): TableRows {
  if (breakdown === null) return { breakdown, levels: [] };
  const levelsOf = (variable: string) => {
    const group = analysis.plan.groups.find((candidate) => candidate.variable === variable);
    if (group === undefined) throw new RangeError(`the plan has no group variable ${variable}`);
    return group.levels;
  };
  const crossed = crossedIn(breakdown);
  if (crossed === null) return { breakdown, levels: levelsOf(breakdown) };
  const [one, other] = crossed;
  const pairs = levelsOf(one).flatMap((first) =>
    levelsOf(other).map((second) => pairLevel([one, first], [other, second])),
  );
  return {
    breakdown,
    levels: pairs.map(({ level }) => level),
    pairs: new Map(pairs.map((pair) => [pair.level, pair.group])),
  };
}

function pairLevel(one: readonly [string, string], other: readonly [string, string]) {
  const group = [one, other].map(([variable, level]) => ({ variable, level }));
  return { level: entryName([one, other]), group };
}

/** The group that a row stands for. */
export function groupOf({ breakdown, pairs }: TableRows, level: string | null): GroupSelector {
  if (breakdown === null || level === null) return everyone;
  return pairs?.get(level) ?? [{ variable: breakdown, level }];
}

/**
 * How many in a group say that they do not know, where the measure counts them in: beside the measure that does
 * not, they could be told apart. Empty for every other measure.
 */
export function dontKnowOf(
  analysis: Analysis,
  item: string,
  measure: string,
  group: GroupSelector,
  waves: readonly string[],
): { dontKnow?: Record<string, number> } {
  if (!measure.endsWith("@all") || measure.startsWith("mean")) return {};
  const known = measure.slice(0, -"@all".length);
  const { item: planned } = locateMeasure(analysis, item, measure);
  if (measureOf(planned, known) === null) return {};
  const countOf = (wave: string) =>
    estimateLevel(analysis, item, measure, group, wave).n -
    estimateLevel(analysis, item, known, group, wave).n;
  return { dontKnow: Object.fromEntries(waves.map((wave) => [wave, countOf(wave)])) };
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
