import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../../tests/fixtures/change/statistics.json" with { type: "json" };
import { fisherExactTest, stuartMaxwellTest } from "./contingency-test.ts";
import { signedRankTest } from "./signed-rank.ts";
import { pairedTTest, welchTTest } from "./t-test.ts";

/** Equal to 1e-9 of the value, or of 1e-4 for small ones. */
function expectClose(have: number | undefined, want: number): void {
  expect(Math.abs(have! - want)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(want), 1e-4));
}

const counted = (values: readonly number[]) =>
  values.map((value) => ({ value, difference: value, count: 1 }));

describe("tests on tables", () => {
  it("Fisher's equals R", () => {
    for (const { a, n, b, m, p } of reference.fisher)
      expectClose(fisherExactTest({ yes: a, n }, { yes: b, n: m }), p);
  });
  it("Stuart and Maxwell's gives the worked numbers, and p 1 where nobody moved", () => {
    const test = stuartMaxwellTest([
      [12, 5, 1],
      [3, 14, 6],
      [0, 2, 9],
    ]);
    expect(test.chi2).toBeCloseTo(3.45, 10);
    expect(test.df).toBe(2);
    expect(test.p).toBeCloseTo(0.1781730518, 10);
    expect(
      stuartMaxwellTest([
        [4, 0],
        [0, 3],
      ]),
    ).toEqual({ chi2: 0, df: 0, p: 1 });
  });
});

describe("signed ranks", () => {
  const moves = [
    { difference: 1, count: 11 },
    { difference: -1, count: 5 },
    { difference: 2, count: 1 },
    { difference: 0, count: 35 },
  ];
  it("give the worked numbers", () => {
    const test = signedRankTest(moves);
    expect(test).toMatchObject({ statistic: 110.5, nonzero: 17 });
    expect(test.p).toBeCloseTo(0.0779768046, 10);
    expect(test.exactP).toBeCloseTo(0.1156921387, 10);
  });
  it("equal R's normal approximation", () => {
    for (const { difference, V, wilcoxon } of reference.paired) {
      const test = signedRankTest(counted(difference));
      expect(test.statistic).toBe(V);
      expectClose(test.p, wilcoxon);
    }
  });
  it("exact p equals counting all sign patterns", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 9 }), (differences) => {
        const nonzero = differences.filter((difference) => difference !== 0);
        const observed = signedRankTest(counted(differences));
        const sums = Array.from({ length: 2 ** nonzero.length }, (_, pattern) => {
          const signed = nonzero.map((size, index) =>
            pattern & (1 << index) ? Math.abs(size) : -Math.abs(size),
          );
          return signedRankTest(counted(signed)).statistic;
        });
        const share = (keep: (sum: number) => boolean): number => sums.filter(keep).length / sums.length;
        const p = Math.min(
          1,
          2 *
            Math.min(
              share((sum) => sum <= observed.statistic),
              share((sum) => sum >= observed.statistic),
            ),
        );
        expect(observed.exactP).toBeCloseTo(nonzero.length === 0 ? 1 : p, 12);
      }),
      { numRuns: 40 },
    );
  });
  it("are not counted out above 200 differences", () => {
    expect(signedRankTest([{ difference: 1, count: 201 }]).exactP).toBeNull();
    expect(signedRankTest([{ difference: 1, count: 200 }]).exactP).toBeGreaterThanOrEqual(0);
  });
});

describe("t-tests", () => {
  it("equal R", () => {
    for (const { x, y, statistic, df, p, lower, upper } of reference.welch) {
      const test = welchTTest(counted(x), counted(y), 0.9)!;
      expectClose(test.statistic, statistic);
      expectClose(test.df, df);
      expectClose(test.p, p);
      expectClose(test.interval.lower, lower);
      expectClose(test.interval.upper, upper);
    }
    for (const { difference, statistic, p, lower, upper } of reference.paired) {
      const test = pairedTTest(counted(difference), 0.95)!;
      expectClose(test.statistic, statistic);
      expectClose(test.p, p);
      expectClose(test.interval.lower, lower);
      expectClose(test.interval.upper, upper);
    }
  });
  it("are not defined for one value or for constants", () => {
    expect(pairedTTest(counted([1]), 0.95)).toBeNull();
    expect(pairedTTest(counted([0.1, 0.1, 0.1]), 0.95)).toBeNull();
    expect(welchTTest(counted([1, 2]), counted([3]), 0.95)).toBeNull();
    expect(welchTTest(counted([2, 2]), counted([3, 3]), 0.95)).toBeNull();
  });
});
