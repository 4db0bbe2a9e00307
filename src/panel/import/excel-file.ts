// Excel workbooks (.xlsx): the sheet with the people on it, with what a spreadsheet would show in each cell.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { tidyText } from "../contact.ts";
import type { ReadTable } from "./csv-file.ts";
import { type ScannedSheet, scanSheet, sheetPaths } from "./excel-markup.ts";
import type { UnreadableReason } from "./import-problem.ts";
import { type Cell, type CountHeadings, mostColumns, mostRows, type Table, type TableRow } from "./table.ts";

/** Most that a workbook may unpack to, in bytes, and most files and sheets in it. */
const mostUnpacked = 100_000_000;
const mostParts = 2_000;
const mostSheets = 50;

/** A number as it stands in the workbook, so that no digit is lost. */
class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Value = string | NumberText | boolean | Date | null;

/**
 * Reads the first sheet that has headings, or else the first with anything on it.
 *
 * @param bytes a file that begins as a zip archive does
 */
export async function readExcelFile(bytes: Uint8Array, countHeadings: CountHeadings): Promise<ReadTable> {
  const unpacked = unpack(bytes);
  if (unpacked.kind !== "parts") return unreadable(unpacked);
  const { parts } = unpacked;
  if (parts["content.xml"] !== undefined) return unreadable({ kind: "open-document" });
  if (parts["xl/workbook.xml"] === undefined) return unreadable({ kind: "not-excel" });
  try {
    const paths = sheetPaths(textOf(parts, "xl/workbook.xml"), textOf(parts, "xl/_rels/workbook.xml.rels"));
    if (paths.length > mostSheets) return unreadable({ kind: "damaged-excel" });
    const scanned = paths.map((path) => {
      const sheet = scanSheet(textOf(parts, path));
      if (parts[path] !== undefined) parts[path] = strToU8(sheet.markup);
      return sheet;
    });
    if (scanned.some(({ rows, columns }) => rows > mostRows || columns > mostColumns)) {
      return unreadable({ kind: "too-many-rows", most: mostRows });
    }
    const repacked = zipSync(parts, { level: 0 });
    const buffer = repacked.buffer.slice(repacked.byteOffset, repacked.byteOffset + repacked.byteLength);
    const sheets = await readWorkbook<NumberText>(buffer as ArrayBuffer, {
      parseNumber: (text) => new NumberText(text),
    });
    const read = sheets.map(({ sheet, data }, index) => ({
      name: sheet,
      rows: rowsOf((data ?? []) as unknown as Value[][], scanned[index]),
    }));
    return { kind: "table", table: chooseSheet(read, countHeadings) };
  } catch {
    return unreadable({ kind: "damaged-excel" });
  }
}

function unreadable(reason: UnreadableReason): ReadTable {
  return { kind: "unreadable", row: null, reason };
}

function unpack(
  bytes: Uint8Array,
): { readonly kind: "parts"; readonly parts: Record<string, Uint8Array> } | UnreadableReason {
  let size = 0;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false;
        size += originalSize;
        count += 1;
        return size <= mostUnpacked && count <= mostParts;
      },
    });
    if (size > mostUnpacked || count > mostParts) {
      return { kind: "file-too-large", megabytes: Math.ceil(size / 1e6), most: mostUnpacked / 1e6 };
    }
    return { kind: "parts", parts };
  } catch {
    return { kind: "damaged-excel" };
  }
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, path: string): string {
  const part = parts[path];
  return part === undefined ? "" : strFromU8(part);
}

/** Cells whose value is not to be had stay in their place, without text. */
function rowsOf(data: readonly (readonly Value[])[], scanned: ScannedSheet | undefined): TableRow[] {
  const count = Math.max(data.length, scanned?.rows ?? 0);
  return Array.from({ length: count }, (_, index) => data[index] ?? []).flatMap((values, index) => {
    const row = index + 1;
    const origins = scanned?.origins.get(row);
    const width = Math.max(values.length, ...[...(origins?.keys() ?? [])].map((column) => column + 1));
    const cells = Array.from({ length: width }, (_, column) =>
      cellOf(values[column] ?? null, origins?.get(column)),
    );
    return cells.some((cell) => cell !== null) ? [{ row, cells }] : [];
  });
}

function cellOf(value: Value, origin: Cell["origin"] = "typed"): Cell | null {
  if (value === null) {
    const isLost = origin === "error-value" || origin === "formula-without-result";
    return isLost ? { text: "", type: "text", origin } : null;
  }
  if (value instanceof Date) {
    const isDate = !Number.isNaN(value.getTime());
    return { text: isDate ? value.toISOString().slice(0, 10) : "", type: "date", origin };
  }
  if (value instanceof NumberText) {
    const number = Number(value.text);
    const text = Number.isSafeInteger(number) ? String(number) : value.text;
    return { text, type: "number", origin };
  }
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", type: "yes-no", origin };
  const text = tidyText(value);
  return text === "" ? null : { text, type: "text", origin };
}

function chooseSheet(
  sheets: readonly { readonly name: string; readonly rows: readonly TableRow[] }[],
  countHeadings: CountHeadings,
): Table {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const best = (rows: readonly TableRow[]) =>
    Math.max(
      0,
      ...rows.slice(0, 20).map(({ cells }) => countHeadings(cells.map((cell) => cell?.text ?? ""))),
    );
  const chosen = filled.find(({ rows }) => best(rows) >= 2) ?? filled[0];
  const otherSheets = filled.filter((sheet) => sheet !== chosen).map(({ name }) => name);
  return { rows: chosen?.rows ?? [], sheet: chosen?.name ?? null, otherSheets, encoding: null };
}
