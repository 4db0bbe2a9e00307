// A chart on a page, and the sheet that colours it.
import { raw } from "hono/html";
import type { AnswerColor } from "./answer-colors.ts";
import type { Chart } from "./chart-canvas.ts";
import { chartSheet } from "./chart-sheet.ts";

/** The style of all charts; once per page. */
export const ChartStyle = ({ nonce }: { readonly nonce: string }) => (
  <style nonce={nonce}>{raw(chartSheet)}</style>
);

/** A chart with a caption under it. */
export const ChartFigure = ({ chart, caption }: { readonly chart: Chart; readonly caption?: string }) => (
  <figure>
    {raw(chart.svg)}
    {caption === undefined ? null : <figcaption>{caption}</figcaption>}
  </figure>
);

/** A chart without caption, in the run of a line. */
export const ChartStrip = ({ chart }: { readonly chart: Chart }) => <div class="strip">{raw(chart.svg)}</div>;

/** The colour of an answer beside its name. */
export const Swatch = ({ color }: { readonly color: AnswerColor }) => (
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <rect class={`fill-${color}`} width="16" height="16" />
  </svg>
);
