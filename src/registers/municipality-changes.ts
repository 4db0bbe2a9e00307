// Where a municipality went between two dates: the same, renumbered, merged, or divided.
import {
  type CountryCode,
  checkDate,
  isValidOn,
  type Register,
  registerOf,
} from "./municipality-register.ts";

/** What became of the area of a code. Codes are in ascending order. */
export type MunicipalityPath =
  /** No municipality has the code on the earlier date. */
  | { readonly kind: "unknown" }
  | { readonly kind: "same"; readonly to: string }
  | { readonly kind: "renumbered"; readonly to: string }
  /** `with`: other codes of the earlier date that went there whole; `withPartOf`: those of which a part did. */
  | {
      readonly kind: "merged";
      readonly to: string;
      readonly with: readonly string[];
      readonly withPartOf: readonly string[];
    }
  /** Nobody can be placed in one of `to` by the earlier code alone. */
  | { readonly kind: "divided"; readonly to: readonly string[] };

/**
 * Where the area of a code went between two dates.
 *
 * Changes after the earlier date and up to the later one are followed in order; boundary adjustments are not
 * followed. A municipality that merged and was restored in between (Haram, 1534 until 2020 and 1580 from 2024)
 * counts as renumbered, and those it had merged with as never joined by it.
 *
 * @param code  four digits, as text
 * @param from  earlier date, `yyyy-mm-dd`
 * @param until later date, `yyyy-mm-dd`
 * @throws RangeError if a date is not of that form, or the later one comes first
 */
export function municipalityPath(
  country: CountryCode,
  code: string,
  from: string,
  until: string,
): MunicipalityPath {
  const paths = pathsBetween(country, from, until);
  const ends = paths.get(code);
  if (!ends) return { kind: "unknown" };
  if (ends.length > 1) return { kind: "divided", to: ends };
  const to = ends[0]!;
  const sources = [...paths].filter(([other, otherEnds]) => other !== code && otherEnds.includes(to));
  if (sources.length === 0) return { kind: to === code ? "same" : "renumbered", to };
  return {
    kind: "merged",
    to,
    with: sources.filter(([, otherEnds]) => otherEnds.length === 1).map(([other]) => other),
    withPartOf: sources.filter(([, otherEnds]) => otherEnds.length > 1).map(([other]) => other),
  };
}

/**
 * For every code in force on the earlier date, the codes that have its area on the later one, both ascending.
 * Rules as for `municipalityPath`.
 *
 * @throws RangeError if a date is not `yyyy-mm-dd`, or the later one comes first
 */
export function pathsBetween(
  country: CountryCode,
  from: string,
  until: string,
): ReadonlyMap<string, readonly string[]> {
  checkDate(from);
  checkDate(until);
  if (until < from) throw new RangeError(`the later date comes first: ${from}, ${until}`);
  const register = registerOf(country);
  const steps = stepsBetween(register, from, until);
  const restored = register.restored.filter(
    ({ before, after }) =>
      isValidOn(register.byCode.get(before)!, from) && isValidOn(register.byCode.get(after)!, until),
  );
  const paths = new Map<string, readonly string[]>();
  const codes = [...register.byCode.values()].filter((municipality) => isValidOn(municipality, from));
  for (const { code } of codes.sort((a, b) => (a.code < b.code ? -1 : 1))) {
    let ends: ReadonlySet<string> = new Set([code]);
    for (const successors of steps) {
      ends = new Set([...ends].flatMap((end) => successors.get(end) ?? [end]));
    }
    const isRestored = restored.find(({ before }) => before === code);
    const isElsewhere = (end: string) => !restored.some(({ after }) => after === end);
    paths.set(code, isRestored ? [isRestored.after] : [...ends].filter(isElsewhere).sort());
  }
  return paths;
}

/** Per day of change, in order: the codes that each changed code went to. */
function stepsBetween(
  register: Register,
  from: string,
  until: string,
): readonly ReadonlyMap<string, readonly string[]>[] {
  const steps = new Map<string, Map<string, string[]>>();
  for (const change of register.changes) {
    const isFollowed = change.kind !== "boundary" && change.kind !== "renamed";
    if (!isFollowed || change.date <= from || change.date > until) continue;
    const successors = steps.get(change.date) ?? new Map<string, string[]>();
    successors.set(change.from, [...(successors.get(change.from) ?? []), change.to]);
    steps.set(change.date, successors);
  }
  return [...steps].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, successors]) => successors);
}
