// Compiling: a checked questionnaire becomes the plain data that walks need, once, when its version is fixed.
import { compileLoop } from "./compile-loop.ts";
import { compileQuestion, expressionOf, textOf } from "./compile-question.ts";
import {
  type CompiledElement,
  type CompiledInstrument,
  type CompiledPanel,
  type CompiledTrigger,
  compiledFormat,
} from "./engine/compiled.ts";
import { modelInLanguage } from "./survey-model.ts";
import { asWritten } from "./survey-order.ts";

// biome-ignore lint/suspicious/noExplicitAny: properties are read by name from a library without types for them
type Loose = any;

/** survey-core hands a page's random order down to the panels that stand directly on it. */
const isOnRandomPage = (panel: Loose): boolean =>
  panel.parent?.isPage === true && panel.parent.areQuestionsRandomized;

/** A page or panel in the model's current language. */
export const compilePanel = (panel: Loose, language: string): CompiledPanel => ({
  kind: panel.isPage ? "page" : "panel",
  name: panel.name,
  title: textOf(panel.locTitle),
  hasTitle: panel.hasTitle,
  description: panel.hasDescription ? textOf(panel.locDescription) : "",
  visible: panel.visible,
  visibleIf: expressionOf(panel.visibleIf),
  readOnly: panel.readOnly,
  enableIf: expressionOf(panel.enableIf),
  isRequired: panel.isRequired,
  requiredIf: expressionOf(panel.requiredIf),
  requiredText: textOf(panel.locRequiredErrorText),
  showNumber: panel.showNumber === true,
  isFixed: panel.randomize === false,
  category: panel.randomizeCategory ?? "",
  isRandom: panel.canRandomize(panel.areQuestionsRandomized || isOnRandomPage(panel)),
  numbering: panel.showQuestionNumbers ?? "default",
  startIndex: panel.questionStartIndex ?? "",
  elements: compileElements(panel, language),
});

/** The elements of a page, panel or turn, in the order they were written. */
export const compileElements = (container: Loose, language: string): readonly CompiledElement[] =>
  asWritten<Loose>(container.elements).map((element) => {
    if (element.isPanel) return compilePanel(element, language);
    return compileLoop(element, language) ?? compileQuestion(element, language);
  });

const compileTrigger = (trigger: Loose): readonly CompiledTrigger[] => {
  const expression = expressionOf(trigger.expression);
  switch (trigger.getType()) {
    case "setvaluetrigger":
      return [
        {
          kind: "setvalue",
          expression,
          target: trigger.setToName ?? "",
          value: trigger.setValue,
          isVariable: trigger.isVariable === true,
        },
      ];
    case "copyvaluetrigger":
      return [
        {
          kind: "copyvalue",
          expression,
          target: trigger.setToName ?? "",
          source: trigger.fromName ?? "",
          inWords: trigger.copyDisplayValue === true,
        },
      ];
    case "runexpressiontrigger":
      return [
        {
          kind: "runexpression",
          expression,
          target: trigger.setToName ?? "",
          formula: expressionOf(trigger.runExpression),
        },
      ];
    case "visibletrigger":
      return [{ kind: "visible", expression, pages: [...trigger.pages], questions: [...trigger.questions] }];
    case "skiptrigger":
      return [{ kind: "skip", expression, target: trigger.gotoName ?? "" }];
    case "completetrigger":
      return [{ kind: "complete", expression }];
    default:
      return [];
  }
};

const compileModel = (model: Loose, definition: Loose, language: string): CompiledInstrument => ({
  format: compiledFormat,
  pages: model.pages.map((page: Loose) => compilePanel(page, language)),
  calculated: model.calculatedValues.map((calculated: Loose) => ({
    name: calculated.name,
    expression: expressionOf(calculated.expression),
    isResult: calculated.includeIntoResult === true,
  })),
  triggers: model.triggers.flatMap(compileTrigger),
  completedText: definition.completedHtml ? textOf(model.locCompletedHtml) : "",
  completedTextsIf: model.completedHtmlOnCondition.map((item: Loose) => ({
    expression: expressionOf(item.expression),
    text: textOf(item.locHtml),
  })),
  startsWithIntro: model.firstPageIsStartPage === true && model.pages.length > 1,
  numbering: model.showQuestionNumbers,
  startIndex: model.questionStartIndex ?? "",
  showsPageTitles: model.showPageTitles !== false,
  keepsIncorrect: model.keepIncorrectValues === true,
  clearWhen: model.clearInvisibleValues,
  maxCommentLength: model.maxCommentLength > 0 ? model.maxCommentLength : null,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * Lays the compilations of several languages over each other: what is the same stays, texts that differ
 * become one per language. Lists of suggestions are kept per language.
 */
const overlay = (parts: readonly unknown[], languages: readonly string[]): unknown => {
  const [first] = parts;
  if (Array.isArray(first))
    return first.map((_, index) =>
      overlay(
        parts.map((part) => (part as unknown[])[index]),
        languages,
      ),
    );
  if (isRecord(first)) {
    const keys = new Set(parts.flatMap((part) => Object.keys(part as object)));
    return Object.fromEntries(
      [...keys].map((key) => {
        const values = parts.map((part) => (part as Record<string, unknown>)[key]);
        const held = values.filter((value) => value !== undefined);
        return [key, held.length === parts.length ? overlay(values, languages) : held[0]];
      }),
    );
  }
  if (parts.every((part) => part === first)) return first;
  return Object.fromEntries(languages.map((language, index) => [language, parts[index]]));
};

/**
 * The compiled form of a questionnaire in all its languages.
 *
 * @param definition a questionnaire that the checker found no error in
 * @param languages the instrument's languages, main one first
 */
export const compileInstrument = (
  definition: Readonly<Record<string, unknown>>,
  languages: readonly string[],
): CompiledInstrument => {
  const compiled = languages.map((language) =>
    compileModel(modelInLanguage(definition, language), definition, language),
  );
  return JSON.parse(JSON.stringify(overlay(compiled, languages))) as CompiledInstrument;
};
