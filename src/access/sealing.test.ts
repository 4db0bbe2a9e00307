// Sealed text opens with its key, as what it was sealed as, and only unaltered.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "./sealing.ts";

const keyOf = (byte: number) => new Uint8Array(32).fill(byte);

test("any text comes back as it went in, and is not to be seen in between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 8, unit: "grapheme" }), async (text) => {
      const sealed = await seal(keyOf(1), "thing", text);
      expect(sealed).not.toContain(text);
      expect(await unseal(keyOf(1), "thing", sealed)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test("the same text is sealed differently each time", async () => {
  expect(await seal(keyOf(1), "thing", "text")).not.toBe(await seal(keyOf(1), "thing", "text"));
});

test("another key, another purpose, an altered or invented text do not open", async () => {
  const sealed = await seal(keyOf(1), "contact of one", "text");
  await expect(unseal(keyOf(2), "contact of one", sealed)).rejects.toThrow("cannot be opened");
  await expect(unseal(keyOf(1), "contact of two", sealed)).rejects.toThrow("cannot be opened");
  const parts = sealed.split(".");
  const altered = parts.with(3, `${parts[3]!.startsWith("A") ? "B" : "A"}${parts[3]!.slice(1)}`).join(".");
  for (const text of [altered, "", "a.b.c.d.e", `${sealed}x`]) {
    await expect(unseal(keyOf(1), "contact of one", text)).rejects.toThrow("cannot be opened");
  }
});
