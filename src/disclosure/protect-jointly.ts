// Protecting all tables of a wave together: which further rows must be hidden so that nobody who reads everything
// can work out a hidden count. Sources: Willenborg & de Waal 2001, ch. 4; Fischetti & Salazar 2001 (linked tables).
import { type Exposure, exposures } from "./attack.ts";
import type { Solver } from "./linear-program.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { type Attention, type HiddenCount, type Release, readerKnowledge } from "./reader-knowledge.ts";
import { type BaseLayer, type Entry, isHiddenIn, joined, type Pattern, sumOf } from "./wave-counts.ts";

/** A hidden count that can be worked out too closely, with where it stands. */
export interface ExposedCount extends Exposure {
  readonly layer: string;
  readonly entry: Entry;
}

/** Unknowns beyond which the sums of measures are looked at one base at a time instead of all at once. */
const largestProgram = 4000;

/** Every hidden count of a release that a reader of all of it can work out too closely. */
export function exposedCounts(solver: Solver, release: Release, rules: DisclosureRules): ExposedCount[] {
  const { invited, layers } = release.counts;
  const unknowns = invited.length * layers.reduce((total, { sums }) => total + 1 + sums.length, 0);
  if (unknowns <= largestProgram) return exposedTo(solver, release, rules, { isWithSums: true });
  const bases = layers.length * invited.length <= largestProgram ? null : new Set([0]);
  const found = exposedTo(solver, release, rules, {
    ...(bases === null ? {} : { layers: bases }),
    isWithSums: false,
  });
  layers.forEach((_, position) => {
    if (position === 0) return;
    const seen = new Set(chainOf(layers, position));
    found.push(...exposedTo(solver, release, rules, { layers: seen, isWithSums: true }));
  });
  return [...new Map(found.map((exposed) => [exposed.name, exposed])).values()];
}

function exposedTo(solver: Solver, release: Release, rules: DisclosureRules, attention: Attention) {
  const { program, secrets } = readerKnowledge(release, rules, attention);
  const bySecret = new Map(secrets.map((secret): [string, HiddenCount] => [secret.name, secret]));
  return exposures(solver, program, secrets).map((exposure): ExposedCount => {
    const { layer, entry } = bySecret.get(exposure.name)!;
    return { ...exposure, layer, entry };
  });
}

function chainOf(layers: readonly BaseLayer[], position: number): number[] {
  const { within } = layers[position]!;
  return within === null ? [position] : [position, ...chainOf(layers, within)];
}

/** Rows that are to be published beside what is out already. */
export interface Candidates {
  /** Out already, with what is hidden there; neither can be changed. */
  readonly before: Release;
  /** May be hidden or shown. */
  readonly added: readonly Entry[];
}

/** The pattern for the rows added, and what stays exposed although all of them are hidden. */
export interface JointProtection {
  readonly hidden: Pattern;
  readonly exposed: readonly ExposedCount[];
}

/** Rows of the very same persons, which are hidden or shown together. */
interface Row extends Entry {
  readonly names: readonly string[];
}

/** The search as it stands. */
interface Search {
  readonly layers: readonly BaseLayer[];
  readonly rows: readonly Row[];
  readonly everywhere: Set<string>;
  readonly within: Map<string, Set<string>>;
}

/** Beside the smallest of its own breakdown, how many rows are tried out to repair an exposed count. */
const triedOut = 12;

/**
 * Hides every row below the minimum; then, as long as the attacker finds anything, the row that repairs most for
 * the fewest persons; then shows again what turned out not to be needed. This is done for those who answered; a
 * base in which nearly all of them stand is hidden along with them, for the few who left the question out would
 * else tell of each other. In the end everything is attacked at once, and more is hidden where that finds more.
 */
export function protectJointly(
  solver: Solver,
  { before, added }: Candidates,
  rules: DisclosureRules,
): JointProtection {
  const { layers } = before.counts;
  const search: Search = { layers, rows: sameTogether(added), everywhere: new Set(), within: new Map() };
  for (const row of search.rows) {
    for (const layer of layers) if (sumOf(layer.counts, row) < rules.minimumBase) hide(search, layer, row);
  }
  const release = (): Release => ({
    counts: before.counts,
    entries: [...before.entries, ...added],
    hidden: joined(before.hidden, search),
  });
  const needed = new Set(search.everywhere);
  const respondents = layers[0]!;
  const attackRespondents = () =>
    exposedTo(solver, release(), rules, { layers: new Set([0]), isWithSums: false });
  const left = repair(search, attackRespondents, true).length;
  const extra = search.rows
    .filter(({ name }) => search.everywhere.has(name) && !needed.has(name))
    .sort((a, b) => sumOf(respondents.counts, b) - sumOf(respondents.counts, a));
  for (const row of extra) {
    for (const name of row.names) search.everywhere.delete(name);
    if (attackRespondents().length > left) hide(search, respondents, row);
  }
  const exposed = repair(search, () => exposedCounts(solver, release(), rules), false);
  return { hidden: { everywhere: search.everywhere, within: search.within }, exposed };
}

