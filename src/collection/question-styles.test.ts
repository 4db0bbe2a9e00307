import { expect, it } from "vitest";
import { questionStyles } from "../questionnaire/pages/question-styles.ts";
import { respondentSheet } from "../web/style/respondent-sheet.ts";

it("the rules that questions bring along find every value they read", () => {
  const read = [...questionStyles.matchAll(/var\((--ds[\w-]+)\)/g)].map(([, name]) => name);
  const missing = read.filter((name) => !respondentSheet.includes(`${name}:`));
  expect([...new Set(missing)]).toEqual([]);
});
