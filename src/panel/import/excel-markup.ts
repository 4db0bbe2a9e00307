// The markup inside a workbook: which sheets there are, and which cells hold what a person did not type in.
import { type Cell, columnLetter } from "./table.ts";

/** A sheet reduced to the cells that hold a value. */
export interface ScannedSheet {
  readonly markup: string;
  /** Last row and column with a value, counted from 1; 0 where there is none. */
  readonly rows: number;
  readonly columns: number;
  /** By row from 1 and column from 0: cells whose value was worked out, or is not to be had. */
  readonly origins: ReadonlyMap<number, ReadonlyMap<number, Cell["origin"]>>;
}

const sheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/**
 * Paths of the worksheets within the workbook, in the order of its tabs.
 *
 * @param workbook text of xl/workbook.xml
 * @param relations text of xl/_rels/workbook.xml.rels
 */
export function sheetPaths(workbook: string, relations: string): string[] {
  const targets = new Map<string, string>();
  for (const tag of relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
    const id = attribute(tag[1]!, "Id");
    const target = attribute(tag[1]!, "Target");
    if (id !== null && target !== null) targets.set(id, target);
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].flatMap((tag) => {
    const target = targets.get(attribute(tag[1]!, "\\w+:id") ?? "");
    if (target === undefined) return [];
    return [target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`];
  });
}

/**
 * Goes through a worksheet once and keeps the cells that hold something. Formulas without a result and errors
 * such as #N/A are taken out, and said where they were: a reader would take them for empty cells.
 */
export function scanSheet(text: string): ScannedSheet {
  const prefix = /<(\w+):sheetData\b/.exec(text)?.[1];
  const plain =
    prefix === undefined ? text : text.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
  const kept: string[] = [];
  const origins = new Map<number, Map<number, Cell["origin"]>>();
  let lastRow = 0;
  let lastColumn = 0;
  let row = 0;
  let column = -1;
  let openRow = 0;
  let cell: OpenCell | null = null;
  const finish = (one: OpenCell, inner: string) => {
    const origin = originOf(one);
    const hasValue = one.hasValue && one.type !== "e";
    if (origin !== null) {
      const ofRow = origins.get(one.row) ?? new Map<number, Cell["origin"]>();
      origins.set(one.row, ofRow.set(one.column, origin));
    }
    if (hasValue || origin !== null) {
      lastRow = Math.max(lastRow, one.row);
      lastColumn = Math.max(lastColumn, one.column + 1);
    }
    if (!hasValue) return;
    if (openRow !== one.row) {
      kept.push(`${openRow === 0 ? "" : "</row>"}<row r="${one.row}">`);
      openRow = one.row;
    }
    kept.push(`<c r="${columnLetter(one.column)}${one.row}"${one.attributes}>${inner}</c>`);
  };
  for (const tag of plain.matchAll(/<(\/?)(row|c|f|v|is)\b([^>]*?)(\/?)>/g)) {
    const [whole, closing, name, attributes, selfClosing] = tag;
    const isOpening = closing === "";
    if (name === "row" && isOpening) {
      row = Number(attribute(attributes!, "r") ?? row + 1);
      column = -1;
    } else if (name === "c" && isOpening) {
      const place = placeOf(attribute(attributes!, "r"));
      if (place !== null) ({ row, column } = place);
      else column += 1;
      if (selfClosing === "/") continue;
      cell = openCell(row, column, attributes!, tag.index + whole.length);
    } else if (name === "c" && cell !== null) {
      finish(cell, plain.slice(cell.start, tag.index));
      cell = null;
    } else if (cell !== null && isOpening) {
      if (name === "f") cell.hasFormula = true;
      else cell.hasValue ||= selfClosing === "";
    }
  }
  const rows = `${kept.join("")}${openRow === 0 ? "" : "</row>"}`;
  const markup = `<worksheet xmlns="${sheetNamespace}"><sheetData>${rows}</sheetData></worksheet>`;
  return { markup, rows: lastRow, columns: lastColumn, origins };
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly attributes: string;
  /** Where its content begins in the text. */
  readonly start: number;
  hasFormula: boolean;
  hasValue: boolean;
}

function openCell(row: number, column: number, attributes: string, start: number): OpenCell {
  const type = attribute(attributes, "t") ?? "n";
  const style = attribute(attributes, "s");
  const kept = `${style === null ? "" : ` s="${style}"`} t="${type}"`;
  return { row, column, type, attributes: kept, start, hasFormula: false, hasValue: false };
}

function originOf(cell: OpenCell): Cell["origin"] | null {
  if (cell.type === "e") return "error-value";
  if (!cell.hasFormula) return null;
  return cell.hasValue ? "formula" : "formula-without-result";
}

function attribute(attributes: string, name: string): string | null {
  return (
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(isText) ??
    null
  );
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

/** "AB12" is row 12, column 27. */
function placeOf(address: string | null): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address ?? "");
  if (match === null) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]), column };
}
