// The engine that lets survey-core do the work: exact by definition, and slow (a model for every walk).

import { commentField, fieldName, inwardField } from "./form-fields.ts";
import type { Answers, Instrument } from "./instrument.ts";
import type { Loose } from "./loose.ts";
import type { Problem, WalkContext } from "./questionnaire.ts";
import { applyAnswers, buildModel, type Model, type Question } from "./survey-model.ts";
import { visibleElements } from "./survey-view.ts";
import type { Walk } from "./walk.ts";
import { type QuestionnaireWords, wordsIn } from "./words.ts";

const languageOf = (instrument: Instrument, language: string): string =>
  instrument.languages.includes(language) ? language : (instrument.languages[0] ?? "en");

const rowsAtFault = (question: Loose, errorType: string): readonly Loose[] => {
  const rows: readonly Loose[] = question.visibleRows;
  if (errorType === "requiredinallrowserror")
    return rows.filter((row) => row.value === undefined || row.value === null || row.value.length === 0);
  return rows.filter((row, index) =>
    rows.slice(0, index).some((earlier) => row.value && String(earlier.value) === String(row.value)),
  );
};

const problemsOf = (question: Question & Loose, inside: Inside): Problem[] => {
  const { words } = inside;
  const field = inside.field ? inwardField(inside.field, question.name) : fieldName(question.name);
  const top = inside.question ?? question.name;
  const problem = (at: string, message: string): Problem => ({ field: at, question: top, message });
  const own = question.errors.flatMap((error: Loose): Problem[] => {
    const type = error.getErrorType();
    if (type === "requiredinallrowserror" || type === "eachrowuniqueeerror")
      return rowsAtFault(question, type).map((row) =>
        problem(
          inwardField(field, row.name),
          type === "requiredinallrowserror" ? words.requiredRow : words.uniqueRows,
        ),
      );
    return [problem(type === "otherempty" ? commentField(field) : field, textOf(error))];
  });
  return [...own, ...problemsInside(question, field, { ...inside, question: top })];
};

const textOf = (error: Loose): string => error.locText.textOrHtml || error.getText();

const problemsInside = (question: Loose, field: string, inside: Inside): Problem[] => {
  const within = (place: string | number) => ({ ...inside, field: inwardField(field, place) });
  switch (question.getType()) {
    case "multipletext":
      return question.items.flatMap((item: Loose) =>
        item.editor.errors.map((error: Loose) => ({
          field: inwardField(field, item.name),
          question: inside.question,
          message: textOf(error),
        })),
      );
    case "paneldynamic":
      return question.visiblePanels.flatMap((panel: Loose) =>
        elementProblems(panel, within(question.panels.indexOf(panel))),
      );
    case "matrixdropdown":
    case "matrixdynamic": {
      const rows: readonly Loose[] = question.allRows ?? question.visibleRows;
      return question.visibleRows.flatMap((row: Loose) =>
        row.cells
          .filter((cell: Loose) => cell.question.isVisible)
          .flatMap((cell: Loose) =>
            problemsOf(
              cell.question,
              within(question.getType() === "matrixdropdown" ? String(row.rowName) : rows.indexOf(row)),
            ),
          ),
      );
    }
    default:
      return [];
  }
};

/** Where a question stands: field of the turn and name of the top-level question, null on the page itself. */
interface Inside {
  readonly field: string | null;
  readonly question: string | null;
  readonly words: QuestionnaireWords;
}

/** Problems of a container's elements in order, then of the container itself at its first visible question. */
const elementProblems = (container: Loose, inside: Inside): Problem[] => {
  const found = container.elements
    .filter((element: Loose) => element.isVisible)
    .flatMap((element: Loose) =>
      element.isPanel ? elementProblems(element, inside) : problemsOf(element, inside),
    );
  const visible: readonly Loose[] = container.visibleQuestions;
  const [first] = visible;
  const own = first
    ? container.errors.map((error: Loose) => ({
        field: inside.field ? inwardField(inside.field, first.name) : fieldName(first.name),
        question: inside.question ?? first.name,
        message: error.locText.textOrHtml || error.getText(),
      }))
    : [];
  return [...found, ...own];
};

