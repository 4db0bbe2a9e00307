// Compiling one question: what survey-core made of its JSON becomes plain data.

import { compileLoop } from "./compile-loop.ts";
import { compileItem, expressionOf, plain, textOf } from "./compile-parts.ts";
import { compileTable } from "./compile-table.ts";
import type {
  CompiledChoices,
  CompiledPart,
  CompiledQuestion,
  CompiledValidator,
  ItemOrder,
} from "./engine/compiled.ts";
import type { Loose } from "./loose.ts";
import { asWritten } from "./survey-order.ts";

const orders: Readonly<Record<string, ItemOrder>> = { asc: "asc", desc: "desc", random: "random" };

const compileChoices = (question: Loose): CompiledChoices => ({
  items: question.getChoices().map(compileItem),
  other: question.showOtherItem ? compileItem(question.otherItem) : null,
  none: question.showNoneItem ? compileItem(question.noneItem) : null,
  refused: question.showRefuseItem ? compileItem(question.refuseItem) : null,
  dontKnow: question.showDontKnowItem ? compileItem(question.dontKnowItem) : null,
  visibleIf: expressionOf(question.choicesVisibleIf),
  enableIf: expressionOf(question.choicesEnableIf),
  order: orders[String(question.choicesOrder).toLowerCase()] ?? "none",
  fromQuestion: question.choicesFromQuestion ?? "",
  fromMode: question.choicesFromQuestionMode ?? "all",
  valuesFrom: question.choiceValuesFromQuestion ?? "",
  textsFrom: question.choiceTextsFromQuestion ?? "",
  hideIfEmpty: question.hideIfChoicesEmpty === true,
  otherText: textOf(question.locOtherText),
  otherPlaceholder: textOf(question.locOtherPlaceholder),
  otherError: textOf(question.locOtherErrorText),
});

const numberOrNull = (value: unknown): number | null =>
  value === undefined || value === null || value === "" ? null : Number(value);

const compileValidator = (validator: Loose): readonly CompiledValidator[] => {
  if (validator.notificationType === "warning" || validator.notificationType === "info") return [];
  const text = textOf(validator.locText);
  switch (validator.getType()) {
    case "numericvalidator":
      return [
        {
          kind: "numeric",
          text,
          min: numberOrNull(validator.minValue),
          max: numberOrNull(validator.maxValue),
        },
      ];
    case "textvalidator":
      return [
        {
          kind: "text",
          text,
          minLength: validator.minLength ?? 0,
          maxLength: validator.maxLength ?? 0,
          allowsDigits: validator.allowDigits !== false,
        },
      ];
    case "answercountvalidator":
      return [{ kind: "answercount", text, min: validator.minCount ?? 0, max: validator.maxCount ?? 0 }];
    case "regexvalidator":
      return [
        { kind: "regex", text, pattern: validator.regex ?? "", flags: validator.caseInsensitive ? "i" : "" },
      ];
    case "emailvalidator":
      return [{ kind: "email", text }];
    case "expressionvalidator":
      return [{ kind: "expression", text, expression: expressionOf(validator.expression) }];
    default:
      return [];
  }
};

const compileText = (question: Loose, language: string): CompiledPart => ({
  kind: "text",
  inputType: question.inputType,
  min: plain(question.min),
  max: plain(question.max),
  minExpression: expressionOf(question.minValueExpression),
  maxExpression: expressionOf(question.maxValueExpression),
  minError: textOf(question.locMinErrorText),
  maxError: textOf(question.locMaxErrorText),
  step: plain(question.step),
  stepError: textOf(question.locStepErrorText),
  maxLength: question.getMaxLength() ?? null,
  autocomplete: question.autocomplete ?? "",
  suggestions: { [language]: [...(question.dataList ?? [])] },
});

const rateLook = (question: Loose): "numbers" | "stars" | "smileys" =>
  question.rateType === "stars" || question.rateType === "smileys" ? question.rateType : "numbers";

