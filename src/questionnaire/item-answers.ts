// Item by item: which items a page asks, which are answered, and the answers in codes and in words.
import type { Answers, AnswerValue, Instrument, Variable } from "./instrument.ts";
import type { ChoiceView, ElementView, PageView, QuestionView } from "./page-view.ts";
import type { CodedAnswer, CompletionShare, ShownAnswer } from "./questionnaire.ts";
import { questionsOf } from "./read-answers.ts";
import { codeOf } from "./value-code.ts";
import { wordsIn } from "./words.ts";

const inner = (element: ElementView): readonly string[] =>
  element.kind === "html" || element.kind === "image" || element.kind === "expression"
    ? []
    : element.kind === "panel"
      ? element.elements.flatMap(inner)
      : questionItems(element);

const commentItem = (question: QuestionView): readonly string[] =>
  question.comment ? [`${question.item ?? question.key}_comment`] : [];

const questionItems = (question: QuestionView): readonly string[] => {
  switch (question.kind) {
    case "matrix":
      return [...question.rows.map((row) => row.item), ...commentItem(question)];
    case "multipletext":
      return [...question.parts.flatMap((part) => part.item ?? []), ...commentItem(question)];
    case "loop":
      return [...question.turns.flatMap((turn) => turn.elements.flatMap(inner)), ...commentItem(question)];
    default:
      return question.item === null ? [] : [question.item, ...commentItem(question)];
  }
};

/** Names of the variables that a page asks, in the order shown. */
export const pageItems = (view: PageView): readonly string[] => view.elements.flatMap(inner);

/** What the answers hold at the place of a variable; undefined where they hold nothing. */
export const valueAt = (answers: Answers, path: readonly (string | number)[]): AnswerValue | undefined => {
  let value: AnswerValue | undefined = answers;
  for (const step of path) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<string | number, AnswerValue>)[step];
  }
  return value;
};

const isEmpty = (value: AnswerValue | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const codesOf = (variable: Variable, value: AnswerValue): readonly string[] => {
  const list = Array.isArray(value) ? value : [value];
  if (variable.kind === "rank") return list.map((entry, index) => `${index + 1}:${codeOf(entry)}`);
  if (variable.kind !== "multi") return [codeOf(value)];
  const none = variable.values.find((code) => code.role === "none");
  return list.map((entry) => (none && codeOf(entry) === none.code ? "__none__" : codeOf(entry)));
};

/**
 * The response in codebook codes, in the order of the codebook.
 *
 * @param routed names of the variables on the route; the others are filtered (`__na__`)
 */
export const codeAnswers = (
  instrument: Instrument,
  completed: Answers,
  routed: ReadonlySet<string>,
): readonly CodedAnswer[] =>
  instrument.variables.flatMap((variable): readonly CodedAnswer[] => {
    const value = valueAt(completed, variable.path);
    if (!isEmpty(value))
      return [{ variable: variable.name, values: codesOf(variable, value as AnswerValue) }];
    return routed.has(variable.name) ? [] : [{ variable: variable.name, values: ["__na__"] }];
  });

/** How many of the routed items are answered; open text is left out of both. */
export const completionOf = (
  instrument: Instrument,
  answers: Answers,
  routed: ReadonlySet<string>,
): CompletionShare => {
  const counted = instrument.variables.filter(
    (variable) => variable.kind !== "open" && routed.has(variable.name),
  );
  return {
    routedItems: counted.length,
    answeredItems: counted.filter((variable) => !isEmpty(valueAt(answers, variable.path))).length,
  };
};

const chosenLabels = (choices: readonly ChoiceView[]): readonly string[] =>
  choices.filter((choice) => choice.isChosen).map((choice) => choice.label);

const turnInWords = (elements: readonly ElementView[]): readonly string[] =>
  questionsOf(elements)
    .map((question) => [question.title, withComment(question)] as const)
    .filter(([, answer]) => answer !== "")
    .map(([title, answer]) => `${title}: ${answer}`);

const withComment = (question: QuestionView): string =>
  `${inWords(question)}${question.comment?.text ? `\n${question.comment.text}` : ""}`.trim();

const inWords = (question: QuestionView): string => {
  switch (question.kind) {
    case "text":
    case "comment":
    case "expression":
      return question.text;
    case "matrix":
      return question.rows
        .map((row) => [row.label, chosenLabels(row.choices).join(", ")] as const)
        .filter(([, answer]) => answer !== "")
        .map(([label, answer]) => `${label}: ${answer}`)
        .join("\n");
    case "multipletext":
      return question.parts
        .filter((part) => part.text !== "")
        .map((part) => `${part.title}: ${part.text}`)
        .join("\n");
    case "ranking":
      return question.choices
        .filter((choice) => choice.rank !== null)
        .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
        .map((choice) => `${choice.rank}. ${choice.label}`)
        .join("\n");
    case "loop":
      return question.turns
        .map((turn) => [turn.title, ...turnInWords(turn.elements)])
        .filter((lines) => lines.length > 1)
        .map((lines) => lines.join("\n"))
        .join("\n");
    default:
      return chosenLabels(question.choices).join(", ");
  }
};

/** Every question of the pages with its answer in words, in route order; unanswered ones say so. */
export const answersInWords = (views: readonly PageView[]): readonly ShownAnswer[] =>
  views.flatMap((view) =>
    questionsOf(view.elements)
      .filter((question) => question.kind !== "expression")
      .map((question) => {
        const answer = withComment(question);
        return {
          question: question.question,
          title: question.title,
          answer: answer === "" ? wordsIn(view.language).notAnswered : answer,
        };
      }),
  );
