// Engine work for one page POST of a 60-question instrument, beside survey-core's own in the same run.

import { compiledEngine } from "../src/questionnaire/engine/compiled-walk.ts";
import { fixInstrument } from "../src/questionnaire/fix-instrument.ts";
import { readFormFields } from "../src/questionnaire/form-fields.ts";
import type { Answers, AnswerValue } from "../src/questionnaire/instrument.ts";
import { questionnaireWith } from "../src/questionnaire/prepare-questionnaire.ts";
import type { Questionnaire } from "../src/questionnaire/questionnaire.ts";
import { surveyEngine } from "../src/questionnaire/survey-walk.ts";

const scale = ["very_poor", "poor", "neither", "good", "very_good"];

/** Ten questions of the kinds a survey is made of, some of them shown by earlier answers. */
const pageOf = (page: number) => ({
  name: `page${page}`,
  title: `Part ${page}`,
  elements: [
    {
      type: "radiogroup",
      name: `a${page}`,
      title: "Do you take part?",
      choices: ["yes", "partly", "no"],
      showDontKnowItem: true,
      isRequired: true,
    },
    {
      type: "radiogroup",
      name: `b${page}`,
      title: "How good is it?",
      choices: scale,
      showDontKnowItem: true,
    },
    {
      type: "checkbox",
      name: `c${page}`,
      title: "Which ones?",
      choices: ["post", "shop", "care", "library", "school"],
      showNoneItem: true,
      showOtherItem: true,
      maxSelectedChoices: 3,
    },
    {
      type: "matrix",
      name: `d${page}`,
      title: "To what degree …",
      columns: [1, 2, 3, 4, 5],
      rows: ["one", "two", "three", "four", "five"],
      eachRowRequired: page === 1,
    },
    {
      type: "rating",
      name: `e${page}`,
      title: "How useful for {municipality}?",
      minRateDescription: "Not at all",
      maxRateDescription: "Very",
    },
    {
      type: "text",
      name: `f${page}`,
      title: "How many?",
      inputType: "number",
      min: 0,
      max: 500,
      visibleIf: `{a${page}} = 'yes'`,
    },
    {
      type: "dropdown",
      name: `g${page}`,
      title: "Where?",
      choices: scale,
      visibleIf: `{c${page}} contains 'shop' or {b${page}} = 'good'`,
    },
    { type: "comment", name: `h${page}`, title: "Why did you say {b1}?", visibleIf: `{e${page}} <= 2` },
    { type: "boolean", name: `i${page}`, title: "Again?" },
    {
      type: "radiogroup",
      name: `j${page}`,
      title: "And now?",
      choices: scale,
      requiredIf: `{i${page}} = true`,
    },
  ],
  ...(page > 1 ? { visibleIf: `{a1} <> 'no'` } : {}),
});

const definition = { title: "Sixty questions", pages: [1, 2, 3, 4, 5, 6].map(pageOf) };
const context = {
  language: "en",
  seed: 42,
  now: new Date("2026-05-17T10:00:00Z"),
  variables: { municipality: "Ljungby" },
};

const answersOn = (page: number): Record<string, AnswerValue> => ({
  [`a${page}`]: "yes",
  [`b${page}`]: "good",
  [`c${page}`]: ["post", "shop"],
  [`d${page}`]: { one: 1, two: 2, three: 3, four: 4, five: 5 },
  [`e${page}`]: 2,
  [`f${page}`]: 12,
  [`g${page}`]: "poor",
  [`h${page}`]: "Because it is so.",
  [`i${page}`]: true,
  [`j${page}`]: "good",
});

const before: Answers = Object.assign({}, ...[1, 2, 3, 4, 5].map(answersOn));
const form = readFormFields([
  ...["a6", "b6", "c6", "d6", "e6", "f6", "g6", "h6", "i6", "j6"].map((name): [string, string] => [
    "shown",
    `q:${name}`,
  ]),
  ["q:a6", "yes"],
  ["q:b6", "good"],
  ["q:c6", "post"],
  ["q:c6", "shop"],
  ["q:d6:one", "1"],
  ["q:d6:two", "2"],
  ["q:d6:three", "3"],
  ["q:d6:four", "4"],
  ["q:d6:five", "5"],
  ["q:e6", "2"],
  ["q:f6", "12"],
  ["q:g6", "poor"],
  ["q:h6", "Because it is so."],
  ["q:i6", "true"],
  ["q:j6", "good"],
]);

/** CPU milliseconds per call, the best of several batches: what is left is the work, not the neighbours. */
const cpuPerCall = (act: () => void, calls: number, batches = 5): number => {
  const batch = (): number => {
    const start = process.cpuUsage();
    for (let call = 0; call < calls; call += 1) act();
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000 / calls;
  };
  batch();
  return Math.min(...Array.from({ length: batches }, batch));
};

const fixed = fixInstrument(definition, {
  version: "bench",
  languages: ["en"],
  knownVariables: ["municipality"],
});
if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
const compiled = questionnaireWith(compiledEngine, fixed.instrument);
const survey = questionnaireWith(surveyEngine, fixed.instrument);

const post = (questionnaire: Questionnaire) => (): void => {
  const answered = questionnaire.answerPage("page6", before, form, { ...context });
  if (!answered || answered.problems.length > 0) throw new Error(JSON.stringify(answered?.problems));
};
const show = (questionnaire: Questionnaire) => (): void => {
  if (!questionnaire.page("page6", before, { ...context })) throw new Error("no page");
};

const complete = (questionnaire: Questionnaire) => (): void => {
  questionnaire.complete({ ...before, ...answersOn(6) }, { ...context });
};

const report = (what: string, act: (questionnaire: Questionnaire) => () => void): void => {
  const ours = cpuPerCall(act(compiled), 50, 60);
  const theirs = cpuPerCall(act(survey), 4, 2);
  console.log(
    `${what.padEnd(24)} ${ours.toFixed(3)} ms   survey-core ${theirs.toFixed(1)} ms   (${Math.round(theirs / ours)} times)`,
  );
};

console.log("CPU per call, 60 questions, 50 answered; bound 0.5 ms for one page POST, aim 0.2 ms");
report("one page POST", post);
report("one page shown", show);
report("completion", complete);
