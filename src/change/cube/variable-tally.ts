// Counts the answers of respondents, variable by variable: the innermost loop of building a cube.

import type { AnalysisPlan } from "./analysis-plan.ts";
import { createCellCounter } from "./cell-counter.ts";
import type { CountedVariable } from "./frozen-cube.ts";
import { variablesOf } from "./variable.ts";
import type { WaveRow } from "./wave-row.ts";

/**
 * A unit's rows, with its profile number in each wave (−1: no unit respondent), and the numbers of its profile
 * pairs and paths (−1: not in both, or in none).
 */
export type TalliedRespondent = {
  rows: readonly (WaveRow | undefined)[];
  profileIn: readonly number[];
  pairIds: readonly number[];
  pathIds: readonly number[];
};

/** Takes respondents one by one. */
export type VariableTally = { add(respondent: TalliedRespondent): void; finish(): CountedVariable[] };

/** Answers are encoded at once and counted in batches, so that one variable's table stays in the cache. */
const BATCH = 1024;

/** A tally of the variables of a plan; `pairs` and `waveSets` as in the cube. */
export function createVariableTally(
  plan: AnalysisPlan,
  pairs: readonly (readonly [number, number])[],
  waveSets: readonly (readonly number[])[],
): VariableTally {
  const waveCount = plan.waves.length;
  const counted: CountedVariable[] = variablesOf(plan).map((encoder) => ({
    encoder,
    waves: plan.waves.map(createCellCounter),
    pairs: pairs.map(createCellCounter),
    paths: waveSets.map(createCellCounter),
  }));
  const states = counted.map(() => new Int32Array(BATCH * waveCount));
  const profiles = new Int32Array(BATCH * waveCount);
  const pairIds = pairs.map(() => new Int32Array(BATCH));
  const pathIds = waveSets.map(() => new Int32Array(BATCH));
  let held = 0;

  function hold(respondent: TalliedRespondent): void {
    pairIds.forEach((ids, index) => {
      ids[held] = respondent.pairIds[index]!;
    });
    pathIds.forEach((ids, index) => {
      ids[held] = respondent.pathIds[index]!;
    });
    for (let wave = 0; wave < waveCount; wave++) {
      const at = held * waveCount + wave;
      profiles[at] = respondent.profileIn[wave]!;
      if (profiles[at]! < 0) continue;
      const row = respondent.rows[wave]!;
      for (let index = 0; index < counted.length; index++) {
        const { encoder } = counted[index]!;
        states[index]![at] = encoder.stateOf(row.answers[encoder.key.item], row.wave);
      }
    }
    held++;
  }

  function drain(): void {
    counted.forEach((variable, index) => {
      tally(variable, states[index]!);
    });
    held = 0;
  }

  function tally(variable: CountedVariable, state: Int32Array): void {
    const { capacity, classes } = variable.encoder;
    for (let wave = 0; wave < waveCount; wave++) {
      const counter = variable.waves[wave]!;
      for (let at = wave; at < held * waveCount; at += waveCount) {
        if (profiles[at]! >= 0) counter.count(profiles[at]! * capacity + state[at]!);
      }
    }
    pairs.forEach(([earlier, later], index) => {
      const counter = variable.pairs[index]!;
      const ids = pairIds[index]!;
      for (let unit = 0; unit < held; unit++) {
        if (ids[unit]! < 0) continue;
        const at = unit * waveCount;
        counter.count((ids[unit]! * capacity + state[at + earlier]!) * capacity + state[at + later]!);
      }
    });
    waveSets.forEach((set, index) => {
      const ids = pathIds[index]!;
      for (let unit = 0; unit < held; unit++) {
        if (ids[unit]! < 0) continue;
        let key = ids[unit]!;
        for (const wave of set) {
          const at = unit * waveCount + wave;
          key = key * 4 + (profiles[at]! < 0 ? 0 : classes[state[at]!]!);
        }
        variable.paths[index]!.count(key);
      }
    });
  }

  return {
    add(respondent) {
      hold(respondent);
      if (held === BATCH) drain();
    },
    finish() {
      drain();
      return counted;
    },
  };
}
