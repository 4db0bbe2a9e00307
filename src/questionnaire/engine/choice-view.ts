// Choices and the questions made of them, as a page shows them.
import { inwardField } from "../form-fields.ts";
import type { AnswerValue } from "../instrument.ts";
import type { ChoiceView, QuestionView } from "../page-view.ts";
import { codeOf } from "../value-code.ts";
import type { ChoiceState } from "./choice-state.ts";
import type { CompiledItem } from "./compiled.ts";
import type { MatrixState } from "./matrix-state.ts";
import type { FrameView } from "./question-view.ts";
import type { Value } from "./values.ts";

const held = (value: Value, code: string): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    (one) => one !== undefined && one !== null && codeOf(one as AnswerValue) === code,
  );

/** One choice of a question that holds this value. */
export const choiceView = (item: CompiledItem, label: string, value: Value): ChoiceView => {
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
    isExclusive: item.isExclusive && (question.def.part.kind === "many" || question.list.isSpecial(item)),
    opensComment: item === question.choices.other,
    imageUrl: item.imageUrl ? question.piped(item.imageUrl) : null,
  }));

const atLeastOne = (count: number): number | null => (count > 0 ? count : null);
/** A matrix. */
export const matrixView = (question: MatrixState, frame: FrameView): QuestionView => {
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
        field: inwardField(frame.field, codeOf(row.value)),
        item: `${frame.item}_${codeOf(row.value)}`,
        key: String(row.value),
        label: question.labelOf(row),
        choices: columns.map(({ column, label }) => ({ ...choiceView(column, label, value), isEnabled })),
        isRequired: question.matrix.eachRowRequired,
        problems: [],
      };
    }),
  };
};

/** A question with choices. */
export const choiceQuestionView = (question: ChoiceState, frame: FrameView): QuestionView => {
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
        return {
          ...choice,
          field: inwardField(frame.field, choice.code),
          rank: place < 0 ? null : place + 1,
        };
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
