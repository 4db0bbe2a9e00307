// SurveyJS's own published examples: taken and completed as survey-core does, or refused by the name of what is
// not supported. The table of what was tried: TIDVIS_TABLE=yes npx vitest run tests/surveyjs-examples.test.ts
import { describe, expect, inject, test } from "vitest";
import { checkInstrument, type Finding } from "../src/questionnaire/check-instrument.ts";
import { findingWords, reasonInWords } from "../src/questionnaire/checks/finding-words.ts";
import { languagesOf } from "../src/questionnaire/checks/translation-findings.ts";
import { holdAgainstSurveyCore } from "./instruments/random/hold-against-survey-core.ts";
import { answerSets } from "./support/example-answers.ts";
import { publishedExamples } from "./support/surveyjs-examples.ts";

const examples = publishedExamples();

const errorsIn = (json: Readonly<Record<string, unknown>>): readonly Finding[] =>
  checkInstrument(json, { languages: languagesOf(json) }).filter(({ severity }) => severity === "error");

/** The examples that are refused, with what is not supported in them. */
const refused: Readonly<Record<string, string>> = {
  file: "file",
  signaturepad: "signaturepad",
  slider: "slider",
};
/** An excerpt that shows a group with nothing in it. */
const asksNothing = "panel";

/** Where a check has no text of its own, survey-core shows an empty line and we say that something is wrong. */
const withoutSilence = (ours: unknown, theirs: unknown): unknown => {
  if (Array.isArray(ours) && Array.isArray(theirs))
    return ours.map((one: unknown, index) => withoutSilence(one, theirs[index]));
  const isSilent =
    theirs !== null && typeof theirs === "object" && "message" in theirs && theirs.message === "";
  return isSilent ? { ...(ours as object), message: "" } : ours;
};

describe("SurveyJS's published examples", () => {
  test("are there", () => {
    expect(examples.length).toBeGreaterThan(35);
  });

  test.each(examples.filter(({ name }) => !(name in refused) && name !== asksNothing))(
    "$name is taken, and completes as survey-core completes it",
    ({ json }) => {
      expect(errorsIn(json)).toEqual([]);
      for (const [seed, answers] of answerSets(json, inject("isVerify") ? 24 : 2).entries())
        for (const { ours, theirs } of holdAgainstSurveyCore({
          definition: { ...json },
          answers,
          seed: seed + 1,
          languages: [...languagesOf(json)],
        }))
          expect(withoutSilence(ours, theirs)).toEqual(theirs);
    },
  );

  test.each(Object.entries(refused))(
    "%s is refused by the name of what is not supported",
    (name, feature) => {
      const example = examples.find((one) => one.name === name);
      const errors = errorsIn(example!.json);
      expect(errors).toMatchObject([{ facts: { name: feature } }]);
      expect(reasonInWords(errors[0]!, findingWords("en"))).toContain(`“${feature}”`);
    },
  );

  test("one that asks nothing is refused for that", () => {
    const example = examples.find(({ name }) => name === asksNothing);
    expect(errorsIn(example!.json)).toMatchObject([{ kind: "no-questions" }]);
  });
});

if (process.env.TIDVIS_TABLE === "yes") {
  test("the table of what was tried", () => {
    const rows = examples.map(({ name, json }) => {
      const reasons = [
        ...new Set(errorsIn(json).map((one) => reasonInWords(one, findingWords("en")).split(". ")[0])),
      ];
      return `| ${name} | ${reasons.length === 0 ? "taken" : `refused: ${reasons.join("; ")}`} |`;
    });
    console.info(["| example | |", "|---|---|", ...rows].join("\n"));
  });
}
