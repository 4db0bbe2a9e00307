// What a reader of everything published about a wave knows, as a linear program over its finest groups, and the
// counts that must stay hidden from that reader. Source: Hundepool et al. 2012, ch. 4; methods, disclosure control.
import type { Secret } from "./attack.ts";
import type { Fact, Program, Term } from "./linear-program.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { type Entry, isHiddenIn, type Pattern, sumOf, type WaveCounts } from "./wave-counts.ts";

/** What is published of a wave: rows for these groups, in every layer, but for the hidden ones. */
export interface Release {
  readonly counts: WaveCounts;
  /** The row of everybody among them, if it is published. */
  readonly entries: readonly Entry[];
  readonly hidden: Pattern;
}

/** A secret with where it stands. */
export interface HiddenCount extends Secret {
  readonly layer: string;
  readonly entry: Entry;
}

/** What is known, and what must not come out of it. */
export interface ReaderKnowledge {
  readonly program: Program;
  readonly secrets: readonly HiddenCount[];
  /** Per layer, the position of the unknown of its first cell; −1 for layers that are not looked at. */
  readonly blocks: readonly number[];
}

/** Which layers the reader looks at: positions, and whether the sums of their measures are looked at too. */
export interface Attention {
  readonly layers?: ReadonlySet<number>;
  readonly isWithSums: boolean;
  /** Where only the sums of some layers are looked at: their positions. */
  readonly sumsOf?: ReadonlySet<number>;
  /** False for a reader who does not know which hidden rows are below the minimum. */
  readonly isCredited?: boolean;
  /** The search ends when so many are found. */
  readonly enough?: number;
}

/**
 * The reader is credited with more than the pages say: the exact sum behind every rounded figure, the number
 * invited in every finest group, and which hidden rows are below the minimum (at most T − 1) and which are hidden
 * to protect them. A hidden count may be known no closer than T − 1, or than the most that everybody knows it can
 * be, if that is smaller.
 */
export function readerKnowledge(
  { counts, entries, hidden }: Release,
  rules: DisclosureRules,
  attention: Attention,
): ReaderKnowledge {
  const { minimumBase } = rules;
  const { invited, layers } = counts;
  const cells = invited.length;
  const most: number[] = [];
  const facts: Fact[] = [];
  const secrets: HiddenCount[] = [];
  const block = (limits: readonly number[]): number => {
    most.push(...limits);
    return most.length - cells;
  };
  const sumTerms = (offset: number, entry: Entry): Term[] =>
    entry.cells.map((cell) => ({ at: offset + cell, times: 1 }));
  const blocks: number[] = [];
  const total = (position: number) => layers[position]!.counts.reduce((sum, count) => sum + count, 0);
  layers.forEach((layer, position) => {
    const { within } = layer;
    if (attention.layers?.has(position) === false && position > 0) {
      blocks.push(-1);
      return;
    }
    // A layer with as many as the one that contains it is the same, and everybody can see that.
    const isSame = within !== null && blocks[within]! >= 0 && total(within) === total(position);
    const offset = isSame ? blocks[within]! : block(invited);
    blocks.push(offset);
    const container = within === null ? -1 : blocks[within]!;
    if (!isSame && container >= 0) {
      for (let cell = 0; cell < cells; cell++) facts.push(atMost(offset + cell, 1, container + cell));
    }
    const told: Entry[] = [];
    for (const entry of entries) {
      const count = sumOf(layer.counts, entry);
      const terms = sumTerms(offset, entry);
      if (!isHiddenIn(hidden, layer.name, entry.name)) {
        told.push(entry);
        facts.push({ terms, least: count, most: count });
        continue;
      }
      if (count < minimumBase && attention.isCredited !== false)
        facts.push({ terms, least: 0, most: minimumBase - 1 });
      const container = within === null ? null : layers[within]!;
      const isContainerTold = container !== null && !isHiddenIn(hidden, container.name, entry.name);
      const limit = sumOf(isContainerTold ? container.counts : invited, entry);
      const width = widthOf(limit, rules);
      secrets.push({ name: secretName(layer.name, entry.name), layer: layer.name, entry, terms, width });
    }
    if (!attention.isWithSums || attention.sumsOf?.has(position) === false) return;
    for (const { sums, most: largest } of layer.sums) {
      const sumOffset = block(invited.map((persons) => persons * largest));
      for (let cell = 0; cell < cells; cell++) facts.push(atMost(sumOffset + cell, largest, offset + cell));
      for (const entry of told) {
        const value = sumOf(sums, entry);
        facts.push({ terms: sumTerms(sumOffset, entry), least: value, most: value });
      }
    }
  });
  return { program: { least: most.map(() => 0), most, facts }, secrets, blocks };
}

/** Name of a hidden count among the secrets. */
export const secretName = (layer: string, entry: string): string => `${layer} ${entry}`;

/** How wide the range of a hidden count must be: T − 1, or the most that everybody knows it can be. */
export function widthOf(ceiling: number, { minimumBase }: DisclosureRules): number {
  return Math.min(minimumBase - 1, ceiling);
}

/** The unknown at `at` is at most `times` the unknown at `limit`. */
const atMost = (at: number, times: number, limit: number): Fact => ({
  terms: [
    { at, times: 1 },
    { at: limit, times: -times },
  ],
  least: -1e7,
  most: 0,
});
