// The matched sample: who moved from which answer to which between two waves. Unweighted; only members with a
// valid answer, and in the group, in both waves.

import { stuartMaxwellTest } from "../statistics/contingency-test.ts";
import {
  bonettPriceInterval,
  mcnemarTests,
  newcombePairedInterval,
  pairCount,
  pairedDifference,
  tangoInterval,
} from "../statistics/paired-proportion.ts";
import type { PanelTable } from "../statistics/proportion-difference.ts";
import type { Interval } from "../statistics/proportion-interval.ts";
import { type SignedRankTest, signedRankTest } from "../statistics/signed-rank.ts";
import { pairedTTest, type TTest } from "../statistics/t-test.ts";
import {
  type Analysis,
  blocksWithin,
  type GroupSelector,
  groupOf,
  locateItem,
  locateMeasure,
  waveIndex,
} from "./analysis.ts";
import { scoreOf } from "./cube/variable.ts";
import { type Contributions, categoriesOf, pairContributions } from "./measure-cells.ts";

/** A pair of answers of the matched sample: contributions in the earlier and later wave, with their count. */
export type MatchedCell = { earlier: number; later: number; count: number };

/** The matched sample of some contributions in a group; cells of the same pair of values are one. */
export function matchedSample(
  analysis: Analysis,
  contributions: Contributions,
  group: GroupSelector,
  waves: readonly [string, string],
): MatchedCell[] {
  const [a, b] = [waveIndex(analysis, waves[0]), waveIndex(analysis, waves[1])];
  const joint = pairContributions(analysis, contributions, a, b);
  const cells = new Map<string, MatchedCell>();
  for (const block of blocksWithin(analysis, groupOf(analysis, group), a, b)) {
    for (let index = joint.start[block]!; index < joint.start[block + 1]!; index++) {
      const [earlier, later] = [joint.earlierValue[index]!, joint.laterValue[index]!];
      if (Number.isNaN(earlier) || Number.isNaN(later)) continue;
      const key = `${earlier} ${later}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { earlier, later, count: joint.count[index]! });
      else cell.count += joint.count[index]!;
    }
  }
  return [...cells.values()].sort((x, y) => x.earlier - y.earlier || x.later - y.later);
}

/** A share in the matched sample. Without pairs the figures are null. Shares −1 to 1. */
export type PanelShare = {
  pairs: number;
  table: PanelTable;
  change: number | null;
  /** Share of the pairs that changed their answer. */
  gross: number | null;
  newcombe: Interval | null;
  tango: Interval | null;
  bonettPrice: Interval | null;
  mcnemar: { exact: number; midP: number } | null;
};

/**
 * Change of a share among members who answered in both waves, with the intervals and tests of matched pairs.
 *
 * @throws RangeError if the measure is not a share, or the plan has none such
 */
export function panelShare(
  analysis: Analysis,
  itemId: string,
  measureName: string,
  group: GroupSelector,
  waves: readonly [string, string],
): PanelShare {
  const located = locateMeasure(analysis, itemId, measureName);
  if (located.measure.kind !== "share") throw new RangeError(`${measureName} is not a share`);
  const table: PanelTable = { yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 };
  for (const { earlier, later, count } of matchedSample(analysis, located.contributions, group, waves)) {
    if (earlier === 1) table[later === 1 ? "yesYes" : "yesNo"] += count;
    else table[later === 1 ? "noYes" : "noNo"] += count;
  }
  const pairs = pairCount(table);
  const { level } = analysis.plan;
  return {
    pairs,
    table,
    change: pairedDifference(table),
    gross: pairs === 0 ? null : (table.yesNo + table.noYes) / pairs,
    newcombe: newcombePairedInterval(table, level),
    tango: tangoInterval(table, level),
    bonettPrice: bonettPriceInterval(table, level),
    mcnemar: pairs === 0 ? null : mcnemarTests(table),
  };
}

/**
 * Transitions of an item's values. `counts[from][to]` in the order of `codes`; `rowShares` are null where
 * nobody gave the earlier answer. Gross change counts everybody who moved, net change what is left in the
 * margins (gross ≥ net; gross includes answering error).
 */
export type Transitions = {
  codes: readonly string[];
  counts: readonly (readonly number[])[];
  pairs: number;
  rowShares: readonly (readonly (number | null)[])[];
  gross: number | null;
  net: number | null;
  stuartMaxwell: { chi2: number; df: number; p: number };
};

/** Transition table of a single-choice item. @throws RangeError if the plan has no such item */
export function transitionsOf(
  analysis: Analysis,
  itemId: string,
  group: GroupSelector,
  waves: readonly [string, string],
): Transitions {
  const { item, variable } = locateItem(analysis, itemId);
  const codes = item.values;
  const counts = codes.map(() => codes.map(() => 0));
  for (const cell of matchedSample(analysis, categoriesOf(item, variable, codes), group, waves)) {
    counts[cell.earlier]![cell.later]! += cell.count;
  }
  const rowSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = codes.map((_, to) => counts.reduce((sum, row) => sum + row[to]!, 0));
  const pairs = rowSums.reduce((sum, count) => sum + count, 0);
  const stayed = counts.reduce((sum, row, from) => sum + row[from]!, 0);
  const moved = rowSums.reduce((sum, count, code) => sum + Math.abs(columnSums[code]! - count), 0);
  return {
    codes,
    counts,
    pairs,
    rowShares: counts.map((row, from) =>
      row.map((count) => (rowSums[from] === 0 ? null : count / rowSums[from]!)),
    ),
    gross: pairs === 0 ? null : 1 - stayed / pairs,
    net: pairs === 0 ? null : moved / (2 * pairs),
    stuartMaxwell: stuartMaxwellTest(counts),
  };
}

/** Score differences (later − earlier) of the matched sample: shares that rose and fell, and the paired tests. */
export type ScoreMoves = {
  pairs: number;
  up: number | null;
  down: number | null;
  signedRank: SignedRankTest;
  tTest: TTest | null;
};

/** Paired score differences of an item with scores. @throws RangeError if the plan has no such item */
export function scoreMovesOf(
  analysis: Analysis,
  itemId: string,
  group: GroupSelector,
  waves: readonly [string, string],
): ScoreMoves {
  const { item, variable } = locateItem(analysis, itemId);
  const scores: Contributions = {
    name: JSON.stringify([itemId, "scores"]),
    variable,
    values: Float64Array.from(variable.states, (state) =>
      state.base === "value" ? (scoreOf(item, state.code) ?? Number.NaN) : Number.NaN,
    ),
  };
  const moves = matchedSample(analysis, scores, group, waves).map(({ earlier, later, count }) => ({
    difference: later - earlier,
    value: later - earlier,
    count,
  }));
  const total = (keep: (difference: number) => boolean): number =>
    moves.reduce((sum, move) => (keep(move.difference) ? sum + move.count : sum), 0);
  const pairs = total(() => true);
  return {
    pairs,
    up: pairs === 0 ? null : total((difference) => difference > 0) / pairs,
    down: pairs === 0 ? null : total((difference) => difference < 0) / pairs,
    signedRank: signedRankTest(moves),
    tTest: pairedTTest(moves, analysis.plan.level),
  };
}
