// Shares that are not parts of a whole, as one bar per wave under each answer.
import { rect, text } from "@observablehq/plot";
import type { ProtectedFigure } from "../../disclosure/protect-table.ts";
import { numberOf } from "../figure-words.ts";
import { type Chart, type ChartWords, drawChart } from "./chart-canvas.ts";

/** One answer with a figure per wave. */
export interface BarGroup {
  readonly label: string;
  readonly figures: readonly ProtectedFigure[];
}

export interface BarWords extends ChartWords {
  /** What a bar says at its end: "Wave 1: 41 %". */
  readonly bar: (figure: ProtectedFigure, wave: number) => string;
}

const width = 390;
const labelHeight = 24;
const barHeight = 22;
const gap = 12;

/** Bars from 0 to 100 per cent; the figure stands after its bar, or on it where there is no room. */
export function barChart(words: BarWords, groups: readonly BarGroup[]): Chart {
  const waves = Math.max(1, ...groups.map(({ figures }) => figures.length));
  const groupHeight = labelHeight + waves * barHeight + gap;
  const height = groups.length * groupHeight;
  const marks = groups.flatMap((group, index) => {
    const top = index * groupHeight;
    const label = text([group.label], {
      x: () => 0,
      y: () => top + labelHeight / 2,
      text: (line: string) => line,
      textAnchor: "start",
      className: "chart-label",
    });
    return [
      label,
      ...group.figures.flatMap((figure, wave) => {
        const value = numberOf(figure) ?? 0;
        const from = top + labelHeight + wave * barHeight;
        const bar = rect([0], {
          x1: () => 0,
          x2: () => value,
          y1: () => from,
          y2: () => from + barHeight - 3,
          className: wave === waves - 1 ? "fill-hue-0" : "fill-hue-3",
        });
        const isOnBar = value > 65;
        const said = text([words.bar(figure, wave)], {
          x: () => value,
          y: () => from + (barHeight - 3) / 2,
          dx: isOnBar ? -6 : 6,
          text: (line: string) => line,
          textAnchor: isOnBar ? "end" : "start",
          className: isOnBar ? (wave === waves - 1 ? "on-hue-0" : "on-hue-3") : "chart-figure",
        });
        return value > 0 ? [bar, said] : [said];
      }),
    ];
  });
  const frame = { marginTop: 0, marginBottom: 0, marginLeft: 1, marginRight: 1 };
  return drawChart(
    words,
    { width, height, ...frame, x: { domain: [0, 100] }, y: { domain: [height, 0] } },
    marks,
  );
}
