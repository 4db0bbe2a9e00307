// The engine that lets survey-core do the work: exact by definition, and slow (a model for every walk).
import { commentField, fieldName } from "./form-fields.ts";
import type { Answers, Instrument } from "./instrument.ts";
import type { Problem, WalkContext } from "./questionnaire.ts";
import { applyAnswers, buildModel, type Model, type Question } from "./survey-model.ts";
import { visibleElements } from "./survey-view.ts";
import type { Walk } from "./walk.ts";
import { type QuestionnaireWords, wordsIn } from "./words.ts";

// biome-ignore lint/suspicious/noExplicitAny: properties are read by name from a library without types for them
type Loose = any;

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

const problemsOf = (question: Question & Loose, words: QuestionnaireWords): Problem[] => {
  const field = fieldName(question.name);
  const problem = (at: string, message: string): Problem => ({ field: at, question: question.name, message });
  const textOf = (error: Loose): string => error.locText.textOrHtml || error.getText();
  const own = question.errors.flatMap((error: Loose): Problem[] => {
    const type = error.getErrorType();
    if (type === "requiredinallrowserror" || type === "eachrowuniqueeerror")
      return rowsAtFault(question, type).map((row) =>
        problem(
          `${field}${fieldName(row.name).slice(1)}`,
          type === "requiredinallrowserror" ? words.requiredRow : words.uniqueRows,
        ),
      );
    return [problem(type === "otherempty" ? commentField(field) : field, textOf(error))];
  });
  const parts = (question.getType() === "multipletext" ? question.items : []).flatMap((item: Loose) =>
    item.editor.errors.map((error: Loose) =>
      problem(`${field}${fieldName(item.name).slice(1)}`, textOf(error)),
    ),
  );
  return [...own, ...parts];
};

/** Problems of a container's elements in order, then of the container itself at its first visible question. */
const elementProblems = (container: Loose, words: QuestionnaireWords): Problem[] => {
  const inside = container.elements
    .filter((element: Loose) => element.isVisible)
    .flatMap((element: Loose) =>
      element.isPanel ? elementProblems(element, words) : problemsOf(element, words),
    );
  const visible: readonly Loose[] = container.visibleQuestions;
  const [first] = visible;
  const own = first
    ? container.errors.map((error: Loose) => ({
        field: fieldName(first.name),
        question: first.name,
        message: error.locText.textOrHtml || error.getText(),
      }))
    : [];
  return [...inside, ...own];
};

const completedData = (model: Model): Answers => {
  model.clearInvisibleValues = "onComplete";
  for (const question of model.getAllQuestions()) question.clearIfInvisible = "default";
  model.doComplete();
  return structuredClone(model.data);
};

/** A walk that also tells what the survey holds at the moment. */
export interface SurveyWalk extends Walk {
  data(): Answers;
}

/** Walks with a survey-core model built for each walk. */
export const surveyEngine = (instrument: Instrument) => {
  const walker = (answers: Answers, context: WalkContext): SurveyWalk => {
    const language = languageOf(instrument, context.language);
    const build = (): Model => {
      const model = buildModel(instrument.definition, { ...context, language });
      applyAnswers(model, answers);
      return model;
    };
    const model = build();
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
          elements: visibleElements(page, answers),
        };
      },
      data: () => structuredClone(model.data),
      moveTo: (others) => walker(others, context),
      dependsOnItself: () => true,
      problems: (name) => {
        const page = visible.find((candidate) => candidate.name === name);
        if (!page) return [];
        page.validate(true, false);
        return elementProblems(page, wordsIn(language));
      },
      completed: () => completedData(build()),
      completedText: () => {
        const hasOwn = Boolean(instrument.definition.completedHtml);
        const isFitting = model.renderedCompletedHtml !== model.completedHtml;
        return hasOwn || isFitting ? model.processedCompletedHtml : null;
      },
    };
  };
  return walker;
};
