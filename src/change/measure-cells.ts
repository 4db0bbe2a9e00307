// The cells of the cube seen through one measure: states that contribute the same are one cell, states
// outside the base are left out.

import { type Analysis, remembered } from "./analysis.ts";
import type { PlanItem } from "./cube/analysis-plan.ts";
import { pairIndex, type VariableCounts } from "./cube/cube.ts";
import { contributionOf, type Measure } from "./measure.ts";

/** A measure found in an analysis; see `locateMeasure`. */
export type LocatedMeasure = { item: PlanItem; measure: Measure; variable: VariableCounts };

/** A variable with one number per state: what the state contributes, NaN for a state outside the base. */
export type Contributions = { name: string; variable: VariableCounts; values: Float64Array };

/** Respondents of a wave inside the measure's base: profile, contribution (0/1 or score), count. Sorted. */
export type ContributionCells = { profile: Int32Array; value: Float64Array; count: Float64Array };

/**
 * Respondents of both waves: profile and contribution in each, count. NaN = outside the base. Where both are
 * outside, the cell is kept only if `withOutside` was asked for.
 */
export type ContributionPairCells = {
  earlierProfile: Int32Array;
  earlierValue: Float64Array;
  laterProfile: Int32Array;
  laterValue: Float64Array;
  count: Float64Array;
};

/** What the states of a measure's variable contribute to it. */
export function contributionsOf(located: LocatedMeasure): Contributions {
  const { item, measure, variable } = located;
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

/** The measure's cells of one wave (index). */
export function waveContributions(
  analysis: Analysis,
  contributions: Contributions,
  wave: number,
): ContributionCells {
  return remembered(analysis, `cells ${wave} ${contributions.name}`, () => {
    const { values, variable } = contributions;
    const cells = variable.waves[wave]!;
    const merged = new Map<string, [number, number, number]>();
    cells.profile.forEach((profile, index) => {
      const value = values[cells.state[index]!]!;
      if (Number.isNaN(value)) return;
      const key = `${profile} ${value}`;
      const cell = merged.get(key);
      if (cell === undefined) merged.set(key, [profile, value, cells.count[index]!]);
      else cell[2] += cells.count[index]!;
    });
    const sorted = [...merged.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return {
      profile: Int32Array.from(sorted, (cell) => cell[0]),
      value: Float64Array.from(sorted, (cell) => cell[1]),
      count: Float64Array.from(sorted, (cell) => cell[2]),
    };
  });
}

/** The measure's joint cells of two waves (indices, earlier first). */
export function pairContributions(
  analysis: Analysis,
  contributions: Contributions,
  earlier: number,
  later: number,
  withOutside: boolean,
): ContributionPairCells {
  return remembered(analysis, `pair cells ${earlier}-${later} ${withOutside} ${contributions.name}`, () => {
    const { values, variable } = contributions;
    const { distinct, codeOf } = numberValues(values);
    const cells = variable.pairs[pairIndex(analysis.cube.waves.length, earlier, later)]!;
    const outside = distinct.length - 1;
    const profileCount = analysis.cube.profiles.length;
    const merged = new Map<number, number>();
    for (let index = 0; index < cells.count.length; index++) {
      const a = codeOf[cells.earlierState[index]!]!;
      const b = codeOf[cells.laterState[index]!]!;
      if (!withOutside && a === outside && b === outside) continue;
      const profiles = cells.earlierProfile[index]! * profileCount + cells.laterProfile[index]!;
      const key = (profiles * distinct.length + a) * distinct.length + b;
      merged.set(key, (merged.get(key) ?? 0) + cells.count[index]!);
    }
    const keys = Float64Array.from(merged.keys()).sort();
    const profiles = keys.map((key) => Math.floor(key / distinct.length ** 2));
    return {
      earlierProfile: Int32Array.from(profiles, (pair) => Math.floor(pair / profileCount)),
      earlierValue: keys.map((key) => distinct[Math.floor(key / distinct.length) % distinct.length]!),
      laterProfile: Int32Array.from(profiles, (pair) => pair % profileCount),
      laterValue: keys.map((key) => distinct[key % distinct.length]!),
      count: keys.map((key) => merged.get(key)!),
    };
  });
}

/** Distinct contributions in ascending order with NaN last, and the position of each state's contribution. */
function numberValues(values: Float64Array): { distinct: number[]; codeOf: Int32Array } {
  const numbers = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const distinct = [...numbers, Number.NaN];
  const position = new Map(distinct.map((value, index) => [value, index]));
  return { distinct, codeOf: Int32Array.from(values, (value) => position.get(value)!) };
}
