// Comma- or semicolon-separated text in UTF-8 (with or without BOM) or Windows-1252 as rows of named cells.

import { parse } from "csv-parse/sync";

/** A row with the line of the file on which it starts (the heading is line 1). */
export type TableRow = { line: number; cells: Readonly<Record<string, string>> };

/** Rows, or the reason why the text is no table. */
export type TextTable =
  | { kind: "table"; columns: readonly string[]; rows: TableRow[] }
  | { kind: "unreadable"; problem: string };

/** Text of a file: UTF-8 where the bytes are valid UTF-8, else Windows-1252; a BOM is dropped. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Reads a table whose first line names the columns. Cells are kept as written (zeros, spaces); headings are
 * trimmed; empty lines are skipped.
 */
export function readTextTable(text: string): TextTable {
  const heading = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = heading.split(";").length > heading.split(",").length ? ";" : ",";
  let records: { record: string[]; info: { lines: number } }[];
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    records = parsed as typeof records;
  } catch (error) {
    return { kind: "unreadable", problem: error instanceof Error ? error.message : String(error) };
  }
  const first = records.shift();
  if (first === undefined) return { kind: "unreadable", problem: "the file is empty" };
  const columns = first.record.map((name) => name.trim());
  const repeated = columns.find((name, index) => columns.indexOf(name) !== index);
  if (repeated !== undefined) return { kind: "unreadable", problem: `two columns are called "${repeated}"` };
  const rows: TableRow[] = [];
  for (const { record, info } of records) {
    if (record.length !== columns.length) {
      const problem = `line ${info.lines} has ${record.length} cells, the heading ${columns.length}`;
      return { kind: "unreadable", problem };
    }
    const breaks = record.join("").split("\n").length - 1;
    rows.push({
      line: info.lines - breaks,
      cells: Object.fromEntries(record.map((cell, i) => [columns[i]!, cell])),
    });
  }
  return { kind: "table", columns, rows };
}
