// What a case's columns say of its municipality: groups from the register, and the unit it is compared as.
import { commonUnits } from "../registers/common-units.ts";
import {
  type CountryCode,
  centralityGroupOf,
  type Municipality,
  sizeClassOf,
} from "../registers/municipality.ts";

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
