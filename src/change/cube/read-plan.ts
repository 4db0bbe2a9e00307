// Checks an analysis.json and turns it into an analysis plan. All problems are reported together.

import type {
  AnalysisPlan,
  GroupVariable,
  Margin,
  PlanDesign,
  PlannedWave,
  Weighting,
} from "./analysis-plan.ts";
import { ANSWER_COLUMN, answerColumns } from "./column.ts";
import {
  type Findings,
  type JsonObject,
  keyValue,
  placeOf,
  readChoice,
  readLabel,
  readLabelMap,
  readLabels,
  readList,
  readNumber,
  readNumbers,
  readObject,
  warnUnknown,
} from "./json-reading.ts";
import { readItem } from "./read-plan-item.ts";

/** A plan, or every problem of the file. Warnings (unknown keys) come with both. */
export type PlanReading =
  | { kind: "plan"; plan: AnalysisPlan; warnings: readonly string[] }
  | { kind: "invalid"; problems: readonly string[]; warnings: readonly string[] };

/** What is known from elsewhere (a study's own waves) when the file leaves it out. */
export type PlanDefaults = { id?: string; waves?: readonly string[] };

const planKeys = [
  "id",
  "waves",
  "level",
  "groups",
  "panel_groups",
  "unit_map",
  "design",
  "items",
  "comparisons",
  "trend",
  "mdc",
];

/**
 * Reads a plan.
 *
 * @param json the parsed file, of any shape
 * @param defaults taken where the file has no `id` or `waves`; comparisons left out are those of consecutive waves
 */
export function readPlan(json: unknown, defaults: PlanDefaults = {}): PlanReading {
  const findings: Findings = { problems: [], warnings: [] };
  const root = readObject(json, "", findings);
  warnUnknown(root, planKeys, findings);
  const waves =
    keyValue(root, "waves") === undefined ? [...(defaults.waves ?? [])] : readLabels(root, "waves", findings);
  if (waves.length === 0) findings.problems.push("waves must name at least one wave");
  const groups = readList(root, "groups", findings).map((value, index) =>
    readGroup(value, `groups[${index}]`, findings),
  );
  const panelGroups = readLabels(root, "panel_groups", findings);
  for (const variable of panelGroups) {
    if (!groups.some((group) => group.variable === variable)) {
      findings.problems.push(`panel_groups names "${variable}", which is not among the groups`);
    }
  }
  const plan: AnalysisPlan = {
    id: readLabel(keyValue(root, "id") ?? defaults.id ?? "", "id", findings) ?? "",
    waves,
    level: readLevel(root, findings),
    groups,
    panelGroups,
    unitMap: readUnitMap(root, waves, findings),
    design: readDesign(root, findings),
    items: readList(root, "items", findings).map((value, index) =>
      readItem(value, `items[${index}]`, waves, findings),
    ),
    comparisons: readComparisons(root, waves, findings),
    trend: readTrend(root, waves, findings),
    plannedWaves: readList(root, "mdc", findings).map((value, index) =>
      readPlanned(value, `mdc[${index}]`, findings),
    ),
  };
  const ids = plan.items.map((item) => item.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) findings.problems.push(`items has "${repeated}" twice`);
  for (const { variable } of plan.groups) {
    if (variable.startsWith(ANSWER_COLUMN) && !answerColumns(plan).includes(variable)) {
      findings.problems.push(`groups has "${variable}", which no item answers`);
    }
  }
  return findings.problems.length === 0
    ? { kind: "plan", plan, warnings: findings.warnings }
    : { kind: "invalid", problems: findings.problems, warnings: findings.warnings };
}

function readLevel(root: JsonObject, findings: Findings): number {
  const value = keyValue(root, "level");
  if (value === undefined) return 0.95;
  const level = readNumber(value, "level", findings);
  if (level !== null && (level <= 0 || level >= 1)) findings.problems.push("level must lie between 0 and 1");
  return level ?? 0.95;
}

