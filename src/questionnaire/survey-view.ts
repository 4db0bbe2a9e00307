// A page view drawn from a survey-core model: what survey-core would show, in our terms.

import { commentField, fieldName, inwardField } from "./form-fields.ts";
import type { Answers, AnswerValue } from "./instrument.ts";
import type { Loose } from "./loose.ts";
import type {
  ChoiceView,
  CommentView,
  ElementView,
  MatrixRowView,
  QuestionView,
  TextView,
} from "./page-view.ts";
import { loopView } from "./survey-loop-view.ts";
import type { ItemValue, PageModel, PanelModel, Question } from "./survey-model.ts";
import { codeOf } from "./value-code.ts";

// survey-core's question classes share no useful types for what differs between them.

const shown = (locString: Loose): string => locString?.textOrHtml ?? "";

const holds = (value: unknown, one: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).some(
    (entry) => entry !== undefined && entry !== null && codeOf(entry) === codeOf(one as AnswerValue),
  );

/** survey-core disables what exceeds the maximum; a plain form must let one choice be swapped for another. */
const isFullOnly = (question: Loose, item: Loose): boolean =>
  question.shouldCheckMaxSelectedChoices?.() === true &&
  !item.enableIf &&
  (!question.choicesEnableIf || item === question.otherItem);

const choiceView = (question: Loose, item: ItemValue & Loose, value: unknown): ChoiceView => ({
  code: codeOf(item.value),
  value: item.value,
  label: shown(item.locText) || String(item.value),
  isChosen: holds(value, item.value),
  isEnabled: item.isEnabled !== false || isFullOnly(question, item),
  isExclusive:
    item.isExclusive === true ||
    (question.showNoneItem && item === question.noneItem) ||
    (question.showRefuseItem && item === question.refuseItem) ||
    (question.showDontKnowItem && item === question.dontKnowItem) ||
    false,
  opensComment: question.showOtherItem === true && item === question.otherItem,
  imageUrl: item.imageLink || null,
});

const commentView = (question: Loose, field: string, answers: Answers): CommentView | null => {
  const isOther = question.showOtherItem === true;
  if (!isOther && !question.showCommentArea) return null;
  const text = answers[`${question.getValueName()}-Comment`];
  return {
    field: commentField(field),
    label: isOther ? "" : shown(question.locCommentText),
    placeholder: shown(isOther ? question.locOtherPlaceholder : question.locCommentPlaceholder),
    text: typeof text === "string" ? text : "",
    maxLength: question.getOthersMaxLength() ?? null,
    isOther,
    problems: [],
  };
};

const asText = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

const limit = (value: unknown): string | null =>
  value === undefined || value === null || value === "" ? null : String(value);

const textParts = (question: Loose, value: unknown, typed: unknown) => ({
  inputType: question.inputType as string,
  text: asText(["number", "range"].includes(question.inputType) && typeof typed === "string" ? typed : value),
  placeholder: shown(question.locPlaceholder),
  min: question.isMinMaxType ? limit(question.renderedMin) : null,
  max: question.isMinMaxType ? limit(question.renderedMax) : null,
  step: limit(question.renderedStep),
  maxLength: question.getMaxLength() ?? null,
  autocomplete: question.autocomplete ?? "",
  suggestions: question.dataList ?? [],
});

/** What questions stand in: the page, or a turn with its field, variable and top-level question. */
export interface Standing {
  readonly answers: Answers;
  readonly within: { readonly field: string; readonly item: string; readonly question: string } | null;
}

const fieldIn = ({ within }: Standing, name: string): string =>
  within ? inwardField(within.field, name) : fieldName(name);

const frame = (question: Loose, field: string, { answers, within }: Standing) => ({
  field,
  question: within?.question ?? (question.name as string),
  key: question.getValueName() as string,
  item: (within ? `${within.item}_${question.getValueName()}` : question.getValueName()) as string,
  number: question.no as string,
  title: question.processedTitle as string,
  isTitleShown: question.hasTitle as boolean,
  description: question.hasDescription ? shown(question.locDescription) : "",
  isRequired: question.isRequired as boolean,
  isReadOnly: question.isReadOnly as boolean,
  problems: [],
  comment: commentView(question, field, answers),
});

/** What every question shows. */
export type FrameView = ReturnType<typeof frame>;

const many = (question: Loose) => ({
  minChosen: question.minSelectedChoices > 0 ? (question.minSelectedChoices as number) : null,
  maxChosen: question.maxSelectedChoices > 0 ? (question.maxSelectedChoices as number) : null,
});

const choicesOf = (question: Loose, items: readonly Loose[], value: unknown): ChoiceView[] =>
  items.filter((item) => item !== question.selectAllItem).map((item) => choiceView(question, item, value));

const matrixRows = (question: Loose, field: string, name: string): MatrixRowView[] =>
  question.visibleRows.map((row: Loose) => ({
    field: inwardField(field, row.name),
    item: `${name}_${row.name}`,
    key: String(row.name),
    label: shown(row.locText),
    choices: question.visibleColumns.map((column: Loose) => ({
      ...choiceView(question, column, row.value),
      isEnabled: !row.isReadOnly,
    })),
    isRequired: question.eachRowRequired === true,
    problems: [],
  }));

