import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyBytes, KeyRing } from "../access/key-ring.ts";
import { comparableWord, hashWord, wordOf } from "./receipt-word.ts";

const ringOf = (fill: number): KeyRing => {
  const key: KeyBytes = new Uint8Array(32).fill(fill);
  return { serviceKey: async () => key, studyKey: async () => key, destroyStudyKey: async () => {} };
};
const keys = ringOf(7);
const receipt = { studyId: "study", caseId: "case-1" };

describe("the word on the receipt", () => {
  it("is five syllables that can be read out", async () => {
    await fc.assert(
      fc.asyncProperty(fc.base64String({ minLength: 20 }), async (token) => {
        expect(await wordOf(keys, receipt, token)).toMatch(
          /^([bdfghjklmnprstv][aeiou]){2}-([bdfghjklmnprstv][aeiou]){3}$/,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("is the same for the same form, another for another form, case or service", async () => {
    const word = await wordOf(keys, receipt, "token");
    expect(await wordOf(keys, receipt, "token")).toBe(word);
    expect(await wordOf(keys, receipt, "other")).not.toBe(word);
    expect(await wordOf(keys, { ...receipt, caseId: "case-2" }, "token")).not.toBe(word);
    expect(await wordOf(ringOf(8), receipt, "token")).not.toBe(word);
  });

  it("uses every syllable about equally often", async () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 3000; at += 1) {
      const word = (await wordOf(keys, receipt, `token ${at}`)).replace("-", "");
      for (const syllable of word.match(/../g) ?? []) counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
    }
    // 15,000 draws over 75 syllables: 200 each, standard deviation 14.
    expect(counts.size).toBe(75);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(85);
  });

  it("is taken however it is written down", async () => {
    expect(comparableWord(" BADO-fine ku. ")).toBe("badofineku");
    expect(await hashWord(keys, receipt, "Bado Fineku")).toBe(await hashWord(keys, receipt, "bado-fineku"));
    expect(await hashWord(keys, receipt, "bado-fineka")).not.toBe(
      await hashWord(keys, receipt, "bado-fineku"),
    );
  });
});
