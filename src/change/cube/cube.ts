// The cube of sufficient statistics: how many respondents of each profile gave each answer in each wave, and
// how many of them gave which answer in which other wave. Every figure is computed from it, never from rows.
// Its cells can be small: it is confidential working data.

import type { OutcomeCounts } from "../../statistics/outcome-rates.ts";
import type { VariableKey, VariableState } from "./variable.ts";

/**
 * What a respondent is in one wave, as far as any estimate cares: the stratum (fixed per unit), the base
 * weight, and the values of the cube's `columns` as of that wave.
 */
export type Profile = { stratum: string; baseWeight: number; values: readonly string[] };

/** Respondents of one wave by profile and state; parallel arrays, sorted by profile, then state. */
export type WaveCells = { profile: Int32Array; state: Int32Array; count: Float64Array };

/**
 * Respondents of both of two waves by profile and state in each; parallel arrays, sorted by the two profiles, then
 * the two states. Who answered in one of the two only is the difference from `WaveCells`.
 */
export type PairCells = {
  earlierProfile: Int32Array;
  earlierState: Int32Array;
  laterProfile: Int32Array;
  laterState: Int32Array;
  count: Float64Array;
};

/**
 * Respondents by their path through a set of three or more waves: per cell and wave the profile and state
 * class packed as `profile * 4 + class`, or −1 for "no row, or outside every base". Classes: `StateClass`.
 */
export type PathCells = { path: Int32Array; count: Float64Array };

/** The counts of one variable. `waves` and `pairs` follow `Cube.waves` and `wavePairs`, `paths` `Cube.waveSets`. */
export type VariableCounts = {
  key: VariableKey;
  states: readonly VariableState[];
  waves: readonly WaveCells[];
  pairs: readonly PairCells[];
  paths: readonly PathCells[];
};

/** Cases of one wave with the same group levels, by disposition class; every invited unit, whatever its weight. */
export type CaseCounts = { wave: number; values: readonly string[]; outcomes: OutcomeCounts };

/**
 * Invited and eligible units of one stratum, whatever their weight: per wave, and in both waves of each pair of
 * `wavePairs`.
 */
export type EligibleCounts = { stratum: string; waves: readonly number[]; pairs: readonly number[] };

/** See the head of this file. `presence` has a single state: being a unit respondent with a weight above 0. */
export type Cube = {
  waves: readonly string[];
  /** Columns whose values make up a profile: group variables, then weighting variables that are not groups. */
  columns: readonly string[];
  /** Sets of three or more waves whose paths are kept, as wave indices. */
  waveSets: readonly (readonly number[])[];
  profiles: readonly Profile[];
  presence: VariableCounts;
  variables: readonly VariableCounts[];
  cases: readonly CaseCounts[];
  eligible: readonly EligibleCounts[];
};

/** All pairs of waves, earlier first, as indices: (0,1), (0,2), … (1,2), … */
export function wavePairs(waveCount: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let earlier = 0; earlier < waveCount; earlier++) {
    for (let later = earlier + 1; later < waveCount; later++) pairs.push([earlier, later]);
  }
  return pairs;
}

/** Position of a pair in `wavePairs`; `earlier` < `later`. */
export function pairIndex(waveCount: number, earlier: number, later: number): number {
  return earlier * waveCount - (earlier * (earlier + 1)) / 2 + (later - earlier - 1);
}
