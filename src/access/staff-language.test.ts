// Which language staff see before they have chosen one.
import { expect, test } from "vitest";
import { negotiateLanguage } from "./staff-language.ts";

test.each([
  ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
  ["no-NO,no;q=0.9,en;q=0.8", "nb"],
  ["nn-NO,no;q=0.9", "nn"],
  ["de-DE,de;q=0.9,en;q=0.5,sv;q=0.7", "sv"],
  ["fi", "en"],
  ["", "en"],
  ["sv;q=0,nb", "nb"],
  [`${"x,".repeat(10_000)}sv`, "en"],
])("%s → %s", (accepted, language) => {
  expect(negotiateLanguage(accepted)).toBe(language);
});
