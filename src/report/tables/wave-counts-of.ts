// The counts of one wave in its finest groups, as disclosure control needs them: from the cube of that wave.
import { type Analysis, locateMeasure, waveIndex } from "../../change/analysis.ts";
import type { AnalysisPlan, PlanItem } from "../../change/cube/analysis-plan.ts";
import { isAskedIn } from "../../change/cube/analysis-plan.ts";
import { measureOf } from "../../change/measure.ts";
import { waveContributions } from "../../change/measure-cells.ts";
import { entryName } from "../../disclosure/protect-table.ts";
import type { BaseLayer, Entry, SumLayer, WaveCounts } from "../../disclosure/wave-counts.ts";

/** Name of the layer of those who answered the questionnaire. */
export const respondentsLayer = "respondents";

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
  const { plan, cube } = analysis;
  const index = waveIndex(analysis, wave);
  const variables = plan.groups.map(({ variable }) => variable);
  const columns = variables.map((variable) => cube.columns.indexOf(variable));
  const keyOf = (values: readonly string[]) => JSON.stringify(columns.map((column) => values[column]));
  const cells = new Map<string, { values: readonly string[]; invited: number; respondents: number }>();
  for (const { wave: ofWave, values, outcomes } of cube.cases) {
    if (ofWave !== index) continue;
    const key = keyOf(values);
    const cell = cells.get(key) ?? { values, invited: 0, respondents: 0 };
    cell.invited += Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    cell.respondents += outcomes.I + outcomes.P;
    cells.set(key, cell);
  }
  const kept = [...cells].filter(([, { invited }]) => invited > 0);
  const place = new Map(kept.map(([key], position) => [key, position]));
  const cellOfProfile = cube.profiles.map(({ values }) => place.get(keyOf(values)) ?? -1);
  const respondents: BaseLayer = {
    name: respondentsLayer,
    within: null,
    counts: kept.map(([, cell]) => cell.respondents),
    sums: [],
  };
  const items = plan.items.filter((item) => isAskedIn(item, wave));
  const bases: BaseLayer[] = [];
  for (const item of items) {
    let within = 0;
    for (const layer of basesOf(analysis, item, index, cellOfProfile, kept.length)) {
      bases.push({ ...layer, within });
      within = bases.length;
    }
  }
  return {
    counts: { invited: kept.map(([, { invited }]) => invited), layers: [respondents, ...bases] },
    levels: new Map(
      variables.map((variable, at) => [variable, kept.map(([, { values }]) => values[columns[at]!] ?? "")]),
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
