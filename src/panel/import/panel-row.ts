// The people in a panel file: every cell read as what it means, everything that is wrong with it gathered.
import type { LanguageCode } from "../../language/language-code.ts";
import { findMunicipality, type MunicipalityMatch } from "../../registers/municipality.ts";
import { foldedName, nameDistance } from "../../registers/municipality-name.ts";
import { type IsoDate, type RoleCode, roleLabel, type StudyDefinition } from "../../study/study.ts";
import { isEmail, longest } from "../contact.ts";
import { fileDate } from "./file-date.ts";
import {
  type CellReason,
  type FilePlace,
  type ImportNotice,
  type ImportProblem,
  type PanelColumn,
  panelColumns,
} from "./import-problem.ts";
import { type HeadedTable, languageOf } from "./panel-columns.ts";
import type { Cell, TableRow } from "./table.ts";

/** One person as the file has it. Null: the cell is empty or the column is not there. */
export interface PanelRow {
  readonly row: number;
  readonly memberId: string | null;
  /** The id came as a number, so that zeros in front may have been lost. */
  readonly isNumberId: boolean;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: RoleCode;
  /** Four digits. */
  readonly municipality: string;
  readonly language: LanguageCode | null;
  readonly seatFrom: IsoDate | null;
  readonly seatTo: IsoDate | null;
  /** Where each value stands, to name it in problems that are found later. */
  readonly places: ReadonlyMap<PanelColumn, FilePlace>;
}

/** A row as far as it could be read. */
export type PartialRow = Omit<PanelRow, "name" | "role" | "municipality"> & {
  readonly name: string | null;
  readonly role: RoleCode | null;
  readonly municipality: string | null;
};

