import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BaseEntry, groupsToHide, rangesOfHidden } from "./complementary-suppression.ts";

const table = (entries: readonly BaseEntry[]) => ({ entries, hiddenAboveTogether: Number.POSITIVE_INFINITY });
const hide = (entries: readonly BaseEntry[], minimumBase: number) =>
  groupsToHide(table(entries), minimumBase);
const ranges = (entries: readonly BaseEntry[], hidden: readonly boolean[], minimumBase: number) =>
  rangesOfHidden(table(entries), hidden, minimumBase);
const entry = (base: number, ceiling = 100): BaseEntry => ({ base, ceiling, isHiddenAbove: false, floor: 0 });

/** Every way the hidden bases can be, by trying all numbers: the reader's knowledge without any formula. */
function possibleBases(
  entries: readonly BaseEntry[],
  hidden: readonly boolean[],
  minimumBase: number,
): number[][] {
  const at = entries.map((_, index) => index).filter((index) => hidden[index]);
  const remainder = at.reduce((total, index) => total + entries[index]!.base, 0);
  let partial: number[][] = [[]];
  for (const index of at) {
    const { base, ceiling } = entries[index]!;
    const most = base < minimumBase ? Math.min(minimumBase - 1, ceiling) : ceiling;
    partial = partial.flatMap((start) => Array.from({ length: most + 1 }, (_, value) => [...start, value]));
  }
  return partial.filter((bases) => bases.reduce((total, base) => total + base, 0) === remainder);
}

const smallTables = fc.array(
  fc.record({ base: fc.nat(7), silent: fc.nat(4) }).map(({ base, silent }) => entry(base, base + silent)),
  { minLength: 2, maxLength: 4 },
);

describe("hidden groups of a breakdown with a shown total", () => {
  test("a single small group takes the smallest of the others with it", () => {
    expect(hide([entry(30), entry(3), entry(12)], 5)).toEqual([false, true, true]);
  });

  test("two small groups whose sum is telling take a third", () => {
    expect(hide([entry(20), entry(1), entry(1), entry(9)], 5)).toEqual([false, true, true, true]);
  });

  test("small groups that together could each be anything below the minimum are enough", () => {
    expect(hide([entry(20), entry(2), entry(2), entry(2), entry(9)], 5)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test("three groups of four tell that each has four, so a fourth group goes", () => {
    expect(hide([entry(20), entry(4), entry(4), entry(4), entry(9)], 5)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test("nothing is hidden where every group is large enough", () => {
    expect(hide([entry(5), entry(6), entry(40)], 5)).toEqual([false, false, false]);
  });

  test("a group that nobody was invited in needs no protection from others", () => {
    expect(hide([entry(0, 0), entry(6), entry(40)], 5)).toEqual([true, false, false]);
  });

  test("knowing how many were invited is reckoned with", () => {
    // 3 of 9 and 6 of 6 hidden: 6 at most in the second leaves 3 to the first, so a third must go.
    expect(hide([entry(3, 9), entry(6, 6), entry(20, 30)], 5)).toEqual([true, false, true]);
  });

  test("E4 ranges equal those found by trying every possibility", () => {
    fc.assert(
      fc.property(smallTables, fc.integer({ min: 3, max: 5 }), (entries, minimumBase) => {
        const hidden = hide(entries, minimumBase);
        const known = ranges(entries, hidden, minimumBase).filter((range) => range !== null);
        const possible = possibleBases(entries, hidden, minimumBase);
        known.forEach((range, position) => {
          const values = possible.map((bases) => bases[position]!);
          expect(range).toEqual({ least: Math.min(...values), most: Math.max(...values) });
        });
      }),
    );
  });

  test("E4 no hidden base is known within its protection, unless only the total is left", () => {
    fc.assert(
      fc.property(smallTables, fc.integer({ min: 3, max: 5 }), (entries, minimumBase) => {
        const hidden = hide(entries, minimumBase);
        entries.forEach(({ base }, index) => {
          if (base < minimumBase) expect(hidden[index]).toBe(true);
        });
        if (hidden.every(Boolean)) return;
        const possible = possibleBases(entries, hidden, minimumBase);
        const at = entries.filter((_, index) => hidden[index]);
        at.forEach(({ ceiling }, position) => {
          const values = possible.map((bases) => bases[position]!);
          const width = Math.max(...values) - Math.min(...values);
          expect(width).toBeGreaterThanOrEqual(Math.min(minimumBase - 1, ceiling));
        });
      }),
    );
  });

  test("no group is hidden that need not be", () => {
    fc.assert(
      fc.property(smallTables, (entries) => {
        const hidden = hide(entries, 4);
        if (hidden.every(Boolean)) return;
        entries.forEach(({ base }, index) => {
          if (!hidden[index] || base < 4) return;
          const fewer = hidden.with(index, false);
          const isEnough = ranges(entries, fewer, 4).every(
            (range, at) => range === null || range.most - range.least >= Math.min(3, entries[at]!.ceiling),
          );
          expect(isEnough).toBe(false);
        });
      }),
    );
  });
});
