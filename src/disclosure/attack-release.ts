// Attacking a release: what a reader of everything published about a wave can work out too closely.
import { type Exposure, exposures, type Worlds } from "./attack.ts";
import type { Solver } from "./linear-program.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { type Attention, type HiddenCount, type Release, readerKnowledge } from "./reader-knowledge.ts";
import type { BaseLayer, Entry, WaveCounts } from "./wave-counts.ts";

/** A hidden count that can be worked out too closely, with where it stands. */
export interface ExposedCount extends Exposure {
  readonly layer: string;
  readonly entry: Entry;
}

/** Unknowns beyond which the sums of measures are looked at one base at a time instead of all at once. */
const largestProgram = 4000;

/** Unknowns up to which the other bases are looked at along with the sums of one. */
const largestWithAllBases = 1500;

/**
 * Every hidden count of a release that a reader of all of it can work out too closely; where there are few unknowns,
 * no more than `enough`.
 */
export function exposedCounts(
  solver: Solver,
  release: Release,
  rules: DisclosureRules,
  isCredited = true,
  enough = Number.POSITIVE_INFINITY,
): ExposedCount[] {
  const { invited, layers } = release.counts;
  if (unknownsOf(release.counts) <= largestProgram)
    return exposedTo(solver, release, rules, { isWithSums: true, isCredited, enough });
  const size = layers.length * invited.length;
  const bases = size <= largestProgram ? null : new Set([0]);
  const isWithAllBases = size <= largestWithAllBases;
  const found = exposedTo(solver, release, rules, {
    ...(bases === null ? {} : { layers: bases }),
    isWithSums: false,
    isCredited,
  });
  layers.forEach((_, position) => {
    if (position === 0) return;
    const sumsOf = new Set(chainOf(layers, position));
    const seen = isWithAllBases ? { sumsOf } : { layers: sumsOf };
    found.push(...exposedTo(solver, release, rules, { ...seen, isWithSums: true, isCredited }));
  });
  return [...new Map(found.map((exposed) => [exposed.name, exposed])).values()];
}

/** Unknowns of a release when everything is looked at together. */
export function unknownsOf({ invited, layers }: WaveCounts): number {
  return invited.length * layers.reduce((total, { sums }) => total + 1 + sums.length, 0);
}

/** The same for a reader of some layers only. */
export function exposedTo(
  solver: Solver,
  release: Release,
  rules: DisclosureRules,
  attention: Attention,
): ExposedCount[] {
  const knowledge = readerKnowledge(release, rules, attention);
  const { program } = knowledge;
  const secrets = knowledge.secrets.filter((secret) => !isWideBySwaps(release, secret, rules));
  const bySecret = new Map(secrets.map((secret): [string, HiddenCount] => [secret.name, secret]));
  const worlds = worldsOf(release.counts, attention);
  return exposures(solver, program, secrets, worlds, attention.enough).map((exposure): ExposedCount => {
    const { layer, entry } = bySecret.get(exposure.name)!;
    return { ...exposure, layer, entry };
  });
}

const keptWorlds = new WeakMap<WaveCounts, Map<string, Worlds>>();

/** Worlds found in earlier attacks on the same counts over the same unknowns. */
function worldsOf(counts: WaveCounts, { layers, isWithSums, sumsOf }: Attention): Worlds {
  const unknowns = JSON.stringify([isWithSums, [...(layers ?? ["all"])], [...(sumsOf ?? ["all"])]]);
  const ofCounts = keptWorlds.get(counts) ?? new Map<string, Worlds>();
  const found = ofCounts.get(unknowns) ?? [];
  keptWorlds.set(counts, ofCounts.set(unknowns, found));
  return found;
}

function chainOf(layers: readonly BaseLayer[], position: number): number[] {
  const { within } = layers[position]!;
  return within === null ? [position] : [position, ...chainOf(layers, within)];
}

/**
 * Whether a hidden row of a single cell is safe at sight: a cell that stands in the very same groups otherwise can
 * change places with it, with all its answers, and nothing published would be different. Cheap where hundreds of
 * municipalities have one person each.
 */
function isWideBySwaps(
  release: Release,
  { entry, layer, width }: HiddenCount,
  { minimumBase }: DisclosureRules,
): boolean {
  const [cell] = entry.cells;
  if (cell === undefined || entry.cells.length > 1 || !release.hidden.everywhere.has(entry.name))
    return false;
  const { invited, layers } = release.counts;
  const { counts } = layers.find(({ name }) => name === layer)!;
  const respondents = layers[0]!.counts;
  if (respondents[cell]! >= minimumBase) return false;
  const mates = matesIn(release).get(cell) ?? [];
  const others = mates.filter(
    (mate) =>
      respondents[mate]! <= Math.min(invited[cell]!, minimumBase - 1) && respondents[cell]! <= invited[mate]!,
  );
  const known = others.map((mate) => counts[mate]!);
  return Math.max(counts[cell]!, ...known) - Math.min(counts[cell]!, ...known) >= width;
}

const mates = new WeakMap<Release, ReadonlyMap<number, readonly number[]>>();

/** Per cell, the cells that stand in the same groups, but for hidden groups of their own. */
function matesIn(release: Release): ReadonlyMap<number, readonly number[]> {
  const known = mates.get(release);
  if (known !== undefined) return known;
  const groups: string[][] = release.counts.invited.map(() => []);
  for (const { name, cells } of release.entries) {
    if (cells.length === 1 && release.hidden.everywhere.has(name)) continue;
    for (const cell of cells) groups[cell]!.push(name);
  }
  const same = new Map<string, number[]>();
  groups.forEach((names, cell) => {
    const key = JSON.stringify(names);
    same.set(key, [...(same.get(key) ?? []), cell]);
  });
  const found = new Map([...same.values()].flatMap((cells) => cells.map((cell) => [cell, cells] as const)));
  mates.set(release, found);
  return found;
}
