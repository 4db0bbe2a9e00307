// How a questionnaire is walked through: one small instrument per capability.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fixInstrument } from "./fix-instrument.ts";
import { type FormFields, readFormFields } from "./form-fields.ts";
import type { Answers, Instrument } from "./instrument.ts";
import type { QuestionView } from "./page-view.ts";
import { prepareQuestionnaire } from "./prepare-questionnaire.ts";
import type { Questionnaire, WalkContext } from "./questionnaire.ts";
import { questionsOf } from "./read-answers.ts";

const context: WalkContext = { language: "en", seed: 7, now: new Date("2026-05-17T10:00:00Z") };

const instrumentOf = (name: string, languages: readonly string[] = ["en"]): Instrument => {
  const json = JSON.parse(readFileSync(`tests/instruments/${name}.json`, "utf8"));
  const fixed = fixInstrument(json, { version: "1", languages, knownVariables: ["municipality"] });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  return fixed.instrument;
};

const questionnaireOf = (name: string, languages?: readonly string[]): Questionnaire =>
  prepareQuestionnaire(instrumentOf(name, languages));

const form = (fields: Record<string, string | string[]>): FormFields =>
  readFormFields(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  );

const post = (
  questionnaire: Questionnaire,
  fields: Record<string, string | string[]>,
  answers: Answers = {},
) => {
  const page = questionnaire.route(answers, context)[0]?.name ?? "";
  const answered = questionnaire.answerPage(page, answers, form(fields), context);
  if (!answered) throw new Error("the page is not on the route");
  return answered;
};

const question = (questionnaire: Questionnaire, field: string, answers: Answers = {}): QuestionView => {
  const page = questionnaire.route(answers, context)[0]?.name ?? "";
  const view = questionnaire.page(page, answers, context);
  const found = questionsOf(view?.elements ?? []).find((one) => one.field === field);
  if (!found) throw new Error(`no question ${field}`);
  return found;
};

describe("radio buttons", () => {
  const meets = questionnaireOf("radiogroup", ["en", "sv"]);

  test("one choice becomes its value", () => {
    expect(post(meets, { "q:meets": "yes" })).toMatchObject({ answers: { meets: "yes" }, problems: [] });
  });

  test("nothing chosen on a required question is a problem at its field", () => {
    expect(post(meets, {}).problems).toEqual([
      { field: "q:meets", question: "meets", message: "Please answer this question." },
    ]);
  });

  test("a code that is no choice is ignored", () => {
    expect(post(meets, { "q:meets": "maybe" }).answers).toEqual({});
  });

  test("other needs its text, and keeps it", () => {
    expect(post(meets, { "q:meets": "other" }).problems).toHaveLength(1);
    expect(post(meets, { "q:meets": "other", "q:meets:*comment": "sometimes" })).toMatchObject({
      answers: { meets: "other", "meets-Comment": "sometimes" },
      problems: [],
    });
  });

  test("text beside other with nothing chosen counts as other", () => {
    expect(post(meets, { "q:meets:*comment": "sometimes" }).answers).toEqual({
      meets: "other",
      "meets-Comment": "sometimes",
    });
  });

  test("choices, don't know and refuse are in the respondent's language", () => {
    const view = meets.page("first", {}, { ...context, language: "sv" });
    const radio = questionsOf(view?.elements ?? [])[0];
    expect(radio).toMatchObject({ kind: "radiogroup", title: "Träffas ni?" });
    expect(radio && "choices" in radio && radio.choices.map((choice) => choice.label)).toEqual([
      "Ja",
      "Nej",
      "Vill inte svara",
      "Vet inte",
      "Annat, nämligen",
    ]);
  });

  test("don't know and refuse are named missing classes in the codebook", () => {
    const variable = meets.instrument.variables[0];
    expect(variable?.values.map((code) => [code.code, code.missing, code.label.sv])).toEqual([
      ["yes", null, "Ja"],
      ["no", null, "Nej"],
      ["other", null, "Annat, nämligen"],
      ["refused", "refused", "Vill inte svara"],
      ["dontknow", "dont-know", "Vet inte"],
    ]);
  });
});

