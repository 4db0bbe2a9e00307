// Taking a posted page: form fields become answers, and everything typed is kept, mistakes included.
import type { FormFields } from "./form-fields.ts";
import type { Answers, AnswerValue } from "./instrument.ts";
import type { ChoiceView, PageView, QuestionView } from "./page-view.ts";
import type { AnsweredPage, Problem, WalkContext } from "./questionnaire.ts";
import {
  allQuestionsOf,
  questionsOf,
  type ReadAnswer,
  readAnswer,
  shownField,
  wasShown,
} from "./read-answers.ts";
import { isReshaping, type Reshaping, reshapingOf, turnCount, withTurnBack } from "./read-turns.ts";
import type { Walk, Walker } from "./walk.ts";
import { type QuestionnaireWords, wordsIn } from "./words.ts";

/** Rounds of reading a page whose questions depend on each other; survey-core allows as many re-evaluations. */
const maximumRounds = 10;

/** Turns that a form may bring back, at most. */
const mostTurnsBack = 10;

/** What each question's fields said when it was last on the page. */
type LatestReads = Map<string, { readonly question: QuestionView; readonly read: ReadAnswer }>;

const merge = (answers: Answers, latest: LatestReads): Answers => {
  const replaced = new Set<string>();
  for (const { question } of latest.values()) {
    replaced.add(question.key);
    if (question.comment) replaced.add(`${question.key}-Comment`);
  }
  const merged: Record<string, AnswerValue> = {};
  for (const key in answers) if (!replaced.has(key)) merged[key] = answers[key] as AnswerValue;
  for (const { question, read } of latest.values()) {
    if (read.value !== undefined) merged[question.key] = read.value;
    if (question.comment && read.comment !== undefined) merged[`${question.key}-Comment`] = read.comment;
  }
  return merged;
};

const same = (a: ReadAnswer | undefined, b: ReadAnswer): boolean =>
  a !== undefined &&
  a.comment === b.comment &&
  (a.value === b.value || JSON.stringify(a.value) === JSON.stringify(b.value));

/** Reads the shown questions of a page; true where something differs from what was read before. */
const readInto = (latest: LatestReads, view: PageView, form: FormFields, answers: Answers): boolean => {
  let hasChanged = false;
  for (const question of questionsOf(view.elements)) {
    if (question.isReadOnly) {
      hasChanged = latest.delete(question.field) || hasChanged;
    } else if (wasShown(question, form) && question.kind !== "expression") {
      const read = readAnswer(question, form, answers[question.key]);
      hasChanged = !same(latest.get(question.field)?.read, read) || hasChanged;
      latest.set(question.field, { question, read });
    }
  }
  return hasChanged;
};

const areOffered = (choices: readonly ChoiceView[], codes: readonly string[]): boolean =>
  codes.every((code) => code === "" || choices.some((choice) => choice.code === code && choice.isEnabled));

/** True where a form chose something that the question does not offer. */
const hasForeignChoice = (question: QuestionView, form: FormFields): boolean => {
  if (question.kind === "matrix")
    return question.rows.some((row) => !areOffered(row.choices, form.get(row.field) ?? []));
  if (question.kind === "ranking" || !("choices" in question)) return false;
  return !areOffered(question.choices, form.get(question.field) ?? []);
};

/** Rules that survey-core's own pages enforce while typing and that a plain form has to check afterwards. */
const formProblem = (
  question: QuestionView,
  value: AnswerValue | undefined,
  words: QuestionnaireWords,
  form: FormFields | null,
): string | null => {
  const longest = question.kind === "text" || question.kind === "comment" ? question.maxLength : null;
  if (longest !== null && typeof value === "string" && value.length > longest) return words.tooLong(longest);
  if (form !== null && wasShown(question, form) && hasForeignChoice(question, form)) return words.notOffered;
  if (
    question.kind === "text" &&
    ["number", "range"].includes(question.inputType) &&
    typeof value === "string"
  )
    return words.notANumber;
  const maximum =
    question.kind === "checkbox"
      ? question.maxChosen
      : question.kind === "ranking"
        ? question.maxRanked
        : null;
  return maximum !== null && Array.isArray(value) && value.length > maximum
    ? words.tooManyChosen(maximum)
    : null;
};

const within = (value: AnswerValue | undefined, key: string | number): AnswerValue | undefined =>
  value !== null && typeof value === "object"
    ? (value as Readonly<Record<string | number, AnswerValue>>)[key]
    : undefined;

/** Texts that stand within a question, each with the limit that a browser holds and a form alone does not. */
const lengthProblems = (
  question: QuestionView,
  answers: AnswerValue | undefined,
  words: QuestionnaireWords,
): readonly Problem[] => {
  const { comment } = question;
  const texts = [
    ...(comment ? [{ ...comment, text: within(answers, `${question.key}-Comment`) }] : []),
    ...(question.kind === "multipletext"
      ? question.parts.map((part) => ({ ...part, text: within(within(answers, question.key), part.key) }))
      : []),
  ];
  return texts.flatMap(({ field, maxLength, text }) =>
    maxLength !== null && typeof text === "string" && text.length > maxLength
      ? [{ field, question: question.question, message: words.tooLong(maxLength) }]
      : [],
  );
};

