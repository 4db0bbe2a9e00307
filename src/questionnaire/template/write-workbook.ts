// Writes the template as an Excel workbook: the sheets of a questionnaire, or empty ones, with help beside them.
import writeWorkbook, { type Feature, type SheetData } from "write-excel-file/universal";
import type { LanguageCode } from "../../language/language-code.ts";
import { rowsOfQuestionnaire } from "./rows-of-questionnaire.ts";
import {
  type Column,
  columnKey,
  everydayColumns,
  isTranslated,
  kindOf,
  type SheetName,
  sheetNames,
  usualColumns,
} from "./template-columns.ts";
import type { LeftOut, TemplateRow, TemplateRows } from "./template-rows.ts";
import { headingOf, templateWords, typeName, yesNoWords } from "./template-words.ts";

/** A workbook, and what of the questionnaire no cell could hold. */
export interface WrittenTemplate {
  readonly bytes: Uint8Array;
  readonly leftOut: readonly LeftOut[];
}

const empty: TemplateRows = { questions: [], choices: [], pages: [], settings: [] };
const keyForm = /^(.*) \(([A-Za-z0-9-]+)\)$/;

const columnOf = (key: string): Column => {
  const match = keyForm.exec(key);
  return match === null
    ? { property: key, language: null }
    : { property: match[1] ?? "", language: match[2] ?? "" };
};

const languagesIn = (rows: TemplateRows): readonly string[] =>
  sheetNames.flatMap((sheet) =>
    rows[sheet].flatMap(({ cells }) => [...cells.keys()].flatMap((key) => columnOf(key).language ?? [])),
  );

/** Everyday columns first, each with its languages, then those that this questionnaire needs beside them. */
const columnsFor = (
  sheet: SheetName,
  rows: readonly TemplateRow[],
  languages: readonly string[],
): readonly Column[] => {
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const everyday: readonly string[] = everydayColumns[sheet];
  const properties = [
    ...everyday,
    ...new Set([...used].map((key) => columnOf(key).property).filter((key) => !everyday.includes(key))),
  ];
  return properties.flatMap((property) => {
    const plain: Column = { property, language: null };
    const translated = languages.map((language) => ({ property, language }));
    const isUsual = usualColumns[sheet].includes(property);
    const hasPlain = used.has(property);
    const isText = isTranslated(property) && languages.length > 0;
    const inLanguages = translated.filter((column) => used.has(columnKey(column)) || (isText && isUsual));
    const needsPlain = hasPlain || (isUsual && inLanguages.length === 0);
    return [...(needsPlain ? [plain] : []), ...inLanguages];
  });
};

const wide = new Set(["title", "description", "text", "html", "visibleIf", "requiredIf", "completedHtml"]);

const sheetOf = (
  sheet: SheetName,
  rows: readonly TemplateRow[],
  columns: readonly Column[],
  language: LanguageCode,
) => {
  const header = columns.map((column) => ({
    value: columnKey({ ...column, property: headingOf(column.property, sheet, language) }),
    type: String,
    fontWeight: "bold" as const,
    backgroundColor: "#e6eef5" as const,
    wrap: true,
    alignVertical: "top" as const,
  }));
  const body = rows.map(({ cells }) =>
    columns.map((column) => {
      const value = cells.get(columnKey(column)) ?? null;
      if (value === null) return null;
      const type = typeof value === "number" ? Number : typeof value === "boolean" ? Boolean : String;
      return { value, type, wrap: wide.has(column.property), alignVertical: "top" as const };
    }),
  );
  return {
    sheet: templateWords(language).sheets[sheet],
    data: [header, ...body] as SheetData,
    columns: columns.map(({ property }) => ({ width: wide.has(property) ? 42 : 15 })),
    stickyRowsCount: 1,
  };
};

