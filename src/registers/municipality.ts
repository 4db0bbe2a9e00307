// A municipality on a day: found by its code, or by code or name as people write them, and its groups.
import { foldedName, nameDistance, nameForms, plainName, writtenForms } from "./municipality-name.ts";
import {
  type CountryCode,
  type Inhabitants,
  isValidOn,
  type Municipality,
  type Register,
  registerOf,
} from "./municipality-register.ts";

export type { CountryCode, Municipality } from "./municipality-register.ts";

/** What a written code or name leads to on a day. */
export type MunicipalityMatch =
  | { readonly kind: "found"; readonly municipality: Municipality }
  /** The name belongs to several municipalities; the code tells them apart. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Municipality[] }
  /** A municipality had or gets this code or name, but not on that day. */
  | { readonly kind: "not-on-date"; readonly candidates: readonly Municipality[] }
  /** No such municipality. Up to five with a similar name, nearest first. */
  | { readonly kind: "unknown"; readonly suggestions: readonly Municipality[] };

/** Small: up to 4 999 inhabitants; medium: 5 000 to 29 999; large: 30 000 and more. */
export type SizeClass = "small" | "medium" | "large";

/** High: classes 1 and 2; medium: 3 and 4; low: 5 and 6. */
export type CentralityGroup = "high" | "medium" | "low";

/**
 * The municipality that has a code on a day, under the name of that day.
 *
 * @param code four digits, as text
 * @param date `yyyy-mm-dd`
 * @returns undefined if no municipality has the code then
 * @throws RangeError if the date is not of that form
 */
export function municipalityOn(country: CountryCode, code: string, date: string): Municipality | undefined {
  const register = registerOf(country);
  const municipality = register.byCode.get(code);
  if (!municipality || !isValidOn(municipality, date)) return undefined;
  return withNameOn(register, municipality, date);
}

/**
 * Every municipality of a country on a day, in order of code.
 *
 * @param date `yyyy-mm-dd`
 * @throws RangeError if the date is not of that form
 */
