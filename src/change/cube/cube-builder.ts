// Builds the cube in one pass over the rows. The memory grows with the number of distinct profiles and
// answers, not with the number of respondents.

import { dispositionClassOf, noOutcomes, type OutcomeCounts } from "../../statistics/outcome-rates.ts";
import type { AnalysisPlan } from "./analysis-plan.ts";
import { type CellCounter, createCellCounter } from "./cell-counter.ts";
import { createColumnReader, profileColumns } from "./column.ts";
import { type Cube, type Profile, wavePairs } from "./cube.ts";
import { freezeCube } from "./frozen-cube.ts";
import { createVariableTally } from "./variable-tally.ts";
import type { WaveRow } from "./wave-row.ts";

/** Takes rows one by one and gives the cube at the end. */
export type CubeBuilder = {
  /**
   * Adds one row. All rows of a unit follow each other, units in ascending order of their key (as JavaScript
   * and the collation "C" compare strings); the order of a unit's waves does not matter.
   *
   * @throws RangeError for a unit out of order, a second row of a unit in a wave, a wave that the plan does
   * not have, an unknown disposition code, a base weight that is not a number of 0 or more, or an answer
   * outside an item's list
   */
  add(row: WaveRow): void;
  /** The finished cube. It is the same whatever the order of the waves within units, and whatever the keys. */
  finish(): Cube;
};

/** A builder for a plan; see `CubeBuilder`. */
export function createCubeBuilder(plan: AnalysisPlan): CubeBuilder {
  const columns = profileColumns(plan);
  const columnOf = createColumnReader(plan);
  const waveOf = new Map(plan.waves.map((wave, index) => [wave, index]));
  const waveCount = plan.waves.length;
  const pairs = wavePairs(waveCount);
  const waveSets =
    plan.trend !== null && plan.trend.waves.length > 2
      ? [plan.trend.waves.map((wave) => waveOf.get(wave)!)]
      : [];

  const tally = createVariableTally(plan, pairs, waveSets);
  const profiles: Profile[] = [];
  const profileIds = new Map<string, number>();
  const presentWaves: CellCounter[] = plan.waves.map(createCellCounter);
  const presentPairs: CellCounter[] = pairs.map(createCellCounter);
  const profilePairs = pairs.map(() => createRegister());
  const profilePaths = waveSets.map(() => createRegister());
  const presentPaths: CellCounter[] = waveSets.map(createCellCounter);
  const cases = new Map<string, { wave: number; values: string[]; outcomes: OutcomeCounts }>();
  const eligible = new Map<string, { waves: number[]; pairs: number[] }>();

  let rows: (WaveRow | undefined)[] = [];
  let unit: string | null = null;

  function add(row: WaveRow): void {
    if (unit !== null && row.unit < unit) throw new RangeError(`unit ${row.unit} comes after ${unit}`);
    if (row.unit !== unit) {
      flush();
      unit = row.unit;
    }
    const wave = waveOf.get(row.wave);
    if (wave === undefined) throw new RangeError(`wave ${row.wave} is not in the plan`);
    if (rows[wave] !== undefined) throw new RangeError(`two rows of one unit in wave ${row.wave}`);
    rows[wave] = row;
  }

  function flush(): void {
    const first = rows.find((row) => row !== undefined);
    if (first === undefined) return;
    const stratum = plan.design.strata === null ? "" : columnOf(first, plan.design.strata);
    const profileIn: number[] = Array(waveCount).fill(-1);
    const isEligible: boolean[] = Array(waveCount).fill(false);
    rows.forEach((row, wave) => {
      if (row === undefined) return;
      const values = columns.map((column) => columnOf(row, column));
      const outcome = dispositionClassOf(row.disposition);
      if (outcome === null) throw new RangeError(`unknown disposition ${JSON.stringify(row.disposition)}`);
      countCase(wave, values, outcome);
      isEligible[wave] = outcome !== "NE";
      const baseWeight = baseWeightOf(plan, row);
      if (baseWeight === 0) return;
      if (outcome === "I" || outcome === "P") profileIn[wave] = profileId({ stratum, baseWeight, values });
    });
    countEligible(stratum, isEligible);
    if (profileIn.some((profile) => profile >= 0)) countRespondent(profileIn);
    rows = [];
  }

  function countCase(wave: number, values: string[], outcome: keyof OutcomeCounts): void {
    const key = JSON.stringify([wave, values]);
    let cell = cases.get(key);
    if (cell === undefined) {
      cell = { wave, values, outcomes: noOutcomes() };
      cases.set(key, cell);
    }
    cell.outcomes[outcome]++;
  }

  function profileId(profile: Profile): number {
    const key = `${profile.stratum}\u0000${profile.baseWeight}\u0000${profile.values.join("\u0000")}`;
    let id = profileIds.get(key);
    if (id === undefined) {
      id = profiles.push(profile) - 1;
      profileIds.set(key, id);
    }
    return id;
  }

  function countEligible(stratum: string, isEligible: boolean[]): void {
    let counts = eligible.get(stratum);
    if (counts === undefined) {
      counts = { waves: plan.waves.map(() => 0), pairs: pairs.map(() => 0) };
      eligible.set(stratum, counts);
    }
    for (let wave = 0; wave < waveCount; wave++) if (isEligible[wave]) counts.waves[wave]!++;
    pairs.forEach(([earlier, later], index) => {
      if (isEligible[earlier] && isEligible[later]) counts.pairs[index]!++;
    });
  }

  function countRespondent(profileIn: number[]): void {
    const pairIds = pairs.map(([earlier, later], index) => {
      const [a, b] = [profileIn[earlier]!, profileIn[later]!];
      if (a < 0 || b < 0) return -1;
      const id = profilePairs[index]!.idOf([a, b]);
      presentPairs[index]!.count(id);
      return id;
    });
    const pathIds = waveSets.map((set, index) => {
      const path = set.map((wave) => profileIn[wave]!);
      if (path.every((profile) => profile < 0)) return -1;
      const id = profilePaths[index]!.idOf(path);
      presentPaths[index]!.count(id);
      return id;
    });
    profileIn.forEach((profile, wave) => {
      if (profile >= 0) presentWaves[wave]!.count(profile);
    });
    tally.add({ rows, profileIn, pairIds, pathIds });
  }

  return {
    add,
    finish() {
      flush();
      return freezeCube({
        plan,
        columns,
        waveSets,
        profiles,
        counted: tally.finish(),
        presence: { waves: presentWaves, pairs: presentPairs, paths: presentPaths },
        profilePairs: profilePairs.map((register) => register.entries),
        profilePaths: profilePaths.map((register) => register.entries),
        cases: [...cases.values()],
        eligible: [...eligible].map(([stratum, counts]) => ({ stratum, ...counts })),
      });
    },
  };
}

