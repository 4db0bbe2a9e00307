import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../../tests/fixtures/change/statistics.json" with { type: "json" };
import * as distributions from "./distributions.ts";
import { benjaminiHochberg, familySize } from "./multiple-testing.ts";
import { roundHalfAway } from "./rounding.ts";
import { generalisedInverse, multiply, solveLinear } from "./symmetric-matrix.ts";
import { weightedMedian } from "./weighted-median.ts";

/** Equal to 1e-9 of the value, or of 1e-4 for small ones. */
function expectClose(have: number | undefined, want: number): void {
  expect(Math.abs(have! - want)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(want), 1e-4));
}

describe("distributions", () => {
  const tables = reference.distributions as unknown as Record<string, Record<string, number>[]>;
  it.each(Object.keys(tables))("%s equals R", (name) => {
    const compute = new Map(Object.entries(distributions)).get(name) as unknown as (
      ...parameters: number[]
    ) => number;
    for (const { value, ...parameters } of tables[name]!)
      expectClose(compute(...Object.values(parameters)), value!);
  });
});

describe("many comparisons", () => {
  it("equal R's p.adjust and leave out what has no test", () => {
    for (const { p, adjusted } of reference.bh) {
      benjaminiHochberg(p).forEach((value, index) => {
        expectClose(value!, adjusted[index]!);
      });
    }
    const values = [0.03, null, 0.01];
    expect(benjaminiHochberg(values)).toEqual([0.03, null, 0.02]);
    expect(familySize(values)).toBe(2);
  });
});

describe("small matrices", () => {
  const square = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 4,
  });
  it("a generalised inverse gives the matrix back", () => {
    fc.assert(
      fc.property(square, (rows) => {
        const product = multiply(
          rows,
          rows[0]!.map((_, j) => rows.map((row) => row[j]!)),
        );
        const { inverse } = generalisedInverse(product);
        multiply(multiply(product, inverse), product).forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(product[i]![j]!, 6);
          });
        });
      }),
    );
  });
  it("solving tells a singular matrix", () => {
    expect(
      solveLinear(
        [
          [1, 2],
          [2, 4],
        ],
        [[1], [2]],
      ),
    ).toBeNull();
    expect(
      solveLinear(
        [
          [0, 2],
          [1, 0],
        ],
        [[4], [3]],
      ),
    ).toEqual([[3], [2]]);
  });
});

describe("rounding and medians", () => {
  it("rounds half away from zero and never to −0", () => {
    expect(
      [0.285, 2.5, -2.5, -0.2, 1.005].map((value) => roundHalfAway(value, value > 0.2 && value < 2 ? 2 : 0)),
    ).toEqual([0.29, 3, -3, 0, 1.01]);
    expect(Object.is(roundHalfAway(-0.001), 0)).toBe(true);
  });
  it("takes the middle where exactly half the weight lies below", () => {
    expect(weightedMedian([1, 3, 8], [1, 1, 2])).toBe(5.5);
    expect(weightedMedian([1, 3, 8], [1, 2, 2])).toBe(3);
    expect(weightedMedian([4], [0.3])).toBe(4);
  });
});
