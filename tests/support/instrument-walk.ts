// A small instrument walked through as a respondent would, for tests of one capability.
import { readFileSync } from "node:fs";
import { fixInstrument } from "../../src/questionnaire/fix-instrument.ts";
import { readFormFields } from "../../src/questionnaire/form-fields.ts";
import type { Answers } from "../../src/questionnaire/instrument.ts";
import type { ElementView, PageView, QuestionView } from "../../src/questionnaire/page-view.ts";
import { prepareQuestionnaire } from "../../src/questionnaire/prepare-questionnaire.ts";
import type { AnsweredPage, Questionnaire, WalkContext } from "../../src/questionnaire/questionnaire.ts";
import { allQuestionsOf } from "../../src/questionnaire/read-answers.ts";

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const context: WalkContext = { language: "en", seed: 7, now: new Date("2026-05-17T10:00:00Z") };

/** A walk through an instrument of `tests/instruments`. */
export class InstrumentWalk {
  readonly questionnaire: Questionnaire;
  readonly context: WalkContext;
  answers: Answers = {};
  /** What came of the latest page that was posted. */
  latest: AnsweredPage | null = null;

  constructor(name: string, seed = 7) {
    const json = JSON.parse(readFileSync(`tests/instruments/${name}.json`, "utf8"));
    const fixed = fixInstrument(json, { version: "1", languages: ["en"] });
    if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
    this.questionnaire = prepareQuestionnaire(fixed.instrument);
    this.context = { ...context, seed };
  }

  get pages(): readonly string[] {
    return this.questionnaire.route(this.answers, this.context).map(({ name }) => name);
  }

  page(name = this.pages[0] ?? ""): PageView {
    const view = this.questionnaire.page(name, this.answers, this.context);
    if (!view) throw new Error(`${name} is not on the route`);
    return view;
  }

  /** The elements of a page that are no questions included. */
  elements(name?: string): readonly ElementView[] {
    return this.page(name).elements;
  }

  /** Titles of the questions of a page, those in turns included. */
  titles(name?: string): readonly string[] {
    return allQuestionsOf(this.page(name).elements).map(({ title }) => title);
  }

  question(field: string, page?: string): QuestionView {
    const found = allQuestionsOf(this.page(page).elements).find((one) => one.field === field);
    if (!found) throw new Error(`${field} is not on the page`);
    return found;
  }

  /** Codes of the choices of a question. */
  codes(field: string, page?: string): readonly string[] {
    const question = this.question(field, page);
    return "choices" in question ? question.choices.map(({ code }) => code) : [];
  }

  /** Posts what the page shows, or `shown` says it shows, with these fields filled in; the answers are kept. */
  post(fields: Fields, page = this.pages[0] ?? ""): AnsweredPage {
    const here = "shown" in fields ? [] : allQuestionsOf(this.page(page).elements);
    const shown = here.map(({ field }) => ["shown", field] as const);
    const filled = Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, String(value)] as const),
    );
    const answered = this.questionnaire.answerPage(
      page,
      this.answers,
      readFormFields([...shown, ...filled]),
      this.context,
    );
    if (!answered) throw new Error(`${page} is not on the route`);
    this.answers = answered.answers;
    this.latest = answered;
    return answered;
  }

  /** Fields and messages of what keeps the latest posted page from being left. */
  get problems(): readonly string[] {
    return (this.latest?.problems ?? []).map(({ field, message }) => `${field} ${message}`);
  }

  get completed(): Answers {
    return this.questionnaire.complete(this.answers, this.context);
  }

  get completedText(): string | null {
    return this.questionnaire.completedText(this.answers, this.context);
  }

  get variables(): readonly string[] {
    return this.questionnaire.instrument.variables.map(({ name }) => name);
  }
}