describe("tick boxes", () => {
  const services = questionnaireOf("checkbox");

  test("several choices become a list in the order posted", () => {
    expect(post(services, { "q:services": ["post", "care"] }).answers).toEqual({
      services: ["post", "care"],
    });
  });

  test("no more than allowed", () => {
    expect(post(services, { "q:services": ["post", "shop", "care", "library"] }).problems).toEqual([
      { field: "q:services", question: "services", message: "Please choose at most 3." },
    ]);
  });

  test("none of these, newly ticked beside others, stands alone", () => {
    expect(post(services, { "q:services": ["post", "none"] }).answers).toEqual({ services: ["none"] });
  });

  test("another choice ticked where none of these stood takes its place", () => {
    expect(post(services, { "q:services": ["post", "none"] }, { services: ["none"] }).answers).toEqual({
      services: ["post"],
    });
  });

  test("unticking everything removes the answer", () => {
    expect(post(services, {}, { services: ["post"] })).toMatchObject({ answers: {}, removed: ["services"] });
  });

  test("coded: one entry per option, none of these as __none__", () => {
    expect(services.codedAnswers({ services: ["post", "shop"] }, context)[0]).toEqual({
      variable: "services",
      values: ["post", "shop"],
    });
    expect(services.codedAnswers({ services: ["none"] }, context)[0]?.values).toEqual(["__none__"]);
  });
});

describe("matrix", () => {
  const effects = questionnaireOf("matrix");

  test("each row is a variable and a field of its own", () => {
    expect(effects.instrument.variables.map((variable) => variable.name)).toEqual([
      "effects_working",
      "effects_projects",
      "effects_partners",
    ]);
    expect(post(effects, { "q:effects:working": "2", "q:effects:partners": "dk" }).answers).toEqual({
      effects: { working: 2, partners: "dk" },
    });
  });

  test("a missing row is named at that row", () => {
    const { problems } = post(effects, { "q:effects:working": "2", "q:effects:partners": "dk" });
    expect(problems).toEqual([
      { field: "q:effects:projects", question: "effects", message: "Please answer this row." },
    ]);
  });

  test("rows count as items of the completion share", () => {
    expect(effects.completionShare({ effects: { working: 2 } }, context)).toEqual({
      routedItems: 3,
      answeredItems: 1,
    });
  });
});

describe("rating, text and comment", () => {
  test("a rating is a number, with words at its ends", () => {
    const useful = questionnaireOf("rating");
    expect(post(useful, { "q:useful": "4" }).answers).toEqual({ useful: 4 });
    expect(question(useful, "q:useful")).toMatchObject({ kind: "rating", lowestLabel: "Not useful" });
  });

  test("a typed mistake is kept and explained", () => {
    const text = questionnaireOf("text");
    const { answers, problems } = post(text, { "q:name": "Byalaget", "q:members": "about ten" });
    expect(answers).toEqual({ name: "Byalaget", members: "about ten" });
    expect(problems.map((problem) => [problem.field, problem.message])).toEqual([
      ["q:members", "Please write a number, in digits."],
    ]);
    expect(question(text, "q:members", answers)).toMatchObject({ text: "about ten" });
  });

  test("numbers may be typed with a decimal comma and spaces", () => {
    expect(post(questionnaireOf("text"), { "q:name": "B", "q:members": " 1 2 " }).answers).toMatchObject({
      members: 12,
    });
  });

  test("limits are checked and the value stays", () => {
    const { answers, problems } = post(questionnaireOf("text"), { "q:name": "B", "q:members": "501" });
    expect(answers).toMatchObject({ members: 501 });
    expect(problems).toMatchObject([{ field: "q:members", message: "Please give 500 or less." }]);
  });

  test("an e-mail address is checked", () => {
    expect(post(questionnaireOf("text"), { "q:name": "B", "q:mail": "nobody" }).problems).toMatchObject([
      { field: "q:mail" },
    ]);
  });

  test("open text is not counted as an item", () => {
    expect(questionnaireOf("comment").completionShare({}, context)).toEqual({
      routedItems: 0,
      answeredItems: 0,
    });
  });
});

