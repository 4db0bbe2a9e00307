// The files of a wave that was collected elsewhere, as tables, and what can be wrong in them.

/** A row with the line of the file on which it starts; the heading is line 1. */
export interface ImportRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Cells as written, under the headings of the first line. */
export interface ImportTable {
  readonly columns: readonly string[];
  readonly rows: readonly ImportRow[];
}

/** The files of an import, under the names that problems call them by. */
export type ImportFile = "cases.csv" | "answers.csv" | "map.json" | "analysis.json";

/** One thing that keeps the files from being taken in, with its place. */
export interface ImportProblem {
  readonly file: ImportFile;
  /** Line of the file; null for the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  /** As it stands there; null where nothing does. */
  readonly value: string | null;
  /** What is wrong with it, in English: "is not a role of the study (politician, official)". */
  readonly says: string;
}

/** What was read, and every problem and notice; notices keep nothing from being taken in. */
export interface ImportReading<Record> {
  readonly records: readonly Record[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportProblem[];
}

/** Gathers problems and notices of one file. */
export class ImportFindings {
  readonly problems: ImportProblem[] = [];
  readonly notices: ImportProblem[] = [];
  readonly #file: ImportFile;

  constructor(file: ImportFile) {
    this.#file = file;
  }

  problem(
    says: string,
    row: number | null = null,
    column: string | null = null,
    value: string | null = null,
  ) {
    this.problems.push({ file: this.#file, row, column, value, says });
  }

  notice(says: string, row: number | null = null, column: string | null = null, value: string | null = null) {
    this.notices.push({ file: this.#file, row, column, value, says });
  }

  /** Says of every column that is not there that it is missing. @returns true if none is */
  hasColumns({ columns }: ImportTable, wanted: readonly string[]): boolean {
    const missing = wanted.filter((column) => !columns.includes(column));
    for (const column of missing) this.problem("is missing: the file has no such column", 1, column);
    return missing.length === 0;
  }
}

/** "cases.csv, line 7, column role, “mayor”: is not a role of the study". */
export function importProblemWords({ file, row, column, value, says }: ImportProblem): string {
  const place = [
    file,
    ...(row === null ? [] : [`line ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
    ...(value === null ? [] : [`“${value.slice(0, 60)}”`]),
  ];
  return `${place.join(", ")}: ${says}`;
}
