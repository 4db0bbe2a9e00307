// Reads an analysis folder from disk: analysis.json, cases.csv and answers.csv.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeText, readTextTable } from "../../study/text-table.ts";
import type { AnalysisPlan } from "../cube/analysis-plan.ts";
import { readPlan } from "../cube/read-plan.ts";
import type { WaveRow } from "../cube/wave-row.ts";
import { joinRows, readAnswers } from "./answer-file.ts";
import { readCases } from "./case-file.ts";

/** The plan and rows of a folder, or every problem found in it, each naming file and line. */
export type FolderReading =
  | { kind: "folder"; plan: AnalysisPlan; rows: WaveRow[]; warnings: readonly string[] }
  | { kind: "invalid"; problems: readonly string[]; warnings: readonly string[] };

/** The three files of a folder as bytes. */
export type FolderFiles = { plan: Uint8Array; cases: Uint8Array; answers: Uint8Array };

/** Checks the three files of an analysis folder. */
export function readFolderFiles(files: FolderFiles): FolderReading {
  let json: unknown;
  try {
    json = JSON.parse(decodeText(files.plan));
  } catch (error) {
    return { kind: "invalid", problems: [`analysis.json: ${(error as Error).message}`], warnings: [] };
  }
  const reading = readPlan(json);
  const warnings = reading.warnings.map((warning) => `analysis.json: ${warning}`);
  if (reading.kind === "invalid") {
    return {
      kind: "invalid",
      problems: reading.problems.map((problem) => `analysis.json: ${problem}`),
      warnings,
    };
  }
  const { plan } = reading;
  const cases = readCases(plan, readTextTable(decodeText(files.cases)));
  const answers = readAnswers(plan, cases.records, readTextTable(decodeText(files.answers)));
  const rows = joinRows(plan, cases.records, answers.records);
  warnings.push(...cases.warnings, ...answers.warnings, ...rows.warnings);
  const problems = [...cases.problems, ...answers.problems, ...rows.problems];
  if (problems.length > 0) return { kind: "invalid", problems, warnings };
  return { kind: "folder", plan, rows: rows.records, warnings };
}

/** Reads an analysis folder. A file that is missing is a problem like any other. */
export async function readAnalysisFolder(directory: string): Promise<FolderReading> {
  const names = ["analysis.json", "cases.csv", "answers.csv"] as const;
  const contents = await Promise.allSettled(names.map((name) => readFile(join(directory, name))));
  const problems = contents.flatMap((content, index) =>
    content.status === "rejected" ? [`${names[index]} cannot be read in ${directory}`] : [],
  );
  const [plan, cases, answers] = contents.map((content) =>
    content.status === "fulfilled" ? content.value : null,
  );
  if (!plan || !cases || !answers) return { kind: "invalid", problems, warnings: [] };
  return readFolderFiles({ plan, cases, answers });
}
