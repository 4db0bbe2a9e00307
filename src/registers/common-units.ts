// Common units: the finest areas into which the municipalities of all compared dates can be added up.
import { municipalitiesOn } from "./municipality.ts";
import { pathsBetween } from "./municipality-changes.ts";
import {
  type CountryCode,
  type Inhabitants,
  type Municipality,
  registerOf,
} from "./municipality-register.ts";

/** One area that can be told apart on every compared date. */
export interface CommonUnit {
  /** The codes of the date on which it had most parts (the latest such date), joined: `5001+5030`, `3101`. */
  readonly label: string;
  /** The names of the same parts, joined by " + ". */
  readonly name: string;
  /**
   * `same`: one code throughout. `renumbered`: one municipality whose code changed. `merged`: municipalities
   * that became one, added up on the dates before. `undivided`: some municipality in it was divided, and the
   * area is kept whole because nobody can be placed in a part by the earlier code.
   */
  readonly kind: "same" | "renumbered" | "merged" | "undivided";
  /** Its municipalities per compared date, ascending; never empty. */
  readonly membersByDate: ReadonlyMap<string, readonly string[]>;
  /** On the latest date, members added up; null if a figure is missing or the years differ. */
  readonly inhabitants: Inhabitants | null;
}

/** A country cut into common units for some dates. */
export interface CommonUnits {
  /** In order of label. */
  readonly units: readonly CommonUnit[];
  /** The unit a municipality of a compared date lies in; undefined for a code or date that was not compared. */
  unitOf(date: string, code: string): CommonUnit | undefined;
}

/**
 * The finest units common to all compared dates: connected components of the graph whose nodes are the
 * municipalities on each date and whose edges join those with area in common on neighbouring dates
 * (methods: municipality mergers and splits). Mergers are added up; a division is never guessed, the area
 * stays one unit. A restored municipality (Haram) is a unit of its own when no compared date lies between.
 *
 * @param dates `yyyy-mm-dd`, in any order, one at least; the same date twice counts once
 * @throws RangeError if there is no date, or one is not of that form
 */
export function commonUnits(country: CountryCode, dates: readonly string[]): CommonUnits {
  const compared = [...new Set(dates)].sort();
  if (compared.length === 0) throw new RangeError("no dates to compare");
  const municipalities = new Map(compared.map((date) => [date, byCode(municipalitiesOn(country, date))]));

  const joined = new DisjointSets();
  for (const [date, codes] of municipalities) {
    for (const code of codes.keys()) joined.add(node(date, code));
  }
  const divided = new Set<string>();
  for (const [position, date] of compared.slice(1).entries()) {
    const earlier = compared[position]!;
    for (const [code, ends] of pathsBetween(country, earlier, date)) {
      if (ends.length > 1) divided.add(node(earlier, code));
      for (const end of ends) joined.join(node(earlier, code), node(date, end));
    }
  }

  const unitByNode = new Map<string, CommonUnit>();
  const units: CommonUnit[] = [];
  for (const nodes of joined.sets()) {
    const unit = unitFrom(country, nodes, municipalities, divided);
    units.push(unit);
    for (const one of nodes) unitByNode.set(one, unit);
  }
  units.sort((a, b) => (a.label < b.label ? -1 : 1));
  return { units, unitOf: (date, code) => unitByNode.get(node(date, code)) };
}

function unitFrom(
  country: CountryCode,
  nodes: readonly string[],
  municipalities: ReadonlyMap<string, ReadonlyMap<string, Municipality>>,
  divided: ReadonlySet<string>,
): CommonUnit {
  const membersByDate = new Map<string, readonly string[]>();
  let finest: readonly Municipality[] = [];
  let latest: readonly Municipality[] = [];
  for (const [date, byCodeThen] of municipalities) {
    const members = nodes
      .filter((one) => one.startsWith(date))
      .sort()
      .map((one) => byCodeThen.get(one.slice(date.length + 1))!);
    membersByDate.set(
      date,
      members.map(({ code }) => code),
    );
    if (members.length >= finest.length) finest = members;
    latest = members;
  }
  const codes = new Set([...membersByDate.values()].flat());
  const wasDivided = nodes.some((one) => divided.has(one));
  return {
    label: finest.map(({ code }) => code).join("+"),
    name: finest.map(({ name }) => name).join(" + "),
    kind: wasDivided ? "undivided" : finest.length > 1 ? "merged" : codes.size > 1 ? "renumbered" : "same",
    membersByDate,
    inhabitants: inhabitantsOf(country, latest),
  };
}

function inhabitantsOf(country: CountryCode, members: readonly Municipality[]): Inhabitants | null {
  let count = 0;
  const years = new Set<number>();
  for (const { code } of members) {
    const inhabitants = registerOf(country).byCode.get(code)!.inhabitants;
    if (!inhabitants) return null;
    count += inhabitants.count;
    years.add(inhabitants.year);
  }
  return years.size === 1 ? { count, year: [...years][0]! } : null;
}

function byCode(municipalities: readonly Municipality[]): ReadonlyMap<string, Municipality> {
  return new Map(municipalities.map((municipality) => [municipality.code, municipality]));
}

function node(date: string, code: string): string {
  return `${date} ${code}`;
}

/** Sets that can be joined (union-find with path halving). */
class DisjointSets {
  private readonly parents = new Map<string, string>();

  add(one: string): void {
    if (!this.parents.has(one)) this.parents.set(one, one);
  }

  join(one: string, other: string): void {
    this.parents.set(this.root(one), this.root(other));
  }

  sets(): readonly (readonly string[])[] {
    const sets = new Map<string, string[]>();
    for (const one of this.parents.keys()) {
      const root = this.root(one);
      sets.set(root, [...(sets.get(root) ?? []), one]);
    }
    return [...sets.values()];
  }

  private root(one: string): string {
    let current = one;
    for (;;) {
      const parent = this.parents.get(current)!;
      if (parent === current) return current;
      const grandparent = this.parents.get(parent)!;
      this.parents.set(current, grandparent);
      current = grandparent;
    }
  }
}
