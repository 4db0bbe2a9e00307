// Raw table of one measure in one wave, for everyone and each group of a breakdown.
import type { Analysis } from "../../change/analysis.ts";
import { estimateLevel } from "../../change/estimate.ts";
import type { RawRow, RawTable, TableColumn } from "../../disclosure/table.ts";
import { coverageOf } from "./change-table.ts";
import { dontKnowOf, groupOf, rowCounts, rowsOf } from "./row-counts.ts";
import { baseLayer } from "./wave-counts-of.ts";

/** Name of the level table of a measure. */
export const levelTableId = (wave: string, item: string, measure: string, breakdown: string | null): string =>
  ["level", wave, item, measure, breakdown ?? "all"].join("/");

/**
 * A share with Wilson's interval, or a mean with Student's, with its base and how sure it is by size
 * (`flag`: `uncertain` or `ok`).
 *
 * @throws RangeError if the plan has no such item, measure or group variable
 */
export function levelTable(
  analysis: Analysis,
  wave: string,
  item: string,
  measure: string,
  breakdown: string | null,
): RawTable {
  const rows = rowsOf(analysis, breakdown);
  const isMean = measure === "mean" || measure === "mean@all";
  const unit = isMean ? "score" : "percent";
  const column = (name: string, columnUnit: TableColumn["unit"]): TableColumn => ({
    name,
    unit: columnUnit,
    waves: [wave],
    isOfPanel: false,
  });
  const rowOf = (level: string | null): RawRow => {
    const group = groupOf(rows, level);
    const estimate = estimateLevel(analysis, item, measure, group, wave);
    const interval =
      estimate.kind === "share" ? estimate.wilson : estimate.kind === "mean" ? estimate.interval : null;
    return {
      level,
      counts: { [wave]: rowCounts(analysis, group, wave, estimate.n) },
      both: null,
      ...dontKnowOf(analysis, item, measure, group, [wave]),
      figures: {
        n: estimate.n,
        est: estimate.kind === "not-computable" ? null : estimate.estimate,
        ci_lo: interval?.lower ?? null,
        ci_hi: interval?.upper ?? null,
        flag: estimate.flag,
        coverage: estimate.kind === "not-computable" ? null : coverageOf(estimate.notes),
      },
    };
  };
  return {
    tableId: levelTableId(wave, item, measure, breakdown),
    waves: [wave],
    breakdown,
    layer: baseLayer(item, measure),
    columns: [
      column("n", "count"),
      column("est", unit),
      column("ci_lo", unit),
      column("ci_hi", unit),
      column("flag", "word"),
      column("coverage", "word"),
    ],
    everyone: rowOf(null),
    rows: rows.levels.map(rowOf),
  };
}
