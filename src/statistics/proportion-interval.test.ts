import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../../tests/fixtures/change/statistics.json" with { type: "json" };
import {
  bonettPriceInterval,
  mcnemarTests,
  newcombePairedInterval,
  pairedDifference,
  tangoInterval,
} from "./paired-proportion.ts";
import {
  continuityPhi,
  differenceInterval,
  differencePValue,
  type PanelTable,
  type ProportionPair,
} from "./proportion-difference.ts";
import { wilsonInterval } from "./proportion-interval.ts";

/** Equal to 1e-9 of the value, or of 1e-4 for small ones. */
function expectClose(have: number | undefined, want: number): void {
  expect(Math.abs(have! - want)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(want), 1e-4));
}

/** Every list of `cells` counts that add to `most` or fewer. */
function tablesOf(cells: number, most: number): number[][] {
  if (cells === 0) return [[]];
  return Array.from({ length: most + 1 }, (_, first) =>
    tablesOf(cells - 1, most - first).map((rest) => [first, ...rest]),
  ).flat();
}

describe("interval of one share", () => {
  it("equals R's prop.test without correction", () => {
    for (const { x, n, lower, upper } of reference.wilson) {
      const interval = wilsonInterval(x / n, n, 0.95);
      expectClose(interval.lower, lower);
      expectClose(interval.upper, upper);
    }
  });
  it("is exactly 0 or 1 where nobody or everybody said yes", () => {
    expect(wilsonInterval(0, 9, 0.95)).toEqual({ lower: 0, upper: expect.closeTo(0.2991450484, 10) });
    expect(wilsonInterval(1, 9, 0.95).upper).toBe(1);
  });
});

