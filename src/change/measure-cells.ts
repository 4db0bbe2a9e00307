// The cells of the cube seen through one measure: states that contribute the same are one cell, states
// outside the base are left out.

import { type Analysis, remembered } from "./analysis.ts";
import type { PlanItem } from "./cube/analysis-plan.ts";
import { type PairCells, pairIndex, type VariableCounts } from "./cube/cube.ts";
import { contributionOf, type Measure } from "./measure.ts";

/** A measure found in an analysis; see `locateMeasure`. */
export type LocatedMeasure = { item: PlanItem; measure: Measure; contributions: Contributions };

/** A variable with one number per state: what the state contributes, NaN for a state outside the base. */
export type Contributions = { name: string; variable: VariableCounts; values: Float64Array };

/**
 * Respondents of a wave inside the measure's base: contribution (0/1 or score) and count, profile by profile;
 * the cells of profile p are `start[p]` to `start[p + 1]` − 1.
 */
export type ContributionCells = { start: Int32Array; value: Float64Array; count: Float64Array };

/**
 * Respondents of both of two waves, in blocks of the same two profiles. Block b holds `rows[b]` respondents; its
 * cells are `start[b]` to `start[b + 1]` − 1. NaN = outside the base; respondents outside in both waves have no
 * cell. `panel` counts those inside in both, four numbers per block: both 1, 1 then another, another then 1, neither.
 */
export type ContributionBlocks = {
  earlierProfile: Int32Array;
  laterProfile: Int32Array;
  rows: Float64Array;
  start: Int32Array;
  earlierValue: Float64Array;
  laterValue: Float64Array;
  count: Float64Array;
  panel: Float64Array;
};

/** What the states of a measure's variable contribute to it. */
export function contributionsOf(item: PlanItem, measure: Measure, variable: VariableCounts): Contributions {
  return {
    name: JSON.stringify([item.id, measure.name]),
    variable,
    values: Float64Array.from(variable.states, (state) => contributionOf(item, measure, state)),
  };
}

/** The position of each state's code in a list of categories: cross-tables and tests of whole distributions. */
export function categoriesOf(
  item: PlanItem,
  variable: VariableCounts,
  codes: readonly string[],
): Contributions {
  return {
    name: JSON.stringify([item.id, "categories", codes]),
    variable,
    values: Float64Array.from(variable.states, (state) => {
      const position = state.base === "value" ? codes.indexOf(state.code) : -1;
      return position < 0 ? Number.NaN : position;
    }),
  };
}

/** The measure's cells of one wave (index); states that contribute the same may stay apart. */
export function waveContributions(
  analysis: Analysis,
  contributions: Contributions,
  wave: number,
): ContributionCells {
  return remembered(analysis, `cells ${wave} ${contributions.name}`, () => {
    const { values, variable } = contributions;
    const cells = variable.waves[wave]!;
    const start = new Int32Array(analysis.cube.profiles.length + 1);
    const value = new Float64Array(cells.count.length);
    const count = new Float64Array(cells.count.length);
    let kept = 0;
    for (let index = 0; index < cells.count.length; index++) {
      const contribution = values[cells.state[index]!]!;
      if (Number.isNaN(contribution)) continue;
      value[kept] = contribution;
      count[kept] = cells.count[index]!;
      start[cells.profile[index]! + 1]!++;
      kept++;
    }
    for (let profile = 1; profile < start.length; profile++) start[profile]! += start[profile - 1]!;
    return { start, value: value.subarray(0, kept), count: count.subarray(0, kept) };
  });
}

/** The measure's joint cells of two waves (indices, earlier first). */
export function pairContributions(
  analysis: Analysis,
  contributions: Contributions,
  earlier: number,
  later: number,
): ContributionBlocks {
  return remembered(analysis, `pair cells ${earlier}-${later} ${contributions.name}`, () => {
    const pair = pairIndex(analysis.cube.waves.length, earlier, later);
    return mergeBlocks(
      analysis.cube.presence.pairs[pair]!,
      contributions.variable.pairs[pair]!,
      contributions.values,
    );
  });
}

const WIDEST_TABLE = 64;

/** Joins, within each block, the cells whose two contributions are the same; where values are many they stay apart. */
function mergeBlocks(blocks: PairCells, cells: PairCells, values: Float64Array): ContributionBlocks {
  const distinct = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const position = new Map(distinct.map((value, index) => [value, index]));
  const width = distinct.length + 1;
  const outside = width * width - 1;
  const codes = Int32Array.from(values, (value) => position.get(value) ?? distinct.length);
  const valueAt = Float64Array.from([...distinct, Number.NaN]);
  const isSmall = width <= WIDEST_TABLE;
  const cellOfKey = new Int32Array(isSmall ? width * width : 0).fill(-1);
  const { earlierProfile, laterProfile, earlierState, laterState, count: counts } = cells;
  const size = counts.length;
  const start = new Int32Array(blocks.count.length + 1);
  const earlierValue = new Float64Array(size);
  const laterValue = new Float64Array(size);
  const count = new Float64Array(size);
  const keys = new Int32Array(size);
  const panel = new Float64Array(4 * blocks.count.length);
  const one = position.get(1) ?? -1;
  let kept = 0;
  let cell = 0;
  for (let block = 0; block < blocks.count.length; block++) {
    const first = kept;
    const a = blocks.earlierProfile[block]!;
    const b = blocks.laterProfile[block]!;
    for (; cell < size && earlierProfile[cell] === a && laterProfile[cell] === b; cell++) {
      const earlier = codes[earlierState[cell]!]!;
      const later = codes[laterState[cell]!]!;
      const key = earlier * width + later;
      if (key === outside) continue;
      if (earlier < distinct.length && later < distinct.length) {
        panel[4 * block + (earlier === one ? 0 : 2) + (later === one ? 0 : 1)]! += counts[cell]!;
      }
      const known = isSmall ? cellOfKey[key]! : -1;
      if (known >= 0) {
        count[known]! += counts[cell]!;
        continue;
      }
      if (isSmall) cellOfKey[key] = kept;
      keys[kept] = key;
      earlierValue[kept] = valueAt[earlier]!;
      laterValue[kept] = valueAt[later]!;
      count[kept] = counts[cell]!;
      kept++;
    }
    if (isSmall) for (let index = first; index < kept; index++) cellOfKey[keys[index]!] = -1;
    start[block + 1] = kept;
  }
  return {
    earlierProfile: blocks.earlierProfile,
    laterProfile: blocks.laterProfile,
    rows: blocks.count,
    start,
    earlierValue: earlierValue.subarray(0, kept),
    laterValue: laterValue.subarray(0, kept),
    count: count.subarray(0, kept),
    panel,
  };
}
