import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { protectedChange, type RawChange } from "../../../tests/support/protected-change.ts";
import { protectTable } from "../../disclosure/protect-table.ts";
import { answerColors } from "./answer-colors.ts";
import { barChart } from "./bar-chart.ts";
import type { Chart } from "./chart-canvas.ts";
import { chartSheet } from "./chart-sheet.ts";
import { distributionChart } from "./distribution-chart.ts";
import { changeAxis, type IntervalRow, intervalChart, intervalStrip } from "./interval-chart.ts";

const parsed = (chart: Chart) => parseHTML(`<html><body>${chart.svg}</body></html>`).document;
const words = {
  id: "c",
  title: "Share of each answer",
  description: "Two bars.",
  unit: "points",
  hidden: "hidden",
};
const write = (tick: number) => String(tick);

/** Protected shares of answers in one wave. */
function shares(proportions: readonly number[], base = 100) {
  const figures = Object.fromEntries(proportions.map((share, index) => [`s${index}`, share]));
  const table = protectTable(
    {
      tableId: "t",
      waves: ["1"],
      breakdown: null,
      layer: "base",
      columns: proportions.map((_, index) => ({
        name: `s${index}`,
        unit: "percent",
        waves: ["1"],
        isOfPanel: false,
      })),
      everyone: {
        level: null,
        counts: { "1": { invited: 140, respondents: base, base } },
        both: null,
        figures,
      },
      rows: [],
    },
    { minimumBase: 5 },
  );
  return proportions.map((_, index) => table.everyone.figures[`s${index}`]!);
}

const row = (label: string, change: RawChange): IntervalRow => {
  const figures = protectedChange(change);
  return { label, estimate: figures.est, lower: figures.ci_lo, upper: figures.ci_hi, weight: "clear" };
};
const dotsOf = (chart: Chart) => [...parsed(chart).querySelectorAll(".chart-dot circle")];

describe("every chart", () => {
  const chart = intervalChart(words, [row("Everyone", { verdict: "changed" })], changeAxis([], 20, write));

  test("R4 has a title and a description, and is one picture to those who listen", () => {
    const svg = parsed(chart).querySelector("svg")!;
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-labelledby")).toBe("c-title c-desc");
    expect(svg.querySelector("#c-title")!.textContent).toBe("Share of each answer");
    expect(svg.querySelector("#c-desc")!.textContent).toBe("Two bars.");
  });

  test("carries no style of its own, so that a strict content policy holds", () => {
    expect(chart.svg).not.toMatch(/<style|style=|<script|onload|href=/);
  });

  test("escapes what it is given", () => {
    const hostile = intervalChart(
      { ...words, title: "<script>alert(1)</script>" },
      [row("<b>x</b>", { verdict: "changed" })],
      changeAxis([], 20, write),
    );
    expect(hostile.svg).not.toMatch(/<script>|<b>/);
  });
});

