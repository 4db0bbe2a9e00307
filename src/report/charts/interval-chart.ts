// A figure with its interval per group, as dot and line: changes around a line at no change, or levels from 0 up.
import { dot, link, ruleX, text } from "@observablehq/plot";
import type { ProtectedFigure } from "../../disclosure/protect-table.ts";
import { numberOf } from "../figure-words.ts";
import { type Chart, type ChartWords, drawChart } from "./chart-canvas.ts";

/** One group. */
export interface IntervalRow {
  readonly label: string;
  readonly estimate: ProtectedFigure;
  readonly lower: ProtectedFigure;
  readonly upper: ProtectedFigure;
  /**
   * `clear`: filled dot in the accent colour. `open`: hollow dot. `faint`: hollow and grey, for bases that are
   * too small to say anything about.
   */
  readonly weight: "clear" | "open" | "faint";
}

/** Range of the axis, its marks, and whether there is a line at 0. */
export interface IntervalAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** A tick as it is written. */
  readonly write: (tick: number) => string;
  readonly hasZeroLine: boolean;
}

export interface IntervalWords extends ChartWords {
  /** Under the axis: the unit. */
  readonly unit: string;
  /** In the place of what must not be shown. */
  readonly hidden: string;
}

const width = 360;
const labelHeight = 24;
const lineHeight = 24;
const axisHeight = 48;

/** Rows one under the other, the label above its line, the axis at the bottom. */
export function intervalChart(words: IntervalWords, rows: readonly IntervalRow[], axis: IntervalAxis): Chart {
  const rowHeight = labelHeight + lineHeight;
  const bottom = rows.length * rowHeight + 8;
  const height = bottom + axisHeight;
  const ticks = ruleX(axis.ticks, { y1: () => 0, y2: () => bottom, className: "chart-grid" });
  const marks = [
    ticks,
    ...(axis.hasZeroLine ? [ruleX([0], { y1: () => 0, y2: () => bottom, className: "chart-zero" })] : []),
    text(axis.ticks, {
      x: (tick: number) => tick,
      y: () => bottom + 14,
      text: axis.write,
      className: "chart-tick",
    }),
    text([words.unit], {
      x: () => (axis.from + axis.to) / 2,
      y: () => bottom + 36,
      text: (line: string) => line,
      className: "chart-tick",
    }),
    ...rows.flatMap((row, index) => rowMarks(row, index * rowHeight, axis, words)),
  ];
  return drawChart(
    words,
    {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 18,
      marginRight: 18,
      x: { domain: [axis.from, axis.to] },
      y: { domain: [height, 0] },
    },
    marks,
  );
}

/** A single row without label, its figure above the dot, to stand beside a sentence. */
export function intervalStrip(
  words: IntervalWords & { readonly estimate: string },
  row: IntervalRow,
  axis: IntervalAxis,
): Chart {
  const [top, middle, bottom, height] = [22, 36, 50, 92];
  const marks = [
    ruleX(axis.ticks, { y1: () => top, y2: () => bottom, className: "chart-grid" }),
    ...(axis.hasZeroLine ? [ruleX([0], { y1: () => top, y2: () => bottom, className: "chart-zero" })] : []),
    ...lineMarks(row, middle, axis),
    text([words.estimate], {
      x: () => numberOf(row.estimate) ?? 0,
      y: () => 12,
      text: (line: string) => line,
      className: "chart-label",
    }),
    text(axis.ticks, { x: (tick: number) => tick, y: () => 63, text: axis.write, className: "chart-tick" }),
    text([words.unit], {
      x: () => (axis.from + axis.to) / 2,
      y: () => 84,
      text: (line: string) => line,
      className: "chart-tick",
    }),
  ];
  return drawChart(
    words,
    {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 22,
      marginRight: 22,
      x: { domain: [axis.from, axis.to] },
      y: { domain: [height, 0] },
    },
    marks,
  );
}

function rowMarks(row: IntervalRow, top: number, axis: IntervalAxis, words: IntervalWords) {
  const label = text([row.label], {
    x: () => axis.from,
    y: () => top + labelHeight / 2 + 4,
    dx: -18,
    text: (line: string) => line,
    textAnchor: "start",
    className: "chart-label",
  });
  const middle = top + labelHeight + lineHeight / 2;
  if (row.estimate.kind !== "hidden") return [label, ...lineMarks(row, middle, axis)];
  const hidden = text([words.hidden], {
    x: () => axis.from,
    y: () => middle,
    dx: -18,
    text: (line: string) => line,
    textAnchor: "start",
    className: "chart-hidden",
  });
  return [label, hidden];
}

function lineMarks(row: IntervalRow, middle: number, axis: IntervalAxis) {
  const within = (value: number) => Math.min(axis.to, Math.max(axis.from, value));
  const [lower, upper, estimate] = [numberOf(row.lower), numberOf(row.upper), numberOf(row.estimate)];
  const line =
    lower === null || upper === null
      ? []
      : [
          link([0], {
            x1: () => within(lower),
            x2: () => within(upper),
            y1: () => middle,
            y2: () => middle,
            className: `chart-line ${row.weight}`,
          }),
          ...[lower, upper].map((limit) =>
            link([0], {
              x1: () => within(limit),
              x2: () => within(limit),
              y1: () => middle - 5,
              y2: () => middle + 5,
              className: `chart-line ${row.weight}`,
            }),
          ),
        ];
  if (estimate === null) return line;
  const point = dot([0], {
    x: () => within(estimate),
    y: () => middle,
    r: 6,
    className: `chart-dot ${row.weight}`,
  });
  return [...line, point];
}

/** An axis around 0 that holds every limit, at least 20 to each side; ticks at round numbers. */
export function changeAxis(
  rows: readonly Pick<IntervalRow, "estimate" | "lower" | "upper">[],
  least: number,
  write: (tick: number) => string,
): IntervalAxis {
  const sizes = rows
    .flatMap((row) => [row.estimate, row.lower, row.upper])
    .map((f) => Math.abs(numberOf(f) ?? 0));
  const largest = Math.max(least, ...sizes);
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((candidate) => largest / candidate <= 3) ?? 50;
  const to = Math.ceil(largest / step) * step;
  const ticks = Array.from({ length: (2 * to) / step + 1 }, (_, index) => -to + index * step);
  return { from: -to, to, ticks, write, hasZeroLine: true };
}
