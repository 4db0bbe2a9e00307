// A page view drawn from the state of a walk.
import { commentField, fieldName } from "../form-fields.ts";
import type { AnswerValue } from "../instrument.ts";
import type { ChoiceView, CommentView, ElementView, QuestionView, TextView } from "../page-view.ts";
import { codeOf } from "../value-code.ts";
import { ChoiceState } from "./choice-state.ts";
import type { CompiledItem } from "./compiled.ts";
import { MatrixState } from "./matrix-state.ts";
import { MultipleTextState } from "./multiple-text-state.ts";
import type { Numbers } from "./numbering.ts";
import { PanelState } from "./panel-state.ts";
import type { QuestionState } from "./question-state.ts";
import { FormulaState, RatingState, TextState } from "./typed-states.ts";
import type { Value } from "./values.ts";

/** What drawing needs beside the states. */
export interface Drawing {
  readonly numbers: Numbers;
  /** What the respondent typed, by question key; a number that cannot be read is shown as typed. */
  readonly typed: Readonly<Record<string, AnswerValue>>;
}

const held = (value: Value, code: string): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    (one) => one !== undefined && one !== null && codeOf(one as AnswerValue) === code,
  );

const choiceView = (item: CompiledItem, label: string, value: Value): ChoiceView => {
  const code = codeOf(item.value);
  return {
    code,
    value: item.value,
    label: label || code,
    isChosen: held(value, code),
    isEnabled: true,
    isExclusive: item.isExclusive,
    opensComment: false,
    imageUrl: null,
  };
};

const choiceViews = (question: ChoiceState): readonly ChoiceView[] =>
  question.list.visible.map((item) => ({
    ...choiceView(item, question.labelOf(item), question.value),
    isEnabled: question.list.isEnabled(item),
    opensComment: item === question.choices.other,
    imageUrl: item.imageUrl ? question.piped(item.imageUrl) : null,
  }));

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
  question: question.def.name,
  key: question.key,
  item: question.key as string | null,
  number: drawing.numbers.get(question) ?? "",
  title: question.piped(question.def.title),
  isTitleShown: question.def.isTitleShown,
  description: question.piped(question.def.description),
  isRequired: question.isRequired,
  isReadOnly: question.isReadOnly,
  problems: [],
  comment: commentView(question, field, drawing),
});

const asText = (value: Value): string => (value === undefined || value === null ? "" : String(value));
const limit = (value: Value): string | null =>
  value === undefined || value === null || value === "" ? null : String(value);
const inward = (field: string, part: string | number): string => `${field}${fieldName(part).slice(1)}`;
const atLeastOne = (count: number): number | null => (count > 0 ? count : null);
const isNumber = (inputType: string): boolean => inputType === "number" || inputType === "range";
const limited = new Set(["number", "range", "date", "datetime-local", "month", "time", "week"]);

const textView = (question: TextState, frame: ReturnType<typeof frameOf>, typed: Value): TextView => {
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

const matrixView = (question: MatrixState, frame: ReturnType<typeof frameOf>): QuestionView => {
  const columns = question.visibleColumns.map((column) => ({ column, label: question.labelOf(column) }));
  return {
    ...frame,
    kind: "matrix",
    item: null,
    isMulti: question.matrix.isMulti,
    columns: columns.map(({ label }) => label),
    rows: question.visibleRows.map((row) => {
      const value = question.rowValue(row);
      const isEnabled = question.isRowEnabled(row) && !question.isReadOnly;
      return {
        field: inward(frame.field, codeOf(row.value)),
        item: `${question.key}_${codeOf(row.value)}`,
        key: String(row.value),
        label: question.labelOf(row),
        choices: columns.map(({ column, label }) => ({ ...choiceView(column, label, value), isEnabled })),
        isRequired: question.matrix.eachRowRequired,
        problems: [],
      };
    }),
  };
};

const choiceQuestionView = (question: ChoiceState, frame: ReturnType<typeof frameOf>): QuestionView => {
  const { part, type } = question.def;
  const choices = choiceViews(question);
  if (type === "ranking" && part.kind === "many") {
    const ranked = Array.isArray(question.value)
      ? question.value.map((value) => codeOf(value as AnswerValue))
      : [];
    return {
      ...frame,
      kind: "ranking",
      choices: choices.map((choice) => {
        const place = ranked.indexOf(choice.code);
        return { ...choice, field: inward(frame.field, choice.code), rank: place < 0 ? null : place + 1 };
      }),
      maxRanked: atLeastOne(part.max),
    };
  }
  if (part.kind === "many" || (part.kind === "image" && part.isMulti))
    return {
      ...frame,
      kind: "checkbox",
      choices,
      minChosen: atLeastOne(part.min),
      maxChosen: atLeastOne(part.max),
    };
  const kind = type === "dropdown" || type === "imagepicker" ? type : "radiogroup";
  return {
    ...frame,
    kind,
    choices,
    placeholder: kind === "dropdown" ? question.piped(question.def.placeholder) : "",
  };
};

/** One question. */
export const questionView = (question: QuestionState, field: string, drawing: Drawing): QuestionView => {
  const frame = frameOf(question, field, drawing);
  const typed = drawing.typed[question.key];
  const { part } = question.def;
  if (question instanceof ChoiceState) return choiceQuestionView(question, frame);
  if (question instanceof TextState) return textView(question, frame, typed);
  if (question instanceof MatrixState) return matrixView(question, frame);
  if (question instanceof FormulaState) return { ...frame, kind: "expression", text: question.shownText };
  if (question instanceof MultipleTextState)
    return {
      ...frame,
      kind: "multipletext",
      item: null,
      parts: question.parts.map(({ def, question: one }) => ({
        ...textView(
          one,
          frameOf(one, inward(field, def.name), { ...drawing, typed: {} }),
          (typed as Record<string, Value> | undefined)?.[def.name],
        ),
        question: question.def.name,
        key: def.name,
        item: `${question.key}_${def.name}`,
        title: question.piped(def.title),
        isTitleShown: true,
      })),
    };
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
      ([value, label]) => ({
        ...choiceView({ ...plainItem, value }, question.piped(label), question.value),
      }),
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

/** The visible elements of a page or panel, in the order they are shown. */
export const elementViews = (panel: PanelState, drawing: Drawing): readonly ElementView[] =>
  panel.elements.filter((element) => element.isVisible).map((element) => elementView(element, drawing));

const elementView = (element: PanelState | QuestionState, drawing: Drawing): ElementView => {
  const field = fieldName(element.def.name);
  if (!(element instanceof PanelState)) {
    const { part } = element.def;
    if (part.kind === "html") return { kind: "html", field, markup: element.pipedMarkup(part.html) };
    if (part.kind === "picture")
      return { kind: "image", field, url: element.piped(part.url), altText: element.piped(part.altText) };
    return questionView(element, field, drawing);
  }
  return {
    kind: "panel",
    field,
    number: drawing.numbers.get(element) ?? "",
    title: element.def.hasTitle ? element.piped(element.def.title) : "",
    description: element.piped(element.def.description),
    elements: elementViews(element, drawing),
  };
};
