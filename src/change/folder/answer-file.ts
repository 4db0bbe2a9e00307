// answers.csv: one row per answer, and how rows become the answers of a case.

import type { TextTable } from "../../study/text-table.ts";
import { type AnalysisPlan, isAskedIn, type PlanItem } from "../cube/analysis-plan.ts";
import { type Answer, NOT_ASKED, type WaveRow } from "../cube/wave-row.ts";
import type { CaseRecord, FileReading } from "./case-file.ts";

/** One row of answers.csv. */
export type AnswerRecord = { line: number; member: string; wave: string; variable: string; value: string };

const NAME = "answers.csv";
const NONE_OF_THESE = "__none__";

/** Checks the rows of answers.csv: columns, and that every row belongs to a case. */
export function readAnswers(
  plan: AnalysisPlan,
  cases: readonly CaseRecord[],
  table: TextTable,
): FileReading<AnswerRecord> {
  const reading: FileReading<AnswerRecord> = { records: [], problems: [], warnings: [] };
  if (table.kind === "unreadable") {
    reading.problems.push(`${NAME}: ${table.problem}`);
    return reading;
  }
  const missing = ["member_id", "wave", "variable", "value"].filter(
    (column) => !table.columns.includes(column),
  );
  if (missing.length > 0) {
    reading.problems.push(
      `${NAME}: the column ${missing.map((column) => `"${column}"`).join(", ")} is missing`,
    );
    return reading;
  }
  const known = new Set(cases.map(({ member, wave }) => JSON.stringify([member, wave])));
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const ignored = new Map<string, number>();
  const ignore = (reason: string): void => {
    ignored.set(reason, (ignored.get(reason) ?? 0) + 1);
  };
  for (const { line, cells } of table.rows) {
    const [member, wave, variable] = [cells.member_id!, cells.wave!, cells.variable!];
    const item = items.get(variable);
    if (!known.has(JSON.stringify([member, wave]))) {
      reading.problems.push(`${NAME} line ${line}: no case of member "${member}" in wave "${wave}"`);
    } else if (item === undefined) {
      ignore(`variable "${variable}" is not in analysis.json`);
    } else if (!isAskedIn(item, wave)) {
      ignore(`item ${variable} is not asked in wave ${wave}`);
    } else {
      reading.records.push({ line, member, wave, variable, value: cells.value! });
    }
  }
  for (const [reason, count] of ignored) reading.warnings.push(`${NAME}: ${reason}; ${count} row(s) ignored`);
  return reading;
}

/**
 * Joins cases and answers to rows for the cube. Every value outside an item's list, and every answer that is
 * given twice, is a problem with its line.
 */
export function joinRows(
  plan: AnalysisPlan,
  cases: readonly CaseRecord[],
  answers: readonly AnswerRecord[],
): FileReading<WaveRow> {
  const reading: FileReading<WaveRow> = { records: [], problems: [], warnings: [] };
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const byCase = new Map<string, Map<string, AnswerRecord[]>>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.member, answer.wave]);
    const variables = byCase.get(key) ?? new Map<string, AnswerRecord[]>();
    byCase.set(key, variables);
    const rows = variables.get(answer.variable);
    if (rows === undefined) variables.set(answer.variable, [answer]);
    else rows.push(answer);
  }
  for (const { member, wave, disposition, columns } of cases) {
    const given: Record<string, Answer> = {};
    for (const [variable, rows] of byCase.get(JSON.stringify([member, wave])) ?? []) {
      const answer = answerOf(items.get(variable)!, rows);
      if (answer.kind === "answer") given[variable] = answer.answer;
      else reading.problems.push(`${NAME} line ${answer.line}: ${variable} ${answer.problem}`);
    }
    reading.records.push({ unit: member, wave, disposition, columns, answers: given });
  }
  return reading;
}

type Answered = { kind: "answer"; answer: Answer } | { kind: "problem"; line: number; problem: string };

function answerOf(item: PlanItem, rows: readonly AnswerRecord[]): Answered {
  const values = rows.map((row) => row.value);
  const repeated = rows.find((row, index) => values.indexOf(row.value) !== index);
  if (repeated !== undefined) return at(repeated, `has the value "${repeated.value}" twice`);
  const [first] = rows as [AnswerRecord, ...AnswerRecord[]];
  const isList = item.type === "multi" || item.type === "top3";
  const alone = rows.find((row) => row.value === NOT_ASKED || row.value === NONE_OF_THESE);
  if (rows.length > 1 && (!isList || alone !== undefined)) {
    return at(rows[1]!, `has both "${values[0]}" and "${values[1]}"`);
  }
  if (first.value === NOT_ASKED) return { kind: "answer", answer: NOT_ASKED };
  if (item.type === "multi") return multiAnswer(item, rows);
  if (item.type === "top3") return rankedAnswer(item, rows);
  if (!isLegal(item, first)) return at(first, `has no value "${first.value}"`);
  return {
    kind: "answer",
    answer: item.type === "open" && !item.dontKnow.includes(first.value) ? "x" : first.value,
  };
}

function at(row: AnswerRecord, problem: string): Answered {
  return { kind: "problem", line: row.line, problem };
}

function isLegal(item: PlanItem, row: AnswerRecord): boolean {
  if (item.dontKnow.includes(row.value)) return true;
  if (item.type === "open") return row.value !== "";
  if (item.type === "numeric") {
    const code = item.crosswalk.get(row.wave)?.get(row.value) ?? row.value;
    return code.trim() !== "" && Number.isFinite(Number(code));
  }
  return item.crosswalk.size > 0 || item.values.includes(row.value);
}

function isOption(item: PlanItem, value: string): boolean {
  return item.crosswalk.size > 0 || item.options.includes(value) || item.dontKnow.includes(value);
}

function multiAnswer(item: PlanItem, rows: readonly AnswerRecord[]): Answered {
  if (rows[0]!.value === NONE_OF_THESE) return { kind: "answer", answer: [] };
  const wrong = rows.find((row) => !isOption(item, row.value));
  if (wrong !== undefined) return at(wrong, `has no option "${wrong.value}"`);
  return { kind: "answer", answer: rows.map((row) => row.value) };
}

function rankedAnswer(item: PlanItem, rows: readonly AnswerRecord[]): Answered {
  const ranked = ["", "", ""];
  for (const row of rows) {
    if (rows.length === 1 && item.dontKnow.includes(row.value)) return { kind: "answer", answer: row.value };
    const match = /^([123]):(.+)$/s.exec(row.value);
    if (match === null || !isOption(item, match[2]!)) return at(row, `has no ranked option "${row.value}"`);
    const [rank, option] = [Number(match[1]) - 1, match[2]!];
    if (ranked[rank] !== "") return at(row, `has two options at rank ${rank + 1}`);
    if (ranked.includes(option)) return at(row, `has the option "${option}" at two ranks`);
    ranked[rank] = option;
  }
  return { kind: "answer", answer: ranked };
}