const helpOf = (language: LanguageCode, leftOut: readonly LeftOut[]) => {
  const words = templateWords(language);
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const plain = (value: string) => ({ value, type: String, wrap: true, alignVertical: "top" as const });
  const types = Object.entries(words.types).map(([type, name]) => [plain(name), plain(type)]);
  const columns = sheetNames.flatMap((sheet) =>
    Object.entries(words.headings[sheet]).map(([property, heading]) => [
      plain(`${words.sheets[sheet]}: ${heading}`),
      plain(property),
    ]),
  );
  const data = [
    [bold(words.typesHeading), bold(words.surveyJsName), bold(words.help)],
    ...types,
    [],
    [bold(words.columnsHeading), bold(words.surveyJsName)],
    ...columns,
    ...(leftOut.length === 0 ? [] : [[], [bold(words.leftOutHeading)]]),
    ...leftOut.map(({ path }) => [plain(path)]),
  ] as SheetData;
  for (const [index, line] of words.intro.entries()) {
    const row = [...(data[index + 1] ?? [])];
    row[2] = plain(line);
    data[index + 1] = row;
  }
  return { sheet: words.help, data, columns: [{ width: 36 }, { width: 22 }, { width: 90 }] };
};

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const lastRow = 2000;

/** Lists to choose from in the cells, and a check of yes and no, as spreadsheets offer them. */
const validations = (
  columns: Readonly<Record<SheetName, readonly Column[]>>,
  language: LanguageCode,
): Feature<Blob> => {
  const words = templateWords(language);
  const typeCount = Object.keys(words.types).length;
  const allowed: Readonly<Record<string, string>> = {
    type: `'${words.help}'!$A$2:$A$${typeCount + 1}`,
    list: '"choices,rows,columns,rateValues"',
    inputType: '"text,number,date,datetime-local,time,month,week,range,url,color"',
  };
  const ruleFor = (sheet: SheetName, { property }: Column, index: number): string => {
    const isYesNo = kindOf(sheet, property) === "yes-no";
    const formula = isYesNo ? `"${words.yes},${words.no}"` : allowed[property];
    if (formula === undefined || (property === "type" && sheet !== "questions")) return "";
    const letter = letterOf(index);
    const range = `${letter}2:${letter}${lastRow}`;
    const text = formula.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${range}"><formula1>${text}</formula1></dataValidation>`;
  };
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (content, _, { sheetIndex }) => {
            const sheet = sheetNames[sheetIndex];
            if (sheet === undefined) return content;
            const rules = columns[sheet]
              .map((column, index) => ruleFor(sheet, column, index))
              .filter(Boolean);
            return rules.length === 0
              ? content
              : content.replace(
                  "</sheetData>",
                  `</sheetData><dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`,
                );
          },
        },
      },
    },
  };
};

/**
 * The template as a workbook.
 *
 * @param questionnaire what it is to hold, or null for an empty one
 * @param languages languages that get a column of their own beside those of the questionnaire
 * @param language the language of its headings and help
 */
export const writeTemplate = async (
  questionnaire: Readonly<Record<string, unknown>> | null,
  languages: readonly string[],
  language: LanguageCode,
): Promise<WrittenTemplate> => {
  const { rows, leftOut } =
    questionnaire === null
      ? { rows: empty, leftOut: [] }
      : rowsOfQuestionnaire(questionnaire, yesNoWords(language), (type) => typeName(type, language));
  const inUse = [...new Set([...languages, ...languagesIn(rows)])];
  const columns = Object.fromEntries(
    sheetNames.map((sheet) => [sheet, columnsFor(sheet, rows[sheet], inUse)]),
  ) as unknown as Record<SheetName, readonly Column[]>;
  const sheets = [
    ...sheetNames.map((sheet) => sheetOf(sheet, rows[sheet], columns[sheet], language)),
    helpOf(language, leftOut),
  ];
  const blob = await writeWorkbook(sheets, { features: [validations(columns, language)] }).toBlob();
  return { bytes: new Uint8Array(await blob.arrayBuffer()), leftOut };
};
