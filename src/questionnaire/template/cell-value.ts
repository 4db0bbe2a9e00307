// What stands in a cell of the template, and what it means in the questionnaire's JSON, both ways.

/** A cell as a spreadsheet holds it; null is an empty one. */
export type Cell = string | number | boolean | Date | null;

/**
 * How a column is read: `text` as it stands, `name` without blanks around it, `yes-no` by its word, `number`, or
 * `value` as whatever was typed (a number, a text, yes or no).
 */
export type ColumnKind = "text" | "name" | "yes-no" | "number" | "value";

/** Begins a cell that holds JSON: what no plain cell can say. */
export const jsonMark = "json:";

/** Most characters that a spreadsheet keeps in a cell. */
export const mostCharacters = 32_767;

/** The words for yes and no, the first of each being the one that is written. */
export interface YesNoWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Signs that a workbook cannot hold, or would change. */
const lostSigns = /[^\t\n\u0020-\u{10FFFF}]|\p{Noncharacter_Code_Point}|\p{Cs}|_(?=x[0-9a-f]{4}_)/giu;

/** Words such as "constructor", which the writer of workbooks mistakes for something of its own. */
const isMistaken = (text: string): boolean => text in Object.prototype;

const isLost = (text: string): boolean => text.search(lostSigns) !== -1 || isMistaken(text);

const escaped = (json: string): string =>
  json.replace(lostSigns, (sign) =>
    sign
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );

const asJson = (value: unknown): string => jsonMark + escaped(JSON.stringify(value));

const isPlainText = (text: string, kind: ColumnKind): boolean => {
  if (text.trim() === "" || text.startsWith(jsonMark) || isLost(text)) return false;
  return kind === "name" ? text.trim() === text : kind === "text" || kind === "value";
};

const written = (value: unknown, kind: ColumnKind, words: YesNoWords): Cell => {
  if (typeof value === "string") return isPlainText(value, kind) ? value : asJson(value);
  if (typeof value === "boolean" && kind === "yes-no") return (value ? words.yes : words.no)[0] ?? null;
  if (typeof value === "boolean" && kind === "value") return value;
  const isNumber = typeof value === "number" && !Object.is(value, -0);
  return isNumber && (kind === "number" || kind === "value") ? value : asJson(value);
};

/** The cell for a value; undefined where it is too long for any cell. */
export const cellFor = (value: unknown, kind: ColumnKind, words: YesNoWords): Cell | undefined => {
  const cell = written(value, kind, words);
  return typeof cell === "string" && cell.length > mostCharacters ? undefined : cell;
};

/** What a cell means, or why it means nothing. */
export type ReadCell =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "empty" }
  | { readonly kind: "fault"; readonly fault: "not-json" | "not-yes-no" | "not-a-number" };

const fault = (kind: "not-json" | "not-yes-no" | "not-a-number"): ReadCell => ({
  kind: "fault",
  fault: kind,
});
const value = (it: unknown): ReadCell => ({ kind: "value", value: it });

/** A cell's text, as a person would read it. */
export const cellText = (cell: Cell): string => {
  if (cell === null) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return String(cell);
};

const readText = (text: string, kind: ColumnKind, words: YesNoWords): ReadCell => {
  if (text.startsWith(jsonMark)) {
    try {
      return value(JSON.parse(text.slice(jsonMark.length)));
    } catch {
      return fault("not-json");
    }
  }
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  switch (kind) {
    case "text":
    case "value":
      return value(text);
    case "name":
      return value(trimmed);
    case "yes-no": {
      const word = trimmed.toLowerCase();
      if (words.yes.includes(word)) return value(true);
      return words.no.includes(word) ? value(false) : fault("not-yes-no");
    }
    case "number": {
      const number = Number(trimmed.replace(",", "."));
      return Number.isFinite(number) ? value(number) : fault("not-a-number");
    }
  }
};

/** What a cell means in a column of this kind. */
export const readCell = (cell: Cell, kind: ColumnKind, words: YesNoWords): ReadCell => {
  if (cell === null) return { kind: "empty" };
  if (typeof cell === "string") return readText(cell, kind, words);
  if (cell instanceof Date) return kind === "number" ? fault("not-a-number") : value(cellText(cell));
  if (kind === "value") return value(cell);
  if (typeof cell === "number") {
    if (kind === "number") return value(cell);
    if (kind === "yes-no") return cell === 1 ? value(true) : cell === 0 ? value(false) : fault("not-yes-no");
    return value(String(cell));
  }
  if (kind === "yes-no") return value(cell);
  return kind === "number" ? fault("not-a-number") : value(String(cell));
};
