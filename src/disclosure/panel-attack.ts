// How many answered in both waves, told for everybody: does it bring a hidden count, or how many of a group left or
// joined, into reach? Source: methods, disclosure control (differencing: a wave's table minus the panel's).
import { exposures, type Secret } from "./attack.ts";
import type { Fact, Program, Solver, Term } from "./linear-program.ts";
import { type DisclosureRules, isTelling } from "./minimum-base.ts";
import { type ReaderKnowledge, type Release, readerKnowledge } from "./reader-knowledge.ts";
import { type Entry, isHiddenIn, sumOf } from "./wave-counts.ts";

/** Two waves with the same cells in the same order, and who stayed. */
export interface PairRelease {
  readonly earlier: Release;
  readonly later: Release;
  /** Position of the base in each wave's layers. */
  readonly layer: readonly [number, number];
  /** Persons in the base of both waves, by their cell in the earlier wave and by that in the later. */
  readonly stayed: readonly [readonly number[], readonly number[]];
}

/**
 * Whether the number of persons who answered both times may be told for everybody. The reader is credited with
 * knowing who moved from group to group. What the two waves tell without that number is not held against it.
 */
export function isPanelTotalSafe(solver: Solver, pair: PairRelease, rules: DisclosureRules): boolean {
  const waves = [pair.earlier, pair.later].map((release, at) =>
    readerKnowledge(release, rules, { layers: new Set([0, pair.layer[at]!]), isWithSums: false }),
  ) as [ReaderKnowledge, ReaderKnowledge];
  const { program, secrets, total } = bothWaves(pair, waves, rules);
  const told = exposures(solver, { ...program, facts: [...program.facts, total] }, secrets);
  if (told.length === 0) return true;
  const names = new Set(told.map(({ name }) => name));
  const untold = exposures(
    solver,
    program,
    secrets.filter(({ name }) => names.has(name)),
  );
  const before = new Map(untold.map((found) => [found.name, found.most - found.least]));
  return told.every(
    ({ name, least, most }) => most - least >= (before.get(name) ?? Number.POSITIVE_INFINITY),
  );
}

function bothWaves(
  pair: PairRelease,
  [a, b]: readonly [ReaderKnowledge, ReaderKnowledge],
  rules: DisclosureRules,
) {
  const shift = a.program.most.length;
  const stay = shift + b.program.most.length;
  const [blockA, blockB] = [a.blocks[pair.layer[0]]!, shift + b.blocks[pair.layer[1]]!];
  const { invited } = pair.earlier.counts;
  const [stayedA, stayedB] = pair.stayed;
  const moved = invited.map((_, cell) => stayedB[cell]! - stayedA[cell]!);
  const facts: Fact[] = [...a.program.facts, ...b.program.facts.map((fact) => shifted(fact, shift))];
  for (const cell of invited.keys()) {
    facts.push(atMost(stay + cell, blockA + cell, 0), atMost(stay + cell, blockB + cell, -moved[cell]!));
  }
  const most = [
    ...a.program.most,
    ...b.program.most,
    ...invited.map((count, cell) => count + Math.max(0, -moved[cell]!)),
  ];
  const program: Program = {
    least: most.map((_, at) => (at >= stay ? Math.max(0, -moved[at - stay]!) : 0)),
    most,
    facts,
  };
  const all = invited.reduce((sum, _, cell) => sum + stayedA[cell]!, 0);
  const total: Fact = {
    terms: invited.map((_, cell) => ({ at: stay + cell, times: 1 })),
    least: all,
    most: all,
  };
  const secrets: Secret[] = [
    ...a.secrets.map((secret) => ({ ...secret, name: `earlier ${secret.name}` })),
    ...b.secrets.map((secret) => ({
      ...secret,
      name: `later ${secret.name}`,
      terms: secret.terms.map(({ at, times }) => ({ at: at + shift, times })),
    })),
    ...pair.earlier.entries.flatMap((entry) => flows(pair, entry, rules, { stay, blockA, blockB })),
  ];
  return { program, secrets, total };
}

/** How many of a shown group stayed, left and joined, where those are few. */
function flows(
  { earlier, later, layer, stayed: [stayedA, stayedB] }: PairRelease,
  entry: Entry,
  rules: DisclosureRules,
  { stay, blockA, blockB }: { stay: number; blockA: number; blockB: number },
): Secret[] {
  const [a, b] = [earlier.counts.layers[layer[0]]!, later.counts.layers[layer[1]]!];
  if (entry.breakdown === "") return [];
  if (isHiddenIn(earlier.hidden, a.name, entry.name) || isHiddenIn(later.hidden, b.name, entry.name))
    return [];
  const sum = (offset: number, times: number): Term[] =>
    entry.cells.map((cell) => ({ at: offset + cell, times }));
  const [left, joined] = [
    sumOf(a.counts, entry) - sumOf(stayedA, entry),
    sumOf(b.counts, entry) - sumOf(stayedB, entry),
  ];
  const secret = (name: string, count: number, terms: Term[], limit: number): Secret[] =>
    isTelling(count, rules)
      ? [{ name: `${name} ${entry.name}`, terms, width: Math.min(rules.minimumBase - 1, limit) }]
      : [];
  return [
    ...secret("stayed", sumOf(stayedA, entry), sum(stay, 1), sumOf(a.counts, entry)),
    ...secret("left", left, [...sum(blockA, 1), ...sum(stay, -1)], sumOf(a.counts, entry)),
    ...secret("joined", joined, [...sum(blockB, 1), ...sum(stay, -1)], sumOf(b.counts, entry)),
  ];
}

const shifted = (fact: Fact, by: number): Fact => ({
  ...fact,
  terms: fact.terms.map(({ at, times }) => ({ at: at + by, times })),
});

/** The unknown at `at` is at most the one at `limit` plus `more`. */
const atMost = (at: number, limit: number, more: number): Fact => ({
  terms: [
    { at, times: 1 },
    { at: limit, times: -1 },
  ],
  least: -1e7,
  most: more,
});
