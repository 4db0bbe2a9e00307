// One question as a page shows it: its wording, its limits, what it holds.
import { commentField, fieldName, inwardField } from "../form-fields.ts";
import type { AnswerValue } from "../instrument.ts";
import type { CommentView, QuestionView, TextView } from "../page-view.ts";
import { ChoiceState } from "./choice-state.ts";
import { choiceQuestionView, choiceView, matrixView } from "./choice-view.ts";
import type { CompiledItem } from "./compiled.ts";
import { MatrixState } from "./matrix-state.ts";
import { MultipleTextState } from "./multiple-text-state.ts";
import type { Numbers } from "./numbering.ts";
import type { QuestionState } from "./question-state.ts";
import { FormulaState, RatingState, TextState } from "./typed-states.ts";
import type { Value } from "./values.ts";

/** What drawing needs beside the states. */
export interface Drawing {
  readonly numbers: Numbers;
  /** What the respondent typed, by question key; a number that cannot be read is shown as typed. */
  readonly typed: Readonly<Record<string, AnswerValue>>;
  /** Inside a turn or row: field and variable it stands in, and the name of the top-level question. */
  readonly within: { readonly field: string; readonly item: string; readonly question: string } | null;
}

/** Form field of an element by its name. */
export const fieldIn = (drawing: Drawing, name: string): string =>
  drawing.within ? inwardField(drawing.within.field, name) : fieldName(name);

const commentView = (question: QuestionState, field: string, drawing: Drawing): CommentView | null => {
  const { def } = question;
  const isOther = Boolean(def.choices?.other);
  if (!isOther && !def.hasComment) return null;
  const text = drawing.typed[`${question.key}-Comment`];
  return {
    field: commentField(field),
    label: isOther ? "" : question.piped(def.commentText),
    placeholder: question.piped(isOther ? (def.choices?.otherPlaceholder ?? "") : def.commentPlaceholder),
    text: typeof text === "string" ? text : "",
    maxLength: question.survey.compiled.maxCommentLength,
    isOther,
    problems: [],
  };
};

const frameOf = (question: QuestionState, field: string, drawing: Drawing) => ({
  field,
  question: drawing.within?.question ?? question.def.name,
  key: question.key,
  item: (drawing.within ? `${drawing.within.item}_${question.key}` : question.key) as string | null,
  number: drawing.numbers.get(question) ?? "",
  title: question.piped(question.def.title),
  isTitleShown: question.def.isTitleShown,
  description: question.piped(question.def.description),
  isRequired: question.isRequired,
  isReadOnly: question.isReadOnly,
  problems: [],
  comment: commentView(question, field, drawing),
});

/** What every question shows. */
export type FrameView = ReturnType<typeof frameOf>;

const asText = (value: Value): string => (value === undefined || value === null ? "" : String(value));
const limit = (value: Value): string | null =>
  value === undefined || value === null || value === "" ? null : String(value);
const isNumber = (inputType: string): boolean => inputType === "number" || inputType === "range";
const limited = new Set(["number", "range", "date", "datetime-local", "month", "time", "week"]);

const textView = (question: TextState, frame: FrameView, typed: Value): TextView => {
  const part = question.def.part;
  if (part.kind !== "text") throw new RangeError(`${question.def.name} is not a text`);
  const isLimited = limited.has(part.inputType);
  return {
    ...frame,
    kind: "text",
    inputType: part.inputType,
    text: asText(isNumber(part.inputType) && typeof typed === "string" ? typed : question.value),
    placeholder: question.piped(question.def.placeholder),
    min: isLimited ? limit(question.minimum) : null,
    max: isLimited ? limit(question.maximum) : null,
    step: limit(part.step) ?? (part.inputType === "number" ? "any" : null),
    maxLength: part.maxLength,
    autocomplete: part.autocomplete,
    suggestions: part.suggestions[question.survey.language] ?? [],
  };
};

const partViews = (question: MultipleTextState, frame: FrameView, drawing: Drawing): readonly TextView[] => {
  const typed = drawing.typed[question.key] as Record<string, Value> | undefined;
  return question.parts.map(({ def, question: one }) => ({
    ...textView(
      one,
      frameOf(one, inwardField(frame.field, def.name), { ...drawing, typed: {} }),
      typed?.[def.name],
    ),
    question: frame.question,
    key: def.name,
    item: `${frame.item}_${def.name}`,
    title: question.piped(def.title),
    isTitleShown: true,
  }));
};

const plainItem: CompiledItem = {
  value: null,
  text: "",
  visibleIf: null,
  enableIf: null,
  isExclusive: false,
  imageUrl: "",
  isFixed: false,
  category: "",
};

/** A question that holds no others. */
export const questionView = (question: QuestionState, drawing: Drawing): QuestionView => {
  const frame = frameOf(question, fieldIn(drawing, question.def.name), drawing);
  const { part } = question.def;
  if (question instanceof ChoiceState) return choiceQuestionView(question, frame);
  if (question instanceof TextState) return textView(question, frame, drawing.typed[question.key]);
  if (question instanceof MatrixState) return matrixView(question, frame);
  if (question instanceof FormulaState) return { ...frame, kind: "expression", text: question.shownText };
  if (question instanceof MultipleTextState)
    return { ...frame, kind: "multipletext", item: null, parts: partViews(question, frame, drawing) };
  if (question instanceof RatingState && part.kind === "rating")
    return {
      ...frame,
      kind: "rating",
      look: part.look,
      choices: question.visibleItems.map((item) => choiceView(item, question.labelOf(item), question.value)),
      lowestLabel: question.piped(part.lowestLabel),
      highestLabel: question.piped(part.highestLabel),
    };
  if (part.kind === "boolean") {
    const pair = [[part.valueTrue, part.labelTrue] as const, [part.valueFalse, part.labelFalse] as const].map(
      ([value, label]) => choiceView({ ...plainItem, value }, question.piped(label), question.value),
    );
    return { ...frame, kind: "boolean", choices: part.isSwapped ? pair.reverse() : pair, placeholder: "" };
  }
  if (part.kind === "comment")
    return {
      ...frame,
      kind: "comment",
      text: asText(question.value),
      placeholder: question.piped(question.def.placeholder),
      rows: part.rows,
      maxLength: part.maxLength,
    };
  throw new RangeError(`A question of type ${question.def.type} cannot be shown`);
};

/** What every question shows, for those that hold others. */
export const questionFrame = (question: QuestionState, drawing: Drawing): FrameView =>
  frameOf(question, fieldIn(drawing, question.def.name), drawing);