/** What the rows of a table leave: nothing of cells that are hidden. */
const shownCells = (table: Loose, whole: Loose): Loose => {
  const kept = structuredClone(whole);
  const rows: readonly Loose[] = table.allRows ?? [];
  for (const [index, row] of rows.entries()) {
    const place = Array.isArray(kept) ? index : String(row.rowName);
    if (!kept[place]) continue;
    for (const { question } of row.cells) {
      if (question.isVisible || !kept[place]) continue;
      delete kept[place][question.getValueName()];
      delete kept[place][`${question.getValueName()}-Comment`];
      if (!Array.isArray(kept) && Object.keys(kept[place]).length === 0) delete kept[place];
    }
  }
  return kept;
};

/**
 * Our own rules, which survey-core lacks: a loop or table that is hidden leaves nothing (survey-core may fill
 * it again with empty turns), what was answered in turns and cells that are hidden is dropped, in its place, and
 * a loop or table in which nothing is answered leaves nothing.
 */
const withoutHidden = (model: Model, data: Record<string, Loose>): Answers => {
  const kept = { ...data };
  for (const question of model.getAllQuestions() as Loose[]) {
    const key = question.getValueName();
    if (!["paneldynamic", "matrixdynamic", "matrixdropdown"].includes(question.getType())) continue;
    if (!question.isVisible || !question.isParentVisible) delete kept[key];
    else if (question.getType() === "paneldynamic" && Array.isArray(kept[key]))
      kept[key] = kept[key].map((turn: Loose, index: number) =>
        question.panels[index]?.isVisible === false ? {} : turn,
      );
    else if (kept[key] !== undefined) kept[key] = shownCells(question, kept[key]);
    if (Object.values(kept[key] ?? {}).every((row) => Object.keys(row as object).length === 0))
      delete kept[key];
  }
  return kept;
};

const completedData = (model: Model): Answers => {
  model.clearInvisibleValues = "onComplete";
  for (const question of model.getAllQuestions()) question.clearIfInvisible = "default";
  model.doComplete();
  return withoutHidden(model, structuredClone(model.data));
};

/** A walk that also tells what the survey holds at the moment. */
export interface SurveyWalk extends Walk {
  data(): Answers;
}

type ModelContext = Pick<WalkContext, "language">;

/** The walk that a model stands at, with these answers given to it. `finish` gives the model that is completed. */
export const walkOn = (
  model: Model,
  instrument: Instrument,
  answers: Answers,
  { language }: ModelContext,
  others: { readonly finish: () => Model; readonly moveTo: (answers: Answers) => Walk },
): SurveyWalk => {
  const start = model.startPage;
  const visible = start?.isVisible ? [start, ...model.visiblePages] : model.visiblePages;
  return {
    pages: visible.map((page) => ({ name: page.name, title: page.hasTitle ? page.processedTitle : "" })),
    page: (name) => {
      const index = visible.findIndex((page) => page.name === name);
      const page = visible[index];
      if (!page) return null;
      return {
        name,
        language,
        title: page.processedTitle,
        description: page.locDescription.textOrHtml ?? "",
        number: index + 1,
        total: visible.length,
        isFirst: index === 0,
        isLast: index === visible.length - 1,
        elements: visibleElements(page, { answers, within: null }),
      };
    },
    data: () => structuredClone(model.data),
    moveTo: others.moveTo,
    dependsOnItself: () => true,
    problems: (name) => {
      const page = visible.find((candidate) => candidate.name === name);
      if (!page) return [];
      page.validate(true, false);
      return elementProblems(page, { field: null, question: null, words: wordsIn(language) });
    },
    completed: () => completedData(others.finish()),
    completedText: () => {
      const hasOwn = Boolean(instrument.definition.completedHtml);
      const isFitting = model.renderedCompletedHtml !== model.completedHtml;
      return hasOwn || isFitting ? model.processedCompletedHtml : null;
    },
  };
};

/** Walks with a survey-core model built for each walk. */
export const surveyEngine = (instrument: Instrument) => {
  const walker = (answers: Answers, context: WalkContext): SurveyWalk => {
    const language = languageOf(instrument, context.language);
    const build = (): Model => {
      const model = buildModel(instrument.definition, { ...context, language });
      applyAnswers(model, answers);
      return model;
    };
    return walkOn(
      build(),
      instrument,
      answers,
      { language },
      {
        finish: build,
        moveTo: (others) => walker(others, context),
      },
    );
  };
  return walker;
};
