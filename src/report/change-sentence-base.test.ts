// What stands beside the sentence about a change: its base, and whether it is worth mentioning.
import { describe, expect, test } from "vitest";
import { protectedChange } from "../../tests/support/protected-change.ts";
import { frame } from "../../tests/support/sentence-frame.ts";
import { basesSentenceOf, changeSentenceOf, isWorthMentioning } from "./change-sentence.ts";

describe("E2 the base beside it", () => {
  test.each([
    ["sv", "Bygger på 97 svar i omgång 1 och 94 svar i omgång 2. 72 personer svarade båda gångerna."],
    ["nb", "Bygger på 97 svar i runde 1 og 94 svar i runde 2. 72 personer svarte begge gangene."],
    ["nn", "Byggjer på 97 svar i runde 1 og 94 svar i runde 2. 72 personar svarte begge gongene."],
    ["en", "Based on 97 answers in wave 1 and 94 answers in wave 2. 72 people answered both times."],
  ] as const)("counts the answers of each wave and who answered both times, %s", (language, sentence) => {
    expect(basesSentenceOf(protectedChange({ verdict: "changed" }), frame(language))).toBe(sentence);
  });

  test("keeps silent about who answered both times where that would tell of a few who left", () => {
    const figures = protectedChange({ verdict: "changed", n: [75, 94], both: 72 });
    expect(basesSentenceOf(figures, frame("en"))).toBe(
      "Based on 75 answers in wave 1 and 94 answers in wave 2. How many answered both times is not shown, because it would point to a few people.",
    );
  });

  test("is empty where the base is hidden", () => {
    expect(basesSentenceOf(protectedChange({ verdict: "hidden", n: [3, 94], both: 3 }), frame("en"))).toBe(
      "",
    );
  });
});

describe("the smallest change worth mentioning", () => {
  test("is judged on the unrounded change", () => {
    const almost = protectedChange({ verdict: "changed", levels: [0.4, 0.446], interval: [0.01, 0.08] });
    const enough = protectedChange({ verdict: "changed", levels: [0.4, 0.45], interval: [0.01, 0.09] });
    expect([isWorthMentioning(almost, 5), isWorthMentioning(almost, 4)]).toEqual([false, true]);
    expect(isWorthMentioning(enough, 5)).toBe(true);
  });

  test("never turns an uncertain change into one worth mentioning", () => {
    const large = protectedChange({ verdict: "too-few-to-say", levels: [0.1, 0.9], n: [10, 10] });
    expect(isWorthMentioning(large, 5)).toBe(false);
  });

  test("leaves a large enough change without a remark", () => {
    const figures = protectedChange({ verdict: "changed" });
    expect(changeSentenceOf(figures, frame("en", 20))).toContain("below the limit");
    expect(changeSentenceOf(figures, frame("en", 12))).not.toContain("below the limit");
  });
});