function baseWeightOf(plan: AnalysisPlan, row: WaveRow): number {
  if (plan.design.baseWeight === null) return 1;
  const written = row.columns[plan.design.baseWeight] ?? "";
  const weight = Number(written);
  if (written.trim() === "" || !Number.isFinite(weight) || weight < 0) {
    throw new RangeError(`base weight ${JSON.stringify(written)} is not a number of 0 or more`);
  }
  return weight;
}

/** Keeps the packed cell keys of numeric variables within 2^53. */
const MOST_COMBINATIONS = 2 ** 21;

type Register = { entries: number[][]; idOf(entry: number[]): number };

/** Numbers distinct tuples of small integers in the order in which they first appear. */
function createRegister(): Register {
  const entries: number[][] = [];
  const ids = new Map<string, number>();
  return {
    entries,
    idOf(entry) {
      const key = entry.join(",");
      let id = ids.get(key);
      if (id === undefined) {
        if (entries.length === MOST_COMBINATIONS) throw new RangeError("too many different profiles");
        id = entries.push(entry) - 1;
        ids.set(key, id);
      }
      return id;
    },
  };
}

/**
 * The cube of rows in any order. Rows are put into the order that the builder needs first; for data that do
 * not fit in memory read them sorted and use `createCubeBuilder`.
 *
 * @throws RangeError as `CubeBuilder.add`
 */
export function buildCube(plan: AnalysisPlan, rows: Iterable<WaveRow>): Cube {
  const sorted = [...rows].sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
  const builder = createCubeBuilder(plan);
  for (const row of sorted) builder.add(row);
  return builder.finish();
}
