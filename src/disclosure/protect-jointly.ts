// Protecting all tables of a wave together: which further rows must be hidden so that nobody who reads everything
// can work out a hidden count. Sources: Willenborg & de Waal 2001, ch. 4; Fischetti & Salazar 2001 (linked tables).
import { type ExposedCount, exposedCounts, exposedTo, unknownsOf } from "./attack-release.ts";
import { boundedSolver, TooMuchWorkError } from "./bounded-solver.ts";
import { type Attack, type Candidates, isRow, type Reader, readerOf } from "./joint-reader.ts";
import type { Solver } from "./linear-program.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { optimalRows } from "./optimal-rows.ts";
import type { Release } from "./reader-knowledge.ts";
import { type BaseLayer, type Entry, isHiddenIn, joined, type Pattern, sumOf } from "./wave-counts.ts";

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

/** Up to so many unknowns, the whole release is attacked anew for every row that is tried out. */
const fewUnknowns = 800;

/** Work of a search, in unknowns asked about (boundedSolver): about a minute for large tables. */
const mostWork = 6_000_000;

/** Beside the smallest of its own breakdown, how many rows are tried out to repair an exposed count. */
const triedOut = 12;

/**
 * Hides every row below the minimum; then, as long as the attacker finds anything, the row that repairs most for
 * the fewest persons; then shows again what turned out not to be needed. This is done for those who answered; a
 * base in which nearly all of them stand is hidden along with them, for the few who left the question out would
 * else tell of each other. In the end everything is attacked at once, and more is hidden where that finds more.
 * Where that is more work than `most`, all rows that were to be added are hidden: nothing new is told then.
 */
export function protectJointly(
  solver: Solver,
  candidates: Candidates,
  rules: DisclosureRules,
  most: number = mostWork,
): JointProtection {
  try {
    return searchPattern(boundedSolver(solver, most), candidates, rules);
  } catch (error) {
    if (!(error instanceof TooMuchWorkError)) throw error;
    const everywhere = new Set(candidates.added.map(({ name }) => name));
    return { hidden: { everywhere, within: new Map() }, exposed: [] };
  }
}

function searchPattern(
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
  const reader = readerOf(solver, { before, added }, rules);
  const respondents = { layers: new Set([0]), isWithSums: false };
  const attackRespondents: Attack = (enough) =>
    reader.attack(
      (isCredited, most) => exposedTo(solver, release(), rules, { ...respondents, isCredited, enough: most }),
      enough,
    );
  const isAfterOthers = before.entries.some(isRow);
  const hopeless =
    isAfterOthers && attackRespondents(1).length > 0
      ? beyondRepair(solver, { before, added }, search, reader, rules)
      : [];
  if (hopeless.length > 0) {
    const all = new Set(added.map(({ name }) => name));
    return { hidden: { everywhere: all, within: new Map() }, exposed: hopeless };
  }
  const isOptimal = hideOptimalRows(solver, search, before, attackRespondents, reader, rules);
  if (!isOptimal) hideByTrying(search, attackRespondents, needed);
  const exposed = repair(
    search,
    (enough) =>
      reader.attack((isCredited, most) => exposedCounts(solver, release(), rules, isCredited, most), enough),
    unknownsOf(before.counts) <= fewUnknowns,
  );
  return { hidden: { everywhere: search.everywhere, within: search.within }, exposed };
}

/** What stays exposed although all added rows are hidden, but for what was to be hidden only along with others. */
function beyondRepair(
  solver: Solver,
  { before, added }: Candidates,
  needed: Pattern,
  { attack }: Reader,
  rules: DisclosureRules,
): ExposedCount[] {
  const all: Pattern = { everywhere: new Set(added.map(({ name }) => name)), within: new Map() };
  const release: Release = {
    counts: before.counts,
    entries: [...before.entries, ...added],
    hidden: joined(before.hidden, all),
  };
  const found = attack((isCredited) => exposedCounts(solver, release, rules, isCredited));
  return found.filter(
    ({ entry, layer }) => !all.everywhere.has(entry.name) || isHiddenIn(needed, layer, entry.name),
  );
}

