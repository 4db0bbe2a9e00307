// Compiling: a checked questionnaire becomes the plain data that walks need, once, when its version is fixed.

import { compilePanel } from "./compile-element.ts";
import { expressionOf, textOf } from "./compile-parts.ts";
import { type CompiledInstrument, type CompiledTrigger, compiledFormat } from "./engine/compiled.ts";
import type { Loose } from "./loose.ts";
import { type Model, modelInLanguage } from "./survey-model.ts";

const compileTrigger = (trigger: Loose): readonly CompiledTrigger[] => {
  // Older questionnaires give the condition as name, operator and value.
  const expression = expressionOf(trigger.expression || trigger.buildExpression?.());
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
): CompiledInstrument =>
  compileModels(
    new Map(languages.map((language) => [language, modelInLanguage(definition, language)])),
    definition,
  );

/** As `compileInstrument`, from a model per language that has been loaded already and holds no answers. */
export const compileModels = (
  models: ReadonlyMap<string, Model>,
  definition: Readonly<Record<string, unknown>>,
): CompiledInstrument => {
  const compiled = [...models].map(([language, model]) => compileModel(model, definition, language));
  return JSON.parse(JSON.stringify(overlay(compiled, [...models.keys()]))) as CompiledInstrument;
};