const formProblems = (
  elements: PageView["elements"],
  answers: AnswerValue | undefined,
  words: QuestionnaireWords,
  form: FormFields | null,
): readonly Problem[] =>
  questionsOf(elements).flatMap((question) => {
    if (question.isReadOnly) return [];
    const value = within(answers, question.key);
    if (question.kind === "loop")
      return question.turns.flatMap((turn) =>
        formProblems(turn.elements, within(value, turn.place), words, form),
      );
    const message = formProblem(question, value, words, form);
    return [
      ...(message === null ? [] : [{ field: question.field, question: question.question, message }]),
      ...lengthProblems(question, answers, words),
    ];
  });

/**
 * What keeps a page from being left: what the engine says, and what only a form can get wrong.
 *
 * @param view the page as it stands with these answers
 * @param form what was posted just now, if anything was
 */
export const pageProblems = (
  walk: Walk,
  view: PageView,
  answers: Answers,
  form: FormFields | null = null,
): readonly Problem[] => {
  const own = formProblems(view.elements, answers, wordsIn(view.language), form);
  const fields = new Set(own.map((problem) => problem.field));
  const theirs = walk.problems(view.name).filter((problem) => !fields.has(problem.field));
  if (own.length === 0) return theirs;
  const order = allQuestionsOf(view.elements).map((question) => question.field);
  const place = ({ field }: Problem): number =>
    order.findLastIndex((one) => field === one || field.startsWith(`${one}:`));
  return [...own, ...theirs].toSorted((a, b) => place(a) - place(b));
};

const pageKeys = (views: Iterable<QuestionView>): readonly string[] =>
  [...views].flatMap((view) => (view.comment ? [view.key, `${view.key}-Comment`] : [view.key]));

/** The turn that was added, or the loop that lost one; empty where nothing has changed. */
const placeToShow = (view: PageView, reshaping: Reshaping | null): string => {
  const field = reshaping?.question.field;
  const loop = allQuestionsOf(view.elements).find((question) => question.field === field);
  if (reshaping === null || loop?.kind !== "loop") return "";
  const last = turnCount(reshaping.question) < turnCount(loop) ? loop.turns.at(-1) : undefined;
  return last?.field ?? loop.field;
};

/**
 * Merges a posted form into the answers. A page whose questions depend on each other is read again until
 * what is visible and what was posted agree; what was posted for a question that its own page hides is kept
 * until completion drops it.
 */
export const answerPage = (
  walker: Walker,
  pageName: string,
  answers: Answers,
  form: FormFields,
  context: WalkContext,
): AnsweredPage | null => {
  let walk = walker(answers, context);
  let view = walk.page(pageName);
  if (!view) return null;
  const latest: LatestReads = new Map();
  let start = answers;
  for (let more = 0; more < mostTurnsBack; more += 1) {
    const grown = withTurnBack(questionsOf(view.elements), form, start);
    if (grown === start) break;
    start = grown;
    walk = walk.moveTo(start);
    view = walk.page(pageName) ?? view;
  }
  let merged = start;
  for (let round = 0; round < maximumRounds; round += 1) {
    if (!readInto(latest, view, form, start)) break;
    merged = merge(start, latest);
    walk = walk.moveTo(merged);
    if (!walk.dependsOnItself(pageName)) break;
    const after = walk.page(pageName);
    if (!after) break;
    view = after;
  }
  const reshaping = reshapingOf(questionsOf(view.elements), form, ({ key }) => merged[key]);
  if (reshaping) {
    const { [reshaping.question.key]: _old, ...rest } = merged;
    merged = reshaping.value === undefined ? rest : { ...rest, [reshaping.question.key]: reshaping.value };
    walk = walk.moveTo(merged);
    view = walk.page(pageName) ?? view;
  }
  const questions = questionsOf(view.elements);
  const keys = pageKeys([...questions, ...[...latest.values()].map(({ question }) => question)]);
  const all = allQuestionsOf(view.elements);
  const shownFields = new Set(form.get(shownField) ?? [...latest.keys(), ...all.map(({ field }) => field)]);
  return {
    answers: merged,
    pageAnswers: Object.fromEntries(
      keys.flatMap((key) => (key in merged ? [[key, merged[key] as AnswerValue]] : [])),
    ),
    removed: Object.keys(answers).filter((key) => !(key in merged)),
    problems: pageProblems(walk, view, merged, form),
    reshapedAt: isReshaping(form) ? placeToShow(view, reshaping) : null,
    hasNewQuestions: all.some(
      (question) =>
        question.kind !== "expression" && !question.isReadOnly && !shownFields.has(question.field),
    ),
  };
};

/** The page with each problem at the field it belongs to. */
export const withProblems = (view: PageView, problems: readonly Problem[]): PageView => {
  if (problems.length === 0) return view;
  const at = (field: string): string[] =>
    problems.filter((problem) => problem.field === field).map((problem) => problem.message);
  const mark = <Element extends PageView["elements"][number]>(element: Element): Element => {
    if (element.kind === "html" || element.kind === "image") return element;
    if (element.kind === "panel") return { ...element, elements: element.elements.map(mark) };
    const marked = {
      ...element,
      problems: at(element.field),
      comment: element.comment && { ...element.comment, problems: at(element.comment.field) },
    };
    if (marked.kind === "matrix")
      return { ...marked, rows: marked.rows.map((row) => ({ ...row, problems: at(row.field) })) };
    if (marked.kind === "multipletext")
      return { ...marked, parts: marked.parts.map((part) => ({ ...part, problems: at(part.field) })) };
    if (marked.kind === "loop")
      return {
        ...marked,
        turns: marked.turns.map((turn) => ({ ...turn, elements: turn.elements.map(mark) })),
      };
    return marked;
  };
  return { ...view, elements: view.elements.map(mark) };
};
