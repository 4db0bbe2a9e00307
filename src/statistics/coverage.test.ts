import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { cellsOf, meanTruths, moderateWeights, shareTruths } from "../../tests/support/coverage-grid.ts";
import { drawnCoverage } from "../../tests/support/drawn-coverage.ts";
import { coverageOf, coverageWithoutOverlap } from "../../tests/support/interval-coverage.ts";

describe("E2 the reported interval of a change holds the true change as often as published", {
  timeout: 60_000,
}, () => {
  it.each([
    { panel: 6, leavers: 3, joiners: 3, mean: 0.975, smallest: 0.938 },
    { panel: 9, leavers: 0, joiners: 0, mean: 0.978, smallest: 0.934 },
    { panel: 0, leavers: 9, joiners: 9, mean: 0.96, smallest: 0.928 },
    { panel: 3, leavers: 6, joiners: 6, mean: 0.969, smallest: 0.936 },
    { panel: 4, leavers: 1, joiners: 1, mean: 0.987, smallest: 0.939 },
    { panel: 15, leavers: 5, joiners: 8, mean: 0.969, smallest: 0.946 },
  ])("$panel in both waves, $leavers and $joiners in one", ({ mean, smallest, ...sizes }) => {
    const { reported } = coverageOf(sizes);
    expect(reported.combinations).toBe(305);
    expect(reported.mean.toFixed(3)).toBe(mean.toFixed(3));
    expect(reported.smallest.toFixed(3)).toBe(smallest.toFixed(3));
  });

  it("and Wald's as seldom, at a width that is a little smaller", () => {
    const { reported, waldT, waldZ } = coverageOf({ panel: 6, leavers: 3, joiners: 3 });
    expect([waldZ.mean, waldZ.smallest].map((chance) => chance.toFixed(3))).toEqual(["0.891", "0.512"]);
    expect([waldT.mean, waldT.smallest].map((chance) => chance.toFixed(3))).toEqual(["0.912", "0.512"]);
    expect([reported, waldZ, waldT].map(({ width }) => width.toFixed(3))).toEqual([
      "0.684",
      "0.610",
      "0.685",
    ]);
  });
});

describe("E2 the worst single points are as published", { timeout: 60_000 }, () => {
  it.each([
    { n: 5, smallest: 0.876, below: 15 },
    { n: 9, smallest: 0.874, below: 5 },
    { n: 16, smallest: 0.883, below: 2 },
  ])("for $n answers in each wave and nobody in both", ({ n, smallest, below }) => {
    const coverage = coverageWithoutOverlap(n);
    expect(coverage.smallest.toFixed(3)).toBe(smallest.toFixed(3));
    expect(Math.round(100 * coverage.belowShare)).toBe(below);
  });
});

/** Rows of one coverage table of docs/methods.md by their first cell: reported mean and minimum, as printed. */
function publishedRows(heading: string): Map<string, { mean: string; smallest: string }> {
  const text = readFileSync(join(import.meta.dirname, "../../docs/methods.md"), "utf8");
  const chapter = text.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? "";
  const rows = chapter.matchAll(/^\| ([^|]+) \| (\.\d{3}) \/ (\.\d{3}) \|/gm);
  return new Map([...rows].map(([, name, mean, smallest]) => [name!, { mean: mean!, smallest: smallest! }]));
}

describe("E2 the tables in docs/methods.md", { timeout: 120_000 }, () => {
  const counted = publishedRows("Coverage of shares, every outcome counted");
  const weighted = publishedRows("Coverage of shares, post-stratified");
  const means = publishedRows("Coverage of means");
  const isVerify = inject("isVerify");
  const largest = isVerify ? 47 : 16;
  const small = [...counted.keys()].filter((name) => {
    const [panel, leavers, joiners] = name.split("/").map(Number) as [number, number, number];
    return panel + Math.max(leavers, joiners) <= largest;
  });

  it.each(small)("say what counting every outcome gives for %s", (name) => {
    const [panel, leavers, joiners] = name.split("/").map(Number) as [number, number, number];
    const { reported } = coverageOf({ panel, leavers, joiners });
    const printed = (chance: number) => chance.toFixed(3).replace(/^0/, "");
    expect({ mean: printed(reported.mean), smallest: printed(reported.smallest) }).toEqual(counted.get(name));
  });

  it("say what new draws give, for weighted shares and for means", () => {
    const draws = isVerify ? 10_000 : 500;
    const { parts, shares } = moderateWeights;
    const ofShares = drawnCoverage(cellsOf(16, "half", parts, shares), shareTruths(shares), true, draws, 7);
    const ofMeans = drawnCoverage(cellsOf(20, "none", [1], [1]), meanTruths([1]), false, draws, 7);
    const error = 0.22 / Math.sqrt(draws * 90);
    for (const [found, row] of [
      [ofShares, weighted.get("16, half, moderate weights")!],
      [ofMeans, means.get("20, none, unweighted")!],
    ] as const) {
      expect(Math.abs(found.reported.mean - Number(row.mean))).toBeLessThan(4 * error + 0.0005);
    }
  });

  it("have no row of shares whose intervals hold less often than 95 times in 100 on average", () => {
    const rows = [...counted.values(), ...weighted.values()];
    expect(rows.length).toBe(16 + 24);
    expect(Math.min(...rows.map(({ mean }) => Number(mean)))).toBeGreaterThanOrEqual(0.95);
  });
});
