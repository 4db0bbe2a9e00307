// The municipality registers of Sweden and Norway as the project holds them: rows of facts made into values.
import norwayFile from "./norway.json" with { type: "json" };
import swedenFile from "./sweden.json" with { type: "json" };

/** A country with a municipality register, as in ISO 3166-1. */
export type CountryCode = "SE" | "NO";

/** A municipality under one code. A municipality that changed its code has one of these per code. */
export interface Municipality {
  readonly country: CountryCode;
  /** Four digits, as text: many begin with 0. */
  readonly code: string;
  /** The name it bears on the day it was asked for; in `Register.byCode` the latest one under this code. */
  readonly name: string;
  readonly countyCode: string;
  readonly countyName: string;
  /** First day of the code, `yyyy-mm-dd`; null when in use before the register begins. */
  readonly validFrom: string | null;
  /** First day on which the code is no longer valid; null while it is. */
  readonly validTo: string | null;
  /** The one population figure known for the code, with its year; null where there is none. */
  readonly inhabitants: Inhabitants | null;
  /** Statistics Norway's centrality class, 1 most to 6 least central; null for Sweden and for ended codes. */
  readonly centrality: { readonly class: number; readonly year: number } | null;
}

/** People living in a place, and the year of the figure. */
export interface Inhabitants {
  readonly count: number;
  readonly year: number;
}

/**
 * What happened to a code on a date. The earlier code is valid the day before, the later one on the date.
 * `merged` and `split` have a row for every pair of codes, also where a code goes on. `boundary` says that a
 * part of the area moved; these rows are incomplete and never followed.
 */
export interface MunicipalityChange {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly kind: "renumbered" | "merged" | "split" | "boundary" | "renamed";
  /** The name until the date, in `renamed` rows; null in the others. */
  readonly earlierName: string | null;
}

/** All that is known about one country's municipalities. */
export interface Register {
  readonly country: CountryCode;
  /** Whom to name as the origin where the figures are shown. */
  readonly source: string;
  readonly byCode: ReadonlyMap<string, Municipality>;
  /** In order of date. */
  readonly changes: readonly MunicipalityChange[];
  /** Per code: its `renamed` changes, in order of date. */
  readonly renamings: ReadonlyMap<string, readonly MunicipalityChange[]>;
  /** Municipalities that went into a merger and came out of it again as they were, as codes before and after. */
  readonly restored: readonly { readonly before: string; readonly after: string }[];
}

interface RegisterFile {
  readonly country: string;
  readonly source: string;
  readonly centralityYear?: number;
  readonly restored: readonly (readonly string[])[];
  readonly counties: Readonly<Record<string, string>>;
  readonly municipalities: readonly (readonly (string | number | null)[])[];
  readonly changes: readonly (readonly string[])[];
}

function registerFrom(country: CountryCode, file: RegisterFile): Register {
  const byCode = new Map<string, Municipality>();
  for (const row of file.municipalities) {
    const [code, name, validFrom, validTo, inhabitants, inhabitantsYear, centralityClass] = row as [
      string,
      string,
      string | null,
      string | null,
      number | null,
      number | null,
      number | null | undefined,
    ];
    const countyCode = code.slice(0, 2);
    byCode.set(code, {
      country,
      code,
      name,
      countyCode,
      countyName: file.counties[countyCode]!,
      validFrom,
      validTo,
      inhabitants:
        inhabitants === null || inhabitantsYear === null
          ? null
          : { count: inhabitants, year: inhabitantsYear },
      centrality:
        centralityClass === null || centralityClass === undefined
          ? null
          : { class: centralityClass, year: file.centralityYear! },
    });
  }
  const changes = file.changes.map(([date, from, to, kind, earlierName]) => ({
    date: date!,
    from: from!,
    to: to!,
    kind: kind as MunicipalityChange["kind"],
    earlierName: earlierName ?? null,
  }));
  const restored = file.restored.map(([before, after]) => ({ before: before!, after: after! }));
  const renamings = Map.groupBy(
    changes.filter(({ kind }) => kind === "renamed"),
    ({ from }) => from,
  );
  return { country, source: file.source, byCode, changes, renamings, restored };
}

const registers: Readonly<Record<CountryCode, Register>> = {
  SE: registerFrom("SE", swedenFile),
  NO: registerFrom("NO", norwayFile),
};

/** The register of a country. */
export function registerOf(country: CountryCode): Register {
  return registers[country];
}

/** Whether a text names a country that has a register here. */
export function isCountryCode(text: string): text is CountryCode {
  return text === "SE" || text === "NO";
}

/**
 * Whether a code is in force on a day; validity includes its first day and excludes `validTo`.
 *
 * @param date `yyyy-mm-dd`
 * @throws RangeError if the date is not of that form
 */
export function isValidOn(municipality: Municipality, date: string): boolean {
  checkDate(date);
  return (
    (municipality.validFrom === null || municipality.validFrom <= date) &&
    (municipality.validTo === null || date < municipality.validTo)
  );
}

/** @throws RangeError if a text is not a date of the form `yyyy-mm-dd` */
export function checkDate(date: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a date (yyyy-mm-dd): ${date}`);
}
