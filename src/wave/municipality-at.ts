// The municipality of a seat on a wave's reference date, where its code has gone since the seat was made.
import { municipalityPath } from "../registers/municipality-changes.ts";
import { registerOf } from "../registers/municipality-register.ts";
import { addDays } from "../study/calendar-date.ts";
import type { IsoDate } from "../study/study.ts";

/**
 * The code under which a municipality is on a day: its own while that is in force, the one it was renumbered
 * or merged to after that. A code that begins later than the day keeps itself.
 *
 * @returns null if the municipality has been divided: nobody can be placed by the code alone
 */
export function municipalityAt(country: "SE" | "NO", code: string, day: IsoDate): string | null {
  const validTo = registerOf(country).byCode.get(code)?.validTo;
  if (validTo === undefined || validTo === null || day < validTo) return code;
  const path = municipalityPath(country, code, addDays(validTo, -1), day);
  if (path.kind === "unknown") return code;
  return path.kind === "divided" ? null : path.to;
}
