// The answers to a question as bars of 100 per cent, one per wave, drawn from protected figures.
import { rect, text } from "@observablehq/plot";
import type { ProtectedFigure } from "../../disclosure/protect-table.ts";
import { numberOf } from "../figure-words.ts";
import type { AnswerColor } from "./answer-colors.ts";
import { type Chart, type ChartWords, drawChart } from "./chart-canvas.ts";

/** One wave: what stands above its bar, and the share of each answer in order. */
export interface DistributionBar {
  readonly label: string;
  readonly shares: readonly ProtectedFigure[];
}

/** Words of a chart beside its title. */
export interface DistributionWords extends ChartWords {
  /** Stands in the place of a bar that must not be shown. */
  readonly hidden: string;
  /** A share as it is written: "41 %". */
  readonly share: (figure: ProtectedFigure) => string;
}

const width = 390;
const labelHeight = 26;
const barHeight = 56;
const gap = 14;
/** A narrower part has no room for its figure, which the table beside it gives. */
const narrowest = 10;

/**
 * Bars of equal length with one part per answer. Rounded shares need not add to 100; the bar is drawn to their
 * sum, so that it shows nothing that the figures beside it do not.
 *
 * @param colors colour class per answer
 */
export function distributionChart(
  words: DistributionWords,
  bars: readonly DistributionBar[],
  colors: readonly AnswerColor[],
): Chart {
  const rowHeight = labelHeight + barHeight + gap;
  const height = bars.length * rowHeight;
  const marks = bars.flatMap((bar, row) => {
    const top = row * rowHeight;
    const parts = partsOf(bar.shares);
    const label = text([bar.label], {
      x: () => 0,
      y: () => top + labelHeight / 2,
      text: (line: string) => line,
      textAnchor: "start",
      className: "chart-label",
    });
    if (parts === null) {
      const options = {
        x: () => 0,
        y: () => top + labelHeight + barHeight / 2,
        textAnchor: "start" as const,
      };
      return [
        label,
        text([words.hidden], { ...options, text: (line: string) => line, className: "chart-hidden" }),
      ];
    }
    return [
      label,
      ...parts.flatMap(({ from, to, index }) => {
        const figure = bar.shares[index]!;
        const part = rect([0], {
          x1: () => from,
          x2: () => to,
          y1: () => top + labelHeight,
          y2: () => top + labelHeight + barHeight,
          insetLeft: from === 0 ? 0 : 1,
          insetRight: to === 100 ? 0 : 1,
          className: `fill-${colors[index]}`,
        });
        if (to - from < narrowest) return [part];
        const figureText = text([words.share(figure)], {
          x: () => (from + to) / 2,
          y: () => top + labelHeight + barHeight / 2,
          text: (line: string) => line,
          className: `on-${colors[index]}`,
        });
        return [part, figureText];
      }),
    ];
  });
  return drawChart(
    words,
    {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 1,
      marginRight: 1,
      x: { domain: [0, 100] },
      y: { domain: [height, 0] },
    },
    marks,
  );
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/** Where each answer's part lies on a bar of 100; answers that nobody gave have none. Null where hidden. */
function partsOf(shares: readonly ProtectedFigure[]): Part[] | null {
  const values = shares.map(numberOf);
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  if (sum === 0 || shares.some(({ kind }) => kind === "hidden")) return null;
  let from = 0;
  return values.flatMap((value, index) => {
    const to = from + ((value ?? 0) * 100) / sum;
    const part = { from, to: Math.min(100, to), index };
    from = to;
    return (value ?? 0) > 0 ? [part] : [];
  });
}
