// The municipalities of the competence-centre case, with the groups that the analysis of 2023 used.
import {
  type CentralityGroup,
  centralityGroupOf,
  municipalitiesOn,
  municipalityOn,
  type SizeClass,
  sizeClassOf,
} from "../registers/municipality.ts";
import { pathsBetween } from "../registers/municipality-changes.ts";
import { drawBelow } from "./seeded-random.ts";

/** The day whose municipalities and counties are asked. */
export const ksReferenceDate = "2023-04-01";

/** Day of the centrality classes that the register holds; the municipalities of 2023 are followed to it. */
const centralityDay = "2024-01-01";

/** Northern Norway and Trøndelag are one region, for its base. */
export type KsRegion = "east" | "south" | "west" | "north";

/** Free income per inhabitant against the country's average: under 95 %, 95–107 %, 108 % or more. */
export type KsEconomy = "below" | "middle" | "above";

/** A municipality on the reference date. */
export interface KsMunicipality {
  readonly code: string;
  readonly name: string;
  readonly size: SizeClass;
  readonly centrality: CentralityGroup;
  readonly region: KsRegion;
  /** Drawn, not looked up: no figures on economy are part of the demo. */
  readonly economy: KsEconomy;
}

const regionOfCounty: Readonly<Record<string, KsRegion>> = {
  "03": "east",
  "30": "east",
  "34": "east",
  "38": "south",
  "42": "south",
  "11": "west",
  "15": "west",
  "46": "west",
  "18": "north",
  "50": "north",
  "54": "north",
};

/** Per county of 2023 the municipality in which its dental leaders are placed, where its administration was. */
export const countySeats: Readonly<Record<string, string>> = {
  "03": "0301",
  "11": "1103",
  "15": "1506",
  "18": "1804",
  "30": "3005",
  "34": "3403",
  "38": "3807",
  "42": "4204",
  "46": "4601",
  "50": "5006",
  "54": "5401",
};

/** Every municipality of the reference date in order of code: 356. */
export function ksMunicipalities(seed: number): readonly KsMunicipality[] {
  const paths = pathsBetween("NO", ksReferenceDate, centralityDay);
  return municipalitiesOn("NO", ksReferenceDate).map((municipality) => {
    const { code, name, countyCode } = municipality;
    const size = sizeClassOf(municipality)!.sizeClass;
    return {
      code,
      name,
      size,
      centrality: centralityOf(name, paths.get(code)!),
      region: regionOfCounty[countyCode]!,
      economy: economyOf(seed, code, size, regionOfCounty[countyCode]!),
    };
  });
}

/**
 * Where a municipality was divided, that of the successor which kept its name.
 *
 * @param successors codes that have the municipality's area on the day of the classes
 */
function centralityOf(name: string, successors: readonly string[]): CentralityGroup {
  const heirs = successors.map((code) => municipalityOn("NO", code, centralityDay)!);
  return centralityGroupOf(heirs.find((heir) => heir.name === name) ?? heirs[0]!)!.group;
}

/** In this made-up world small and northern municipalities are richer than others. */
function economyOf(seed: number, code: string, size: SizeClass, region: KsRegion): KsEconomy {
  const richer = (size === "small" ? 25 : 0) + (region === "north" ? 15 : 0);
  const draw = drawBelow(100, seed, "economy", code);
  if (draw < 10 + richer) return "above";
  return draw < 65 + richer / 2 ? "middle" : "below";
}