describe("validators", () => {
  test("each kind says what is wrong, with texts of its own where given", () => {
    const { problems } = post(questionnaireOf("validators"), {
      "q:age": "17",
      "q:code": "abc",
      "q:short": "ab",
      "q:two": ["a"],
      "q:mail": "x",
      "q:sum": "3",
    });
    expect(problems.map((problem) => [problem.field, problem.message])).toEqual([
      ["q:age", "Please give a value from 18 to 110."],
      ["q:code", "Three capital letters, please."],
      ["q:short", "Please write between 3 and 10 characters."],
      ["q:two", "Please choose at least 2."],
      ["q:mail", "Please write an e-mail address, for example name@example.org."],
      ["q:sum", "It must be more than 17."],
    ]);
  });
});

describe("branching", () => {
  const branching = questionnaireOf("visible-if");
  const names = (answers: Answers) => branching.route(answers, context).map((page) => page.name);

  test("pages come and go with the answers", () => {
    expect(names({})).toEqual(["contact", "end"]);
    expect(names({ contact: "yes" })).toEqual(["contact", "guidance", "end"]);
    expect(branching.page("guidance", {}, context)).toBeNull();
  });

  test("a question that the posted page makes visible is announced and must be answered", () => {
    const answered = post(branching, { shown: ["q:contact"], "q:contact": "yes" });
    expect(answered.hasNewQuestions).toBe(true);
    expect(answered.problems).toMatchObject([{ field: "q:who" }]);
  });

  test("with script the form may already hold the newly visible question", () => {
    const answered = post(branching, {
      shown: ["q:contact", "q:who"],
      "q:contact": "yes",
      "q:who": "the county",
    });
    expect(answered).toMatchObject({
      answers: { contact: "yes", who: "the county" },
      problems: [],
      hasNewQuestions: false,
    });
  });

  test("answers of a branch that was left are dropped at completion", () => {
    expect(
      branching.complete({ contact: "no", who: "the county", guidance: 4, last: "bye" }, context),
    ).toEqual({
      contact: "no",
      last: "bye",
    });
  });

  test("filtered items are coded as not asked, skipped ones not at all", () => {
    expect(branching.codedAnswers({ contact: "no" }, context)).toEqual([
      { variable: "contact", values: ["no"] },
      { variable: "who", values: ["__na__"] },
      { variable: "guidance", values: ["__na__"] },
    ]);
  });

  test("pages that cannot be left yet are listed", () => {
    expect(branching.openPages({ contact: "yes" }, context).map(({ page }) => page.name)).toEqual([
      "contact",
    ]);
    expect(branching.openPages({ contact: "no" }, context)).toEqual([]);
  });
});

describe("texts", () => {
  test("answers and known facts are piped in, in the respondent's language", () => {
    const piping = questionnaireOf("piping", ["en", "sv"]);
    const swedish = { ...context, language: "sv", variables: { municipality: "Ljungby" } };
    const first = piping.page("first", {}, { ...swedish, language: "en" });
    expect(first?.elements[0]).toMatchObject({ title: "What is your role in Ljungby?" });
    const second = piping.page("second", { role: "pol" }, swedish);
    expect(second).toMatchObject({
      title: "Du som politiker",
      elements: [{ title: "Vad gör en politiker?" }],
    });
  });

  test("a language the instrument does not have falls back to its main one", () => {
    const piping = questionnaireOf("piping", ["en", "sv"]);
    expect(piping.page("first", {}, { ...context, language: "fi" })?.language).toBe("en");
  });
});

test("what is stored is shown in words", () => {
  const branching = questionnaireOf("visible-if");
  expect(branching.shownAnswers({ contact: "yes", who: "the county" }, context)).toEqual([
    { question: "contact", title: "Have you been in contact?", answer: "yes" },
    { question: "who", title: "With whom?", answer: "the county" },
    { question: "guidance", title: "How was the guidance?", answer: "Not answered" },
    { question: "last", title: "Anything else?", answer: "Not answered" },
  ]);
});
