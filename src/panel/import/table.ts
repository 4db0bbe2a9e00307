// A table as it stands in a file: rows of cells, before anybody knows what they mean.

/** One cell with something in it. */
export interface Cell {
  /** As written, tidied; dates as "yyyy-mm-dd", numbers in plain digits. */
  readonly text: string;
  /** What a spreadsheet took it for; everything in a text file is text. */
  readonly type: "text" | "number" | "date" | "yes-no";
  /** Where the value is not simply typed in: worked out by a formula, or not to be had. */
  readonly origin: "typed" | "formula" | "formula-without-result" | "error-value";
}

/** One row; cells that are empty are null. */
export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly cells: readonly (Cell | null)[];
}

export interface Table {
  /** Rows with anything in them, in order. */
  readonly rows: readonly TableRow[];
  /** The sheet that was read; null for text files. */
  readonly sheet: string | null;
  /** Other sheets with something in them. */
  readonly otherSheets: readonly string[];
  /** "utf-8", "utf-16" or "windows-1252"; null for spreadsheets. */
  readonly encoding: string | null;
}

/** Largest file that is read, in bytes. */
export const mostBytes = 10_000_000;
/** Most rows and columns that are read. */
export const mostRows = 100_000;
export const mostColumns = 250;

/** Tells how many panel columns the texts of a row look like headings of. */
export type CountHeadings = (texts: readonly string[]) => number;

/** Letter of a column as a spreadsheet shows it: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? "" : columnLetter(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
