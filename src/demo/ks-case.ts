// The competence-centre case of 2023: who was asked and who answered, in the numbers that were published.
import type { CentralityGroup, SizeClass } from "../registers/municipality.ts";
import { countySeats, type KsMunicipality, ksMunicipalities } from "./ks-municipalities.ts";
import { type NorwegianPerson, norwegianPeople } from "./norwegian-people.ts";
import { drawBelow, drawWhole } from "./seeded-random.ts";

/** The seed of the committed panel, cases and answers. */
export const ksSeed = 355;

export const ksRoles = ["health", "education", "upbringing", "dental"] as const;
export type KsRole = (typeof ksRoles)[number];

/** Known shares of small, medium and large municipalities, to which the answers are weighted. */
export const ksPopulationShares: Readonly<Record<SizeClass, number>> = {
  small: 0.49,
  medium: 0.41,
  large: 0.1,
};

/** Counties of 2023 with two dental leaders; the others have one. */
const countiesWithTwo: ReadonlySet<string> = new Set(["30", "38", "46", "54"]);

/** The five dental leaders who answered, in four counties. */
const answersPerCounty: readonly (readonly [county: string, answers: number])[] = [
  ["34", 1],
  ["46", 1],
  ["18", 1],
  ["54", 2],
];

/**
 * Municipalities with an answer, and how many of them have a second one. With the five county answers these are
 * 47 small, 64 medium and 28 large of 139, and 14, 61 and 64 by centrality: the only counts that give the published
 * 34/46/20 % and 10/44/46 %. No small municipality is highly central and no large one little, and of the ways to
 * fill the other cells this is one in which the weighted centrality is the published 6/36/58 %.
 */
const answeringMunicipalities: readonly {
  readonly size: SizeClass;
  readonly centrality: CentralityGroup;
  readonly municipalities: number;
  readonly withTwo: number;
}[] = [
  { size: "small", centrality: "medium", municipalities: 5, withTwo: 0 },
  { size: "small", centrality: "low", municipalities: 38, withTwo: 4 },
  { size: "medium", centrality: "high", municipalities: 3, withTwo: 0 },
  { size: "medium", centrality: "medium", municipalities: 34, withTwo: 5 },
  { size: "medium", centrality: "low", municipalities: 19, withTwo: 3 },
  { size: "large", centrality: "high", municipalities: 8, withTwo: 1 },
  { size: "large", centrality: "medium", municipalities: 12, withTwo: 2 },
];

/** A seat that was asked. */
export interface KsSeat {
  readonly role: KsRole;
  readonly municipality: KsMunicipality;
  /** Its county by code for dental leaders; null for those of a municipality. */
  readonly county: string | null;
}

/** A member of the gross sample, and whether an answer came. */
export interface KsMember extends KsSeat {
  readonly memberId: string;
  readonly isAnswering: boolean;
}

/** The gross sample as a panel of made-up people: three leaders per municipality, the counties' dental leaders. */
export function ksPanel(seed: number): readonly NorwegianPerson[] {
  return norwegianPeople(seed, "K", ksSeats(seed), 2016);
}

/** The gross sample in the order of the panel, 1,083 members of whom 139 answer. */
export function ksMembers(seed: number): readonly KsMember[] {
  const seats = ksSeats(seed);
  const answering = answeringSeats(seed, seats);
  return ksPanel(seed).map(({ memberId }, position) => {
    const seat = seats[position]!;
    return { ...seat, memberId, isAnswering: answering.has(seat) };
  });
}

function ksSeats(seed: number): readonly KsSeat[] {
  const municipalities = ksMunicipalities(seed);
  const leaders = municipalities.flatMap((municipality) =>
    ksRoles.filter((role) => role !== "dental").map((role): KsSeat => ({ role, municipality, county: null })),
  );
  const dental = Object.entries(countySeats).flatMap(([county, code]) => {
    const municipality = municipalities.find((one) => one.code === code)!;
    const seat: KsSeat = { role: "dental", municipality, county };
    return countiesWithTwo.has(county) ? [seat, { ...seat }] : [seat];
  });
  return [...leaders, ...dental];
}

function answeringSeats(seed: number, seats: readonly KsSeat[]): ReadonlySet<KsSeat> {
  const ofMunicipality = Map.groupBy(
    seats.filter(({ county }) => county === null),
    ({ municipality }) => municipality,
  );
  const drawn = [...ofMunicipality.keys()].toSorted(
    (a, b) => drawWhole(seed, "answers", a.code) - drawWhole(seed, "answers", b.code),
  );
  const leaders = answeringMunicipalities.flatMap(({ size, centrality, municipalities, withTwo }) =>
    drawn
      .filter((one) => one.size === size && one.centrality === centrality)
      .slice(0, municipalities)
      .flatMap((municipality, position) => {
        const leading = firstLeader(seed, municipality.code);
        const [first, second] = ofMunicipality
          .get(municipality)!
          .toSorted((a, b) => Number(b.role === leading) - Number(a.role === leading));
        return position < withTwo ? [first!, second!] : [first!];
      }),
  );
  const dental = answersPerCounty.flatMap(([county, answers]) =>
    seats.filter((seat) => seat.county === county).slice(0, answers),
  );
  return new Set([...leaders, ...dental]);
}

/** Whose answer comes where only one does: health leaders' most often. */
function firstLeader(seed: number, code: string): KsRole {
  const draw = drawBelow(100, seed, "first leader", code);
  return draw < 48 ? "health" : draw < 74 ? "upbringing" : "education";
}
