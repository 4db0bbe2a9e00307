import { expect, test } from "vitest";
import { randomPool } from "./random-pool.ts";

test("no bytes are given twice, and what was given is not shared with anybody", () => {
  const draw = randomPool();
  const seen = new Set<string>();
  for (let count = 0; count < 2000; count += 1) {
    const drawn = draw(16);
    expect(drawn.buffer.byteLength).toBe(16);
    seen.add(Buffer.from(drawn).toString("hex"));
  }
  expect(seen.size).toBe(2000);
  expect(draw(5000)).toHaveLength(5000);
});
