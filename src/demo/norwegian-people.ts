// Made-up Norwegian office holders: a made-up name and address for every seat that a study asks.
import { foldedName } from "../registers/municipality-name.ts";
import { drawBelow } from "./seeded-random.ts";

/** A seat to be filled: a role of the study in a municipality of the register. */
export interface NorwegianSeat {
  readonly role: string;
  readonly municipality: { readonly code: string; readonly name: string };
}

/** A made-up person as a panel file has them. */
export interface NorwegianPerson extends NorwegianSeat {
  readonly memberId: string;
  readonly name: string;
  /** Under `.example`, which belongs to nobody. */
  readonly email: string;
  readonly language: "nb" | "nn";
  /** First day in the seat, `yyyy-mm-dd`. */
  readonly seatFrom: string;
}

const firstNames =
  "Aslaug Bjørg Brynjulf Dagfinn Eldbjørg Eirik Elfrid Embla Endre Frøydis Gaute Gjertrud Gunnhild Halvard Hedda Hågen Idunn Ingebjørg Iver Jorunn Kjellaug Kåre Leiv Live Magnhild Målfrid Nikolai Norunn Oddvar Ola Olaug Ragnfrid Runar Sigmund Siv Snorre Solveig Sunniva Svanhild Synnøve Sæmund Tarald Tjodhild Torfinn Trygve Turid Vegard Yngvild Ørjan Åshild".split(
    " ",
  );
const lastNames =
  "Attpåvoll Avtrykkli Blåkopihaug Demohaugen Dikteberg Eksempelsen Fantasifjord Fiktivsen Forsøkstad Kladdemo Liksomrud Låtsdal Modellås Mønsterhaug Oppdiktøy Papirnes Plassholdervik Prøvestad Påfunnsvåg Råmaterialbø Skisseland Skyggebakken Tankestrek Tenkteng Testmark Tomromsvik Utkastli Utenforli Øvingsdal Øvrebøprøve".split(
    " ",
  );
/** Counties in which most municipalities write Nynorsk. */
const nynorskCounties: ReadonlySet<string> = new Set(["14", "15", "46"]);

/**
 * One made-up person per seat. Names and addresses are used once each; seats of the same municipality share its
 * language. The same seed and seats always give the same people.
 *
 * @param prefix    begins every member id: "K" gives `K0001`
 * @param seats     in the order of the ids, 1,400 at most
 * @param firstYear first year in which a seat may have been taken; the last is five years later
 */
export function norwegianPeople(
  seed: number,
  prefix: string,
  seats: readonly NorwegianSeat[],
  firstYear: number,
): readonly NorwegianPerson[] {
  const names = norwegianNames(seed, seats.length);
  const digits = String(seats.length).length;
  return seats.map((seat, position) => {
    const number = position + 1;
    const name = names[position]!;
    const year = firstYear + drawBelow(6, seed, "seat year", prefix, number);
    const month = 1 + drawBelow(12, seed, "seat month", prefix, number);
    return {
      ...seat,
      memberId: `${prefix}${String(number).padStart(digits, "0")}`,
      name,
      email: `${foldedName(name).replaceAll(" ", ".")}@${domainOf(seat.municipality.name)}`,
      language: languageOf(seed, seat.municipality.code),
      seatFrom: `${year}-${String(month).padStart(2, "0")}-01`,
    };
  });
}

function norwegianNames(seed: number, count: number): readonly string[] {
  if (count > 1400) throw new RangeError(`no ${count} different names`);
  const names = new Set<string>();
  for (let attempt = 0; names.size < count; attempt += 1) {
    const first = firstNames[drawBelow(firstNames.length, seed, "first name", attempt)]!;
    const last = lastNames[drawBelow(lastNames.length, seed, "last name", attempt)]!;
    names.add(`${first} ${last}`);
  }
  return [...names];
}

/** `Nord-Aurdal` is at `nord-aurdal.example`; of several languages the first counts. */
function domainOf(municipalityName: string): string {
  const name = municipalityName.replace(/ \([^)]*\)$/, "").split(" - ")[0]!;
  return `${foldedName(name).replaceAll(" ", "-")}.example`;
}

function languageOf(seed: number, code: string): "nb" | "nn" {
  if (nynorskCounties.has(code.slice(0, 2))) return "nn";
  return drawBelow(20, seed, "language", code) === 0 ? "nn" : "nb";
}
