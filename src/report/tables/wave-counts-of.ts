// The counts of one wave in its finest groups, as disclosure control needs them: from the cube of that wave.
import { type Analysis, locateMeasure, waveIndex } from "../../change/analysis.ts";
import type { AnalysisPlan, PlanItem } from "../../change/cube/analysis-plan.ts";
import { isAskedIn } from "../../change/cube/analysis-plan.ts";
import { measureOf } from "../../change/measure.ts";
import { pairContributions, waveContributions } from "../../change/measure-cells.ts";
import { entryName } from "../../disclosure/protect-table.ts";
import type { BaseLayer, Entry, SumLayer, WaveCounts } from "../../disclosure/wave-counts.ts";

/** Name of the layer of those who answered the questionnaire. */
export const respondentsLayer = "respondents";

/**
 * Group variables that figures are broken down by. Groups made by an answer are left out: how many were invited
 * into them is not known.
 */
export function groupVariables({ groups }: AnalysisPlan): string[] {
  return groups.map(({ variable }) => variable).filter((variable) => !variable.startsWith("answer:"));
}

/**
 * Name of the base that a measure of an item rests on: answers, answers with don't know, or answers with a score.
 *
 * @param measure as in `measureOf`; "" for the answers of a distribution
 */
export function baseLayer(item: string, measure: string): string {
  const kind = measure.startsWith("mean") ? "scored" : measure.endsWith("@all") ? "all" : "valid";
  return JSON.stringify([item, kind]);
}

