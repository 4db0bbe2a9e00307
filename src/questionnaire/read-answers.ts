// From a posted form to answers: what each kind of question makes of its fields.
import { commentField, type FormFields } from "./form-fields.ts";
import type { AnswerValue } from "./instrument.ts";
import type { ChoiceView, ElementView, QuestionView, TextView } from "./page-view.ts";
import { readTurns } from "./read-turns.ts";
import { codeOf } from "./value-code.ts";

/** Field that lists the questions a form showed, so that "left empty" and "not asked" can be told apart. */
export const shownField = "shown";

/** What a question's fields say: its value and the text beside it; undefined means left empty. */
export interface ReadAnswer {
  readonly value: AnswerValue | undefined;
  readonly comment: string | undefined;
}

const isQuestion = (element: ElementView): element is QuestionView =>
  element.kind !== "html" && element.kind !== "image" && element.kind !== "panel";

/** The questions of a page in order, those in panels included, those inside loops not. */
export const questionsOf = (elements: readonly ElementView[]): readonly QuestionView[] =>
  elements.flatMap((element) =>
    element.kind === "panel" ? questionsOf(element.elements) : isQuestion(element) ? [element] : [],
  );

/** The questions of a page in order, those inside loops and tables included. */
export const allQuestionsOf = (elements: readonly ElementView[]): readonly QuestionView[] =>
  questionsOf(elements).flatMap((question) =>
    question.kind === "loop"
      ? [question, ...question.turns.flatMap((turn) => allQuestionsOf(turn.elements))]
      : [question],
  );

/** True where the form showed this question. A form without the list showed all of the page. */
export const wasShown = (question: QuestionView, form: FormFields): boolean =>
  form.get(shownField)?.includes(question.field) ?? true;

const first = (form: FormFields, field: string): string | undefined => form.get(field)?.[0];

const typed = (form: FormFields, field: string): string | undefined => {
  const text = first(form, field)?.replaceAll("\r\n", "\n");
  return text === undefined || text.trim() === "" ? undefined : text;
};

const chosen = (choices: readonly ChoiceView[], codes: readonly string[]): readonly ChoiceView[] => {
  const found = codes.map((code) => choices.find((choice) => choice.code === code && choice.isEnabled));
  return [...new Set(found.filter((choice) => choice !== undefined))];
};

const numberFrom = (text: string): AnswerValue => {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : text;
};

const readText = (view: TextView, form: FormFields): AnswerValue | undefined => {
  const text = typed(form, view.field);
  if (text === undefined) return undefined;
  return view.inputType === "number" || view.inputType === "range" ? numberFrom(text) : text;
};

const stoodBefore = (choice: ChoiceView, before: AnswerValue | undefined): boolean =>
  Array.isArray(before) && before.some((value) => codeOf(value) === choice.code);

/** An exclusive choice ticked just now stands alone; one that stood before gives way to what was ticked beside it. */
const readMany = (
  choices: readonly ChoiceView[],
  codes: readonly string[],
  before: AnswerValue | undefined,
): AnswerValue | undefined => {
  const picked = chosen(choices, codes);
  const alone = picked.find((choice) => choice.isExclusive && !stoodBefore(choice, before));
  const kept = picked.length < 2 ? picked : alone ? [alone] : picked.filter((choice) => !choice.isExclusive);
  return kept.length > 0 ? kept.map((choice) => choice.value) : undefined;
};

const within = (value: AnswerValue | undefined, key: string | number): AnswerValue | undefined =>
  value !== null && typeof value === "object"
    ? (value as Record<string | number, AnswerValue>)[key]
    : undefined;

const readObject = (
  entries: readonly (readonly [string, AnswerValue | undefined])[],
): AnswerValue | undefined => {
  const kept = entries.filter((entry): entry is readonly [string, AnswerValue] => entry[1] !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};

const readRanking = (view: Extract<QuestionView, { kind: "ranking" }>, form: FormFields) => {
  const ranked = view.choices
    .map((choice) => ({ choice, rank: Number(first(form, choice.field) || Number.NaN) }))
    .filter(({ rank }) => Number.isInteger(rank) && rank > 0)
    .sort((a, b) => a.rank - b.rank);
  return ranked.length > 0 ? ranked.map(({ choice }) => choice.value) : undefined;
};

const readValue = (
  view: QuestionView,
  form: FormFields,
  before: AnswerValue | undefined,
): AnswerValue | undefined => {
  switch (view.kind) {
    case "radiogroup":
    case "dropdown":
    case "imagepicker":
    case "boolean":
    case "rating":
      return chosen(view.choices, form.get(view.field) ?? [])[0]?.value;
    case "checkbox":
      return readMany(view.choices, form.get(view.field) ?? [], before);
    case "text":
      return readText(view, form);
    case "comment":
      return typed(form, view.field);
    case "matrix":
      return readObject(
        view.rows.map((row) => {
          const codes = form.get(row.field) ?? [];
          return [
            row.key,
            view.isMulti
              ? readMany(row.choices, codes, within(before, row.key))
              : chosen(row.choices, codes)[0]?.value,
          ];
        }),
      );
    case "multipletext":
      return readObject(view.parts.map((part) => [part.key, readText(part, form)]));
    case "ranking":
      return readRanking(view, form);
    case "loop":
      return readTurns(view, form, (question, held) => readAnswer(question, form, held));
    case "expression":
      return undefined;
  }
};

/**
 * Reads one question from a posted form. Codes that are not among its choices are ignored; text beside
 * "other" with nothing chosen counts as choosing "other"; a number that cannot be read stays as typed.
 *
 * @param before what the question held before the form was posted
 */
export const readAnswer = (
  view: QuestionView,
  form: FormFields,
  before: AnswerValue | undefined,
): ReadAnswer => {
  const value = readValue(view, form, before);
  const text = view.comment ? typed(form, commentField(view.field)) : undefined;
  if (!view.comment?.isOther) return { value, comment: text };
  const other = "choices" in view ? view.choices.find((choice) => choice.opensComment) : undefined;
  if (!other || text === undefined) return { value, comment: undefined };
  if (view.kind === "checkbox") {
    const values = Array.isArray(value) ? value : [];
    return { value: values.includes(other.value) ? values : [...values, other.value], comment: text };
  }
  if (value === undefined) return { value: other.value, comment: text };
  return { value, comment: value === other.value ? text : undefined };
};
