// Compiling pages, panels and what stands in them.

import { expressionOf, textOf } from "./compile-parts.ts";
import { compileQuestion } from "./compile-question.ts";
import type { CompiledElement, CompiledPanel } from "./engine/compiled.ts";
import type { Loose } from "./loose.ts";
import { asWritten } from "./survey-order.ts";

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
    return element.isPanel ? compilePanel(element, language) : compileQuestion(element, language);
  });
