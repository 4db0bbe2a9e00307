// Letter codes: easy to type, hard to guess.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { comparableCode, drawAccessCode } from "./access-code.ts";

const fromBytes = (bytes: readonly number[]) => {
  let place = 0;
  return (length: number) => Uint8Array.from({ length }, () => bytes[place++ % bytes.length]!);
};

test("a code is three groups of four characters that cannot be mistaken for each other", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 239 }), { minLength: 12 }), (bytes) => {
      const code = drawAccessCode(fromBytes(bytes));
      expect(code).toMatch(/^([2346789BCDFGHJKMPQRTVWXY]{4}-){2}[2346789BCDFGHJKMPQRTVWXY]{4}$/);
    }),
  );
});

test("every character is equally likely: over all bytes that count, each comes up ten times", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 240; byte++) {
    const letter = drawAccessCode(fromBytes([byte])).charAt(0);
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  expect(new Set(counts.values())).toEqual(new Set([10]));
});

test("bytes that would favour some characters are drawn again", () => {
  expect(drawAccessCode(fromBytes([255, 240, 0]))).toBe(drawAccessCode(fromBytes([0])));
});

test("a code may be typed in small letters, with spaces or dashes of any kind, or without", () => {
  const code = comparableCode("K4TX-9PQR-23BW");
  for (const typed of ["k4tx9pqr23bw", " K4TX 9PQR 23BW ", "K4TX–9PQR—23BW", "Ｋ4TX.9PQR.23BW"]) {
    expect(comparableCode(typed)).toBe(code);
  }
});

test.each(["", "K4TX-9PQR", "K4TX-9PQR-23BWX", "K4TX-9PQR-23BO", "K4TX-9PQR-23B'", "💥".repeat(12)])(
  "what cannot be a code is none: %s",
  (typed) => {
    expect(comparableCode(typed)).toBeNull();
  },
);
