// What is wrong in a filled-in template: each thing with its sheet, row, column and what stands there.
import type { SheetName } from "./template-columns.ts";

/** Why a workbook cannot be read at all. */
export type UnreadableWorkbook = "not-excel" | "too-large" | "damaged" | "no-questions-sheet";

/** What is wrong with a cell or row. */
export type TemplateFault =
  | "unknown-heading"
  | "heading-twice"
  | "cell-without-heading"
  | "cell-is-an-error"
  | "not-json"
  | "not-yes-no"
  | "not-a-number"
  | "no-type"
  | "unknown-type"
  | "no-name"
  | "no-page"
  | "nothing-to-stand-in"
  | "cannot-hold-others"
  | "no-question"
  | "unknown-question"
  | "ambiguous-question"
  | "unknown-list"
  | "no-code"
  | "no-setting"
  | "twice";

export interface TemplateProblem {
  readonly kind: TemplateFault;
  readonly sheet: SheetName;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** Letter of the column; empty where it concerns the row. */
  readonly column: string;
  /** Heading as it stands in the sheet; empty where there is none. */
  readonly heading: string;
  readonly value: string;
  /** What may stand there instead, or what is closest. */
  readonly list: readonly string[];
}