export interface ReadRows {
  readonly rows: readonly PartialRow[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportNotice[];
}

/** What the reading of cells depends on. */
interface Reading {
  readonly study: StudyDefinition;
  readonly asOf: IsoDate;
  readonly roles: ReadonlyMap<string, RoleCode>;
  /** The municipality that a text means on a day; the same text is looked up once. */
  readonly municipalityOf: (text: string, day: IsoDate) => MunicipalityMatch;
  readonly columns: HeadedTable["columns"];
  readonly problems: ImportProblem[];
  readonly notices: ImportNotice[];
}

const longestValueShown = 60;
/** Most municipalities that are suggested for one that is not known. */
const mostNear = 3;
const memberIdForm = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u;
/** Letters that only appear when text was written in one encoding and read in another. */
const garbledForm = /[\uFFFD\u0080-\u009F¿¾]|Ã[\u0080-\u00BF…†˜–¥]/;

/**
 * Reads every row under the headings.
 *
 * @param asOf the day on which the list is right; municipalities are those of that day
 */
export function readRows(table: HeadedTable, study: StudyDefinition, asOf: IsoDate): ReadRows {
  const { columns } = table;
  const municipalityOf = municipalityFinder(study);
  const reading = {
    study,
    asOf,
    roles: roleIndex(study),
    municipalityOf,
    columns,
    problems: [],
    notices: [],
  };
  const filled = table.rows.filter(({ cells }) =>
    [...columns.values()].some(({ index }) => (cells[index] ?? null) !== null),
  );
  const rows = filled.map((row) => readRow(row, reading));
  return { rows, problems: reading.problems, notices: reading.notices };
}

function readRow(row: TableRow, reading: Reading): PartialRow {
  const { problems, notices, study, columns } = reading;
  const places = new Map<PanelColumn, FilePlace>();
  const cells = new Map<PanelColumn, Cell>();
  for (const column of panelColumns) {
    const at = columns.get(column);
    const cell = at === undefined ? null : (row.cells[at.index] ?? null);
    const value = cell === null ? null : shortened(cell.text);
    const place = { row: row.row, column, letter: at?.letter ?? null, heading: at?.heading ?? null, value };
    places.set(column, place);
    if (cell === null) continue;
    if (cell.origin === "error-value" || cell.origin === "formula-without-result") {
      problems.push({ ...place, kind: cell.origin });
    } else cells.set(column, cell);
    const isFirstFormula = !notices.some((one) => one.kind === "formula-result" && one.column === column);
    if (cell.origin === "formula" && isFirstFormula) notices.push({ ...place, kind: "formula-result" });
  }
  const isFaulty = (column: PanelColumn) =>
    problems.some((one) => one.row === row.row && one.column === column);
  const wrong = (column: PanelColumn, reason: CellReason) => {
    problems.push({ ...places.get(column)!, ...reason });
    return null;
  };
  const text = (column: PanelColumn, isRequired = false): string | null => {
    const cell = cells.get(column);
    if (cell === undefined) {
      if (isRequired && columns.has(column) && !isFaulty(column)) wrong(column, { kind: "missing-value" });
      return null;
    }
    if (garbledForm.test(cell.text)) return wrong(column, { kind: "garbled" });
    return cell.text;
  };
  const date = (column: "seat_from" | "seat_to") => {
    const written = text(column);
    return written === null ? null : (fileDate(written) ?? wrong(column, { kind: "bad-date" }));
  };

  const seatFrom = date("seat_from");
  const seatTo = date("seat_to");
  if (seatFrom !== null && seatTo !== null && seatTo < seatFrom) {
    wrong("seat_to", { kind: "dates-swapped", from: seatFrom });
  }
  const memberId = text("member_id");
  if (memberId !== null && !memberIdForm.test(memberId)) wrong("member_id", { kind: "bad-member-id" });
  const name = text("name", true);
  if (name !== null && /^[=+\-@]/.test(name)) wrong("name", { kind: "formula-text" });
  if (name !== null && name.length > longest.name) wrong("name", { kind: "too-long", most: longest.name });
  const email = text("email");
  if (email !== null && !isEmail(email)) wrong("email", { kind: "invalid-email" });
  const phone = restoredPhone(text("phone"), cells.get("phone"), study, (taken) =>
    notices.push({ ...places.get("phone")!, kind: "zeros-restored", taken }),
  );
  if (phone !== null && phone.length > longest.phone)
    wrong("phone", { kind: "too-long", most: longest.phone });
  const roleText = text("role", true);
  const role = roleText === null ? null : (reading.roles.get(foldedName(roleText)) ?? null);
  if (roleText !== null && role === null) wrong("role", unknownRole(roleText, reading));
  const municipality = readMunicipality(text("municipality", true), seatTo, reading, places, wrong);
  const languageText = text("language");
  const language = languageText === null ? null : languageOf(languageText);
  if (languageText !== null && (language === null || !study.languages.includes(language))) {
    wrong("language", { kind: "unknown-language", languages: study.languages });
  }
  const isNumberId = cells.get("member_id")?.type === "number";
  return {
    row: row.row,
    memberId,
    isNumberId,
    name,
    email,
    phone,
    role,
    municipality,
    language,
    seatFrom,
    seatTo,
    places,
  };
}

function readMunicipality(
  written: string | null,
  seatTo: IsoDate | null,
  { municipalityOf, asOf, notices }: Reading,
  places: ReadonlyMap<PanelColumn, FilePlace>,
  wrong: (column: PanelColumn, reason: CellReason) => null,
): string | null {
  if (written === null) return null;
  const day = seatTo !== null && seatTo < asOf ? seatTo : asOf;
  const [code, name] = /^(\d{3,4})[\s,–-]+(\D+)$/.exec(written)?.slice(1) ?? [written, null];
  const match = municipalityOf(code!, day);
  const named = name === null || name === undefined ? match : municipalityOf(name, day);
  if (match.kind !== "found") return wrong("municipality", municipalityReason(match, day));
  if (named.kind !== "found" || named.municipality.code !== match.municipality.code) {
    return wrong(
      "municipality",
      municipalityReason({ kind: "unknown", suggestions: [match.municipality] }, day),
    );
  }
  const { municipality } = match;
  if (/^\d+$/.test(code!) && code !== municipality.code) {
    const taken = `${municipality.code} ${municipality.name}`;
    notices.push({ ...places.get("municipality")!, kind: "zeros-restored", taken });
  }
  return municipality.code;
}

function municipalityFinder(study: StudyDefinition): Reading["municipalityOf"] {
  const found = new Map<string, MunicipalityMatch>();
  return (text, day) => {
    const key = `${day} ${text}`;
    const match = found.get(key) ?? findMunicipality(study.country, text, day);
    found.set(key, match);
    return match;
  };
}

function municipalityReason(match: Exclude<MunicipalityMatch, { kind: "found" }>, day: IsoDate): CellReason {
  if (match.kind === "unknown") {
    return {
      kind: "unknown-municipality",
      near: match.suggestions.slice(0, mostNear).map(({ name, code }) => `${name} (${code})`),
    };
  }
  const candidates = match.candidates.map(({ name, code }) => `${name} (${code})`);
  if (match.kind === "ambiguous") return { kind: "ambiguous-municipality", candidates };
  return { kind: "municipality-not-then", day, candidates };
}

function unknownRole(written: string, { study, roles }: Reading): CellReason {
  const folded = foldedName(written);
  const near = [...roles]
    .map(([label, role]) => ({ role, distance: nameDistance(folded, label) }))
    .filter((one): one is { role: RoleCode; distance: number } => one.distance !== null)
    .sort((a, b) => a.distance - b.distance)[0];
  const labelOf = (role: string) => roleLabel(study, role, study.defaultLanguage).singular;
  return {
    kind: "unknown-role",
    roles: study.roles.map(({ role }) => labelOf(role)),
    near: near === undefined ? null : labelOf(near.role),
  };
}

/** Every code and label of a role, in every language. */
function roleIndex(study: StudyDefinition): ReadonlyMap<string, RoleCode> {
  const index = new Map<string, RoleCode>();
  for (const { role, label } of study.roles) {
    for (const { singular, plural } of Object.values(label)) {
      for (const text of [singular, plural]) index.set(foldedName(text), role);
    }
  }
  for (const { role } of study.roles) index.set(foldedName(role), role);
  return index;
}

/** Swedish numbers begin with 0; a spreadsheet that took the number for a number drops it. */
function restoredPhone(
  written: string | null,
  cell: Cell | undefined,
  study: StudyDefinition,
  say: (taken: string) => void,
): string | null {
  const hasLostZero =
    cell?.type === "number" && study.country === "SE" && /^[1-9]\d{6,8}$/.test(written ?? "");
  if (!hasLostZero) return written;
  say(`0${written}`);
  return `0${written}`;
}

function shortened(text: string): string {
  return text.length > longestValueShown ? `${text.slice(0, longestValueShown)}…` : text;
}
