// cases.csv: one row per person and wave in the field.

import { dispositionClassOf } from "../../statistics/outcome-rates.ts";
import type { TextTable } from "../../study/text-table.ts";
import { type AnalysisPlan, weightingVariables } from "../cube/analysis-plan.ts";
import { ANSWER_COLUMN } from "../cube/column.ts";

/** One row of cases.csv; all columns as written. */
export type CaseRecord = {
  line: number;
  member: string;
  wave: string;
  disposition: string;
  columns: Readonly<Record<string, string>>;
};

/** Rows that were read and every problem found, each with its line. */
export type FileReading<T> = { records: T[]; problems: string[]; warnings: string[] };

const NAME = "cases.csv";

/** Columns that a plan needs beside member_id, wave and disposition. */
function neededColumns(plan: AnalysisPlan): string[] {
  const { strata, baseWeight, weighting } = plan.design;
  const named = [
    ...plan.groups.map((group) => group.variable),
    ...weightingVariables(weighting),
    strata,
    baseWeight,
  ];
  const columns = named.flatMap((column) => {
    if (column === null || column.startsWith(ANSWER_COLUMN)) return [];
    return [column === "unit" && plan.unitMap !== null ? "municipality" : column];
  });
  return [...new Set(columns)];
}

/** Checks the rows of cases.csv against a plan. */
export function readCases(plan: AnalysisPlan, table: TextTable): FileReading<CaseRecord> {
  const reading: FileReading<CaseRecord> = { records: [], problems: [], warnings: [] };
  if (table.kind === "unreadable") {
    reading.problems.push(`${NAME}: ${table.problem}`);
    return reading;
  }
  const missing = ["member_id", "wave", "disposition", ...neededColumns(plan)].filter(
    (column) => !table.columns.includes(column),
  );
  if (missing.length > 0) {
    reading.problems.push(
      `${NAME}: the column ${missing.map((column) => `"${column}"`).join(", ")} is missing`,
    );
    return reading;
  }
  const lineOf = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const problem = (text: string): void => {
      reading.problems.push(`${NAME} line ${line}: ${text}`);
    };
    const [member, wave, disposition] = [cells.member_id!, cells.wave!, cells.disposition!];
    if (member === "") problem("member_id is empty");
    if (!plan.waves.includes(wave)) problem(`wave "${wave}" is not in analysis.json`);
    if (dispositionClassOf(disposition) === null) problem(`disposition "${disposition}" is not known`);
    const key = JSON.stringify([member, wave]);
    const earlier = lineOf.get(key);
    if (earlier !== undefined) problem(`member ${member} is already in wave ${wave} on line ${earlier}`);
    lineOf.set(key, line);
    const weightColumn = plan.design.baseWeight;
    if (weightColumn !== null && !isWeight(cells[weightColumn]!)) {
      problem(`${weightColumn} "${cells[weightColumn]}" is not a number of 0 or more`);
    }
    reading.records.push({ line, member, wave, disposition, columns: cells });
  }
  return reading;
}

function isWeight(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text)) && Number(text) >= 0;
}
