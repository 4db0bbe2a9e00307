// Raw table of who answered in one wave: asked, answered, and the response rate by its AAPOR name.
import type { Analysis, GroupSelector } from "../../change/analysis.ts";
import { responseOf } from "../../change/response.ts";
import type { RawRow, RawTable, TableColumn } from "../../disclosure/table.ts";
import { groupOf, rowCounts, rowsOf } from "./row-counts.ts";
import { respondentsLayer } from "./wave-counts-of.ts";

/** The rate that is shown: answered in full or in part, of all who may be eligible. */
export const shownResponseRate = "RR2";

/** Name of the response table of a breakdown. */
export const responseTableId = (wave: string, breakdown: string | null): string =>
  `response/${wave}/${breakdown ?? "all"}`;

/**
 * Asked (all who were in the wave), answered, and RR2.
 *
 * @throws RangeError if the plan has no such group variable
 */
export function responseTable(analysis: Analysis, wave: string, breakdown: string | null): RawTable {
  const rows = rowsOf(analysis, breakdown);
  const column = (name: string, unit: TableColumn["unit"], ...waves: string[]): TableColumn => ({
    name,
    unit,
    waves,
    isOfPanel: false,
  });
  return {
    tableId: responseTableId(wave, breakdown),
    waves: [wave],
    breakdown,
    layer: respondentsLayer,
    columns: [column("invited", "count"), column("answered", "count", wave), column("rr2", "percent", wave)],
    everyone: responseRow(analysis, wave, null, groupOf(rows, null)),
    rows: rows.levels.map((level) => responseRow(analysis, wave, level, groupOf(rows, level))),
  };
}

function responseRow(analysis: Analysis, wave: string, level: string | null, group: GroupSelector): RawRow {
  const { counts, rates } = responseOf(analysis, group, wave);
  const answered = counts.I + counts.P;
  const row = rowCounts(analysis, group, wave, answered);
  return {
    level,
    counts: { [wave]: row },
    both: null,
    figures: { invited: row.invited, answered, rr2: rates.rr2 },
  };
}
