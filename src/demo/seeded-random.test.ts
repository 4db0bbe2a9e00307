// Draws that only seed and words decide: the same everywhere, even, and independent.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawBelow, drawWhole } from "./seeded-random.ts";

/** The same procedure in unbounded integers, every step cut to 32 bits: what the arithmetic must come to. */
function drawInBigIntegers(text: string): number {
  const cut = (x: bigint) => x & 0xffff_ffffn;
  let h = [1779033703n, 3144134277n, 1013904242n, 2773480762n] as [bigint, bigint, bigint, bigint];
  const factors = [597399067n, 2869860233n, 951274213n, 2716044179n] as const;
  for (const unit of Array.from({ length: text.length }, (_, i) => BigInt(text.charCodeAt(i)))) {
    for (const at of [0, 1, 2, 3] as const) {
      h[at] = h[((at + 1) % 4) as 0 | 1 | 2 | 3] ^ cut((h[at] ^ unit) * factors[at]);
    }
  }
  const shifts = [18n, 22n, 17n, 19n] as const;
  for (const at of [0, 1, 2, 3] as const) {
    const next = [2, 3, 0, 1][at] as 0 | 1 | 2 | 3;
    h[at] = cut((h[next] ^ (h[at] >> shifts[at])) * factors[at]);
  }
  const mixed = h[0] ^ h[1] ^ h[2] ^ h[3];
  h = [mixed, h[1] ^ mixed, h[2] ^ mixed, h[3] ^ mixed];
  let [a, b, c, counter] = h;
  let drawn = 0n;
  for (let round = 0; round < 13; round += 1) {
    drawn = cut(a + b + counter);
    counter = cut(counter + 1n);
    a = b ^ (b >> 9n);
    b = cut(c + (c << 3n));
    c = cut(cut((c << 21n) | (c >> 11n)) + drawn);
  }
  return Number(drawn);
}

describe("a draw", () => {
  test("is the same on every machine: 32-bit arithmetic gives what unbounded integers give", () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.string(), { maxLength: 4 }), (seed, words) => {
        expect(drawWhole(seed, ...words)).toBe(drawInBigIntegers([seed, ...words].join("\u0000")));
      }),
    );
  });

  test("depends on the seed and on every word, and on where one word ends", () => {
    const draws = [
      drawWhole(1, "place", 1, "S001"),
      drawWhole(2, "place", 1, "S001"),
      drawWhole(1, "place", 2, "S001"),
      drawWhole(1, "place", 1, "S002"),
      drawWhole(1, "place", "1S001"),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  test("hits every one of a hundred numbers equally often (chi-square far below its 0.0001 limit)", () => {
    for (const seed of [1, 362, 99_999]) {
      const counts = new Array<number>(100).fill(0);
      for (let number = 0; number < 20_000; number += 1) counts[drawBelow(100, seed, "test", number)]! += 1;
      const chiSquare = counts.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
      expect(chiSquare).toBeLessThan(161);
    }
  });

  test("says nothing about the next person's draw", () => {
    let sum = 0;
    const size = 20_000;
    for (let number = 0; number < size; number += 1) {
      const here = drawWhole(7, "x", `S${number}`) / 2 ** 32 - 0.5;
      const next = drawWhole(7, "x", `S${number + 1}`) / 2 ** 32 - 0.5;
      sum += here * next * 12;
    }
    expect(Math.abs(sum / size)).toBeLessThan(4 / Math.sqrt(size));
  });

  test("below a limit stays from 0 to the number before it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer(), fc.string(), (limit, seed, word) => {
        const drawn = drawBelow(limit, seed, word);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < limit).toBe(true);
      }),
    );
  });
});
