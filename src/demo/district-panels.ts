// The made-up panels of two Norwegian studies of small municipalities: who sits where on the day they are asked.
import type { SizeClass } from "../registers/municipality.ts";
import { municipalitiesOn, sizeClassOf } from "../registers/municipality.ts";
import type { Municipality } from "../registers/municipality-register.ts";
import { type NorwegianPerson, type NorwegianSeat, norwegianPeople } from "./norwegian-people.ts";
import { drawWhole } from "./seeded-random.ts";

/** The day whose municipalities each study asks, `yyyy-mm-dd`. */
export const districtDays = {
  "distriktssenteret-2019": "2019-05-01",
  "innspill-innovasjon": "2022-10-01",
} as const;

const knowledgeCentreRoles = ["mayor", "chief_executive", "development_lead"];

/** Participants of the conference by role, in the order of study.json. */
const conferenceSeats: readonly (readonly [role: string, seats: number])[] = [
  ["mayor", 10],
  ["chief_executive", 11],
  ["finance_head", 6],
  ["project_leader", 8],
  ["business_adviser", 9],
  ["planner", 6],
];

/** Mayor, chief executive and development lead of 20 small municipalities of 2019: 60 people. */
export function knowledgeCentrePanel(seed: number): readonly NorwegianPerson[] {
  const municipalities = drawnMunicipalities(seed, districtDays["distriktssenteret-2019"], 20, ["small"]);
  const seats = municipalities.flatMap((municipality) =>
    knowledgeCentreRoles.map((role) => ({ role, municipality })),
  );
  return norwegianPeople(seed, "D", seats, 2013);
}

/** The 50 participants of the conference, in six roles, from 24 small and medium municipalities of 2022. */
export function conferencePanel(seed: number): readonly NorwegianPerson[] {
  const day = districtDays["innspill-innovasjon"];
  const municipalities = drawnMunicipalities(seed, day, 24, ["small", "small", "medium"]);
  const seats: NorwegianSeat[] = [];
  for (const [role, count] of conferenceSeats) {
    for (let seat = 0; seat < count; seat += 1) {
      seats.push({ role, municipality: municipalities[seats.length % municipalities.length]! });
    }
  }
  return norwegianPeople(seed, "N", seats, 2016);
}

/** So many municipalities of a day in order of code, their size classes in the proportions of `sizes`. */
function drawnMunicipalities(
  seed: number,
  day: string,
  count: number,
  sizes: readonly SizeClass[],
): readonly Municipality[] {
  const drawn = municipalitiesOn("NO", day).toSorted(
    (a, b) => drawWhole(seed, "municipality", a.code) - drawWhole(seed, "municipality", b.code),
  );
  const bySize = Map.groupBy(drawn, (municipality) => sizeClassOf(municipality)?.sizeClass);
  const taken = new Map<SizeClass, number>();
  return Array.from({ length: count }, (_, position) => {
    const size = sizes[position % sizes.length]!;
    const next = taken.get(size) ?? 0;
    taken.set(size, next + 1);
    return bySize.get(size)![next]!;
  }).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
