// The charts of the evaluator's pages, from what the tables beside them say.
import type { ProtectedFigure } from "../disclosure/protect-table.ts";
import type { ChangeLine, Reader } from "./change-report.ts";
import { barChart } from "./charts/bar-chart.ts";
import type { Chart } from "./charts/chart-canvas.ts";
import { distributionChart } from "./charts/distribution-chart.ts";
import {
  changeAxis,
  type IntervalAxis,
  type IntervalRow,
  intervalChart,
  intervalStrip,
} from "./charts/interval-chart.ts";
import { figureWords, intervalWords, numberOf, writeNumber } from "./figure-words.ts";
import type { Breakdown, DistributionView, LevelLine } from "./item-report.ts";

const isMean = (figure: ProtectedFigure): boolean =>
  figure.kind === "number" && (figure.unit === "score" || figure.unit === "score-points");

const changeRow = (line: ChangeLine): IntervalRow => ({
  label: line.label,
  estimate: line.figures.est,
  lower: line.figures.ci_lo,
  upper: line.figures.ci_hi,
  weight: line.weight,
});

/** Distribution of a question; null where there are no answers to draw (numbers, open questions). */
export function drawDistribution(
  id: string,
  view: DistributionView,
  { language, texts }: Reader,
): Chart | null {
  if (view.answers.length === 0) return null;
  const share = (figure: ProtectedFigure) => figureWords(figure, language, texts);
  const said = view.waveNames.map((wave, index) =>
    texts.item.barDescription(
      wave,
      view.answers.map(({ label, figures }) => `${label} ${share(figures[index]!)}`).join(", "),
    ),
  );
  const words = {
    id,
    title: texts.item.answersTitle,
    description: texts.item.answersDescription(said.join("; ")),
    hidden: texts.hidden,
    share,
  };
  if (view.isMulti) {
    const bar = (figure: ProtectedFigure, wave: number) => `${view.waveNames[wave]}: ${share(figure)}`;
    return barChart({ ...words, bar }, view.answers);
  }
  const bars = view.barLabels.map((label, index) => ({
    label,
    shares: view.answers.map(({ figures }) => figures[index]!),
  }));
  return distributionChart(words, bars, view.colors);
}

/** Axis that all the changes of a page share. */
export function axisOfChanges(lines: readonly ChangeLine[], { language }: Reader): IntervalAxis {
  const isOfMean = lines.some(({ figures }) => isMean(figures.est));
  const write = (tick: number) =>
    writeNumber(language, tick, { digits: isOfMean && !Number.isInteger(tick) ? 1 : 0, isSigned: true });
  return changeAxis(lines.map(changeRow), isOfMean ? 0.5 : 20, write);
}

/** One change as a strip; null where there is nothing to draw. */
export function drawStrip(id: string, line: ChangeLine, axis: IntervalAxis, reader: Reader): Chart | null {
  if (line.figures.est.kind !== "number") return null;
  const { texts } = reader;
  const words = {
    id,
    title: line.label,
    description: rowSaid(changeRow(line), reader),
    unit: isMean(line.figures.est) ? texts.item.scaleAxis : texts.item.pointsAxis,
    estimate: figureWords(line.figures.est, reader.language, texts),
    hidden: texts.hidden,
  };
  return intervalStrip(words, changeRow(line), axis);
}

/** The changes of a breakdown. */
export function drawChanges(
  id: string,
  { lines, heading }: Breakdown<ChangeLine>,
  measure: string,
  reader: Reader,
): Chart {
  const { texts } = reader;
  const isOfMean = lines.some(({ figures }) => isMean(figures.est));
  const rows = lines.map(changeRow);
  return intervalChart(
    {
      id,
      title: texts.item.chartTitle(measure, heading),
      description: texts.item.changeDescription(rows.map((row) => rowSaid(row, reader)).join(" ")),
      unit: isOfMean ? texts.item.scaleAxis : texts.item.pointsAxis,
      hidden: texts.hidden,
    },
    rows,
    axisOfChanges(lines, reader),
  );
}

/** The levels of a breakdown: shares from 0 to 100, means over the range they have. */
export function drawLevels(
  id: string,
  { lines, heading }: Breakdown<LevelLine>,
  measure: string,
  reader: Reader,
): Chart {
  const { texts, language } = reader;
  const isOfMean = lines.some(({ estimate }) => isMean(estimate));
  return intervalChart(
    {
      id,
      title: texts.item.chartTitle(measure, heading),
      description: texts.item.levelDescription(lines.map((row) => rowSaid(row, reader)).join(" ")),
      unit: isOfMean ? texts.item.scoreAxis : texts.item.percentAxis,
      hidden: texts.hidden,
    },
    lines,
    isOfMean
      ? scoreAxis(lines, (tick) => writeNumber(language, tick))
      : percentAxis((tick) => writeNumber(language, tick)),
  );
}

const percentAxis = (write: (tick: number) => string): IntervalAxis => ({
  from: 0,
  to: 100,
  ticks: [0, 25, 50, 75, 100],
  write,
  hasZeroLine: false,
});

function scoreAxis(lines: readonly LevelLine[], write: (tick: number) => string): IntervalAxis {
  const values = lines.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper].map(numberOf));
  const known = values.filter((value) => value !== null);
  const from = Math.floor(Math.min(...known, 1));
  const to = Math.max(from + 1, Math.ceil(Math.max(...known, from + 1)));
  const step = Math.max(1, Math.ceil((to - from) / 6));
  const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return { from, to, ticks, write, hasZeroLine: false };
}

function rowSaid(row: IntervalRow, { language, texts }: Reader): string {
  const estimate = figureWords(row.estimate, language, texts);
  if (row.estimate.kind !== "number") return `${row.label}: ${estimate}.`;
  return texts.item.rowDescription(row.label, estimate, intervalWords(row.lower, row.upper, language, texts));
}
