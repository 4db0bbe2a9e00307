// cases.csv of a wave collected elsewhere: one row per person, checked whole.
import { dispositionClassOf } from "../../statistics/outcome-rates.ts";
import { codeHere, type ImportMap } from "./import-map.ts";
import { ImportFindings, type ImportReading, type ImportTable } from "./import-table.ts";

/** One case as its row has it. */
export interface ImportedCase {
  readonly line: number;
  readonly memberId: string;
  readonly role: string;
  readonly municipality: string;
  readonly disposition: string;
  /** True for dispositions 1.1* and 1.2*: the answers count. */
  readonly isRespondent: boolean;
  /** What the file calls the post; null where it does not say. */
  readonly seat: string | null;
  readonly language: string | null;
  /** Every other column, as written, under its heading. */
  readonly groups: Readonly<Record<string, string>>;
}

/** What cases are checked against. */
export interface CaseRules {
  /** What the column `wave` may hold: the wave's number, or its label in the study's analysis.json. */
  readonly waveLabels: readonly string[];
  readonly roles: readonly string[];
  /** What the study's analysis.json calls roles: a role that the map renames keeps such a name in the figures. */
  readonly analysedRoles: ReadonlySet<string>;
  readonly languages: readonly string[];
  /** Whether the register has the code on any day. */
  readonly isMunicipality: (code: string) => boolean;
  /** Columns that the study's analysis needs beside those below, with what for. */
  readonly neededColumns: readonly { readonly column: string; readonly needed: string }[];
  /** Column that holds base weights, or null. */
  readonly weightColumn: string | null;
}

const ownColumns = ["member_id", "wave", "role", "municipality", "disposition"];
const optionalColumns = ["seat", "language"];

/** Reads cases.csv. Every problem is found, each with its line, column and value. */
export function readImportedCases(
  table: ImportTable,
  rules: CaseRules,
  map: ImportMap,
): ImportReading<ImportedCase> {
  const findings = new ImportFindings("cases.csv");
  const records: ImportedCase[] = [];
  const isComplete = findings.hasColumns(table, ownColumns);
  for (const { column, needed } of rules.neededColumns) {
    if (!table.columns.includes(column) && !ownColumns.includes(column))
      findings.problem(`is missing: ${needed} needs it`, 1, column);
  }
  if (!isComplete) return { records, ...findings };
  const groupColumns = table.columns.filter((name) => ![...ownColumns, ...optionalColumns].includes(name));
  const lineOf = new Map<string, number>();
  const unknownPlaces = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const cell = (column: string): string => codeHere(map, column, cells[column] ?? "") ?? "";
    const check = (column: string, isWrong: boolean, says: string): void => {
      if (isWrong) findings.problem(says, line, column, cells[column] ?? "");
    };
    const [memberId, role, municipality, disposition] = [
      cell("member_id"),
      cell("role"),
      cell("municipality"),
      cell("disposition"),
    ];
    const outcome = dispositionClassOf(disposition);
    checkMember(memberId, line, lineOf, findings);
    check("wave", !rules.waveLabels.includes(cell("wave")), waveSays(rules.waveLabels));
    check("role", !rules.roles.includes(role), `is not a role of the study (${rules.roles.join(", ")})`);
    check("municipality", municipality === "", "is empty");
    check("disposition", outcome === null, "is not an outcome code (1.1, 1.2, 2.11, 2.2, 3.19, 4.1 …)");
    if (municipality !== "" && !rules.isMunicipality(municipality) && !unknownPlaces.has(municipality))
      unknownPlaces.set(municipality, line);
    const { weightColumn } = rules;
    if (weightColumn !== null && table.columns.includes(weightColumn))
      check(weightColumn, !isWeight(cell(weightColumn)), "is not a weight: a number of 0 or more");
    const language = cell("language") || null;
    check(
      "language",
      language !== null && !rules.languages.includes(language),
      `is not one of ${rules.languages.join(", ")}`,
    );
    records.push({
      line,
      memberId,
      role,
      municipality,
      disposition,
      isRespondent: outcome === "I" || outcome === "P",
      seat: cell("seat") || null,
      language,
      groups: {
        ...Object.fromEntries(groupColumns.map((column) => [column, cell(column)])),
        ...(cells.role !== role && rules.analysedRoles.has(cells.role!) ? { role: cells.role! } : {}),
      },
    });
  }
  for (const [code, line] of unknownPlaces) {
    const says = "is not in the register: its county, size and centrality are not known";
    findings.notice(says, line, "municipality", code);
  }
  return { records, problems: findings.problems, notices: findings.notices };
}

function checkMember(
  memberId: string,
  line: number,
  lineOf: Map<string, number>,
  findings: ImportFindings,
): void {
  const problem = (says: string) => findings.problem(says, line, "member_id", memberId);
  if (memberId.trim() === "") problem("is empty");
  else if (memberId.length > 60 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(memberId))
    problem("is no id: use 1 to 60 visible characters");
  else if (/^\S+@\S+\.\S+$/.test(memberId)) problem("is an e-mail address: use an id that says nothing");
  const earlier = lineOf.get(memberId);
  if (earlier !== undefined) problem(`is on line ${earlier} already; one row per person and wave`);
  else lineOf.set(memberId, line);
}

/** Why a row's wave is wrong. */
export function waveSays(labels: readonly string[]): string {
  return `is another wave; this file is for wave ${labels.join(" or ")}`;
}

function isWeight(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text)) && Number(text) >= 0;
}
