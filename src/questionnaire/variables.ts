// The codebook: which variables an instrument yields, with their value codes and labels in every language.

import type { InstrumentPage, LocalizedText, ValueCode, Variable, VariableKind } from "./instrument.ts";
import { itemText, localized, textOf } from "./localized-text.ts";
import type { Loose } from "./loose.ts";
import { type Place, repeatedPlaces } from "./repeated-places.ts";
import type { Model, Question } from "./survey-model.ts";
import { codeOf } from "./value-code.ts";
import { type QuestionnaireWords, wordsIn } from "./words.ts";

const builtIn = (
  item: Loose,
  languages: readonly string[],
  word: (words: QuestionnaireWords) => string,
): LocalizedText => {
  const own = item.locText?.getJson?.();
  return Object.fromEntries(
    languages.map((language) => [
      language,
      own ? (localized(own, [language], word(wordsIn(language)))[language] ?? "") : word(wordsIn(language)),
    ]),
  );
};

const valueCode = (
  item: Loose,
  languages: readonly string[],
  role: ValueCode["role"],
  missing: ValueCode["missing"],
): ValueCode => ({
  code: codeOf(item.value),
  value: item.value,
  label: itemText(item, languages),
  missing,
  role,
});

const choiceCodes = (question: Loose, languages: readonly string[]): ValueCode[] => {
  const codes = (question.getChoices?.() ?? question.choices ?? []).map((item: Loose) =>
    valueCode(item, languages, "choice", null),
  );
  const add = (
    item: Loose,
    role: ValueCode["role"],
    missing: ValueCode["missing"],
    word: (words: QuestionnaireWords) => string,
  ): void => {
    codes.push({ ...valueCode(item, languages, role, missing), label: builtIn(item, languages, word) });
  };
  if (question.showOtherItem) add(question.otherItem, "other", null, (words) => words.other);
  if (question.showNoneItem) add(question.noneItem, "none", null, (words) => words.none);
  if (question.showRefuseItem) add(question.refuseItem, "choice", "refused", (words) => words.refused);
  if (question.showDontKnowItem) add(question.dontKnowItem, "choice", "dont-know", (words) => words.dontKnow);
  return codes;
};

const booleanCodes = (question: Loose, languages: readonly string[]): ValueCode[] =>
  [
    [question.getValueTrue(), question.locLabelTrue, (words: QuestionnaireWords) => words.yes],
    [question.getValueFalse(), question.locLabelFalse, (words: QuestionnaireWords) => words.no],
  ].map(([value, text, word]: Loose[]) => ({
    code: codeOf(value),
    value,
    label: builtIn({ locText: text }, languages, word),
    missing: null,
    role: "choice" as const,
  }));

const rateCodes = (question: Loose, languages: readonly string[]): ValueCode[] =>
  question.visibleRateValues.map((item: Loose) => valueCode(item, languages, "choice", null));

const textKinds: Readonly<Record<string, VariableKind>> = {
  number: "number",
  range: "number",
  date: "date",
  "datetime-local": "date",
  time: "date",
  month: "date",
  week: "date",
};

const simpleKinds: Readonly<Record<string, VariableKind>> = {
  radiogroup: "single",
  buttongroup: "single",
  dropdown: "single",
  boolean: "single",
  rating: "single",
  checkbox: "multi",
  tagbox: "multi",
  ranking: "rank",
  comment: "open",
};

const kindOf = (question: Loose, type: string): VariableKind =>
  type === "text"
    ? (textKinds[question.inputType] ?? "open")
    : type === "imagepicker"
      ? question.multiSelect
        ? "multi"
        : "single"
      : (simpleKinds[type] ?? "open");

const codesOf = (question: Loose, type: string, languages: readonly string[]): ValueCode[] => {
  if (type === "boolean") return booleanCodes(question, languages);
  if (type === "rating") return rateCodes(question, languages);
  return question.choices ? choiceCodes(question, languages) : [];
};

const commentVariable = (question: Loose, place: Place, label: LocalizedText): Variable[] =>
  question.showOtherItem || question.showCommentArea
    ? [
        {
          ...place,
          name: `${place.name}_comment`,
          path: [...place.path.slice(0, -1), `${place.path.at(-1)}-Comment`],
          kind: "open",
          questionType: "comment",
          label,
          rowLabel: null,
          values: [],
          isRequired: false,
        },
      ]
    : [];

const matrixVariables = (
  question: Loose,
  place: Place,
  label: LocalizedText,
  languages: readonly string[],
): Variable[] =>
  question.rows.map((row: Loose) => ({
    ...place,
    name: `${place.name}_${codeOf(row.value)}`,
    path: [...place.path, String(row.value)],
    kind: question.isMultiSelect ? "multi" : "single",
    questionType: "matrix",
    label,
    rowLabel: itemText(row, languages),
    values: question.columns.map((column: Loose) => valueCode(column, languages, "choice", null)),
    isRequired: question.eachRowRequired === true,
  }));

const partVariables = (
  question: Loose,
  place: Place,
  label: LocalizedText,
  languages: readonly string[],
): Variable[] =>
  question.items.map((item: Loose) => ({
    ...place,
    name: `${place.name}_${item.name}`,
    path: [...place.path, item.name],
    kind: textKinds[item.inputType] ?? "open",
    questionType: "multipletext",
    label,
    rowLabel: textOf(item.locTitle, languages, item.name),
    values: [],
    isRequired: item.isRequired === true,
  }));

/** The variables of one question at its place, in the order they stand; none for texts and pictures. */
const variablesAt = (
  question: Loose,
  place: Place,
  languages: readonly string[],
  title?: LocalizedText,
): readonly Variable[] => {
  const type: string = question.getType();
  const label = title ?? textOf(question.locTitle, languages, question.name);
  const comment = commentVariable(question, place, label);
  switch (type) {
    case "html":
    case "image":
    case "expression":
      return [];
    case "matrix":
      return [...matrixVariables(question, place, label, languages), ...comment];
    case "multipletext":
      return [...partVariables(question, place, label, languages), ...comment];
    case "paneldynamic":
    case "matrixdropdown":
    case "matrixdynamic":
      return [
        ...repeatedPlaces(question, place, languages).flatMap((inner) =>
          variablesAt(inner.question, inner.place, languages, inner.title).map((variable) =>
            inner.rowLabel === null ? variable : { ...variable, label, rowLabel: inner.rowLabel },
          ),
        ),
        ...comment,
      ];
    default:
      return [
        {
          ...place,
          kind: kindOf(question, type),
          questionType: type,
          label,
          rowLabel: null,
          values: codesOf(question, type, languages),
          isRequired: question.isRequired === true,
        },
        ...comment,
      ];
  }
};

/** The variables of one question, in the order they stand; none for texts and pictures. */
export const questionVariables = (
  question: Question,
  page: string,
  languages: readonly string[],
): readonly Variable[] => {
  const key = question.getValueName();
  return variablesAt(question, { name: key, path: [key], question: question.name, page }, languages);
};

/** Pages and variables of a loaded questionnaire. */
export const codebookOf = (
  model: Model,
  languages: readonly string[],
): { readonly pages: readonly InstrumentPage[]; readonly variables: readonly Variable[] } => {
  const parts = model.pages.map((page) => ({
    page,
    variables: page.questions.flatMap((question) => questionVariables(question, page.name, languages)),
  }));
  return {
    pages: parts.map(({ page, variables }) => ({
      name: page.name,
      title: textOf((page as Loose).locTitle, languages, ""),
      items: variables.map((variable) => variable.name),
    })),
    variables: parts.flatMap(({ variables }) => variables),
  };
};