const booleanChoices = (question: Loose): ChoiceView[] => {
  const one = (value: AnswerValue, label: string): ChoiceView => ({
    code: codeOf(value),
    value,
    label,
    isChosen: holds(question.value, value),
    isEnabled: true,
    isExclusive: false,
    opensComment: false,
    imageUrl: null,
  });
  const pair = [
    one(question.getValueTrue(), shown(question.locLabelTrue)),
    one(question.getValueFalse(), shown(question.locLabelFalse)),
  ];
  return question.swapOrder ? pair.reverse() : pair;
};

const part = (question: Loose, item: Loose, base: FrameView, typed: Loose): TextView => ({
  ...frame(item.editor, inwardField(base.field, item.name), { answers: {}, within: null }),
  kind: "text",
  question: base.question,
  key: item.name,
  item: `${base.item}_${item.name}`,
  title: shown(item.locTitle),
  isTitleShown: true,
  ...textParts(item.editor, question.value?.[item.name], typed?.[item.name]),
});

/**
 * One visible element of a page.
 *
 * @param standing what it stands in, with the typed answers as stored, shown even where survey-core would not
 * accept them
 * @throws RangeError for a type that is not supported; the checker refuses those before
 */
export const elementView = (element: Loose, standing: Standing): ElementView => {
  const field = fieldIn(standing, element.name);
  if (element.isPanel) {
    const panel = element as PanelModel & Loose;
    return {
      kind: "panel",
      field,
      number: panel.no,
      title: panel.hasTitle ? panel.processedTitle : "",
      description: panel.hasDescription ? shown(panel.locDescription) : "",
      elements: visibleElements(panel, standing),
    };
  }
  const question = element as Question & Loose;
  const type = question.getType();
  // In turns survey-core goes on showing the markup it has shown first.
  if (type === "html") question.locHtml.strChanged();
  if (type === "html") return { kind: "html", field, markup: question.locHtml.textOrHtml };
  if (type === "image")
    return { kind: "image", field, url: shown(question.locImageLink), altText: shown(question.locAltText) };
  const base = frame(question, field, standing);
  if (["paneldynamic", "matrixdynamic", "matrixdropdown"].includes(type))
    return loopView(question, base, standing, question.survey.locale || "en", {
      elements: visibleElements,
      element: elementView,
    });
  return questionView(question, type, base, standing.answers);
};

const questionView = (question: Loose, type: string, base: FrameView, answers: Answers): QuestionView => {
  const stored = answers[base.key];
  switch (type) {
    case "radiogroup":
    case "dropdown":
      return {
        ...base,
        kind: type,
        choices: choicesOf(question, question.visibleChoices, question.renderedValue),
        placeholder: type === "dropdown" ? shown(question.locPlaceholder) : "",
      };
    case "buttongroup":
      return {
        ...base,
        kind: "radiogroup",
        choices: choicesOf(question, question.visibleChoices, question.renderedValue),
        placeholder: "",
      };
    case "boolean":
      return { ...base, kind: "boolean", choices: booleanChoices(question), placeholder: "" };
    case "checkbox":
    case "tagbox":
      return {
        ...base,
        kind: "checkbox",
        choices: choicesOf(question, question.visibleChoices, question.renderedValue),
        ...many(question),
      };
    case "imagepicker":
      return question.multiSelect
        ? {
            ...base,
            kind: "checkbox",
            choices: choicesOf(question, question.visibleChoices, question.value),
            ...many(question),
          }
        : {
            ...base,
            kind: "imagepicker",
            choices: choicesOf(question, question.visibleChoices, question.value),
            placeholder: "",
          };
    case "rating":
      return {
        ...base,
        kind: "rating",
        look:
          question.rateType === "stars" || question.rateType === "smileys" ? question.rateType : "numbers",
        choices: choicesOf(question, question.visibleRateValues, question.value),
        lowestLabel: shown(question.locMinRateDescription),
        highestLabel: shown(question.locMaxRateDescription),
      };
    case "text":
      return { ...base, kind: "text", ...textParts(question, question.value, stored) };
    case "comment":
      return {
        ...base,
        kind: "comment",
        text: asText(question.value),
        placeholder: shown(question.locPlaceholder),
        rows: question.rows,
        maxLength: question.getMaxLength() ?? null,
      };
    case "matrix":
      return {
        ...base,
        kind: "matrix",
        item: null,
        isMulti: question.isMultiSelect,
        columns: question.visibleColumns.map((column: Loose) => shown(column.locText)),
        rows: matrixRows(question, base.field, base.item),
      };
    case "multipletext":
      return {
        ...base,
        kind: "multipletext",
        item: null,
        parts: question.items.map((item: Loose) => part(question, item, base, stored)),
      };
    case "ranking":
      return {
        ...base,
        kind: "ranking",
        choices: choicesOf(question, question.visibleChoices, question.value).map((choice) => {
          const place = Array.isArray(question.value)
            ? question.value.findIndex((v: AnswerValue) => codeOf(v) === choice.code)
            : -1;
          return {
            ...choice,
            field: inwardField(base.field, choice.code),
            rank: place < 0 ? null : place + 1,
          };
        }),
        maxRanked: question.maxSelectedChoices > 0 ? question.maxSelectedChoices : null,
      };
    case "expression":
      return { ...base, kind: "expression", text: asText(question.formatedValue ?? question.value) };
    default:
      throw new RangeError(`A question of type ${type} cannot be shown`);
  }
};

/** The visible elements of a page or panel, in the order they are shown. */
export const visibleElements = (container: PageModel | PanelModel, standing: Standing): ElementView[] =>
  container.elements.filter((element) => element.isVisible).map((element) => elementView(element, standing));
