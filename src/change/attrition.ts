// Did those who left differ, and what did leavers and joiners do to the change? Unweighted, valid answers.

import { fisherExactTest } from "../statistics/contingency-test.ts";
import { differenceInterval } from "../statistics/proportion-difference.ts";
import type { Interval } from "../statistics/proportion-interval.ts";
import { type CountedValue, summariseSample, welchTTest } from "../statistics/t-test.ts";
import {
  type Analysis,
  everyone,
  type GroupSelector,
  groupOf,
  locateMeasure,
  waveIndex,
} from "./analysis.ts";
import { pairIndex } from "./cube/cube.ts";
import { type Contributions, waveContributions } from "./measure-cells.ts";
import { matchedSample } from "./transition.ts";

/**
 * Stayers against those who answered in one wave only. `difference` is stayers minus the others: shares −1 to 1,
 * means in scale points. Null where one part is empty; interval and p also where a mean has no spread.
 */
export type AttritionFigures = {
  stayers: number;
  others: number;
  difference: number | null;
  interval: Interval | null;
  p: number | null;
};

/**
 * Whether stayers and leavers (or joiners) answered differently.
 *
 * Stayers are unit respondents of the other wave too, even if they skipped this question there. Share:
 * Newcombe's independent interval (1998, Stat. Med. 17:873, method 10) and Fisher's exact test; mean: Welch's t.
 * R: fisher.test, t.test(stayers, leavers).
 *
 * @param side `leavers` looks at answers of the earlier wave, `joiners` at answers of the later one; the group
 *   is that of the same wave
 */
export function attritionOf(
  analysis: Analysis,
  itemId: string,
  measureName: string,
  group: GroupSelector,
  waves: readonly [string, string],
  side: "leavers" | "joiners" = "leavers",
): AttritionFigures {
  const located = locateMeasure(analysis, itemId, measureName);
  const parts = partsOf(analysis, located.contributions, group, waves, side);
  const [stay, other] = [summariseSample(parts.stayers), summariseSample(parts.others)];
  const sizes = { stayers: stay?.n ?? 0, others: other?.n ?? 0 };
  if (stay === null || other === null) return { ...sizes, difference: null, interval: null, p: null };
  const { level } = analysis.plan;
  if (located.measure.kind === "mean") {
    const test = welchTTest(parts.stayers, parts.others, level);
    return {
      ...sizes,
      difference: stay.mean - other.mean,
      interval: test?.interval ?? null,
      p: test?.p ?? null,
    };
  }
  const pair = {
    earlier: other.mean,
    later: stay.mean,
    earlierSize: other.n,
    laterSize: stay.n,
    correlation: 0,
  };
  const yesOf = (values: CountedValue[]): number =>
    values.reduce((sum, { value, count }) => sum + (value === 1 ? count : 0), 0);
  return {
    ...sizes,
    difference: stay.mean - other.mean,
    interval: differenceInterval(pair, level),
    p: fisherExactTest({ yes: yesOf(parts.stayers), n: stay.n }, { yes: yesOf(parts.others), n: other.n }),
  };
}

function partsOf(
  analysis: Analysis,
  contributions: Contributions,
  group: GroupSelector,
  waves: readonly [string, string],
  side: "leavers" | "joiners",
): { stayers: CountedValue[]; others: CountedValue[] } {
  const { members, profiles: inGroup } = groupOf(analysis, group);
  const [a, b] = [waveIndex(analysis, waves[0]), waveIndex(analysis, waves[1])];
  const all = waveContributions(analysis, contributions, side === "leavers" ? a : b);
  const total = new Map<number, number>();
  for (const profile of inGroup) {
    for (let cell = all.start[profile]!; cell < all.start[profile + 1]!; cell++) {
      total.set(all.value[cell]!, (total.get(all.value[cell]!) ?? 0) + all.count[cell]!);
    }
  }
  const stay = new Map<number, number>();
  const joint = contributions.variable.pairs[pairIndex(analysis.cube.waves.length, a, b)]!;
  const [profiles, states] =
    side === "leavers" ? [joint.earlierProfile, joint.earlierState] : [joint.laterProfile, joint.laterState];
  joint.count.forEach((count, index) => {
    const value = contributions.values[states[index]!]!;
    if (members[profiles[index]!] === 0 || Number.isNaN(value)) return;
    stay.set(value, (stay.get(value) ?? 0) + count);
  });
  const sorted = [...total].sort((x, y) => x[0] - y[0]);
  return {
    stayers: sorted.map(([value]) => ({ value, count: stay.get(value) ?? 0 })),
    others: sorted.map(([value, count]) => ({ value, count: count - (stay.get(value) ?? 0) })),
  };
}

/** A change split into what stayers changed and what joiners and leavers moved; in the measure's unit. */
export type Composition = {
  total: number | null;
  panel: number | null;
  joiners: number | null;
  leavers: number | null;
};

/**
 * Parts of an unweighted change in the whole sample: total = panel + joiners + leavers. Here stayers are those
 * with a valid answer in both waves. A part with nobody is 0; without stayers the parts are null; total is null
 * where a wave has no answers.
 */
export function compositionOf(
  analysis: Analysis,
  itemId: string,
  measureName: string,
  waves: readonly [string, string],
): Composition {
  const { contributions } = locateMeasure(analysis, itemId, measureName);
  const whole = waves.map((wave) => {
    const cells = waveContributions(analysis, contributions, waveIndex(analysis, wave));
    return summariseSample(
      Array.from(cells.count, (count, index) => ({ value: cells.value[index]!, count })),
    );
  });
  const [earlier, later] = [whole[0] ?? null, whole[1] ?? null];
  if (earlier === null || later === null) return { total: null, panel: null, joiners: null, leavers: null };
  const total = later.mean - earlier.mean;
  const matched = matchedSample(analysis, contributions, everyone, waves);
  const stayedEarlier = summariseSample(matched.map((cell) => ({ value: cell.earlier, count: cell.count })));
  const stayedLater = summariseSample(matched.map((cell) => ({ value: cell.later, count: cell.count })));
  if (stayedEarlier === null || stayedLater === null)
    return { total, panel: null, joiners: null, leavers: null };
  return {
    total,
    panel: stayedLater.mean - stayedEarlier.mean,
    joiners: later.n === stayedLater.n ? 0 : later.mean - stayedLater.mean,
    leavers: earlier.n === stayedEarlier.n ? 0 : stayedEarlier.mean - earlier.mean,
  };
}
