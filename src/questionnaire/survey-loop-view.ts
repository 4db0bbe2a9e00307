// Loops and tables drawn from a survey-core model: their turns and rows, each with questions of its own.

import { addField, inwardField, removeField } from "./form-fields.ts";
import type { Loose } from "./loose.ts";
import type { ElementView, LoopView, TurnView } from "./page-view.ts";
import type { FrameView, Standing } from "./survey-view.ts";
import { wordsIn } from "./words.ts";

/** Draws the elements of a turn, which may hold loops again. */
interface DrawInside {
  readonly elements: (panel: Loose, standing: Standing) => readonly ElementView[];
  readonly element: (element: Loose, standing: Standing) => ElementView;
}

const shown = (locString: Loose): string => locString?.textOrHtml ?? "";

/** A value without what survey-core notes on its lists for itself. */
const plainly = (value: Loose): Loose =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

const turnViews = (
  question: Loose,
  base: FrameView,
  { answers }: Standing,
  language: string,
  draw: DrawInside,
): readonly TurnView[] => {
  const stored = answers[base.key] as Loose;
  const turn = (container: Loose, place: string | number, title: string): TurnView => {
    const field = inwardField(base.field, place);
    const number = typeof place === "number" ? place + 1 : place;
    const standing = {
      answers: stored?.[place] ?? {},
      within: { field, item: `${base.item}_${number}`, question: base.question },
    };
    return {
      field,
      place,
      title,
      description: container.elements ? shown(container.locDescription) : "",
      elements: container.elements
        ? draw.elements(container, standing)
        : container.cells
            .filter((cell: Loose) => cell.question.isVisible)
            .map((cell: Loose) => draw.element(cell.question, standing)),
      removeField: canRemove(question) ? removeField(field) : null,
    };
  };
  const words = wordsIn(language);
  if (question.getType() === "paneldynamic")
    return question.visiblePanels.map((panel: Loose, index: number) =>
      turn(panel, question.panels.indexOf(panel), panel.processedTitle || words.turn(index + 1)),
    );
  const rows: readonly Loose[] = question.allRows ?? question.visibleRows;
  return question.visibleRows.map((row: Loose) =>
    question.getType() === "matrixdropdown"
      ? turn(row, String(row.rowName), shown(row.locText))
      : turn(row, rows.indexOf(row), words.turn(rows.indexOf(row) + 1)),
  );
};

const canRemove = (question: Loose): boolean => {
  if (question.getType() === "matrixdropdown" || question.isReadOnly) return false;
  if (question.getType() === "matrixdynamic")
    return question.allowRemoveRows && !question.rowCountExpression && question.canRemoveRows;
  const kept = question.getPropertyValue("panelCount") > 0 ? 1 : 0;
  return question.allowRemovePanel && question.canRemovePanel && question.panels.length > kept;
};

const canAdd = (question: Loose): boolean => {
  if (question.getType() === "matrixdropdown" || question.isReadOnly) return false;
  return question.getType() === "matrixdynamic" ? question.canAddRow : question.canAddPanel;
};

/** A loop or table. */
export const loopView = (
  question: Loose,
  base: FrameView,
  standing: Standing,
  language: string,
  draw: DrawInside,
): LoopView => {
  const isTable = question.getType() !== "paneldynamic";
  const last = (question.value ?? []).at?.(-1);
  const turn = isTable ? question.defaultRowValue : question.defaultPanelValue;
  return {
    ...base,
    kind: "loop",
    item: null,
    isTable,
    isKeyed: question.getType() === "matrixdropdown",
    turns: turnViews(question, base, standing, language, draw),
    held: plainly(question.value ?? undefined),
    add: canAdd(question)
      ? {
          field: addField(base.field),
          label: shown(isTable ? question.locAddRowText : question.locAddPanelText),
          turn: { ...turn, ...(question.copyDefaultValueFromLastEntry ? last : {}) },
        }
      : null,
    removeLabel: shown(isTable ? question.locRemoveRowText : question.locRemovePanelText),
    emptyText: shown(isTable ? question.locNoRowsText : question.locNoEntriesText),
  };
};
