// answers.csv of a wave collected elsewhere: one row per answer, checked against the codebook.
import type { VariableKind } from "../../questionnaire/instrument.ts";
import { codeHere, type ImportMap } from "./import-map.ts";
import { ImportFindings, type ImportReading, type ImportRow, type ImportTable } from "./import-table.ts";
import { type ImportedCase, waveSays } from "./imported-cases.ts";

/** What a variable of answers.csv may hold. */
export interface AnswerRule {
  readonly kind: VariableKind;
  /** Legal codes: those of the questionnaire, and those that the study's analysis.json names. */
  readonly codes: ReadonlySet<string>;
  /** Codes that stand alone: don't know, refused. */
  readonly alone: ReadonlySet<string>;
  /** Whether codes outside the list are legal, because a crosswalk maps this wave's codes. */
  readonly isOpenEnded: boolean;
  /** False where analysis.json says that the item is not asked in this wave: its answers are left out. */
  readonly isAsked: boolean;
}

/** The answers of one person: per variable its codes, as `CodedAnswer.values` has them. */
export interface ImportedAnswers {
  readonly memberId: string;
  readonly coded: Readonly<Record<string, readonly string[]>>;
}

/** The question was filtered away; none of the options. */
const FILTERED = "__na__";
const NONE = "__none__";

/** Reads answers.csv. Every problem is found, each with its line, column and value. */
export function readImportedAnswers(
  table: ImportTable,
  cases: readonly ImportedCase[],
  waveLabels: readonly string[],
  rules: ReadonlyMap<string, AnswerRule>,
  map: ImportMap,
): ImportReading<ImportedAnswers> {
  const findings = new ImportFindings("answers.csv");
  if (!findings.hasColumns(table, ["member_id", "wave", "variable", "value"]))
    return { records: [], ...findings };
  const respondents = new Map(cases.map(({ memberId, isRespondent }) => [memberId, isRespondent]));
  const rowsOf = new Map<string, Map<string, ImportRow[]>>();
  const unknown = new Map<string, ImportRow[]>();
  let [unasked, unheeded] = [0, 0];
  for (const row of table.rows) {
    const { line, cells } = row;
    const memberId = codeHere(map, "member_id", cells.member_id!) ?? "";
    const written = cells.variable!;
    const variable = map.variables.has(written) ? map.variables.get(written)! : written;
    if (!waveLabels.includes(codeHere(map, "wave", cells.wave!) ?? "")) {
      findings.problem(waveSays(waveLabels), line, "wave", cells.wave!);
      continue;
    }
    const isRespondent = respondents.get(memberId);
    if (isRespondent === undefined) findings.problem("has no row in cases.csv", line, "member_id", memberId);
    if (variable === null) continue;
    const rule = rules.get(variable);
    if (rule === undefined) {
      unknown.set(variable, [...(unknown.get(variable) ?? []), row]);
      continue;
    }
    if (!rule.isAsked) {
      unasked += 1;
      continue;
    }
    const value = codeHere(map, variable, cells.value!);
    if (value === null) continue;
    if (isRespondent === false) unheeded += 1;
    const ofMember = rowsOf.get(memberId) ?? new Map<string, ImportRow[]>();
    rowsOf.set(memberId, ofMember);
    const ofVariable = ofMember.get(variable) ?? [];
    ofMember.set(variable, ofVariable);
    ofVariable.push({ line, cells: { ...cells, value } });
  }
  for (const [variable, rows] of unknown) {
    const more = rows.length === 1 ? "" : ` (and on ${rows.length - 1} more lines)`;
    findings.problem(`is not in the questionnaire${more}`, rows[0]!.line, "variable", variable);
  }
  if (unasked > 0)
    findings.notice(`${unasked} answers to items that analysis.json does not ask in this wave were left out`);
  if (unheeded > 0)
    findings.notice(
      `${unheeded} answers of people whose outcome is not 1.1 or 1.2 do not count and were left out`,
    );
  const records: ImportedAnswers[] = [];
  for (const [memberId, variables] of rowsOf) {
    const coded: Record<string, readonly string[]> = {};
    for (const [variable, rows] of variables) {
      checkAnswer(rules.get(variable)!, rows, findings);
      coded[variable] = rows.map(({ cells }) => cells.value!);
    }
    if (respondents.get(memberId)) records.push({ memberId, coded });
  }
  findings.problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { records, problems: findings.problems, notices: findings.notices };
}

function checkAnswer(rule: AnswerRule, rows: readonly ImportRow[], findings: ImportFindings): void {
  const seen = new Map<string, number>();
  const problem = ({ line, cells }: ImportRow, says: string) =>
    findings.problem(`${says} (variable ${cells.variable})`, line, "value", cells.value!);
  const isList = rule.kind === "multi" || rule.kind === "rank";
  for (const row of rows) {
    const value = row.cells.value!;
    const earlier = seen.get(value);
    const standsAlone = value === FILTERED || value === NONE || (!isList && rows.length > 1);
    if (earlier !== undefined) problem(row, `is on line ${earlier} already`);
    else if (standsAlone && rows.length > 1) problem(row, "cannot stand beside another answer");
    else if (value !== FILTERED) checkValue(rule, row, rows.length === 1, problem);
    seen.set(value, row.line);
  }
  if (rule.kind === "rank") checkRanks(rows, problem);
}

function checkValue(
  { kind, codes, alone, isOpenEnded }: AnswerRule,
  row: ImportRow,
  isOnly: boolean,
  problem: (row: ImportRow, says: string) => void,
): void {
  const value = row.cells.value!;
  if (alone.has(value)) {
    if (kind === "rank" && !isOnly) problem(row, "cannot stand beside another answer");
    return;
  }
  if (kind === "multi" && value === NONE) return;
  if (kind === "number") {
    if (!isOpenEnded && (value.trim() === "" || !Number.isFinite(Number(value))))
      problem(row, "is not a number");
  } else if (kind === "open" || kind === "date") {
    if (value === "") problem(row, "is empty");
  } else {
    const option = kind === "rank" ? /^[1-9]\d?:(.+)$/s.exec(value)?.[1] : value;
    if (option === undefined) problem(row, "is not a rank and an option, as in 1:economy");
    else if (!isOpenEnded && !codes.has(option)) problem(row, "is not a code of the questionnaire");
  }
}

function checkRanks(rows: readonly ImportRow[], problem: (row: ImportRow, says: string) => void): void {
  const [ranks, options] = [new Set<string>(), new Set<string>()];
  for (const row of rows) {
    const match = /^([1-9]\d?):(.+)$/s.exec(row.cells.value!);
    if (match === null) continue;
    if (ranks.has(match[1]!)) problem(row, "is a second option at this rank");
    else if (options.has(match[2]!)) problem(row, "is an option that has a rank already");
    ranks.add(match[1]!);
    options.add(match[2]!);
  }
}
