// Compiling loops: questions that come again for every turn.

import { compileElements } from "./compile-element.ts";
import { expressionOf, plain, textOf } from "./compile-parts.ts";
import type { CompiledPart } from "./engine/compiled.ts";
import { mostTurns } from "./engine/most-turns.ts";
import type { Loose } from "./loose.ts";

/** Name of the question whose value sets the number of turns or rows (SurveyJS `bindings`). */
export const boundTo = (question: Loose, property: string): string =>
  question.bindings?.getValueNameByPropertyName?.(property) ?? "";

/** A loop's own properties. */
export const compileLoop = (question: Loose, language: string): CompiledPart => ({
  kind: "loop",
  elements: compileElements(question.template, language),
  turnTitle: textOf(question.template.locTitle),
  turnDescription: textOf(question.template.locDescription),
  turnVisibleIf: expressionOf(question.templateVisibleIf),
  count: question.getPropertyValue("panelCount") ?? 0,
  min: question.minPanelCount,
  max: mostTurns(
    question.maxPanelCount,
    Math.max(
      question.minPanelCount,
      Math.min(question.getPropertyValue("panelCount") ?? 0, question.maxPanelCount),
    ),
  ),
  countExpression: expressionOf(question.panelCountExpression),
  countFrom: boundTo(question, "panelCount"),
  canAdd: question.allowAddPanel !== false,
  canRemove: question.allowRemovePanel !== false,
  keyName: question.keyName ?? "",
  keyError: textOf(question.locKeyDuplicationError),
  defaultTurn: plain(question.defaultPanelValue),
  copiesLast: question.copyDefaultValueFromLastEntry === true,
  addText: textOf(question.locAddPanelText),
  removeText: textOf(question.locRemovePanelText),
  emptyText: textOf(question.locNoEntriesText),
  numbering: question.showQuestionNumbers ?? "off",
});