function sameTogether(added: readonly Entry[]): Row[] {
  const rows = new Map<string, Row>();
  for (const entry of added) {
    const key = [...entry.cells].sort((a, b) => a - b).join();
    const known = rows.get(key);
    rows.set(key, { ...(known ?? entry), names: [...(known?.names ?? []), entry.name] });
  }
  return [...rows.values()];
}

/** Whether a layer goes with the respondents: at least four fifths of them stand in it. */
function isNearlyAll(layers: readonly BaseLayer[], layer: BaseLayer): boolean {
  const total = ({ counts }: BaseLayer) => counts.reduce((sum, count) => sum + count, 0);
  return total(layer) >= 0.8 * total(layers[0]!);
}

function hide(search: Search, layer: BaseLayer, { names }: Row): void {
  const own = isNearlyAll(search.layers, layer)
    ? search.everywhere
    : (search.within.get(layer.name) ?? new Set<string>());
  for (const name of names) own.add(name);
  if (own !== search.everywhere) search.within.set(layer.name, own);
}

function show(search: Search, layer: BaseLayer, { names }: Row): void {
  const own = isNearlyAll(search.layers, layer) ? search.everywhere : search.within.get(layer.name);
  for (const name of names) own?.delete(name);
}

/**
 * Hides more until the attacker finds nothing, or nothing is left to hide.
 *
 * @param isTried whether candidates are tried out against the attacker, or taken by size
 * @returns what the attacker finds in the end
 */
function repair(search: Search, attack: () => ExposedCount[], isTried: boolean): ExposedCount[] {
  for (;;) {
    const exposed = attack();
    const first = exposed.flatMap((found) => {
      const layer = search.layers.find(({ name }) => name === found.layer)!;
      const rows = candidates(search, layer, found.entry);
      return rows.length === 0 ? [] : [{ layer, rows }];
    })[0];
    if (first === undefined) return exposed;
    const { layer, rows } = first;
    const chosen = isTried ? best(search, layer, rows, attack, exposed.length) : rows[0]!;
    hide(search, layer, chosen);
  }
}

/** Rows still shown that may help: those that lie within a group with the exposed one, the smallest first. */
function candidates(search: Search, layer: BaseLayer, exposed: Entry): Row[] {
  const shown = search.rows.filter(({ name }) => !isHiddenIn(search, layer.name, name));
  const size = (row: Row) => sumOf(layer.counts, row);
  const cells = new Set(exposed.cells);
  const nearest = smallestGroupAround(shown, cells);
  const rank = (row: Row): number => {
    if (row.breakdown === exposed.breakdown) return row.cells.some((cell) => nearest.has(cell)) ? 0 : 1;
    return row.cells.some((cell) => cells.has(cell)) ? 2 : 3;
  };
  return [...shown].sort((a, b) => rank(a) - rank(b) || size(a) - size(b));
}

/** Cells of the smallest group that contains all of the cells and more. */
function smallestGroupAround(shown: readonly Row[], cells: ReadonlySet<number>): ReadonlySet<number> {
  const around = shown.filter(
    (row) => row.cells.length > cells.size && [...cells].every((cell) => row.cells.includes(cell)),
  );
  const smallest = around.sort((a, b) => a.cells.length - b.cells.length)[0];
  return new Set(smallest?.cells ?? []);
}

/** The row after whose hiding the attacker finds least; of equals the one with the fewest persons. */
function best(
  search: Search,
  layer: BaseLayer,
  rows: readonly Row[],
  attack: () => ExposedCount[],
  before: number,
): Row {
  let [chosen, fewest, smallest] = [rows[0]!, before, Number.POSITIVE_INFINITY];
  for (const row of rows.slice(0, triedOut)) {
    hide(search, layer, row);
    const found = attack().length;
    show(search, layer, row);
    const size = sumOf(layer.counts, row);
    if (found < fewest || (found === fewest && found < before && size < smallest)) {
      [chosen, fewest, smallest] = [row, found, size];
    }
  }
  return chosen;
}
