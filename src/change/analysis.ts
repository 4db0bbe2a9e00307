// A plan together with its cube, opened for estimation: items and variables by name, groups as sets of
// profiles, and what has been computed once kept for the next figure.

import type { AnalysisPlan, PlanItem } from "./cube/analysis-plan.ts";
import { type Cube, pairIndex, type VariableCounts } from "./cube/cube.ts";
import { variableName } from "./cube/variable.ts";
import { measureOf } from "./measure.ts";
import { contributionsOf, type LocatedMeasure } from "./measure-cells.ts";

/** One condition of a group: the column has this level. */
export type GroupCondition = { variable: string; level: string };

/** A group of respondents: all conditions hold, as of each wave. No condition: everybody. */
export type GroupSelector = readonly GroupCondition[];

/** The group of all respondents. */
export const everyone: GroupSelector = [];

/** See the head of this file. Made by `openAnalysis`; the memory only ever grows by derived values. */
export type Analysis = {
  plan: AnalysisPlan;
  cube: Cube;
  items: ReadonlyMap<string, PlanItem>;
  variables: ReadonlyMap<string, VariableCounts>;
  memory: Map<string, unknown>;
};

/** Opens a cube for estimation. The plan must be the one the cube was built with. */
export function openAnalysis(plan: AnalysisPlan, cube: Cube): Analysis {
  return {
    plan,
    cube,
    items: new Map(plan.items.map((item) => [item.id, item])),
    variables: new Map(cube.variables.map((variable) => [variableName(variable.key), variable])),
    memory: new Map(),
  };
}

/** The value under a key, computed at first use. */
export function remembered<T>(analysis: Analysis, key: string, compute: () => T): T {
  const known = analysis.memory.get(key);
  if (known !== undefined) return known as T;
  const value = compute();
  analysis.memory.set(key, value);
  return value;
}

/** `all`, or `role=politician`; several conditions are joined by `&`. */
export function groupName(group: GroupSelector): string {
  if (group.length === 0) return "all";
  return group.map(({ variable, level }) => `${variable}=${level}`).join("&");
}

/** A group found in a cube: 1 or 0 per profile, and the profiles that belong to it in ascending order. */
export type Group = { name: string; members: Uint8Array; profiles: Int32Array };

/** The profiles of a group. @throws RangeError if a variable is not among the cube's columns */
export function groupOf(analysis: Analysis, selector: GroupSelector): Group {
  const name = groupName(selector);
  return remembered(analysis, `group ${name}`, () => {
    const conditions = selector.map(({ variable, level }) => ({
      column: columnIndex(analysis, variable),
      level,
    }));
    const members = Uint8Array.from(analysis.cube.profiles, (profile) =>
      conditions.every(({ column, level }) => profile.values[column] === level) ? 1 : 0,
    );
    const profiles = Int32Array.from([...members.keys()].filter((profile) => members[profile] === 1));
    return { name, members, profiles };
  });
}

/** Positions of the blocks (see `Cube.presence.pairs`) whose respondents are in a group in both waves. */
export function blocksWithin(analysis: Analysis, group: Group, earlier: number, later: number): Int32Array {
  return remembered(analysis, `blocks ${earlier}-${later} ${group.name}`, () => {
    const pair = pairIndex(analysis.cube.waves.length, earlier, later);
    const { earlierProfile, laterProfile } = analysis.cube.presence.pairs[pair]!;
    return Int32Array.from(
      [...earlierProfile.keys()].filter(
        (block) => group.members[earlierProfile[block]!] === 1 && group.members[laterProfile[block]!] === 1,
      ),
    );
  });
}

/** Position of a column in the profiles. @throws RangeError if the cube does not have it */
export function columnIndex(analysis: Analysis, variable: string): number {
  const column = analysis.cube.columns.indexOf(variable);
  if (column < 0) throw new RangeError(`the cube has no column ${variable}`);
  return column;
}

/** Position of a wave. @throws RangeError if the cube does not have it */
export function waveIndex(analysis: Analysis, wave: string): number {
  const index = analysis.cube.waves.indexOf(wave);
  if (index < 0) throw new RangeError(`the cube has no wave ${wave}`);
  return index;
}

/** An item, one of its measures and what answers contribute to it. @throws RangeError if the plan has none such */
export function locateMeasure(analysis: Analysis, itemId: string, name: string): LocatedMeasure {
  return remembered(analysis, `measure ${JSON.stringify([itemId, name])}`, () => {
    const item = analysis.items.get(itemId);
    if (item === undefined) throw new RangeError(`the plan has no item ${itemId}`);
    const measure = measureOf(item, name);
    if (measure === null) throw new RangeError(`item ${itemId} has no measure ${name}`);
    const variable = analysis.variables.get(variableName(measure.variable));
    if (variable === undefined) throw new RangeError(`the cube has no item ${itemId}`);
    return { item, measure, contributions: contributionsOf(item, measure, variable) };
  });
}

/** A single-choice, numeric or open item and its variable. @throws RangeError if the plan has none such */
export function locateItem(analysis: Analysis, itemId: string): { item: PlanItem; variable: VariableCounts } {
  const item = analysis.items.get(itemId);
  const variable = analysis.variables.get(variableName({ item: itemId, option: null }));
  if (item === undefined || variable === undefined)
    throw new RangeError(`the plan has no single-choice item ${itemId}`);
  return { item, variable };
}
