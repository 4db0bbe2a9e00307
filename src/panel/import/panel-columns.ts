// Which column of a file is which: headings in any language, wherever in the sheet they stand.
import { type Catalogue, catalogueFor } from "../../language/catalogue.ts";
import { type LanguageCode, languageCodes } from "../../language/language-code.ts";
import { foldedName } from "../../registers/municipality-name.ts";
import {
  type ImportNotice,
  type ImportProblem,
  type PanelColumn,
  panelColumns,
  wholeFile,
} from "./import-problem.ts";
import { columnLetter, type Table, type TableRow } from "./table.ts";

/** The texts of `src/language/<language>/panel.ts`. */
export type PanelWords = Catalogue["panel"];

const allWords: readonly PanelWords[] = languageCodes.map((code) => catalogueFor(code).panel);

/** Where a column stands, and what it is called there. */
export interface ColumnPlace {
  readonly index: number;
  readonly letter: string;
  readonly heading: string;
}

/** A table whose columns are known. */
export interface HeadedTable {
  readonly columns: ReadonlyMap<PanelColumn, ColumnPlace>;
  /** The rows below the headings. */
  readonly rows: readonly TableRow[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportNotice[];
}

/** Headings are looked for in so many of the first filled rows; above them may stand a title. */
const rowsLookedAt = 20;
const required: readonly PanelColumn[] = ["name", "role", "municipality"];
const columnOfHeading = headingIndex();
const languageOfName = languageIndex();

/** The column that a heading means, in whichever language it is; null if it is none. */
export function columnOf(heading: string): PanelColumn | null {
  return columnOfHeading.get(foldedHeading(heading)) ?? null;
}

/** The language that is meant by its code or by its name in any of the languages. */
export function languageOf(text: string): LanguageCode | null {
  return languageOfName.get(foldedName(text)) ?? null;
}

/** Number of different columns that texts could be the headings of. */
export function countHeadings(texts: readonly string[]): number {
  return new Set(texts.map(columnOf).filter((column) => column !== null)).size;
}

/** The first row with at least two headings and what stands under it; null if there is none. */
export function findColumns(table: Table): HeadedTable | null {
  const textsOf = (row: TableRow) => row.cells.map((cell) => cell?.text ?? "");
  const heads = table.rows.slice(0, rowsLookedAt);
  const at = heads.findIndex((row) => countHeadings(textsOf(row)) >= 2);
  const head = heads[at];
  if (head === undefined) return null;
  const columns = new Map<PanelColumn, ColumnPlace>();
  const problems: ImportProblem[] = [];
  const notices: ImportNotice[] = [];
  textsOf(head).forEach((heading, index) => {
    const letter = columnLetter(index);
    const place = { row: head.row, column: null, letter, heading, value: heading };
    const column = columnOf(heading);
    const present = column === null ? undefined : columns.get(column);
    if (heading === "") return;
    if (column === null) notices.push({ ...place, kind: "column-not-read" });
    else if (present === undefined) columns.set(column, { index, letter, heading });
    else problems.push({ ...place, column, kind: "column-twice", other: present.heading });
  });
  for (const column of required) {
    if (!columns.has(column)) problems.push({ ...wholeFile, column, kind: "missing-column" });
  }
  return { columns, rows: table.rows.slice(at + 1), problems, notices };
}

/** "E-post *", "epost" and "E post" are one heading. */
function foldedHeading(heading: string): string {
  return foldedName(heading).replaceAll(" ", "");
}

function headingIndex(): ReadonlyMap<string, PanelColumn> {
  const index = new Map<string, PanelColumn>();
  for (const { headings } of allWords) {
    for (const column of panelColumns) {
      for (const heading of headings[column]) index.set(foldedHeading(heading), column);
    }
  }
  return index;
}

function languageIndex(): ReadonlyMap<string, LanguageCode> {
  const index = new Map<string, LanguageCode>();
  for (const { languageNames } of allWords) {
    for (const [code, names] of Object.entries(languageNames)) {
      for (const name of [code, ...names]) index.set(foldedName(name), code as LanguageCode);
    }
  }
  return index;
}
