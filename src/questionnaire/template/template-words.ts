// The words of the template in every language: what is written, and what is understood when a file is read.
import { type Catalogue, catalogueFor } from "../../language/catalogue.ts";
import { type LanguageCode, languageCodes } from "../../language/language-code.ts";
import { propertiesOf } from "../survey-model.ts";
import type { YesNoWords } from "./cell-value.ts";
import type { ReadingWords } from "./questionnaire-of-rows.ts";
import { type SheetName, sheetNames } from "./template-columns.ts";
import type { TemplateProblem, UnreadableWorkbook } from "./template-problem.ts";
import type { LeftOut } from "./template-rows.ts";

/** The texts about the template in one language. */
export type TemplateWords = Catalogue["questionnaireTemplate"];

export const templateWords = (language: LanguageCode): TemplateWords =>
  catalogueFor(language).questionnaireTemplate;

const all = languageCodes.map((code) => templateWords(code));

/** Yes and no as they are written in one language and understood in all. */
export const yesNoWords = (language: LanguageCode): YesNoWords => ({
  yes: [templateWords(language).yes, ...all.map(({ yes }) => yes), "true", "x", "1"],
  no: [templateWords(language).no, ...all.map(({ no }) => no), "false", "0"],
});

const headingsOf = (words: TemplateWords, sheet: SheetName): Readonly<Record<string, string>> =>
  words.headings[sheet];

/** The heading of a column in one language; SurveyJS's own name for all that have none. */
export const headingOf = (property: string, sheet: SheetName, language: LanguageCode): string =>
  headingsOf(templateWords(language), sheet)[property] ?? property;

/** The property that a heading in any language stands for; the heading itself where it is no word of ours. */
export const propertyOf = (heading: string, sheet: SheetName): string => {
  const wanted = heading.trim().toLowerCase();
  for (const words of all) {
    const found = Object.entries(headingsOf(words, sheet)).find(([, text]) => text.toLowerCase() === wanted);
    if (found) return found[0];
  }
  return heading.trim();
};

/** The sheet that goes by this name in any language. */
export const sheetNamed = (name: string): SheetName | null => {
  const wanted = name.trim().toLowerCase();
  return (
    sheetNames.find(
      (sheet) => sheet === wanted || all.some(({ sheets }) => sheets[sheet].toLowerCase() === wanted),
    ) ?? null
  );
};

const typesOf = (words: TemplateWords): Readonly<Record<string, string>> => words.types;

/** What a type of question is called in one language; SurveyJS's own name where it has none. */
export const typeName = (type: string, language: LanguageCode): string =>
  typesOf(templateWords(language))[type] ?? type;

const typeNamed = (name: string): string | null => {
  const wanted = name.trim().toLowerCase();
  for (const words of all) {
    const found = Object.entries(typesOf(words)).find(([, text]) => text.toLowerCase() === wanted);
    if (found) return found[0];
  }
  const isKnown = wanted === "default" || propertiesOf(wanted).includes("name");
  return isKnown ? wanted : null;
};

/** What is understood when a template is read, and said in one language. */
export const readingWords = (language: LanguageCode): ReadingWords => ({
  yesNo: yesNoWords(language),
  typeOf: typeNamed,
  typeNames: Object.values(templateWords(language).types),
});

/** Where and what: "Questions, row 5, column C: …". */
export const problemInWords = (problem: TemplateProblem, language: LanguageCode): string => {
  const words = templateWords(language);
  const { sheet, row, column, heading, value, list } = problem;
  const place = words.place(
    words.sheets[sheet],
    row,
    [column, heading && `(${heading})`].filter(Boolean).join(" "),
  );
  return `${place}: ${words.problems[problem.kind](value, list.join(", "))}`;
};

export const unreadableInWords = (reason: UnreadableWorkbook, language: LanguageCode): string =>
  templateWords(language).unreadable[reason];

export const leftOutInWords = ({ path }: LeftOut, language: LanguageCode): string =>
  templateWords(language).leftOut(path);