describe("difference of two shares", () => {
  const independent = (yesA: number, nA: number, yesB: number, nB: number) =>
    ({ earlier: yesA / nA, later: yesB / nB, earlierSize: nA, laterSize: nB, correlation: 0 }) as const;

  it("gives Newcombe's printed interval for 56/70 minus 48/80", () => {
    const interval = differenceInterval(independent(48, 80, 56, 70), 0.95);
    expect(interval.lower).toBeCloseTo(0.0524, 4);
    expect(interval.upper).toBeCloseTo(0.3339, 4);
  });
  it("gives the worked numbers of tiny groups", () => {
    const interval = differenceInterval(independent(3, 9, 7, 9), 0.95);
    expect(interval.lower).toBeCloseTo(-0.006534318328, 11);
    expect(interval.upper).toBeCloseTo(0.7100427101, 10);
    expect(differenceInterval(independent(0, 9, 9, 9), 0.95).lower).toBeCloseTo(0.5769450154, 10);
  });
  /** Who answered yes and no: in both waves, in the earlier alone, in the later alone. */
  type Sample = PanelTable & { leftYes: number; leftNo: number; joinedYes: number; joinedNo: number };
  const pairOf = (sample: Sample): ProportionPair | null => {
    const { yesYes, yesNo, noYes, noNo, leftYes, leftNo, joinedYes, joinedNo } = sample;
    const both = yesYes + yesNo + noYes + noNo;
    const [earlierSize, laterSize] = [both + leftYes + leftNo, both + joinedYes + joinedNo];
    if (earlierSize === 0 || laterSize === 0) return null;
    return {
      earlier: (yesYes + yesNo + leftYes) / earlierSize,
      later: (yesYes + noYes + joinedYes) / laterSize,
      earlierSize,
      laterSize,
      correlation: (continuityPhi(sample) * both) / Math.sqrt(earlierSize * laterSize),
    };
  };
  const count = (max: number) => fc.integer({ min: 0, max });
  const pairs = fc
    .record({
      yesYes: count(20),
      yesNo: count(20),
      noYes: count(20),
      noNo: count(20),
      leftYes: count(15),
      leftNo: count(15),
      joinedYes: count(15),
      joinedNo: count(15),
    })
    .map(pairOf)
    .filter((pair) => pair !== null);
  const agrees = (pair: ProportionPair): boolean => {
    const { lower, upper } = differenceInterval(pair, 0.95);
    if (Math.min(Math.abs(lower), Math.abs(upper)) < 1e-12) return true;
    return differencePValue(pair, pair.later - pair.earlier) < 0.05 === (lower > 0 || upper < 0);
  };
  it("has p below 5 % exactly when the interval excludes 0", () => {
    fc.assert(fc.property(pairs, agrees));
  });
  it("has p below 5 % exactly when the interval excludes 0, in every sample of a few", () => {
    const tables = tablesOf(4, 4);
    const singles = tablesOf(2, 2);
    const wrong = tables.flatMap(([yesYes, yesNo, noYes, noNo]) =>
      singles.flatMap(([leftYes, leftNo]) =>
        singles.filter(([joinedYes, joinedNo]) => {
          const table = { yesYes: yesYes!, yesNo: yesNo!, noYes: noYes!, noNo: noNo! };
          const alone = { leftYes: leftYes!, leftNo: leftNo!, joinedYes: joinedYes!, joinedNo: joinedNo! };
          const pair = pairOf({ ...table, ...alone });
          return pair !== null && pair.earlier !== pair.later && !agrees(pair);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
  it("turns round when the waves are swapped", () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const swapped = {
          ...pair,
          earlier: pair.later,
          later: pair.earlier,
          earlierSize: pair.laterSize,
          laterSize: pair.earlierSize,
        };
        const [one, other] = [differenceInterval(pair, 0.9), differenceInterval(swapped, 0.9)];
        expect(other.lower).toBeCloseTo(-one.upper, 12);
        expect(other.upper).toBeCloseTo(-one.lower, 12);
      }),
    );
  });
});

describe("paired shares", () => {
  const table = { yesYes: 10, yesNo: 2, noYes: 6, noNo: 4 };
  it("gives the worked intervals and tests of a panel", () => {
    expect(continuityPhi(table)).toBeCloseTo(0.1583881484, 10);
    const [newcombe, tango, bonett] = [newcombePairedInterval, tangoInterval, bonettPriceInterval].map(
      (f) => f(table, 0.95)!,
    );
    expect(newcombe!.lower).toBeCloseTo(-0.07447585412, 11);
    expect(newcombe!.upper).toBeCloseTo(0.4067427937, 10);
    expect(tango!.lower).toBeCloseTo(-0.07892219703, 11);
    expect(tango!.upper).toBeCloseTo(0.4232017792, 10);
    expect(bonett!.lower).toBeCloseTo(-0.08282453663, 11);
    expect(bonett!.upper).toBeCloseTo(0.41615787, 8);
    expect(mcnemarTests(table)).toEqual({ exact: 0.2890625, midP: 0.1796875 });
  });
  it("equals R's binom.test", () => {
    for (const { b, c, exact } of reference.mcnemar) {
      expectClose(mcnemarTests({ yesYes: 3, yesNo: b, noYes: c, noNo: 1 }).exact, exact);
    }
  });
  it("has no interval without pairs and stays within −1 and 1 with any", () => {
    const none = { yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 };
    for (const interval of [newcombePairedInterval, tangoInterval, bonettPriceInterval])
      expect(interval(none, 0.95)).toBeNull();
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(count, count, count, count, (yesYes, yesNo, noYes, noNo) => {
        fc.pre(yesYes + yesNo + noYes + noNo > 0);
        const panel = { yesYes, yesNo, noYes, noNo };
        for (const compute of [newcombePairedInterval, tangoInterval]) {
          const { lower, upper } = compute(panel, 0.95)!;
          expect(lower).toBeGreaterThanOrEqual(-1);
          expect(lower).toBeLessThanOrEqual(pairedDifference(panel)! + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(pairedDifference(panel)! - 1e-12);
          expect(upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