/**
 * Hides the cheapest rows that protect the respondents: small rows first, then whatever row the attacker still
 * finds among those hidden for them.
 *
 * @returns false where no optimum is found; nothing is hidden then
 */
function hideOptimalRows(
  solver: Solver,
  search: Search,
  before: Release,
  attack: Attack,
  reader: Reader,
  rules: DisclosureRules,
): boolean {
  const respondents = search.layers[0]!;
  const needed = new Set(search.everywhere);
  const choices = search.rows.map((entry) => ({ entry, isNeeded: needed.has(entry.name) }));
  const guarded = new Set<number>();
  for (;;) {
    const found = attack();
    if (found.length === 0) return true;
    const places = found.map(({ entry }) => search.rows.findIndex(({ names }) => names.includes(entry.name)));
    const isNew = places.some((place) => place >= 0 && !guarded.has(place));
    for (const place of places) if (place >= 0) guarded.add(place);
    const rows = [...guarded].map((at) => ({
      at,
      isCredited: !reader.isBeyondHelp(respondents.name, search.rows[at]!.names),
    }));
    const chosen = isNew ? optimalRows(solver, before, choices, rows, rules) : null;
    search.everywhere.clear();
    for (const name of needed) search.everywhere.add(name);
    if (chosen === null) return false;
    for (const at of chosen) hide(search, respondents, search.rows[at]!);
  }
}

/** Hides row after row, as `repair` tries them out, and shows again those that turned out not to be needed. */
function hideByTrying(search: Search, attack: Attack, needed: ReadonlySet<string>): void {
  const respondents = search.layers[0]!;
  const left = repair(search, attack, true).length;
  const extra = search.rows
    .filter(({ name }) => search.everywhere.has(name) && !needed.has(name))
    .sort((a, b) => sumOf(respondents.counts, b) - sumOf(respondents.counts, a));
  for (const row of extra) {
    for (const name of row.names) search.everywhere.delete(name);
    if (attack(left + 1).length > left) hide(search, respondents, row);
  }
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
function repair(search: Search, attack: Attack, isTried: boolean): ExposedCount[] {
  for (;;) {
    const exposed = attack();
    const first = exposed.flatMap((found) => {
      const layer = search.layers.find(({ name }) => name === found.layer)!;
      const rows = candidates(search, layer, found.entry);
      return rows.length === 0 ? [] : [{ layer, rows }];
    })[0];
    if (first === undefined) {
      if (exposed.length === 0 || !hideInAnother(search)) return exposed;
      continue;
    }
    const { layer, rows } = first;
    const chosen = isTried ? best(search, layer, rows, attack, exposed.length) : rows[0]!;
    hide(search, layer, chosen);
  }
}

/** Hides every row of the smallest layer that still shows any: a base within another tells of it, too. */
function hideInAnother(search: Search): boolean {
  const total = ({ counts }: BaseLayer) => counts.reduce((sum, count) => sum + count, 0);
  const [layer] = search.layers
    .filter(({ name }) => search.rows.some((row) => !isHiddenIn(search, name, row.name)))
    .sort((a, b) => total(a) - total(b));
  if (layer === undefined) return false;
  for (const row of search.rows) hide(search, layer, row);
  return true;
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
function best(search: Search, layer: BaseLayer, rows: readonly Row[], attack: Attack, before: number): Row {
  let [chosen, fewest, smallest] = [rows[0]!, before, Number.POSITIVE_INFINITY];
  for (const row of rows.slice(0, triedOut)) {
    const size = sumOf(layer.counts, row);
    const tooMany = size < smallest ? fewest + 1 : fewest;
    if (tooMany === 0) continue;
    hide(search, layer, row);
    const found = attack(tooMany).length;
    show(search, layer, row);
    if (found < fewest || (found === fewest && found < before && size < smallest)) {
      [chosen, fewest, smallest] = [row, found, size];
    }
  }
  return chosen;
}
