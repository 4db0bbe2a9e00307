// What can be wrong with a panel file, and what is only worth saying: plain values, put into words elsewhere.

/** The columns of a panel file, by their names in the file format. */
export const panelColumns = [
  "member_id",
  "name",
  "email",
  "phone",
  "role",
  "municipality",
  "language",
  "seat_from",
  "seat_to",
] as const;
export type PanelColumn = (typeof panelColumns)[number];

/** A place in a file, as a spreadsheet shows it. Null: the file as a whole, or no single column. */
export interface FilePlace {
  /** 1 is the first row of the sheet, the headings included. */
  readonly row: number | null;
  readonly column: PanelColumn | null;
  /** Letter of the column, "D", and its heading as written. */
  readonly letter: string | null;
  readonly heading: string | null;
  /** The value as written, shortened where it is long. */
  readonly value: string | null;
}

/** Why a file cannot be read at all. */
export type UnreadableReason =
  | { readonly kind: "file-empty" }
  | { readonly kind: "file-too-large"; readonly megabytes: number; readonly most: number }
  | { readonly kind: "too-many-rows"; readonly most: number }
  /** Called .xlsx, and is none. */
  | { readonly kind: "not-excel" }
  /** The old .xls form, or a workbook with a password: on the disc they are the same. */
  | { readonly kind: "old-or-locked-excel" }
  /** An OpenDocument spreadsheet (LibreOffice). */
  | { readonly kind: "open-document" }
  /** Neither a spreadsheet nor text: a picture, a PDF. */
  | { readonly kind: "not-a-table" }
  | { readonly kind: "damaged-excel" }
  | { readonly kind: "open-quote" }
  | { readonly kind: "sheet-empty" }
  /** No row has the headings; `found` is what stands in the first row with anything in it. */
  | { readonly kind: "no-headings"; readonly found: readonly string[] }
  | { readonly kind: "no-people" };

/** What is wrong with a column or a cell. */
export type CellReason =
  | { readonly kind: "missing-column" }
  | { readonly kind: "column-twice"; readonly other: string }
  | { readonly kind: "missing-value" }
  | { readonly kind: "too-long"; readonly most: number }
  | { readonly kind: "garbled" }
  | { readonly kind: "formula-text" }
  | { readonly kind: "formula-without-result" }
  | { readonly kind: "error-value" }
  | { readonly kind: "bad-member-id" }
  | { readonly kind: "invalid-email" }
  | { readonly kind: "unknown-role"; readonly roles: readonly string[]; readonly near: string | null }
  | { readonly kind: "unknown-municipality"; readonly near: readonly string[] }
  | { readonly kind: "ambiguous-municipality"; readonly candidates: readonly string[] }
  | { readonly kind: "municipality-not-then"; readonly day: string; readonly candidates: readonly string[] }
  | { readonly kind: "unknown-language"; readonly languages: readonly string[] }
  | { readonly kind: "bad-date" }
  | { readonly kind: "dates-swapped"; readonly from: string }
  | { readonly kind: "same-member-id"; readonly otherRow: number }
  | { readonly kind: "same-person"; readonly otherRow: number }
  /** Another person in the file has the address: to be confirmed, once nothing else is wrong. */
  | { readonly kind: "same-address"; readonly otherRow: number }
  /** Another row has the name, in the same post: to be confirmed, once nothing else is wrong. */
  | { readonly kind: "same-name"; readonly otherRow: number }
  /** Two rows were taken for the same member. */
  | { readonly kind: "same-member"; readonly otherRow: number }
  /** The person holds a seat at that time already. */
  | { readonly kind: "seat-overlap"; readonly from: string | null; readonly to: string | null };

/** One thing that keeps a file from being taken in. */
export type ImportProblem = FilePlace & (UnreadableReason | CellReason);

/** One thing that was put right, taken as it is, or left out; the lead is told. */
export type ImportNotice = FilePlace &
  (
    | { readonly kind: "zeros-restored"; readonly taken: string }
    | { readonly kind: "formula-result" }
    | { readonly kind: "column-not-read" }
    | { readonly kind: "other-sheet"; readonly sheet: string }
    | { readonly kind: "read-as"; readonly encoding: string }
    /** The file's first day was not taken, because somebody held the seat then. */
    | { readonly kind: "date-not-taken"; readonly kept: string | null }
  );

/** The file as a whole. */
export const wholeFile: FilePlace = { row: null, column: null, letter: null, heading: null, value: null };