function readGroup(value: unknown, at: string, findings: Findings): GroupVariable {
  const group = readObject(value, at, findings);
  warnUnknown(group, ["var", "levels"], findings);
  return {
    variable: readLabel(keyValue(group, "var"), placeOf(group, "var"), findings) ?? "",
    levels: readLabels(group, "levels", findings),
  };
}

function readUnitMap(
  root: JsonObject,
  waves: readonly string[],
  findings: Findings,
): AnalysisPlan["unitMap"] {
  if (keyValue(root, "unit_map") === undefined) return null;
  const map = readObject(keyValue(root, "unit_map"), "unit_map", findings);
  for (const wave of map.values.keys()) checkWave(wave, "unit_map", waves, findings);
  return new Map([...map.values.keys()].map((wave) => [wave, readLabelMap(map, wave, findings)]));
}

function checkWave(wave: string, at: string, waves: readonly string[], findings: Findings): void {
  if (!waves.includes(wave))
    findings.problems.push(`${at} names wave "${wave}", which is not among the waves`);
}

function readDesign(root: JsonObject, findings: Findings): PlanDesign {
  const design = readObject(keyValue(root, "design") ?? {}, "design", findings);
  warnUnknown(design, ["strata", "base_weight", "fpc", "weighting"], findings);
  const column = (key: string): string | null =>
    keyValue(design, key) === undefined
      ? null
      : readLabel(keyValue(design, key), placeOf(design, key), findings);
  return {
    strata: column("strata"),
    baseWeight: column("base_weight"),
    finitePopulation: readChoice(design, "fpc", ["none", "per_wave"], "none", findings) ?? "none",
    weighting: readWeighting(design, findings),
  };
}

function readWeighting(design: JsonObject, findings: Findings): Weighting {
  if (keyValue(design, "weighting") === undefined) return { kind: "none" };
  const weighting = readObject(keyValue(design, "weighting"), "design.weighting", findings);
  const kind = readChoice(weighting, "type", ["poststratify", "rake"], null, findings);
  if (kind === "rake") {
    warnUnknown(weighting, ["type", "margins"], findings);
    const margins = readList(weighting, "margins", findings).map((value, index) => {
      const margin = readObject(value, `design.weighting.margins[${index}]`, findings);
      warnUnknown(margin, marginKeys, findings);
      return readMargin(margin, findings);
    });
    if (margins.length === 0)
      findings.problems.push("design.weighting.margins must name at least one margin");
    return { kind, margins };
  }
  warnUnknown(weighting, ["type", "collapse", ...marginKeys], findings);
  const margin = readMargin(weighting, findings);
  const collapse = readLabelMap(weighting, "collapse", findings);
  for (const [from, to] of collapse) {
    for (const cell of [from, to]) {
      if (!margin.shares.has(cell))
        findings.problems.push(`design.weighting.collapse names "${cell}", which has no share`);
    }
  }
  return kind === null ? { kind: "none" } : { kind, margin, collapse };
}

/** `totals`, numbers of persons or units, may stand in for `shares`. */
const marginKeys = ["var", "shares", "totals", "source", "date"];

function readMargin(object: JsonObject, findings: Findings): Margin {
  const key = keyValue(object, "shares") === undefined && keyValue(object, "totals") ? "totals" : "shares";
  const place = placeOf(object, key);
  const read = readNumbers(object, key, findings);
  const total = Number([...read.values()].reduce((sum, share) => sum + share, 0).toPrecision(12));
  const isTotals = key === "totals" && total > 0;
  if ([...read.values()].some((share) => share < 0)) findings.problems.push(`${place} must not be negative`);
  else if (key === "totals") {
    if (total === 0) findings.problems.push(`${place} must add to more than 0`);
  } else if (Math.abs(total - 1) > 0.01) findings.problems.push(`${place} must add to 1, not to ${total}`);
  else if (Math.abs(total - 1) > 1e-6) findings.warnings.push(`${place} add to ${total}, not to 1`);
  const text = (name: string): string | null =>
    keyValue(object, name) === undefined
      ? null
      : readLabel(keyValue(object, name), placeOf(object, name), findings);
  return {
    variable: readLabel(keyValue(object, "var"), placeOf(object, "var"), findings) ?? "",
    shares: isTotals ? new Map([...read].map(([level, count]) => [level, count / total])) : read,
    source: text("source"),
    date: text("date"),
  };
}