describe("E4 a distribution", () => {
  const bar = (proportions: readonly number[], base = 100) =>
    distributionChart(
      { ...words, share: (figure) => (figure.kind === "number" ? `${figure.value}%` : "") },
      [{ label: "Wave 1", shares: shares(proportions, base) }],
      answerColors(proportions.map((_, index) => proportions.length - index)),
    );
  const widths = (chart: Chart) =>
    [...parsed(chart).querySelectorAll("[class^=fill-] rect")].map((rect) =>
      Number(rect.getAttribute("width")),
    );

  test("is drawn from the rounded shares, not from the exact ones", () => {
    expect(bar([0.404, 0.596]).svg).toBe(bar([0.3951, 0.6049]).svg);
    expect(bar([0.404, 0.596]).svg).not.toBe(bar([0.41, 0.59]).svg);
  });

  test("fills the bar whatever rounding makes of the sum", () => {
    const total = (proportions: readonly number[]) =>
      widths(bar(proportions)).reduce((sum, width) => sum + width, 0);
    expect(total([1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(total([0.25, 0.5, 0.25]), 6);
  });

  test("has no part for an answer that nobody gave", () => {
    expect(widths(bar([0.5, 0, 0.5]))).toHaveLength(2);
  });

  test("has no bar at all where the base is too small", () => {
    const hidden = bar([0.25, 0.75], 4);
    expect(widths(hidden)).toEqual([]);
    expect(hidden.svg).toContain("hidden");
    expect(hidden.svg).toBe(bar([0.5, 0.5], 0).svg);
  });
});

describe("E4 intervals", () => {
  const axis = changeAxis([], 40, write);

  test("are drawn from the rounded figures", () => {
    const drawn = (levels: readonly [number, number], interval: readonly [number, number]) =>
      intervalChart(words, [row("a", { verdict: "changed", levels, interval })], axis).svg;
    expect(drawn([0.4, 0.5204], [0.0401, 0.2049])).toBe(drawn([0.4, 0.516], [0.0449, 0.1951]));
    expect(drawn([0.4, 0.52], [0.04, 0.2])).not.toBe(drawn([0.4, 0.53], [0.04, 0.2]));
  });

  test("leave no mark for a hidden group, and an empty one looks the same", () => {
    const hidden = intervalChart(words, [row("a", { verdict: "hidden", n: [4, 30], both: 4 })], axis);
    expect(dotsOf(hidden)).toEqual([]);
    expect(parsed(hidden).querySelectorAll(".chart-line")).toHaveLength(0);
    expect(hidden.svg).toBe(
      intervalChart(words, [row("a", { verdict: null, n: [0, 0], both: 0 })], axis).svg,
    );
  });

  test("put a rise to the right of no change and a fall to the left", () => {
    const x = (levels: readonly [number, number]) =>
      Number(
        dotsOf(intervalChart(words, [row("a", { verdict: "changed", levels })], axis))[0]!.getAttribute("cx"),
      );
    const none = x([0.4, 0.4]);
    expect(x([0.4, 0.6])).toBeGreaterThan(none);
    expect(x([0.6, 0.4])).toBeLessThan(none);
    expect(x([0.4, 0.6]) - none).toBeCloseTo(none - x([0.6, 0.4]), 6);
  });

  test("stand alone in a strip with the figure above the dot", () => {
    const strip = intervalStrip({ ...words, estimate: "+12" }, row("a", { verdict: "changed" }), axis);
    expect(dotsOf(strip)).toHaveLength(1);
    expect(strip.svg).toContain("+12");
  });

  test("have an axis that holds every limit, the same to both sides", () => {
    const wide = changeAxis([row("a", { verdict: "changed", interval: [-0.72, 0.1] })], 20, write);
    expect([wide.from, wide.to]).toEqual([-100, 100]);
    expect(wide.ticks).toContain(0);
    expect(changeAxis([], 20, write)).toMatchObject({ from: -20, to: 20 });
  });
});

describe("shares that are not parts of a whole", () => {
  test("have one bar per wave and answer, as long as the rounded share", () => {
    const chart = barChart({ ...words, bar: () => "" }, [{ label: "a", figures: shares([0.2, 0.404]) }]);
    const widths = [...parsed(chart).querySelectorAll("[class^=fill-] rect")].map((rect) =>
      Number(rect.getAttribute("width")),
    );
    expect(widths[1]! / widths[0]!).toBeCloseTo(2, 6);
  });
});

describe("colours of answers", () => {
  test("run from one pole to the other by score, whatever the order of the answers", () => {
    expect(answerColors([5, 4, 3, 2, 1])).toEqual(["scale-0", "scale-2", "scale-3", "scale-5", "scale-6"]);
    expect(answerColors([1, 2, 3])).toEqual(["scale-6", "scale-3", "scale-0"]);
  });

  test("are distinct hues where answers have no order", () => {
    expect(answerColors([null, null, null])).toEqual(["hue-0", "hue-1", "hue-2"]);
  });

  test("R4 leave letters readable on every fill, in light and dark", () => {
    const luminance = (hex: string) => {
      const full = hex.length === 4 ? hex.replace(/[^#]/g, (digit) => digit + digit) : hex;
      const [r, g, b] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const pairs = [...chartSheet.matchAll(/\.fill-[\w-]+\{fill:(#\w+)\}\.on-[\w-]+\{fill:(#\w+)/g)];
    expect(pairs).toHaveLength(30);
    for (const [, fill, letters] of pairs) {
      const [a, b] = [luminance(fill!), luminance(letters!)].sort((x, y) => y - x) as [number, number];
      expect((a + 0.05) / (b + 0.05), `${letters} on ${fill}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
