// Text files with comma, semicolon or tab between the values, in whichever encoding the office saved them.
import { CsvError, parse } from "csv-parse/sync";
import { tidyText } from "../contact.ts";
import type { UnreadableReason } from "./import-problem.ts";
import { type CountHeadings, mostColumns, mostRows, type Table, type TableRow } from "./table.ts";

export type ReadTable =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "unreadable"; readonly row: number | null; readonly reason: UnreadableReason };

const separators = [";", ",", "\t"];
/** So many lines are looked at to find out the separator. */
const linesLookedAt = 20;

/**
 * Reads a text file. UTF-8 with and without byte order mark, UTF-16 with one, otherwise Windows-1252.
 *
 * @param countHeadings of the separators the one that makes most headings out of a line is taken
 */
export function readCsvFile(bytes: Uint8Array, countHeadings: CountHeadings): ReadTable {
  const decoded = decode(bytes);
  if (decoded === null) return { kind: "unreadable", row: null, reason: { kind: "not-a-table" } };
  const { encoding } = decoded;
  const lines = decoded.text.replace(/\r\n?/g, "\n");
  const declared = /^sep=(.)\n/i.exec(lines);
  const text = declared === null ? lines : lines.slice(declared[0].length);
  const separator = declared?.[1] ?? findSeparator(text, countHeadings);
  try {
    const records = recordsOf(text, separator);
    if (records.length > mostRows) {
      return { kind: "unreadable", row: null, reason: { kind: "too-many-rows", most: mostRows } };
    }
    const table = { rows: records.flatMap(rowOf), sheet: null, otherSheets: [], encoding };
    return { kind: "table", table };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.records === "number" ? error.records + 1 : null;
    return { kind: "unreadable", row, reason: { kind: "open-quote" } };
  }
}

function recordsOf(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    to: mostRows + 1,
  }) as string[][];
}

function rowOf(record: readonly string[], index: number): TableRow[] {
  const cells = record.slice(0, mostColumns).map((value) => {
    const text = tidyText(value);
    return text === "" ? null : ({ text, type: "text", origin: "typed" } as const);
  });
  return cells.some((cell) => cell !== null) ? [{ row: index + 1, cells }] : [];
}

function findSeparator(text: string, countHeadings: CountHeadings): string {
  const start = text.split("\n", linesLookedAt).join("\n");
  const judged = separators.map((separator) => {
    const lines = start.split("\n").map((line) => line.split(separator).map(unquoted));
    const headings = Math.max(...lines.map(countHeadings));
    return { separator, headings, columns: Math.max(...lines.map((line) => line.length)) };
  });
  judged.sort((a, b) => b.headings - a.headings || b.columns - a.columns);
  return judged[0]!.separator;
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, "$1");
}

function decode(bytes: Uint8Array): { text: string; encoding: string } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes), encoding: "utf-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = bytes.slice(0, bytes.length - (bytes.length % 2));
    for (let at = 0; at < swapped.length; at += 2) {
      swapped.set([bytes[at + 1]!, bytes[at]!], at);
    }
    return { text: utf16(swapped), encoding: "utf-16" };
  }
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

function utf16(bytes: Uint8Array): string {
  return new TextDecoder("utf-16le").decode(bytes);
}
