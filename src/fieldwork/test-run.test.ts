// A test run, page by page: what travels in the page is all there is.
import { describe, expect, test } from "vitest";
import { fixInstrument } from "../questionnaire/fix-instrument.ts";
import { readFormFields } from "../questionnaire/form-fields.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { WalkContext } from "../questionnaire/questionnaire.ts";
import {
  firstStep,
  nextStep,
  type PressedPage,
  packProgress,
  type TestStep,
  unpackProgress,
} from "./test-run.ts";

const context: WalkContext = { language: "en", seed: 1, now: new Date("2026-05-17T10:00:00Z") };

const questionnaireOf = (...pages: object[]) => {
  const fixed = fixInstrument({ pages }, { version: "1", languages: ["en"] });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  return prepareQuestionnaire(fixed.instrument);
};
const text = (name: string, more: object = {}) => ({ type: "text", name, title: name, ...more });
const radio = (name: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  title: name,
  choices: [1, 2],
  ...more,
});

const run = (questionnaire: ReturnType<typeof questionnaireOf>) => {
  let step = firstStep(questionnaire, context) as TestStep;
  return {
    step: () => step,
    press: (press: PressedPage["press"], fields: Record<string, string>) => {
      if (step.kind === "done") throw new Error("it is over");
      const progress = unpackProgress(packProgress(step.progress));
      const form = readFormFields(Object.entries(fields));
      step = nextStep(questionnaire, { page: step.page, progress, form, press }, context) as TestStep;
      return step;
    },
  };
};

describe("a test run", () => {
  test("keeps what was filled in on the way there and back, and ends with what would be stored", () => {
    const { press } = run(
      questionnaireOf({ name: "one", elements: [radio("a")] }, { name: "two", elements: [text("b")] }),
    );
    expect(press("next", { "q:a": "2" })).toMatchObject({ kind: "page", page: "two" });
    expect(press("back", { "q:b": "hello" })).toMatchObject({
      page: "one",
      progress: { answers: { a: 2, b: "hello" } },
    });
    expect(press("next", { "q:a": "1" })).toMatchObject({ page: "two" });
    expect(press("next", { "q:b": "hello" })).toEqual({ kind: "done", completed: { a: 1, b: "hello" } });
  });

  test("does not leave a page with a mistake, and drops answers off the final route", () => {
    const { press } = run(
      questionnaireOf(
        { name: "one", elements: [radio("a", { isRequired: true })] },
        { name: "two", visibleIf: "{a} = 1", elements: [text("b")] },
      ),
    );
    expect(press("next", {})).toMatchObject({ page: "one", problems: [{ question: "a" }] });
    expect(press("next", { "q:a": "1" })).toMatchObject({ page: "two", problems: [] });
    expect(press("back", { "q:b": "gone" })).toMatchObject({ page: "one" });
    expect(press("next", { "q:a": "2" })).toEqual({ kind: "done", completed: { a: 2 } });
  });

  test("adds turns to a loop and stays on its page", () => {
    const loop = {
      type: "paneldynamic",
      name: "clubs",
      title: "Clubs",
      maxPanelCount: 3,
      templateElements: [text("name")],
    };
    const { press } = run(questionnaireOf({ name: "one", elements: [loop] }));
    expect(press("stay", { "q:clubs:*add": "1" })).toMatchObject({ kind: "page", page: "one" });
    const added = press("stay", { "q:clubs:0:name": "Chess", "q:clubs:*add": "2" });
    expect(added).toMatchObject({ progress: { answers: { clubs: [{ name: "Chess" }, {}] } } });
    const ended = press("next", { "q:clubs:0:name": "Chess", "q:clubs:1:name": "Choir" });
    expect(ended).toEqual({ kind: "done", completed: { clubs: [{ name: "Chess" }, { name: "Choir" }] } });
  });
});
