// The engine that walks the compiled form: what survey-core would do, without survey-core.

import type { Answers } from "../instrument.ts";
import type { WalkContext } from "../questionnaire.ts";
import type { Engine, Walk } from "../walk.ts";
import { type CompiledInstrument, compiledFormat } from "./compiled.ts";
import { makeElement } from "./make-element.ts";
import { numberSurvey } from "./numbering.ts";
import { pageProblems } from "./page-check.ts";
import { PanelState } from "./panel-state.ts";
import { inLanguage, prepared } from "./prepared.ts";
import type { QuestionState } from "./question-state.ts";
import { RepeatState } from "./repeat-state.ts";
import { routePages } from "./survey-route.ts";
import { SurveyState } from "./survey-state.ts";
import { pipe } from "./texts.ts";
import { copyOf, type Value } from "./values.ts";
import { pageElements } from "./view.ts";
import { dependsOnItself, isSteady } from "./watched.ts";

/**
 * The survey of a case before anything is answered: defaults filled in, conditions run.
 *
 * @param isLater true where the conditions run later, once all is answered
 */
const emptySurvey = (
  compiled: CompiledInstrument,
  context: WalkContext,
  language: string,
  isLater: boolean,
): SurveyState => {
  const survey = new SurveyState(compiled, language, context.seed, context.now);
  for (const [name, value] of Object.entries(context.variables ?? {}))
    survey.variables[name.toLowerCase()] = value;
  survey.pages = compiled.pages.map(
    (page) =>
      new PanelState(survey, null, page, survey.scope, (element, parent) =>
        makeElement(element, parent, { survey, holder: survey, outer: null }),
      ),
  );
  survey.take(survey.pages.flatMap((page) => page.questions));
  for (const page of survey.pages) page.onLoad();
  survey.phase = "conditions";
  if (!isLater) {
    survey.runConditions();
    survey.notifyElements("", "");
  }
  survey.phase = "walking";
  if (survey.pages.map((page) => page.arrange()).includes(true))
    survey.take(survey.pages.flatMap((page) => page.questions));
  for (const question of survey.questions) question.onShown();
  return survey;
};

const giveAnswer = (question: QuestionState, answers: Answers): void => {
  const { key } = question;
  const comment = question.mayHaveComment ? answers[`${key}-Comment`] : undefined;
  if (typeof comment === "string") question.setComment(comment);
  if (Object.hasOwn(answers, key)) {
    const value = answers[key];
    if (value === null) question.clear(true);
    else question.giveAnswer(value);
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

/** Moves a survey on to other answers, where its state follows from them alone. */
const changeAnswers = (survey: SurveyState, before: Answers, after: Answers): void => {
  for (const question of survey.questions) {
    const { key } = question;
    const commentKey = `${key}-Comment`;
    if (before[key] === after[key] && before[commentKey] === after[commentKey]) continue;
    if (!Object.hasOwn(after, key)) question.clear(true);
    if (question.comment && !Object.hasOwn(after, commentKey)) question.setComment(undefined);
    giveAnswer(question, after);
  }
};

/** The survey of a case with its answers given. */
const startSurvey = (
  compiled: CompiledInstrument,
  context: WalkContext,
  language: string,
  answers: Answers,
): SurveyState => {
  if (isSteady(compiled)) {
    const survey = emptySurvey(compiled, context, language, true);
    survey.changeTogether(() => giveAnswers(survey, answers));
    // What the survey does not take concerns conditions one by one, in the order of the answers.
    if (survey.unreached.size === 0) return survey;
  }
  const survey = emptySurvey(compiled, context, language, false);
  giveAnswers(survey, answers);
  return survey;
};

const completedAnswers = (survey: SurveyState): Answers => {
  survey.isCompleted = true;
  for (const question of survey.questions) question.clearUnused();
  for (const question of survey.questions) question.clearIfHidden("onComplete");
  // A loop or table that is emptied may fill itself with empty turns or rows again.
  for (const question of survey.questions)
    if (question instanceof RepeatState && question.leavesNothing) delete survey.values[question.key];
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
  const canMove = isSteady(compiled);
  const walkWith = (answers: Answers, context: WalkContext, moved: SurveyState | null): Walk => {
    const language = languages.includes(context.language) ? context.language : (languages[0] ?? "en");
    let begun = moved;
    let isChecked = false;
    const survey = (): SurveyState => {
      begun ??= startSurvey(compiled, context, language, answers);
      return begun;
    };
    let route: readonly PanelState[] | undefined;
    const pages = (): readonly PanelState[] => {
      route ??= routePages(survey());
      return route;
    };
    const title = (page: PanelState): string => (page.def.hasTitle ? page.piped(page.def.title) : "");
    let titled: Walk["pages"] | undefined;
    return {
      get pages() {
        titled ??= pages().map((page) => ({ name: page.def.name, title: title(page) }));
        return titled;
      },
      page: (name) => {
        const index = pages().findIndex((page) => page.def.name === name);
        const page = pages()[index];
        if (!page) return null;
        survey().currentPage = page;
        return {
          name,
          language,
          title: title(page),
          description: page.piped(page.def.description),
          number: index + 1,
          total: pages().length,
          isFirst: index === 0,
          isLast: index === pages().length - 1,
          elements: pageElements(page, numberSurvey(survey()), answers),
        };
      },
      moveTo: (others) => {
        if (!canMove) return walkWith(others, context, null);
        const before = survey();
        before.changeTogether(() => changeAnswers(before, answers, others));
        return walkWith(others, context, before.unreached.size > 0 ? null : before);
      },
      dependsOnItself: (name) => {
        const page = compiled.pages.find((candidate) => candidate.name === name);
        return !page || dependsOnItself(compiled, page);
      },
      problems: (name) => {
        const page = pages().find((candidate) => candidate.def.name === name);
        isChecked = true;
        return page ? pageProblems(page) : [];
      },
      completed: () => {
        // Completing and checking change the survey: it is not to be asked again after the one, nor completed after the other.
        const finished = isChecked || !begun ? startSurvey(compiled, context, language, answers) : begun;
        if (finished === begun) {
          begun = null;
          route = undefined;
          titled = undefined;
        }
        return completedAnswers(finished);
      },
      completedText: () => completedText(survey()),
    };
  };
  return (answers, context) => walkWith(answers, context, null);
};
