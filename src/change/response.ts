// Who answered: outcome counts and rates of a wave, and how many came again in the next.

import {
  noOutcomes,
  type OutcomeCounts,
  type OutcomeRates,
  outcomeRates,
} from "../statistics/outcome-rates.ts";
import { type Interval, wilsonInterval } from "../statistics/proportion-interval.ts";
import { type Analysis, columnIndex, type GroupSelector, groupOf, waveIndex } from "./analysis.ts";
import { pairIndex } from "./cube/cube.ts";

/** Cases by disposition class with the AAPOR rates; every invited unit counts, whatever its weight. */
export type Response = { counts: OutcomeCounts; rates: OutcomeRates };

/**
 * Outcome counts and rates of a wave in a group (as of that wave), unweighted.
 *
 * @throws RangeError for an unknown wave or column
 */
export function responseOf(analysis: Analysis, group: GroupSelector, wave: string): Response {
  const index = waveIndex(analysis, wave);
  const conditions = group.map(({ variable, level }) => ({ column: columnIndex(analysis, variable), level }));
  const counts = noOutcomes();
  for (const cell of analysis.cube.cases) {
    if (cell.wave !== index) continue;
    if (!conditions.every(({ column, level }) => cell.values[column] === level)) continue;
    for (const name of Object.keys(counts) as (keyof OutcomeCounts)[]) counts[name] += cell.outcomes[name];
  }
  return { counts, rates: outcomeRates(counts) };
}

/**
 * Unit respondents of two waves: how many of the earlier wave's answered again. `rate` 0–1 with Wilson's
 * interval, null where nobody answered in the earlier wave.
 */
export type Retention = {
  earlierN: number;
  stayers: number;
  leavers: number;
  laterN: number;
  joiners: number;
  rate: number | null;
  interval: Interval | null;
};

/**
 * Retention between two waves. Stayers and leavers by the group of the earlier wave, joiners (answered in the
 * later wave only) by the group of the later wave; unweighted, rows of weight 0 left out.
 */
export function retentionOf(
  analysis: Analysis,
  group: GroupSelector,
  waves: readonly [string, string],
): Retention {
  const { members } = groupOf(analysis, group);
  const [a, b] = [waveIndex(analysis, waves[0]), waveIndex(analysis, waves[1])];
  const { presence } = analysis.cube;
  const inWave = (wave: number): number => {
    const cells = presence.waves[wave]!;
    return cells.count.reduce((sum, count, index) => sum + count * members[cells.profile[index]!]!, 0);
  };
  const joint = presence.pairs[pairIndex(analysis.cube.waves.length, a, b)]!;
  let [stayers, stayersAsOfLater] = [0, 0];
  joint.count.forEach((count, index) => {
    stayers += count * members[joint.earlierProfile[index]!]!;
    stayersAsOfLater += count * members[joint.laterProfile[index]!]!;
  });
  const [earlierN, laterN] = [inWave(a), inWave(b)];
  return {
    earlierN,
    stayers,
    leavers: earlierN - stayers,
    laterN,
    joiners: laterN - stayersAsOfLater,
    rate: earlierN === 0 ? null : stayers / earlierN,
    interval: earlierN === 0 ? null : wilsonInterval(stayers / earlierN, earlierN, analysis.plan.level),
  };
}
