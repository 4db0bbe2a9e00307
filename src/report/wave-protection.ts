// What is hidden in one wave: the study's own breakdowns decided on together, further ones after them.
import type { Solver } from "../disclosure/linear-program.ts";
import type { DisclosureRules } from "../disclosure/minimum-base.ts";
import type { KeptPattern } from "../disclosure/pattern-store.ts";
import { protectJointly } from "../disclosure/protect-jointly.ts";
import { crossingOf } from "../disclosure/protect-table.ts";
import type { Release } from "../disclosure/reader-knowledge.ts";
import {
  type Entry,
  isHiddenIn,
  joined,
  nothingHidden,
  type Pattern,
  sumOf,
  wholeOf,
} from "../disclosure/wave-counts.ts";
import { crossedEntriesOf, entriesOf, type FineWave, respondentsLayer } from "./tables/wave-counts-of.ts";

/** Why a crossing of two groups cannot be shown. */
export type RefusalReason = "too-few" | "would-tell" | "same-groups";

/** Names the respondents of some rows, by which the rows are known again. */
export function sizesOf({ counts }: FineWave, entries: readonly Entry[]): ReadonlyMap<string, number> {
  const respondents = counts.layers[0]!.counts;
  return new Map(entries.map((entry) => [entry.name, sumOf(respondents, entry)]));
}

/** What is hidden in the breakdowns by these group variables, all decided on together. */
export function declaredPattern(
  solver: Solver,
  fine: FineWave,
  variables: readonly string[],
  rules: DisclosureRules,
): KeptPattern {
  const added = variables.flatMap((variable) => entriesOf(fine, variable));
  const before = wholeRelease(fine, rules);
  const { hidden } = protectJointly(solver, { before, added }, rules);
  const declared: Release = { ...before, entries: [...before.entries, ...added] };
  const refused = variables.flatMap((one, at) =>
    variables.slice(at + 1).flatMap((other) => {
      const reason = refusalAtSight(declared, crossedEntriesOf(fine, [one, other]), rules);
      return reason === null ? [] : [[crossingOf(one, other), reason] as const];
    }),
  );
  return { breakdowns: variables, hidden, sizes: sizesOf(fine, added), refused: new Map(refused) };
}

/**
 * Why a crossing cannot be shown, as far as it needs no attack: each of its groups is out already, or more than half
 * of the others are too small.
 */
function refusalAtSight(
  before: Release,
  entries: readonly Entry[],
  { minimumBase }: DisclosureRules,
): RefusalReason | null {
  const out = new Set(before.entries.map(keyOf));
  const added = entries.filter((entry) => !out.has(keyOf(entry)));
  const { counts } = before.counts.layers[0]!;
  if (added.length === 0) return "same-groups";
  return 2 * added.filter((entry) => sumOf(counts, entry) < minimumBase).length > added.length
    ? "too-few"
    : null;
}

const keyOf = ({ cells }: Entry): string => [...cells].sort((a, b) => a - b).join();

/**
 * What is hidden in a further breakdown, or why it cannot be shown beside what is out. Where more than half of the
 * groups are too small, hiding them and what must go with them leaves next to nothing: only the margins are shown.
 */
export function addBreakdown(
  solver: Solver,
  before: Release,
  entries: readonly Entry[],
  rules: DisclosureRules,
): Pattern | RefusalReason {
  const out = new Map(before.entries.map((entry) => [keyOf(entry), entry]));
  const added = entries.filter((entry) => !out.has(keyOf(entry)));
  const known = entries.filter((entry) => out.has(keyOf(entry)));
  const layers = before.counts.layers.map(({ name }) => name);
  const hiddenAlready = (entry: Entry, layer: string) =>
    isHiddenIn(before.hidden, layer, out.get(keyOf(entry))!.name);
  const inherited: Pattern = {
    everywhere: new Set(
      known.filter((entry) => hiddenAlready(entry, respondentsLayer)).map(({ name }) => name),
    ),
    within: new Map(
      layers.map((layer) => [
        layer,
        new Set(known.filter((entry) => hiddenAlready(entry, layer)).map(({ name }) => name)),
      ]),
    ),
  };
  const isCrossing = entries.some(({ breakdown }) => breakdown.includes("*"));
  if (added.length === 0 && !isCrossing) return inherited;
  const refusal = refusalAtSight(before, entries, rules);
  if (refusal !== null) return refusal;
  const { hidden, exposed } = protectJointly(solver, { before, added }, rules);
  const isAnyShown = added.some(({ name }) => !hidden.everywhere.has(name));
  return exposed.length > 0 || !isAnyShown ? "would-tell" : joined(inherited, hidden);
}

/** Everybody alone; bases below the minimum are hidden from the start. */
export function wholeRelease({ counts }: FineWave, { minimumBase }: DisclosureRules): Release {
  const whole = wholeOf(counts);
  const small = counts.layers.filter((layer) => sumOf(layer.counts, whole) < minimumBase);
  const within = new Map(small.map(({ name }) => [name, new Set([whole.name])]));
  return { counts, entries: [whole], hidden: { everywhere: new Set(), within } };
}

/** What is out of a wave: everybody, and the rows of each pattern decided on so far. */
export function releaseOf(
  fine: FineWave,
  rules: DisclosureRules,
  patterns: readonly KeptPattern[],
  entriesNamed: (breakdown: string) => Entry[],
): Release {
  const start = wholeRelease(fine, rules);
  const entries = patterns.flatMap(({ breakdowns }) => breakdowns.flatMap(entriesNamed));
  const hidden = patterns.reduce((all, pattern) => joined(all, pattern.hidden), nothingHidden);
  return {
    counts: fine.counts,
    entries: [...start.entries, ...entries],
    hidden: joined(start.hidden, hidden),
  };
}
