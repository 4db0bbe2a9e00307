// The reader whom rows are protected from: what hiding can do against that reader, and what nothing can.
import { type ExposedCount, exposedCounts } from "./attack-release.ts";
import type { Solver } from "./linear-program.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { type Release, secretName } from "./reader-knowledge.ts";
import { type Entry, joined } from "./wave-counts.ts";

/** Rows that are to be published beside what is out already. */
export interface Candidates {
  /** Out already, with what is hidden there; neither can be changed. */
  readonly before: Release;
  /** May be hidden or shown. */
  readonly added: readonly Entry[];
}

/** Whether an entry is a row of a breakdown and not everybody. */
export const isRow = ({ breakdown }: Entry): boolean => breakdown !== "";

/** What is found; where that is known to be no mistake, no more than `enough`. */
export type Attack = (enough?: number) => ExposedCount[];

/** Who the rows are protected from. */
export interface Reader {
  /** What this reader finds, given what one finds who is or is not told which hidden rows are small. */
  readonly attack: (
    found: (isCredited: boolean, enough: number) => ExposedCount[],
    enough?: number,
  ) => ExposedCount[];
  /** Whether no pattern protects one of the rows from a reader who is told which hidden rows are small. */
  readonly isBeyondHelp: (layer: string, entries: readonly string[]) => boolean;
}

/**
 * A reader who is told which hidden rows are below the minimum. Some counts no pattern protects from that reader, not
 * even hiding every row; these are protected from a reader who is not told. Left out is what the totals and the
 * numbers invited alone tell as closely: where everybody answered, everybody knows it, and hiding rows does not help.
 */
export function readerOf(solver: Solver, { before, added }: Candidates, rules: DisclosureRules): Reader {
  const { counts } = before;
  const entries = [...before.entries, ...added];
  const withRowsHidden = (of: readonly Entry[]): Release => {
    const rows = new Set(of.filter(isRow).map(({ name }) => name));
    return { counts, entries: of, hidden: joined(before.hidden, { everywhere: rows, within: new Map() }) };
  };
  const beyondHelp = once(() => {
    const fewest = before.entries.some(isRow) ? before : withRowsHidden(entries);
    return new Set(exposedCounts(solver, fewest, rules).map(({ name }) => name));
  });
  const unavoidable = once(() => {
    const known = exposedCounts(solver, withRowsHidden(entries), rules, false);
    return new Map(known.map(({ name, least, most }) => [name, most - least]));
  });
  return {
    attack: (attackBy, enough = Number.POSITIVE_INFINITY) => {
      const some = attackBy(true, enough);
      if (some.length === 0) return some;
      const isAllFound = some.length < enough || beyondHelp().size + unavoidable().size === 0;
      const told = isAllFound ? some : attackBy(true, Number.POSITIVE_INFINITY);
      const isHopeless = ({ name }: ExposedCount) => beyondHelp().has(name);
      const untold = told.some(isHopeless)
        ? attackBy(false, Number.POSITIVE_INFINITY).filter(isHopeless)
        : [];
      const isAvoidable = ({ name, least, most }: ExposedCount) =>
        most - least < (unavoidable().get(name) ?? Number.POSITIVE_INFINITY);
      return [...told.filter((found) => !isHopeless(found)), ...untold].filter(isAvoidable);
    },
    isBeyondHelp: (layer, names) => names.some((name) => beyondHelp().has(secretName(layer, name))),
  };
}

function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
