// What a case's columns say of its municipality: groups from the register, and the unit it is compared as.
import { commonUnits } from "../registers/common-units.ts";
import {
  type CountryCode,
  centralityGroupOf,
  type Municipality,
  municipalityOn,
  sizeClassOf,
} from "../registers/municipality.ts";
import { registerOf } from "../registers/municipality-register.ts";
import { type MunicipalityGroup, municipalityGroupsOn } from "../study/municipality-group.ts";
import { municipalityAt } from "../wave/municipality-at.ts";

/** Groups of a municipality by its code: county, size, centrality and the study's own. */
export type Classification = (code: string) => Readonly<Record<string, string>>;

/**
 * The classification of a day: a code that has gone by then is that of the municipality it went into; one that was
 * divided, or that begins later, keeps itself.
 */
export function classificationOn(
  country: CountryCode,
  groups: readonly MunicipalityGroup[],
  day: string,
): Classification {
  const groupsOn = municipalityGroupsOn(groups);
  const known = new Map<string, Readonly<Record<string, string>>>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const on = municipalityAt(country, code, day);
    const municipality =
      on === null ? registerOf(country).byCode.get(code) : municipalityOn(country, on, day);
    const columns = {
      ...registerColumns(municipality ?? registerOf(country).byCode.get(code)),
      ...groupsOn(code, day),
      ...groupsOn(on ?? code, day),
    };
    known.set(code, columns);
    return columns;
  };
}

/** Groups of a municipality that follow from the register; those that it does not know are left out. */
export function registerColumns(municipality: Municipality | undefined): Record<string, string> {
  if (municipality === undefined) return {};
  const size = sizeClassOf(municipality)?.sizeClass;
  const centrality = centralityGroupOf(municipality)?.group;
  return {
    county: municipality.countyCode,
    ...(size === undefined ? {} : { size }),
    ...(centrality === undefined ? {} : { centrality }),
  };
}

/**
 * Per wave the common unit of each municipality asked; null where each is itself in all waves.
 *
 * @param waves with their reference dates
 * @param municipalities codes
 */
export function unitMapOf(
  country: CountryCode,
  waves: readonly { readonly label: string; readonly referenceDate: string }[],
  municipalities: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, string>> | null {
  const { unitOf } = commonUnits(
    country,
    waves.map(({ referenceDate }) => referenceDate),
  );
  const map = new Map(
    waves.map(({ label, referenceDate }) => [
      label,
      new Map(
        municipalities.flatMap((code) => {
          const unit = unitOf(referenceDate, code);
          return unit === undefined ? [] : [[code, unit.label] as const];
        }),
      ),
    ]),
  );
  const isPlain = [...map.values()].every((codes) => [...codes].every(([code, unit]) => code === unit));
  return isPlain ? null : map;
}
