// Raw table of the change of one measure between two waves, for everyone and each group of a breakdown.
import { type Analysis, groupName } from "../../change/analysis.ts";
import { type Change, estimateChange } from "../../change/change.ts";
import type { EstimateNote } from "../../change/estimate-note.ts";
import { type Verdict, verdictOf } from "../../change/verdict.ts";
import type { RawRow, RawTable, TableColumn } from "../../disclosure/table.ts";
import { familySize } from "../../statistics/multiple-testing.ts";
import { dontKnowOf, groupOf, rowCounts, rowsOf, type TableRows } from "./row-counts.ts";
import { baseLayer } from "./wave-counts-of.ts";

/** Two waves, earlier first. */
export type WavePair = readonly [string, string];

/** Benjamini–Hochberg p of the family of one pair of waves, by `familyKey`; absent for what is outside it. */
export type AdjustedP = ReadonlyMap<string, number | null>;

/** Key of a change within the family: item, measure and group. */
export const familyKey = (item: string, measure: string, group: string): string =>
  JSON.stringify([item, measure, group]);

/**
 * Why a change that is not established is in doubt: `includes-zero`, `many-comparisons` (it would stand alone,
 * not among so many), `no-interval`.
 */
export type Doubt = "includes-zero" | "many-comparisons" | "no-interval";

/** Name of the change table of a measure; the same for the same subject, so that the ledger knows it again. */
export const changeTableId = (
  waves: WavePair,
  item: string,
  measure: string,
  breakdown: string | null,
): string => ["change", waves.join("-"), item, measure, breakdown ?? "all"].join("/");

/**
 * The change of a measure; `family` is the number of changes that the adjustment was made for. A measure outside the family of the adjustment has estimates and intervals but no
 * verdict.
 *
 * @param breakdown a group variable of the plan, or null for everyone only
 * @throws RangeError if the plan has no such item, measure or group variable
 */
export function changeTable(
  analysis: Analysis,
  waves: WavePair,
  item: string,
  measure: string,
  breakdown: string | null,
  adjusted: AdjustedP,
): RawTable {
  const rows = rowsOf(analysis, breakdown);
  const isMean = measure === "mean" || measure === "mean@all";
  const rowOf = (level: string | null): RawRow =>
    changeRow(analysis, waves, item, measure, rows, level, adjusted);
  return {
    tableId: changeTableId(waves, item, measure, breakdown),
    waves,
    breakdown,
    layer: baseLayer(item, measure),
    columns: changeColumns(waves, isMean),
    everyone: rowOf(null),
    rows: rows.levels.map(rowOf),
  };
}

function changeColumns([earlier, later]: WavePair, isMean: boolean): TableColumn[] {
  const column = (name: string, unit: TableColumn["unit"], ...waves: string[]): TableColumn => ({
    name,
    unit,
    waves,
    isOfPanel: name === "n_ab",
  });
  const level = isMean ? "score" : "percent";
  const points = isMean ? "score-points" : "percentage-points";
  return [
    column("n_a", "count", earlier),
    column("n_b", "count", later),
    column("n_ab", "count", earlier, later),
    column("est_a", level, earlier),
    column("est_b", level, later),
    column("est", points, earlier, later),
    column("ci_lo", points, earlier, later),
    column("ci_hi", points, earlier, later),
    column("p", "p", earlier, later),
    column("p_bh", "p", earlier, later),
    column("reached", isMean ? "reached-score" : "reached-points", earlier, later),
    column("verdict", "word", earlier, later),
    column("doubt", "word", earlier, later),
    column("direction", "word", earlier, later),
    column("coverage", "word", earlier, later),
    column("family", "count"),
  ];
}

function changeRow(
  analysis: Analysis,
  waves: WavePair,
  item: string,
  measure: string,
  rows: TableRows,
  level: string | null,
  adjusted: AdjustedP,
): RawRow {
  const group = groupOf(rows, level);
  const change = estimateChange(analysis, item, measure, group, waves);
  const key = familyKey(item, measure, groupName(group));
  const adjustedP = adjusted.get(key) ?? null;
  const family = familySize([...adjusted.values()]);
  const verdict = adjusted.has(key) || change.kind === "not-computable" ? verdictOf(change, adjustedP) : null;
  return {
    level,
    counts: {
      [waves[0]]: rowCounts(analysis, group, waves[0], change.earlierN),
      [waves[1]]: rowCounts(analysis, group, waves[1], change.laterN),
    },
    both: change.bothN,
    ...dontKnowOf(analysis, item, measure, group, waves),
    figures: { ...figuresOf(change), p_bh: adjustedP, verdict, doubt: doubtOf(change, verdict), family },
  };
}

/** Notes on whom the figures stand for, the graver first. */
const coverageNotes: readonly EstimateNote[] = [
  "population-part-not-covered",
  "no-overlap-in-finite-population",
  "free-of-sampling-error",
];

/** What is to be said of whom a figure stands for; null where nothing is. */
export const coverageOf = (notes: readonly EstimateNote[]): EstimateNote | null =>
  coverageNotes.find((note) => notes.includes(note)) ?? null;

function figuresOf(change: Change): RawRow["figures"] {
  const bases = { n_a: change.earlierN, n_b: change.laterN, n_ab: change.bothN };
  if (change.kind === "not-computable") {
    const none = { est_a: null, est_b: null, est: null, ci_lo: null, ci_hi: null };
    return { ...bases, ...none, p: null, reached: null, direction: null, coverage: null };
  }
  return {
    ...bases,
    est_a: change.earlier,
    est_b: change.later,
    est: change.change,
    ci_lo: change.interval?.lower ?? null,
    ci_hi: change.interval?.upper ?? null,
    p: change.p,
    reached: change.change,
    direction: change.change > 0 ? "up" : change.change < 0 ? "down" : null,
    coverage: coverageOf(change.notes),
  };
}

function doubtOf(change: Change, verdict: Verdict | null): Doubt | null {
  if (change.kind === "not-computable" || (verdict !== "cannot-tell" && verdict !== "no-sign-of-change"))
    return null;
  const { interval } = change;
  if (interval === null || (change.kind === "mean" && change.standardError === 0)) return "no-interval";
  if (verdict === "no-sign-of-change") return null;
  return interval.lower <= 0 && interval.upper >= 0 ? "includes-zero" : "many-comparisons";
}
