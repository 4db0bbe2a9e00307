import { describe, expect, it } from "vitest";
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
    const coverage = coverageOf(sizes);
    expect(coverage.combinations).toBe(305);
    expect(coverage.mean.toFixed(3)).toBe(mean.toFixed(3));
    expect(coverage.smallest.toFixed(3)).toBe(smallest.toFixed(3));
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
