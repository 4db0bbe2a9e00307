// groups.csv: groups of municipalities that do not follow from the registers, each level with the day it holds from.
import { isCalendarDate } from "./calendar-date.ts";
import { type Declared, find } from "./declared-value.ts";
import type { IsoDate } from "./study.ts";
import { readTextTable } from "./text-table.ts";

/** One municipality's level in one group, from a day on until a later row takes its place. */
export interface MunicipalityGroup {
  readonly municipality: string;
  readonly validFrom: IsoDate;
  /** "economy", "region", or a name of the study's own. */
  readonly group: string;
  readonly level: string;
  /** Where it is known from, for readers. */
  readonly source: string;
}

const columns = ["municipality", "valid_from", "group", "level", "source"] as const;

/**
 * Reads groups.csv (comma or semicolon); everything that is wrong with it goes to the findings, with its line.
 *
 * @param at the file's text as its value
 */
export function readMunicipalityGroups(at: Declared): MunicipalityGroup[] {
  const table = readTextTable(String(at.value));
  if (table.kind === "unreadable") {
    find(at, { kind: "not-table", reason: table.problem });
    return [];
  }
  const missing = columns.filter((column) => column !== "source" && !table.columns.includes(column));
  for (const column of missing) find({ ...at, path: column }, { kind: "missing" });
  if (missing.length > 0) return [];
  const seen = new Set<string>();
  return table.rows.map(({ line, cells }) => {
    const cell = (column: (typeof columns)[number]): string => (cells[column] ?? "").trim();
    const place = (column: string): Declared => ({ ...at, path: `${line}: ${column}` });
    for (const column of columns) {
      if (column !== "source" && cell(column) === "") find(place(column), { kind: "empty" });
    }
    const validFrom = cell("valid_from");
    if (validFrom !== "" && !isCalendarDate(validFrom))
      find(place("valid_from"), { kind: "bad-form", value: validFrom, wanted: "date" });
    const key = JSON.stringify([cell("municipality"), validFrom, cell("group")]);
    if (seen.has(key)) find(place("municipality"), { kind: "twice", value: cell("municipality") });
    seen.add(key);
    return {
      municipality: cell("municipality"),
      validFrom,
      group: cell("group"),
      level: cell("level"),
      source: cell("source"),
    };
  });
}

/** Groups looked up by municipality and day: name of the group to its level. */
export function municipalityGroupsOn(
  groups: readonly MunicipalityGroup[],
): (municipality: string, day: IsoDate) => Readonly<Record<string, string>> {
  const byMunicipality = new Map<string, MunicipalityGroup[]>();
  for (const row of groups) {
    const rows = byMunicipality.get(row.municipality);
    if (rows === undefined) byMunicipality.set(row.municipality, [row]);
    else rows.push(row);
  }
  for (const rows of byMunicipality.values()) rows.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return (municipality, day) => {
    const valid = (byMunicipality.get(municipality) ?? []).filter(({ validFrom }) => validFrom <= day);
    return Object.fromEntries(valid.map(({ group, level }) => [group, level]));
  };
}
