// Published figures as one table in a file: a row per figure, with its base, interval and what may be said.
import type { ProtectedFigure, ProtectedRow, ProtectedTable } from "../disclosure/protect-table.ts";

/** What a published table is of. `item`, `measure` and `breakdown` are null or absent where it has none. */
export type TableSubject = Readonly<Record<string, unknown>>;

/** A table that is out, with what it is of. */
export interface PublishedFigures {
  readonly subject: TableSubject;
  readonly table: ProtectedTable;
  /** Of a table of all answers: whether several could be chosen. */
  readonly isMulti?: boolean;
}

/** The columns of the file, in order. */
export const fileColumns = [
  "study",
  "figure",
  "wave",
  "compared_with",
  "question",
  "measure",
  "groups",
  "group",
  "unit",
  "value",
  "ci_lo",
  "ci_hi",
  "n",
  "n_before",
  "n_both",
  "before",
  "after",
  "p",
  "p_adjusted",
  "verdict",
  "doubt",
  "coverage",
  "flag",
  "invited",
] as const;

export type FileColumn = (typeof fileColumns)[number];

/** One row; what a figure does not have is left out. */
type FileRow = Readonly<Partial<Record<FileColumn, string>>>;

/** Stands for what must not be shown. */
export const hiddenWord = "hidden";
/** Stands in `groups` and `group` for everybody. */
export const everyoneWord = "all";
/** Measure of the share who said that they do not know. */
export const dontKnowMeasure = "dont_know";

/**
 * A comma-separated file (RFC 4180, UTF-8) of every figure in the tables, in their order: one row per response rate,
 * result and change, for everyone and each group; of two tables with the same figure the first counts. Numbers are rounded as on the pages: shares and their changes in
 * whole per cent and percentage points, means with one decimal, p with three ("<0.001" below that). "hidden" for
 * what must not be shown, empty for what is not defined. It is made from protected tables and nothing else.
 */
export function figuresFile(study: string, tables: readonly PublishedFigures[]): string {
  const seen = new Set<string>();
  const lines = tables.flatMap(rowsOf).flatMap((row) => {
    const subject = subjectColumns.map((column) => row[column] ?? "");
    const key = JSON.stringify(subject);
    if (seen.has(key)) return [];
    seen.add(key);
    return [fileColumns.map((column) => (column === "study" ? study : (row[column] ?? "")))];
  });
  return [[...fileColumns], ...lines].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** A cell of a comma-separated file. */
export const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Columns that together name a figure. */
const subjectColumns = [
  "figure",
  "wave",
  "compared_with",
  "question",
  "measure",
  "groups",
  "group",
] as const satisfies readonly FileColumn[];

function rowsOf({ subject, table, isMulti }: PublishedFigures): FileRow[] {
  const { kind, item, measure, breakdown } = subject;
  const rows = typeof breakdown === "string" ? table.rows : [table.everyone];
  return rows.flatMap((row): FileRow[] => {
    const [earlier, later] = table.waves;
    const about = {
      wave: later ?? earlier ?? "",
      question: text(item),
      measure: text(measure),
      groups: typeof breakdown === "string" ? breakdown : everyoneWord,
      group: row.level ?? everyoneWord,
    };
    const cell = (name: string) => cellOf(row, name);
    switch (kind) {
      case "response":
        return [
          { ...about, figure: "response", measure: "rr2", ...valued(table, row, "rr2"), ...answered(row) },
        ];
      case "level":
        return [
          {
            ...about,
            figure: "level",
            ...valued(table, row, "est"),
            ...limits(row),
            n: cell("n"),
            flag: cell("flag"),
            coverage: cell("coverage"),
          },
        ];
      case "distribution":
        return answersOf(table, row, isMulti === true).map((found) => ({
          ...about,
          figure: "level",
          ...found,
        }));
      case "change":
        return [
          {
            ...about,
            figure: "change",
            compared_with: earlier ?? "",
            ...valued(table, row, "est"),
            ...limits(row),
            n: cell("n_b"),
            n_before: cell("n_a"),
            n_both: cell("n_ab"),
            before: cell("est_a"),
            after: cell("est_b"),
            p: cell("p"),
            p_adjusted: cell("p_bh"),
            verdict: cell("verdict"),
            doubt: cell("doubt"),
            coverage: cell("coverage"),
          },
        ];
      default:
        return [];
    }
  });
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const limits = (row: ProtectedRow) => ({ ci_lo: cellOf(row, "ci_lo"), ci_hi: cellOf(row, "ci_hi") });

const answered = (row: ProtectedRow) => ({ n: cellOf(row, "answered"), invited: cellOf(row, "invited") });

/** The figure itself with its unit. */
function valued(table: ProtectedTable, row: ProtectedRow, name: string) {
  const unit = table.columns.find((column) => column.name === name)?.unit ?? "";
  return { unit, value: cellOf(row, name) };
}

/** The share of each answer and of "don't know", without interval, each with its own base. */
function answersOf(table: ProtectedTable, row: ProtectedRow, isMulti: boolean): FileRow[] {
  const answer = isMulti ? "opt=" : "v=";
  const shares = table.columns.filter(({ name }) => name.startsWith(shareColumn));
  const hasDontKnow = row.figures.dk !== undefined && row.figures.dk.kind !== "not-defined";
  return [
    ...shares.map(({ name }) => ({
      n: cellOf(row, "n"),
      measure: `${answer}${name.slice(shareColumn.length)}`,
      ...valued(table, row, name),
    })),
    ...(hasDontKnow
      ? [{ n: cellOf(row, "n_item"), measure: dontKnowMeasure, ...valued(table, row, "dk") }]
      : []),
  ];
}

const shareColumn = "share:";

function cellOf({ figures }: ProtectedRow, name: string): string {
  const figure = figures[name];
  return figure === undefined ? "" : writtenFigure(figure);
}

function writtenFigure(figure: ProtectedFigure): string {
  if (figure.kind === "hidden") return hiddenWord;
  if (figure.kind === "not-defined") return "";
  if (figure.kind === "word") return figure.word;
  const { unit, value } = figure;
  if (unit === "p") return value < 0.001 ? "<0.001" : value.toFixed(3);
  return unit === "score" || unit === "score-points" || unit === "reached-score"
    ? (value === 0 ? 0 : value).toFixed(1)
    : String(value === 0 ? 0 : value);
}
