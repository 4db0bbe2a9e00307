// Protected figures of one change, made the only way there is: from a raw table.
import { type ProtectedRow, protectTable } from "../../src/disclosure/protect-table.ts";
import type { RawFigure, TableColumn } from "../../src/disclosure/table.ts";
import type { ChangeFigures } from "../../src/report/change-sentence.ts";

/** Raw figures of a change; shares as proportions, means in scale points. */
export interface RawChange {
  readonly kind?: "share" | "mean";
  readonly n?: readonly [number, number];
  readonly both?: number;
  readonly levels?: readonly [number, number];
  readonly interval?: readonly [number, number] | null;
  readonly verdict: string | null;
  readonly doubt?: string | null;
  readonly coverage?: string | null;
}

/** A change table of one row, protected with minimum base 5. */
export function protectedChange({
  kind = "share",
  n = [97, 94],
  both = 72,
  levels = [0.41, 0.53],
  interval = [0.04, 0.2],
  verdict,
  doubt = null,
  coverage = null,
}: RawChange): ChangeFigures {
  const isMean = kind === "mean";
  const change = levels[1] - levels[0];
  const column = (name: string, unit: TableColumn["unit"], ...waves: string[]): TableColumn => ({
    name,
    unit,
    waves,
    isOfPanel: name === "n_ab",
  });
  const level = isMean ? "score" : "percent";
  const points = isMean ? "score-points" : "percentage-points";
  const figures: Record<string, RawFigure> = {
    n_a: n[0],
    n_b: n[1],
    n_ab: both,
    est_a: levels[0],
    est_b: levels[1],
    est: change,
    ci_lo: interval?.[0] ?? null,
    ci_hi: interval?.[1] ?? null,
    reached: change,
    verdict,
    doubt,
    coverage,
    direction: change > 0 ? "up" : change < 0 ? "down" : null,
  };
  const counts = (base: number) => ({ invited: 100_000, respondents: base, base });
  const row: ProtectedRow = protectTable(
    {
      tableId: "t",
      layer: "q",
      waves: ["1", "2"],
      breakdown: null,
      columns: [
        column("n_a", "count", "1"),
        column("n_b", "count", "2"),
        column("n_ab", "count", "1", "2"),
        column("est_a", level, "1"),
        column("est_b", level, "2"),
        column("est", points, "1", "2"),
        column("ci_lo", points, "1", "2"),
        column("ci_hi", points, "1", "2"),
        column("reached", isMean ? "reached-score" : "reached-points", "1", "2"),
        column("verdict", "word", "1", "2"),
        column("doubt", "word", "1", "2"),
        column("direction", "word", "1", "2"),
        column("coverage", "word", "1", "2"),
      ],
      everyone: { level: null, counts: { "1": counts(n[0]), "2": counts(n[1]) }, both, figures },
      rows: [],
    },
    { minimumBase: 5 },
  ).everyone;
  return row.figures as ChangeFigures;
}
