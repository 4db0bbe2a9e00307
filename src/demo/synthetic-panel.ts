// The demo's panel: made-up people with made-up names and addresses, one for every seat of the core case.
import { type CoreMember, type CoreRole, coreRoles, seatsPerMunicipality } from "./core-case.ts";
import { drawBelow } from "./seeded-random.ts";

/** A made-up person as the panel file has them. */
export interface SyntheticPerson extends CoreMember {
  readonly name: string;
  readonly municipalityName: string;
  /** Under `.example`, `example.org` or `example.net`, which belong to nobody; null for those who get letters. */
  readonly email: string | null;
  /** A number that the Swedish authority has set aside for fiction; null for most. */
  readonly phone: string | null;
  readonly language: "sv" | "nb" | "en";
  /** First day in the seat, `yyyy-mm-dd`. */
  readonly seatFrom: string;
}

const firstNames =
  "Åsa Örjan Märta Björn Östen Görel Pär Gunnel Håkan Sólveig Jörgen Kerstin Måns Lovisa Älva Rune Ebba Sören Ylva Torbjörn Maj-Britt Nils Ingegärd Väinö Elin Göte Siv Åke Linnéa Anders Birgitta Jöns Tyra Eskil Änne Folke Signe Ossian Hjördis Bengt".split(
    " ",
  );
const lastNames =
  "Exempelsson Provström Låtsaslund Påhittsdotter Övningsberg Mönstergren Fiktivsson Teståker Skuggstedt Försökström Tänkbarsson Ändamålsson Attrappsjö Modellström Skissgård Utkastberg Platshållare Låtsasdal Provåker Exempelgren".split(
    " ",
  );

const withoutEmailAmongLocalGroups = 9;

/**
 * The panel before the first wave: 140 people, `S001` to `S140`, by municipality and role. Every name and
 * address is used once; nine representatives of local groups have no e-mail.
 */
export function syntheticPanel(seed: number): readonly SyntheticPerson[] {
  const seats = seatsPerMunicipality.flatMap(({ code, name, seats: perRole }) =>
    coreRoles.flatMap((role) =>
      Array.from({ length: perRole[role] }, () => ({ role, municipality: code, municipalityName: name })),
    ),
  );
  const names = syntheticNames(seed, seats.length);
  const people = seats.map((seat, position) =>
    syntheticPerson(seed, position + 1, names[position]!, seat, firstDay(seed, position + 1, seat.role)),
  );
  const local = people.filter(({ role }) => role === "local_group");
  const byDraw = [...local].sort((a, b) => letterDraw(seed, a) - letterDraw(seed, b));
  const withLetter = new Set(byDraw.slice(0, withoutEmailAmongLocalGroups));
  return people.map((person) => (withLetter.has(person) ? { ...person, email: null } : person));
}

/**
 * One made-up person.
 *
 * @param number makes the id: 7 is `S007`; no two people may have the same
 * @param name   see `syntheticNames`
 */
export function syntheticPerson(
  seed: number,
  number: number,
  name: string,
  seat: Pick<SyntheticPerson, "role" | "municipality" | "municipalityName">,
  seatFrom: string,
): SyntheticPerson {
  const languageDraw = drawBelow(140, seed, "language", number);
  return {
    memberId: `S${String(number).padStart(3, "0")}`,
    name,
    ...seat,
    email: `${asciiName(name).replaceAll(" ", ".")}@${domainOf(seat.role, seat.municipalityName, number)}`,
    phone:
      drawBelow(10, seed, "phone", number) < 3 && number < 95
        ? `070-174 06 ${String(5 + number).padStart(2, "0")}`
        : null,
    language: languageDraw < 4 ? "nb" : languageDraw < 8 ? "en" : "sv",
    seatFrom,
  };
}

/** That many different made-up names; a longer list begins with the shorter one. */
export function syntheticNames(seed: number, count: number): readonly string[] {
  const names = new Set<string>();
  for (let attempt = 0; names.size < count; attempt += 1) {
    const first = firstNames[drawBelow(firstNames.length, seed, "first name", attempt)]!;
    const last = lastNames[drawBelow(lastNames.length, seed, "last name", attempt)]!;
    names.add(`${first} ${last}`);
  }
  return [...names];
}

function letterDraw(seed: number, person: SyntheticPerson): number {
  return drawBelow(1_000_000, seed, "letter", person.memberId);
}

function asciiName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function domainOf(role: CoreRole, municipalityName: string, number: number): string {
  if (role !== "local_group") return `${asciiName(municipalityName)}.example`;
  return number % 2 === 0 ? "bygdegrupp.example.org" : "byalag.example.net";
}

function firstDay(seed: number, number: number, role: CoreRole): string {
  if (role === "politician") return "2022-10-15";
  const year = 2018 + drawBelow(7, seed, "seat year", number);
  const month = 1 + drawBelow(12, seed, "seat month", number);
  return `${year}-${String(month).padStart(2, "0")}-01`;
}
