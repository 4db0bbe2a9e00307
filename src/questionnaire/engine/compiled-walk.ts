// The engine that walks the compiled form: what survey-core would do, without survey-core.

import { commentField, fieldName } from "../form-fields.ts";
import type { Answers, AnswerValue } from "../instrument.ts";
import type { Problem, WalkContext } from "../questionnaire.ts";
import type { Engine, Walk } from "../walk.ts";
import { ChoiceState } from "./choice-state.ts";
import { type CompiledInstrument, compiledFormat } from "./compiled.ts";
import type { Fault } from "./faults.ts";
import { makeElement } from "./make-element.ts";
import { numberSurvey } from "./numbering.ts";
import { PanelState } from "./panel-state.ts";
import { inLanguage, prepared } from "./prepared.ts";
import type { QuestionState } from "./question-state.ts";
import { routePages } from "./survey-route.ts";
import { SurveyState } from "./survey-state.ts";
import { pipe } from "./texts.ts";
import { copyOf, type Value } from "./values.ts";
import { elementViews } from "./view.ts";

/** The survey of a case before anything is answered: defaults filled in, conditions run. */
const startSurvey = (compiled: CompiledInstrument, context: WalkContext, language: string): SurveyState => {
  const survey = new SurveyState(compiled, language, context.seed, context.now);
  for (const [name, value] of Object.entries(context.variables ?? {}))
    survey.variables[name.toLowerCase()] = value;
  survey.pages = compiled.pages.map(
    (page) =>
      new PanelState(survey, null, page, survey.scope, survey.seed, (element, parent) =>
        makeElement(element, parent, { survey, holder: survey, outer: null }),
      ),
  );
  survey.questions = survey.pages.flatMap((page) => page.questions);
  for (const question of survey.questions) {
    const key = question.key.toLowerCase();
    const known = survey.byKey.get(key);
    if (known) known.push(question);
    else survey.byKey.set(key, [question]);
  }
  for (const question of survey.questions) if (question instanceof ChoiceState) question.list.refresh();
  for (const page of survey.pages) page.onLoad();
  survey.phase = "conditions";
  survey.runConditions();
  survey.notifyElements("", "");
  survey.phase = "walking";
  for (const page of survey.pages) page.arrange();
  survey.questions = survey.pages.flatMap((page) => page.questions);
  return survey;
};

const giveAnswer = (question: QuestionState, answers: Answers): void => {
  const { key } = question;
  const comment = answers[`${key}-Comment`];
  if (typeof comment === "string") question.setComment(comment);
  if (Object.hasOwn(answers, key)) {
    const value = answers[key];
    if (value === null) question.clear(true);
    else question.setValue(copyOf(value));
  }
  if (typeof comment === "string" && question.comment !== comment) question.setComment(comment);
};

/** Gives answers in the order of the elements, as a respondent would. */
const giveAnswers = (survey: SurveyState, answers: Answers): void => {
  const given = new Set<string>();
  for (const question of survey.questions) {
    if (given.has(question.key)) continue;
    given.add(question.key);
    giveAnswer(question, answers);
  }
};

const faultField = (question: QuestionState, fault: Fault): string => {
  const field = fieldName(question.def.name, ...fault.at);
  return fault.isComment ? commentField(field) : field;
};

interface Checked {
  readonly question: QuestionState;
  readonly problems: readonly Problem[];
}

const check = (question: QuestionState): Checked => ({
  question,
  problems: question.faults().map((fault) => ({
    field: faultField(question, fault),
    question: question.def.name,
    message: fault.message,
  })),
});

/** Checks what is visible, in order. */
const checkPanel = (panel: PanelState): readonly Checked[] => {
  const checked: Checked[] = [];
  for (const element of panel.elements) {
    if (!element.isVisible) continue;
    if (element instanceof PanelState) checked.push(...checkPanel(element));
    else checked.push(check(element));
  }
  if (!panel.isRequired || panel.isReadOnly) return checked;
  const visible = panel.questions.filter((question) => question.isShownIn(panel));
  const [first] = visible;
  if (!first || visible.some((question) => !question.isEmpty)) return checked;
  const message = panel.piped(panel.def.requiredText) || panel.survey.words.requiredPanel;
  const problem = { field: fieldName(first.def.name), question: first.def.name, message };
  return [...checked, { question: first, problems: [problem] }];
};

const panelProblems = (panel: PanelState): readonly Problem[] => {
  for (const question of panel.questions) if (question.isShownIn(panel)) question.removeImpossible();
  return checkPanel(panel).flatMap(({ problems }) => problems);
};

const completedAnswers = (survey: SurveyState): Answers => {
  survey.isCompleted = true;
  for (const question of survey.questions) question.clearUnused();
  for (const question of survey.questions) question.clearIfHidden("onComplete");
  const answers: Record<string, Value> = {};
  for (const key of Object.keys(survey.values)) answers[key] = copyOf(survey.values[key]);
  for (const calculated of survey.compiled.calculated)
    if (calculated.isResult && survey.getVariable(calculated.name) !== undefined)
      answers[calculated.name] = survey.getVariable(calculated.name);
  return JSON.parse(JSON.stringify(answers)) as Answers;
};

const completedText = (survey: SurveyState): string | null => {
  const { completedText: always, completedTextsIf } = survey.compiled;
  const fitting = completedTextsIf.find(
    ({ expression }) => expression && prepared(expression).evaluate(survey.scope) === true,
  );
  const text = inLanguage(fitting ? fitting.text : always, survey.language);
  return text === "" ? null : pipe(text, survey.scope);
};

/** Walks the compiled form of an instrument. */
export const compiledEngine: Engine = (instrument) => {
  const { compiled, languages } = instrument;
  if (compiled.format !== compiledFormat)
    throw new RangeError(`The instrument was compiled in format ${compiled.format}; compile it again`);
  return (answers: Answers, context: WalkContext): Walk => {
    const language = languages.includes(context.language) ? context.language : (languages[0] ?? "en");
    const start = (): SurveyState => {
      const survey = startSurvey(compiled, context, language);
      giveAnswers(survey, answers);
      return survey;
    };
    const survey = start();
    const pages = routePages(survey);
    const title = (page: PanelState): string => (page.def.hasTitle ? page.piped(page.def.title) : "");
    return {
      pages: pages.map((page) => ({ name: page.def.name, title: title(page) })),
      page: (name) => {
        const index = pages.findIndex((page) => page.def.name === name);
        const page = pages[index];
        if (!page) return null;
        survey.currentPage = page;
        return {
          name,
          language,
          title: title(page),
          description: page.piped(page.def.description),
          number: index + 1,
          total: pages.length,
          isFirst: index === 0,
          isLast: index === pages.length - 1,
          elements: elementViews(page, {
            numbers: numberSurvey(survey),
            typed: answers as Readonly<Record<string, AnswerValue>>,
          }),
        };
      },
      problems: (name) => {
        const page = pages.find((candidate) => candidate.def.name === name);
        return page ? panelProblems(page) : [];
      },
      completed: () => completedAnswers(start()),
      completedText: () => completedText(survey),
    };
  };
};