const compilePart = (question: Loose, type: string, language: string): CompiledPart => {
  switch (type) {
    case "checkbox":
    case "tagbox":
    case "ranking":
      return {
        kind: "many",
        min: question.minSelectedChoices ?? 0,
        max: question.maxSelectedChoices ?? 0,
        isRanked: type === "ranking" && question.selectToRankEnabled !== true,
      };
    case "imagepicker":
      return {
        kind: "image",
        isMulti: question.multiSelect === true,
        min: question.minSelectedChoices ?? 0,
        max: question.maxSelectedChoices ?? 0,
      };
    case "text":
      return compileText(question, language);
    case "comment":
      return {
        kind: "comment",
        rows: question.rows,
        maxLength: question.getMaxLength() ?? null,
        keepsLines: question.acceptCarriageReturn !== false,
      };
    case "rating":
      return {
        kind: "rating",
        look: rateLook(question),
        hasOwnValues: question.useRateValues(),
        items: (question.useRateValues() ? question.rateValues : question.createRateValues()).map(
          compileItem,
        ),
        lowestLabel: textOf(question.locMinRateDescription),
        highestLabel: textOf(question.locMaxRateDescription),
      };
    case "boolean":
      return {
        kind: "boolean",
        valueTrue: plain(question.getValueTrue()),
        valueFalse: plain(question.getValueFalse()),
        labelTrue: textOf(question.locLabelTrue),
        labelFalse: textOf(question.locLabelFalse),
        isSwapped: question.swapOrder === true,
      };
    case "matrix":
      return {
        kind: "matrix",
        rows: asWritten(question.rows).map(compileItem),
        columns: question.columns.map(compileItem),
        isMulti: question.isMultiSelect,
        eachRowRequired: question.eachRowRequired === true,
        eachRowUnique: question.eachRowUnique === true,
        isRandom: question.rowOrder === "random",
        hideIfEmpty: question.hideIfRowsEmpty === true,
        rowsVisibleIf: expressionOf(question.rowsVisibleIf),
        columnsVisibleIf: expressionOf(question.columnsVisibleIf),
      };
    case "multipletext":
      return {
        kind: "multipletext",
        parts: question.items.map((item: Loose) => ({
          name: item.name,
          title: textOf(item.locTitle) || item.name,
          question: compileQuestion(item.editor, language),
        })),
      };
    case "expression":
      return {
        kind: "expression",
        expression: expressionOf(question.expression),
        format: textOf(question.locFormat),
        displayStyle: question.displayStyle,
        currency: question.currency,
        precision: question.precision,
        useGrouping: question.useGrouping,
        maximumFractionDigits: question.maximumFractionDigits,
        minimumFractionDigits: question.minimumFractionDigits,
      };
    case "paneldynamic":
      return compileLoop(question, language);
    case "matrixdropdown":
    case "matrixdynamic":
      return compileTable(question, type, language);
    case "html":
      return { kind: "html", html: textOf(question.locHtml) };
    case "image":
      return { kind: "picture", url: textOf(question.locImageLink), altText: textOf(question.locAltText) };
    default:
      return { kind: "plain" };
  }
};

/** A question in the model's current language. */
export const compileQuestion = (question: Loose, language: string): CompiledQuestion => {
  const type: string = question.getType();
  const isSelect = Array.isArray(question.choices) && typeof question.getChoices === "function";
  return {
    kind: "question",
    type: type === "multipletexteditor" ? "text" : type,
    name: question.name,
    key: question.getValueName(),
    title: textOf(question.locTitle) || question.name,
    isTitleShown: question.hasTitle,
    description: question.hasDescription ? textOf(question.locDescription) : "",
    visible: question.visible,
    visibleIf: expressionOf(question.visibleIf),
    readOnly: question.readOnly,
    enableIf: expressionOf(question.enableIf),
    isRequired: question.isRequired,
    requiredIf: expressionOf(question.requiredIf),
    requiredText: textOf(question.locRequiredErrorText),
    showNumber: question.showNumber !== false,
    isFixed: question.randomize === false,
    category: question.randomizeCategory ?? "",
    resetValueIf: expressionOf(question.resetValueIf),
    setValueIf: expressionOf(question.setValueIf),
    setValueExpression: expressionOf(question.setValueExpression),
    defaultValue: plain(question.defaultValue),
    defaultValueExpression: expressionOf(question.defaultValueExpression),
    clearWhen: question.getClearIfInvisible(),
    isKeptHidden: question.clearIfInvisible === "none",
    validators: question.validators.flatMap(compileValidator),
    hasComment: question.showCommentArea === true,
    commentText: textOf(question.locCommentText),
    commentPlaceholder: textOf(question.locCommentPlaceholder),
    defaultDisplayValue: textOf(question.locDefaultDisplayValue),
    showsDisplayValues: question.useDisplayValuesInDynamicTexts !== false,
    choices: isSelect ? compileChoices(question) : null,
    placeholder: textOf(question.locPlaceholder),
    part: compilePart(question, type === "multipletexteditor" ? "text" : type, language),
  };
};
