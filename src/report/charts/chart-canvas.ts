// Turns a plot into SVG text: the one place where the chart library and its document are known. Styles are left
// to the page's sheet, so that a strict Content-Security-Policy holds.
import { type Markish, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** A finished chart. */
export interface Chart {
  /** The `<svg>` element as text, with title and description. */
  readonly svg: string;
  /** What it shows, in words; the same as its title. */
  readonly title: string;
}

/** What every chart says about itself to those who cannot see it. */
export interface ChartWords {
  /** Unique on the page; ids within the chart begin with it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Size and scales of a plot. Lengths in units of the picture, which grows and shrinks with the page. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly marginTop?: number;
  readonly marginBottom?: number;
  readonly marginLeft?: number;
  readonly marginRight?: number;
  readonly x: { readonly domain: readonly [number, number] };
  readonly y: { readonly domain: readonly [number, number] };
}

/** Size of the charts' letters in units of the picture. */
export const chartFontSize = 15;

/** Draws marks on a frame. */
export function drawChart(words: ChartWords, frame: ChartFrame, marks: readonly Markish[]): Chart {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const { x, y, ...size } = frame;
  const drawn = plot({
    document: document as unknown as Document,
    ...size,
    className: "chart",
    x: { domain: [...x.domain], axis: null },
    y: { domain: [...y.domain], axis: null },
    marks: [...marks],
  }) as unknown as SVGSVGElement;
  for (const style of [...drawn.querySelectorAll("style")]) style.remove();
  for (const element of [drawn, ...drawn.querySelectorAll("*")]) {
    element.removeAttribute("style");
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-hidden");
  }
  const titled = [
    ["desc", words.description],
    ["title", words.title],
  ] as const;
  for (const [name, text] of titled) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("id", `${words.id}-${name}`);
    element.textContent = text;
    drawn.insertBefore(element as unknown as Node, drawn.firstChild);
  }
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-labelledby", `${words.id}-title ${words.id}-desc`);
  drawn.setAttribute("font-size", String(chartFontSize));
  return { svg: drawn.outerHTML, title: words.title };
}
