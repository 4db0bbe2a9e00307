// The template's content before it is a workbook: rows of cells by column, sheet by sheet.
import type { Cell } from "./cell-value.ts";
import type { SheetName } from "./template-columns.ts";

/** One row: its cells by column key. */
export interface TemplateRow {
  /** As a spreadsheet numbers it; 0 where it has not been written yet. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** The rows of every sheet. */
export type TemplateRows = Readonly<Record<SheetName, readonly TemplateRow[]>>;

/** Something of a questionnaire that no cell can hold, by its place in the JSON. */
export interface LeftOut {
  readonly path: string;
}