function readComparisons(
  root: JsonObject,
  waves: readonly string[],
  findings: Findings,
): (readonly [string, string])[] {
  if (keyValue(root, "comparisons") === undefined) {
    return waves.slice(1).map((wave, index) => [waves[index]!, wave] as const);
  }
  return readList(root, "comparisons", findings).flatMap((value, index) => {
    const at = `comparisons[${index}]`;
    const pair = Array.isArray(value) ? value.map((wave) => readLabel(wave, at, findings)) : [];
    const [earlier, later] = pair;
    if (pair.length !== 2 || typeof earlier !== "string" || typeof later !== "string") {
      findings.problems.push(`${at} must be a pair of waves`);
      return [];
    }
    for (const wave of [earlier, later]) checkWave(wave, at, waves, findings);
    if (waves.indexOf(earlier) >= waves.indexOf(later))
      findings.problems.push(`${at} must name the earlier wave first`);
    return [[earlier, later] as const];
  });
}

function readTrend(root: JsonObject, waves: readonly string[], findings: Findings): AnalysisPlan["trend"] {
  if (keyValue(root, "trend") === undefined) return null;
  const trend = readObject(keyValue(root, "trend"), "trend", findings);
  warnUnknown(trend, ["waves", "times"], findings);
  const trendWaves = readLabels(trend, "waves", findings);
  for (const wave of trendWaves) checkWave(wave, "trend.waves", waves, findings);
  const times = readList(trend, "times", findings).flatMap((value, index) => {
    const time = readNumber(value, `trend.times[${index}]`, findings);
    return time === null ? [] : [time];
  });
  const positions = trendWaves.map((wave) => waves.indexOf(wave));
  const isOrdered = positions.every((position, index) => index === 0 || position > positions[index - 1]!);
  if (trendWaves.length < 2) findings.problems.push("trend.waves must name at least two waves");
  else if (!isOrdered) findings.problems.push("trend.waves must be in the order of waves");
  if (times.length !== trendWaves.length) findings.problems.push("trend.times must have one time per wave");
  else if (new Set(times).size < 2) findings.problems.push("trend.times must not all be the same");
  return { waves: trendWaves, times };
}

const plannedKeys = ["id", "N", "n_a", "rr_b", "retention", "p_a", "phi", "alpha", "power", "fpc"];

function readPlanned(value: unknown, at: string, findings: Findings): PlannedWave {
  const planned = readObject(value, at, findings);
  warnUnknown(planned, plannedKeys, findings);
  const number = (key: string, low: number, high: number, fallback?: number): number => {
    if (keyValue(planned, key) === undefined && fallback !== undefined) return fallback;
    const found = readNumber(keyValue(planned, key), placeOf(planned, key), findings);
    if (found !== null && (found < low || found > high)) {
      findings.problems.push(`${placeOf(planned, key)} must lie between ${low} and ${high}`);
    }
    return found ?? 0;
  };
  return {
    id: readLabel(keyValue(planned, "id"), placeOf(planned, "id"), findings) ?? "",
    invited: number("N", 1, Number.MAX_SAFE_INTEGER),
    earlierAnswers: number("n_a", 1, Number.MAX_SAFE_INTEGER),
    laterResponseRate: number("rr_b", 0, 1),
    retention: number("retention", 0, 1),
    earlierShare: number("p_a", 0, 1),
    phi: number("phi", -1, 1, 0.5),
    alpha: number("alpha", 0, 1, 0.05),
    power: number("power", 0, 1, 0.8),
    finitePopulation: keyValue(planned, "fpc") === true,
  };
}
