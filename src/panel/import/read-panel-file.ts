// A panel file from its bytes to its people, or to everything that is wrong with it.
import type { IsoDate, StudyDefinition } from "../../study/study.ts";
import { checkRows, type Likeness } from "./check-rows.ts";
import { type ReadTable, readCsvFile } from "./csv-file.ts";
import { readExcelFile } from "./excel-file.ts";
import { type ImportNotice, type ImportProblem, type UnreadableReason, wholeFile } from "./import-problem.ts";
import { countHeadings, findColumns } from "./panel-columns.ts";
import { type PanelRow, readRows } from "./panel-row.ts";
import { mostBytes, type Table } from "./table.ts";

/** A file as it was chosen: its name and what is in it. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type PanelFile =
  | {
      readonly kind: "people";
      readonly rows: readonly PanelRow[];
      readonly likenesses: readonly Likeness[];
      readonly notices: readonly ImportNotice[];
    }
  | {
      readonly kind: "refused";
      /** At least one, in the order of the file. */
      readonly problems: readonly ImportProblem[];
      readonly notices: readonly ImportNotice[];
    };

/**
 * Reads a list of people, .xlsx or text. Every problem is found, not just the first.
 *
 * @param asOf the day on which the list is right
 */
export async function readPanelFile(
  file: ChosenFile,
  study: StudyDefinition,
  asOf: IsoDate,
): Promise<PanelFile> {
  const read = await readTable(file);
  if (read.kind === "unreadable") return refused([{ ...wholeFile, row: read.row, ...read.reason }]);
  return readPeople(read.table, study, asOf);
}

/** The people in a table, or everything that is wrong with it. */
export function readPeople(table: Table, study: StudyDefinition, asOf: IsoDate): PanelFile {
  const [first] = table.rows;
  if (first === undefined) return refused([{ ...wholeFile, kind: "sheet-empty" }]);
  const headed = findColumns(table);
  if (headed === null) {
    const found = first.cells.flatMap((cell) => (cell?.text ? [cell.text.slice(0, 40)] : [])).slice(0, 12);
    return refused([{ ...wholeFile, row: first.row, kind: "no-headings", found }]);
  }
  const read = readRows(headed, study, asOf);
  const checked = checkRows(read.rows);
  const noPeople: ImportProblem[] = read.rows.length === 0 ? [{ ...wholeFile, kind: "no-people" }] : [];
  const problems = [...headed.problems, ...noPeople, ...read.problems, ...checked.problems];
  const notices = [...noticesOf(table), ...headed.notices, ...read.notices];
  if (problems.length > 0) {
    return { kind: "refused", problems: [...problems, ...checked.repeats].sort(byPlace), notices };
  }
  return { kind: "people", rows: read.rows as readonly PanelRow[], likenesses: checked.likenesses, notices };
}

async function readTable({ name, bytes }: ChosenFile): Promise<ReadTable> {
  const unreadable = (reason: UnreadableReason): ReadTable => ({ kind: "unreadable", row: null, reason });
  if (bytes.length === 0) return unreadable({ kind: "file-empty" });
  if (bytes.length > mostBytes) {
    const megabytes = Math.ceil(bytes.length / 1e6);
    return unreadable({ kind: "file-too-large", megabytes, most: mostBytes / 1e6 });
  }
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b)) return readExcelFile(bytes, countHeadings);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return unreadable({ kind: "old-or-locked-excel" });
  if (/\.xls[xm]?$/i.test(name)) return unreadable({ kind: "not-excel" });
  if (begins(0x25, 0x50, 0x44, 0x46) || begins(0x3c)) return unreadable({ kind: "not-a-table" });
  return readCsvFile(bytes, countHeadings);
}

function noticesOf({ sheet, otherSheets, encoding }: Table): ImportNotice[] {
  const notices: ImportNotice[] = otherSheets.map((other) => ({
    ...wholeFile,
    kind: "other-sheet",
    sheet: other,
    value: sheet,
  }));
  if (encoding === "windows-1252") notices.push({ ...wholeFile, kind: "read-as", encoding: "Windows-1252" });
  return notices;
}

function refused(problems: readonly ImportProblem[]): PanelFile {
  return { kind: "refused", problems, notices: [] };
}

function byPlace(a: ImportProblem, b: ImportProblem): number {
  const order = ({ letter }: ImportProblem) => (letter ?? "").padStart(3, " ");
  return (a.row ?? 0) - (b.row ?? 0) || (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0);
}