/** One wave by its finest groups, with the levels of each group variable per cell. */
export interface FineWave {
  readonly counts: WaveCounts;
  /** Level per cell, by group variable of the plan. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
}

/** @param analysis with the wave; its plan's group variables make the finest groups */
export function fineWave(analysis: Analysis, wave: string): FineWave {
  return fineWaves(analysis, [wave])[0]!;
}

/** Some waves by their finest groups, in the same order in each; a group may be empty in one of them. */
export function fineWaves(analysis: Analysis, waves: readonly string[]): FineWave[] {
  const cells = cellsOf(analysis, waves);
  return waves.map((wave) => {
    const index = waveIndex(analysis, wave);
    const cases = cells.list.map(() => ({ invited: 0, respondents: 0 }));
    for (const { wave: ofWave, values, outcomes } of analysis.cube.cases) {
      const cell = ofWave === index ? cells.placeOf(values) : -1;
      if (cell < 0) continue;
      cases[cell]!.invited += Object.values(outcomes).reduce((sum, count) => sum + count, 0);
      cases[cell]!.respondents += outcomes.I + outcomes.P;
    }
    const counts = cases.map(({ respondents }) => respondents);
    const layers: BaseLayer[] = [{ name: respondentsLayer, within: null, counts, sums: [] }];
    for (const item of analysis.plan.items.filter((candidate) => isAskedIn(candidate, wave))) {
      let within = 0;
      for (const layer of basesOf(analysis, item, index, cells.ofProfile, cells.list.length)) {
        within = layers.push({ ...layer, within }) - 1;
      }
    }
    return { counts: { invited: cases.map(({ invited }) => invited), layers }, levels: cells.levels };
  });
}

/**
 * Persons in the base of a measure in both of two waves, by the cells of `fineWaves`: by the cell they were in
 * earlier, and by the one they are in later.
 */
export function stayedOf(
  analysis: Analysis,
  waves: readonly [string, string],
  item: string,
  measure: string,
): readonly [readonly number[], readonly number[]] {
  const cells = cellsOf(analysis, waves);
  const { contributions } = locateMeasure(analysis, item, measure);
  const [earlier, later] = [waveIndex(analysis, waves[0]), waveIndex(analysis, waves[1])];
  const blocks = pairContributions(analysis, contributions, earlier, later);
  const [before, after] = [cells.list.map(() => 0), cells.list.map(() => 0)];
  blocks.rows.forEach((_, block) => {
    const from = cells.ofProfile[blocks.earlierProfile[block]!]!;
    const to = cells.ofProfile[blocks.laterProfile[block]!]!;
    for (let at = blocks.start[block]!; at < blocks.start[block + 1]!; at++) {
      if (Number.isNaN(blocks.earlierValue[at]!) || Number.isNaN(blocks.laterValue[at]!)) continue;
      if (from >= 0) before[from]! += blocks.count[at]!;
      if (to >= 0) after[to]! += blocks.count[at]!;
    }
  });
  return [before, after];
}

interface Cells {
  readonly list: readonly (readonly string[])[];
  readonly placeOf: (values: readonly string[]) => number;
  readonly ofProfile: readonly number[];
  readonly levels: ReadonlyMap<string, readonly string[]>;
}

function cellsOf({ plan, cube }: Analysis, waves: readonly string[]): Cells {
  const variables = groupVariables(plan);
  const columns = variables.map((variable) => cube.columns.indexOf(variable));
  const levelsOf = (values: readonly string[]) => columns.map((column) => values[column] ?? "");
  const list = new Map<string, readonly string[]>();
  for (const { wave, values } of cube.cases) {
    const levels = levelsOf(values);
    if (waves.includes(cube.waves[wave]!)) list.set(JSON.stringify(levels), levels);
  }
  const place = new Map([...list.keys()].map((key, at) => [key, at]));
  const placeOf = (values: readonly string[]) => place.get(JSON.stringify(levelsOf(values))) ?? -1;
  return {
    list: [...list.values()],
    placeOf,
    ofProfile: cube.profiles.map(({ values }) => placeOf(values)),
    levels: new Map(
      variables.map((variable, at) => [variable, [...list.values()].map((levels) => levels[at]!)]),
    ),
  };
}

function basesOf(
  analysis: Analysis,
  item: PlanItem,
  wave: number,
  cellOfProfile: readonly number[],
  size: number,
): Omit<BaseLayer, "within">[] {
  const layers = new Map<string, { counts: readonly number[]; sums: SumLayer[] }>();
  for (const name of new Set([...item.main, ...item.measures])) {
    const measure = measureOf(item, name);
    if (measure === null) continue;
    const { contributions } = locateMeasure(analysis, item.id, name);
    const { start, value, count } = waveContributions(analysis, contributions, wave);
    const known = value.length === 0 ? [0] : [...value];
    const least = measure.kind === "mean" ? known.reduce((a, b) => Math.min(a, b)) : 0;
    const most = measure.kind === "mean" ? known.reduce((a, b) => Math.max(a, b)) - least : 1;
    const counts = new Array<number>(size).fill(0);
    const sums = new Array<number>(size).fill(0);
    cellOfProfile.forEach((cell, profile) => {
      if (cell < 0) return;
      for (let at = start[profile]!; at < start[profile + 1]!; at++) {
        counts[cell]! += count[at]!;
        sums[cell]! += count[at]! * (value[at]! - least);
      }
    });
    const base = baseLayer(item.id, name);
    const layer = layers.get(base) ?? { counts, sums: [] };
    if (most > 0) layer.sums.push({ name, most, sums });
    layers.set(base, layer);
  }
  const total = ({ counts }: { counts: readonly number[] }) => counts.reduce((sum, one) => sum + one, 0);
  return [...layers].map(([name, layer]) => ({ name, ...layer })).sort((a, b) => total(b) - total(a));
}

/** The groups of one variable as rows of tables. */
export function entriesOf({ levels }: FineWave, variable: string): Entry[] {
  return entriesBy(levels.get(variable) ?? [], variable, (level) => entryName([[variable, level]]));
}

/** The common units of a plan's municipalities as rows of tables; a wave's own groups say who lives where. */
export function unitEntriesOf({ levels }: FineWave, { unitMap }: AnalysisPlan, wave: string): Entry[] {
  const units = unitMap?.get(wave);
  const place = (levels.get("municipality") ?? []).map((code) => units?.get(code) ?? code);
  return entriesBy(place, "unit", (level) => entryName([["unit", level]]));
}

/** The groups of two variables at once. */
export function crossedEntriesOf({ levels }: FineWave, [one, other]: readonly [string, string]): Entry[] {
  const [first, second] = [levels.get(one) ?? [], levels.get(other) ?? []];
  const names = first.map((level, cell) =>
    entryName([
      [one, level],
      [other, second[cell]!],
    ]),
  );
  return entriesBy(names, `${one}*${other}`, (name) => name);
}

function entriesBy(levels: readonly string[], breakdown: string, nameOf: (level: string) => string): Entry[] {
  const cells = new Map<string, number[]>();
  for (const [cell, level] of levels.entries()) cells.set(level, [...(cells.get(level) ?? []), cell]);
  return [...cells].map(([level, own]) => ({ name: nameOf(level), breakdown, cells: own }));
}
