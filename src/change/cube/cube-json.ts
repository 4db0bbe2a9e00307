// The cube as plain JSON and back, for storage.

import type { Cube, PairCells, PathCells, VariableCounts, WaveCells } from "./cube.ts";

/** Version of the stored form. */
export const CUBE_FORMAT = 1;

type Numbers = readonly number[];

type StoredVariable = Omit<VariableCounts, "waves" | "pairs" | "paths"> & {
  /** Per wave: profiles, states, counts. */
  waves: readonly (readonly Numbers[])[];
  /** Per pair: earlier profiles, earlier states, later profiles, later states, counts. */
  pairs: readonly (readonly Numbers[])[];
  /** Per set: paths one after the other, counts. */
  paths: readonly (readonly Numbers[])[];
};

/** The stored form of a cube: nothing but objects, arrays, strings and finite numbers. */
export type StoredCube = Omit<Cube, "presence" | "variables"> & {
  format: typeof CUBE_FORMAT;
  presence: StoredVariable;
  variables: readonly StoredVariable[];
};

/** A cube's stored form; equal cubes give equal text when written with JSON.stringify. */
export function cubeToJson(cube: Cube): StoredCube {
  return {
    format: CUBE_FORMAT,
    waves: cube.waves,
    columns: cube.columns,
    waveSets: cube.waveSets,
    profiles: cube.profiles,
    presence: storeVariable(cube.presence),
    variables: cube.variables.map(storeVariable),
    cases: cube.cases,
    eligible: cube.eligible,
  };
}

function storeVariable(variable: VariableCounts): StoredVariable {
  return {
    key: variable.key,
    states: variable.states,
    waves: variable.waves.map((cells) => [cells.profile, cells.state, cells.count].map(numbersOf)),
    pairs: variable.pairs.map((cells) =>
      [cells.earlierProfile, cells.earlierState, cells.laterProfile, cells.laterState, cells.count].map(
        numbersOf,
      ),
    ),
    paths: variable.paths.map((cells) => [cells.path, cells.count].map(numbersOf)),
  };
}

function numbersOf(values: Int32Array | Float64Array): number[] {
  return Array.from(values);
}

/**
 * The cube of a stored form.
 *
 * @param stored what `cubeToJson` made, after a round through JSON
 * @throws RangeError if it is of another format
 */
export function cubeFromJson(stored: StoredCube): Cube {
  if (stored.format !== CUBE_FORMAT) throw new RangeError(`cube of unknown format ${String(stored.format)}`);
  const { format: _format, presence, variables, ...rest } = stored;
  return { ...rest, presence: openVariable(presence), variables: variables.map(openVariable) };
}

function openVariable(stored: StoredVariable): VariableCounts {
  return {
    key: stored.key,
    states: stored.states,
    waves: stored.waves.map(
      (cells): WaveCells => ({
        profile: Int32Array.from(cells[0]!),
        state: Int32Array.from(cells[1]!),
        count: Float64Array.from(cells[2]!),
      }),
    ),
    pairs: stored.pairs.map(
      (cells): PairCells => ({
        earlierProfile: Int32Array.from(cells[0]!),
        earlierState: Int32Array.from(cells[1]!),
        laterProfile: Int32Array.from(cells[2]!),
        laterState: Int32Array.from(cells[3]!),
        count: Float64Array.from(cells[4]!),
      }),
    ),
    paths: stored.paths.map(
      (cells): PathCells => ({ path: Int32Array.from(cells[0]!), count: Float64Array.from(cells[1]!) }),
    ),
  };
}