export function municipalitiesOn(country: CountryCode, date: string): readonly Municipality[] {
  const register = registerOf(country);
  return [...register.byCode.values()]
    .filter((municipality) => isValidOn(municipality, date))
    .map((municipality) => withNameOn(register, municipality, date))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The municipality that a person means by a code or a name, on a day.
 *
 * Accepts a code of four digits, or of three where a spreadsheet took the leading zero; the name in any case
 * and with or without accents (with accents first: Habo and Håbo are two), with "kommun" or "stad" after it,
 * in any of its languages, and an earlier or later name borne under the same code.
 *
 * @param text as written in a file
 * @param date `yyyy-mm-dd`
 * @throws RangeError if the date is not of that form
 */
export function findMunicipality(country: CountryCode, text: string, date: string): MunicipalityMatch {
  const register = registerOf(country);
  const written = text.normalize("NFC").trim();
  if (/^\d+$/.test(written)) return findByCode(register, written.padStart(4, "0"), date);

  const index = nameIndexOn(register, date);
  const forms = writtenForms(written);
  for (const [names, fold] of [
    [index.plain, plainName],
    [index.folded, foldedName],
    [index.foldedOfOtherTimes, foldedName],
  ] as const) {
    const matches = [...new Set(forms.flatMap((form) => names.get(fold(form)) ?? []))];
    if (matches.length === 1) return { kind: "found", municipality: matches[0]! };
    if (matches.length > 1) return { kind: "ambiguous", candidates: matches };
  }
  const candidates = [...new Set(forms.flatMap((form) => index.foldedOfEnded.get(foldedName(form)) ?? []))];
  if (candidates.length > 0) return { kind: "not-on-date", candidates };
  return { kind: "unknown", suggestions: nearNames(index.folded, forms) };
}

/**
 * The size class of a place by the one population figure known for it.
 *
 * @returns the class and the year of the figure, which must be shown with it; null without a figure
 */
export function sizeClassOf(place: {
  readonly inhabitants: Inhabitants | null;
}): { readonly sizeClass: SizeClass; readonly year: number } | null {
  if (!place.inhabitants) return null;
  const { count, year } = place.inhabitants;
  return { sizeClass: count <= 4999 ? "small" : count <= 29_999 ? "medium" : "large", year };
}

/**
 * The centrality group of a Norwegian municipality by Statistics Norway's index.
 *
 * @returns the group and the year of the classification; null for Sweden and for codes that have ended
 */
export function centralityGroupOf(
  municipality: Municipality,
): { readonly group: CentralityGroup; readonly year: number } | null {
  if (!municipality.centrality) return null;
  const { class: centralityClass, year } = municipality.centrality;
  return { group: centralityClass <= 2 ? "high" : centralityClass <= 4 ? "medium" : "low", year };
}

function findByCode(register: Register, code: string, date: string): MunicipalityMatch {
  const municipality = register.byCode.get(code);
  if (!municipality) return { kind: "unknown", suggestions: [] };
  if (!isValidOn(municipality, date)) return { kind: "not-on-date", candidates: [municipality] };
  return { kind: "found", municipality: withNameOn(register, municipality, date) };
}

function withNameOn(register: Register, municipality: Municipality, date: string): Municipality {
  const renaming = register.renamings.get(municipality.code)?.find((change) => date < change.date);
  return renaming?.earlierName ? { ...municipality, name: renaming.earlierName } : municipality;
}

type MunicipalitiesByName = ReadonlyMap<string, readonly Municipality[]>;

/** The names by which municipalities can be found on one day. */
interface NameIndex {
  readonly plain: MunicipalitiesByName;
  readonly folded: MunicipalitiesByName;
  /** Names that municipalities of the day bore before or bear later, under the same code. */
  readonly foldedOfOtherTimes: MunicipalitiesByName;
  /** Names of municipalities that are not in force on the day. */
  readonly foldedOfEnded: MunicipalitiesByName;
}

const keptIndexes = new Map<string, NameIndex>();

function nameIndexOn(register: Register, date: string): NameIndex {
  const key = `${register.country} ${date}`;
  const kept = keptIndexes.get(key);
  if (kept) return kept;
  const current = municipalitiesOn(register.country, date);
  const others = [...register.byCode.values()].filter((municipality) => !isValidOn(municipality, date));
  const nameThen = ({ name }: Municipality) => [name];
  const namesBorne = ({ code }: Municipality) => [
    ...(register.renamings.get(code) ?? []).map(({ earlierName }) => earlierName!),
    register.byCode.get(code)!.name,
  ];
  const index: NameIndex = {
    plain: byName(current, nameThen, plainName),
    folded: byName(current, nameThen, foldedName),
    foldedOfOtherTimes: byName(current, namesBorne, foldedName),
    foldedOfEnded: byName(others, namesBorne, foldedName),
  };
  if (keptIndexes.size >= 20) keptIndexes.clear();
  keptIndexes.set(key, index);
  return index;
}

function byName(
  municipalities: readonly Municipality[],
  namesOf: (municipality: Municipality) => readonly string[],
  fold: (text: string) => string,
): MunicipalitiesByName {
  const index = new Map<string, Municipality[]>();
  for (const municipality of municipalities) {
    const names = new Set(namesOf(municipality).flatMap(nameForms).map(fold));
    for (const name of names) index.set(name, [...(index.get(name) ?? []), municipality]);
  }
  return index;
}

function nearNames(folded: MunicipalitiesByName, forms: readonly string[]): readonly Municipality[] {
  const wanted = forms.map(foldedName).filter((text) => text !== "");
  const distances = new Map<Municipality, number>();
  for (const [name, municipalities] of folded) {
    for (const text of wanted) {
      const distance = nameDistance(text, name);
      if (distance === null) continue;
      for (const one of municipalities)
        distances.set(one, Math.min(distance, distances.get(one) ?? distance));
    }
  }
  return [...distances]
    .sort(([a, near], [b, far]) => near - far || (a.code < b.code ? -1 : 1))
    .slice(0, 5)
    .map(([municipality]) => municipality);
}
