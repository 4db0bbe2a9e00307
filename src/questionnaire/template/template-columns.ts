// The columns of the template: which sheet they stand on, how they are read, and which are always there.
import { textProperties } from "../checks/translation-findings.ts";
import type { ColumnKind } from "./cell-value.ts";

/** The sheets that carry the questionnaire. */
export const sheetNames = ["questions", "choices", "pages", "settings"] as const;
export type SheetName = (typeof sheetNames)[number];

/** Columns with a heading in people's own words, in the order they are written. */
export const everydayColumns = {
  questions: [
    "type",
    "name",
    "page",
    "inside",
    "title",
    "description",
    "isRequired",
    "visibleIf",
    "showOtherItem",
    "showNoneItem",
    "showDontKnowItem",
    "showRefuseItem",
    "minSelectedChoices",
    "maxSelectedChoices",
    "inputType",
    "min",
    "max",
    "maxLength",
    "rateMin",
    "rateMax",
    "minRateDescription",
    "maxRateDescription",
    "html",
    "defaultValue",
    "requiredIf",
  ],
  choices: ["question", "list", "value", "text", "visibleIf"],
  pages: ["name", "title", "description", "visibleIf"],
  settings: ["setting", "text"],
} as const satisfies Readonly<Record<SheetName, readonly string[]>>;

/** A column with a heading of its own. */
export type EverydayColumn = (typeof everydayColumns)[SheetName][number];

/** Columns that stand in an empty template; the others come when a questionnaire uses them. */
export const usualColumns: Readonly<Record<SheetName, readonly string[]>> = {
  ...everydayColumns,
  questions: everydayColumns.questions.filter((key) => !["defaultValue", "requiredIf"].includes(key)),
};

const kinds: Readonly<Record<string, ColumnKind>> = {
  type: "name",
  name: "name",
  page: "name",
  inside: "name",
  question: "name",
  list: "name",
  setting: "name",
  isRequired: "yes-no",
  showOtherItem: "yes-no",
  showNoneItem: "yes-no",
  showDontKnowItem: "yes-no",
  showRefuseItem: "yes-no",
  minSelectedChoices: "number",
  maxSelectedChoices: "number",
  maxLength: "number",
  rateMin: "number",
  rateMax: "number",
  visibleIf: "text",
  requiredIf: "text",
  inputType: "name",
};

/** Properties with a text in each language, so that every language gets a column. */
export const isTranslated = (property: string): boolean => textProperties.has(property);

/** How a column is read. */
export const kindOf = (sheet: SheetName, property: string): ColumnKind =>
  sheet === "settings" && property === "text"
    ? "value"
    : (kinds[property] ?? (isTranslated(property) ? "text" : "value"));

/** What a property is called that can head a column. */
export const propertyForm = /^[a-z][A-Za-z]*$/;

/** A column: a property, and the language where it holds the text in one. */
export interface Column {
  readonly property: string;
  readonly language: string | null;
}

/** One word for a column, to keep cells by. */
export const columnKey = ({ property, language }: Column): string =>
  language === null ? property : `${property} (${language})`;

/** The inner list that a question of this type holds, whose entries are rows of their own. */
export const innerLists: Readonly<Record<string, string>> = {
  panel: "elements",
  paneldynamic: "templateElements",
  matrixdropdown: "columns",
  matrixdynamic: "columns",
  multipletext: "items",
};

/** Lists of codes with labels, which stand on the sheet of choices. */
export const itemLists: readonly string[] = ["choices", "rows", "columns", "rateValues"];
