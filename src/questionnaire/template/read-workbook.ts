// Reads a filled-in template: an Excel workbook becomes a questionnaire, or a list of what is wrong in it.
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import type { LanguageCode } from "../../language/language-code.ts";
import { type Cell, cellText } from "./cell-value.ts";
import { questionnaireOfRows, type WorkbookPlace } from "./questionnaire-of-rows.ts";
import { columnKey, everydayColumns, propertyForm, type SheetName, sheetNames } from "./template-columns.ts";
import type { TemplateFault, TemplateProblem, UnreadableWorkbook } from "./template-problem.ts";
import type { TemplateRow } from "./template-rows.ts";
import { propertyOf, readingWords, sheetNamed } from "./template-words.ts";

/** What a workbook holds. Problems come with both; a workbook with problems is not to be used. */
export type ReadTemplate =
  | {
      readonly kind: "questionnaire";
      readonly json: Readonly<Record<string, unknown>>;
      readonly problems: readonly TemplateProblem[];
      readonly places: ReadonlyMap<string, WorkbookPlace>;
    }
  | { readonly kind: "unreadable"; readonly reason: UnreadableWorkbook };

/** Most that a workbook may unpack to, in bytes, and most rows and columns that are read. */
const mostUnpacked = 50_000_000;
const mostRows = 10_000;
const mostColumns = 400;

const unreadable = (reason: UnreadableWorkbook): ReadTemplate => ({ kind: "unreadable", reason });

/** Looks into the archive before it is unpacked; null where nothing speaks against it. */
const refusalOf = (bytes: Uint8Array): UnreadableWorkbook | null => {
  let size = 0;
  let isWorkbook = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        isWorkbook ||= name === "xl/workbook.xml";
        return false;
      },
    });
  } catch {
    return bytes[0] === 0x50 && bytes[1] === 0x4b ? "damaged" : "not-excel";
  }
  if (size > mostUnpacked) return "too-large";
  return isWorkbook ? null : "not-excel";
};

/** Addresses of cells that show an error such as #REF!, by the number of their sheet's file. */
const errorCells = (bytes: Uint8Array): ReadonlyMap<number, readonly string[]> => {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name) });
  return new Map(
    Object.entries(parts).map(([path, content]) => [
      Number(/(\d+)\.xml$/.exec(path)?.[1]),
      [...strFromU8(content).matchAll(/<c\b[^>]*\bt="e"[^>]*>/g)].flatMap(
        ([tag]) => /\br="([A-Z]+\d+)"/.exec(tag)?.[1] ?? [],
      ),
    ]),
  );
};

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const headingForm = /^(.*\S)\s*\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\s*\)$/;

/** Properties of the library's own that may head a column. */
const isKnownProperty = (property: string, sheet: SheetName): boolean =>
  (everydayColumns[sheet] as readonly string[]).includes(property) || propertyForm.test(property);

interface ReadSheet {
  readonly rows: readonly TemplateRow[];
  readonly problems: readonly TemplateProblem[];
  /** Letter and heading of each column, by its key. */
  readonly headings: ReadonlyMap<string, { readonly letter: string; readonly heading: string }>;
}

const isBlank = (cell: Cell): boolean => cell === null || cell === "";

const readSheet = (sheet: SheetName, data: readonly (readonly Cell[])[]): ReadSheet => {
  const headerAt = data.findIndex((row) => row.some((cell) => !isBlank(cell)));
  const header = data[headerAt] ?? [];
  const problems: TemplateProblem[] = [];
  const headings = new Map<string, { letter: string; heading: string }>();
  const keys = new Map<number, string>();
  const say = (kind: TemplateFault, row: number, index: number, value: string, heading = "") =>
    problems.push({ kind, sheet, row, column: letterOf(index), heading, value, list: [] });
  for (const [index, cell] of header.slice(0, mostColumns).entries()) {
    const heading = cellText(cell).trim();
    if (heading === "") continue;
    const match = headingForm.exec(heading);
    const property = propertyOf(match?.[1] ?? heading, sheet);
    const key = columnKey({ property, language: match?.[2] ?? null });
    if (!isKnownProperty(property, sheet)) say("unknown-heading", headerAt + 1, index, heading);
    else if (headings.has(key)) say("heading-twice", headerAt + 1, index, heading);
    else {
      headings.set(key, { letter: letterOf(index), heading });
      keys.set(index, key);
    }
  }
  const rows = data.slice(headerAt + 1, mostRows).flatMap((cells, offset): readonly TemplateRow[] => {
    const row = headerAt + 2 + offset;
    const filled = cells
      .slice(0, mostColumns)
      .map((cell, index) => [index, cell] as const)
      .filter(([, cell]) => !isBlank(cell));
    if (filled.length === 0) return [];
    const unheaded = filled.filter(([index]) => !keys.has(index) && isBlank(header[index] ?? null));
    for (const [index, cell] of unheaded) say("cell-without-heading", row, index, cellText(cell));
    return [
      {
        row,
        cells: new Map(
          filled.flatMap(([index, cell]) => {
            const key = keys.get(index);
            return key === undefined ? [] : [[key, cell] as const];
          }),
        ),
      },
    ];
  });
  return { rows, problems, headings };
};

const noSheet: ReadSheet = { rows: [], problems: [], headings: new Map() };

/**
 * Reads a workbook as the template was made. Headings, sheets and types are understood in every language.
 *
 * @param language the language that lists in problems are said in
 */
export const readTemplate = async (bytes: Uint8Array, language: LanguageCode): Promise<ReadTemplate> => {
  const refusal = refusalOf(bytes);
  if (refusal !== null) return unreadable(refusal);
  let workbook: readonly { sheet: string; data: unknown }[];
  let errors: ReadonlyMap<number, readonly string[]>;
  try {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    workbook = await readWorkbook(buffer as ArrayBuffer, { trim: false });
    errors = errorCells(bytes);
  } catch {
    return unreadable("damaged");
  }
  const sheets: Record<SheetName, ReadSheet> = {
    questions: noSheet,
    choices: noSheet,
    pages: noSheet,
    settings: noSheet,
  };
  const broken: TemplateProblem[] = [];
  let hasQuestions = false;
  for (const [index, { sheet: name, data }] of workbook.entries()) {
    const sheet = sheetNamed(name);
    if (sheet === null || sheets[sheet] !== noSheet) continue;
    hasQuestions ||= sheet === "questions";
    sheets[sheet] = readSheet(sheet, (data ?? []) as readonly (readonly Cell[])[]);
    for (const address of errors.get(index + 1) ?? []) {
      const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      broken.push({
        kind: "cell-is-an-error",
        sheet,
        row: Number(row),
        column,
        heading: "",
        value: "",
        list: [],
      });
    }
  }
  if (!hasQuestions) return unreadable("no-questions-sheet");
  const { json, problems, places } = questionnaireOfRows(
    {
      questions: sheets.questions.rows,
      choices: sheets.choices.rows,
      pages: sheets.pages.rows,
      settings: sheets.settings.rows,
    },
    readingWords(language),
  );
  const placed = problems.map((problem): TemplateProblem => {
    const at = sheets[problem.sheet].headings.get(problem.column);
    return { ...problem, column: at?.letter ?? "", heading: at?.heading ?? "" };
  });
  const found = [...sheetNames.flatMap((sheet) => sheets[sheet].problems), ...broken, ...placed];
  return { kind: "questionnaire", json, problems: found, places };
};
