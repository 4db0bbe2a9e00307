import { describe, expect, test } from "vitest";
import { protectedChange } from "../../tests/support/protected-change.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { figureWords, intervalWords, numberOf, writeNumber } from "./figure-words.ts";

const texts = {
  hidden: "hidden",
  notDefined: "–",
  interval: (lower: string, upper: string) => `${lower} to ${upper}`,
};

describe("numbers as they are written", () => {
  test.each([
    ["sv", 3.24, { digits: 1 }, "3,2"],
    ["nb", -0.5, { digits: 1, isSigned: true }, "−0,5"],
    ["nn", 12, { isSigned: true }, "+12"],
    ["en", 3.24, { digits: 1 }, "3.2"],
    ["en", 0, { isSigned: true }, "0"],
    ["en", -0.04, { digits: 1, isSigned: true }, "0.0"],
    ["en", 12345, {}, "12,345"],
    ["sv", 12345, {}, "12\u00a0345"],
    ["sv", 1234, {}, "1234"],
  ] as const)("%s %d %j", (language, value, form, expected) => {
    expect(writeNumber(language, value, form)).toBe(expected);
  });
});

describe("protected figures as they are written", () => {
  const figures = protectedChange({ verdict: "changed" });
  test.each([
    ["sv", "est_a", "41\u00a0%"],
    ["en", "est_a", "41%"],
    ["nb", "est", "+12"],
    ["sv", "n_a", "97"],
    ["en", "verdict", "changed"],
  ] as const)("%s %s", (language, name, expected) => {
    expect(figureWords(figures[name], language as LanguageCode, texts)).toBe(expected);
  });

  test("an interval has both limits with their signs", () => {
    expect(intervalWords(figures.ci_lo, figures.ci_hi, "en", texts)).toBe("+4 to +20");
  });

  test("what is hidden or not defined has a word and no number", () => {
    const hidden = protectedChange({ verdict: "changed", n: [4, 94], both: 4 });
    expect(figureWords(hidden.est, "en", texts)).toBe("hidden");
    expect(numberOf(hidden.est)).toBeNull();
    expect(intervalWords(hidden.ci_lo, hidden.ci_hi, "en", texts)).toBe("hidden");
    const none = protectedChange({ verdict: "cannot-tell", interval: null });
    expect(figureWords(none.ci_lo, "en", texts)).toBe("–");
  });
});
