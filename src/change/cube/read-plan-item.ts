// Checks one item of an analysis.json.

import { measureOf } from "../measure.ts";
import { type Comparability, type ItemType, type PlanItem, plainItem } from "./analysis-plan.ts";
import {
  type Findings,
  type JsonObject,
  keyValue,
  placeOf,
  readChoice,
  readLabel,
  readLabelMap,
  readLabels,
  readNumbers,
  readObject,
  warnUnknown,
} from "./json-reading.ts";

const itemKeys = [
  "id",
  "type",
  "values",
  "scores",
  "dk",
  "top",
  "options",
  "measures",
  "main",
  "by_wave",
  "comparability",
  "waves",
];
const itemTypes: readonly ItemType[] = ["ordinal", "yesno", "scale", "multi", "top3", "numeric", "open"];
const verdicts: readonly Comparability[] = ["identical", "mapped", "collapsed", "not_comparable"];

/** Reads an item; problems and warnings go to `findings`. */
export function readItem(value: unknown, at: string, waves: readonly string[], findings: Findings): PlanItem {
  const object = readObject(value, at, findings);
  warnUnknown(object, itemKeys, findings);
  const values = readLabels(object, "values", findings);
  const item: PlanItem = {
    ...plainItem(
      readLabel(keyValue(object, "id"), placeOf(object, "id"), findings) ?? "",
      readChoice(object, "type", itemTypes, null, findings) ?? "open",
    ),
    values,
    scores: readScores(object, values, findings),
    dontKnow: readLabels(object, "dk", findings),
    top: readLabels(object, "top", findings),
    options: readLabels(object, "options", findings),
    measures: readLabels(object, "measures", findings),
    main: readLabels(object, "main", findings),
    crosswalk: readCrosswalk(object, waves, findings),
    ...readComparability(object, findings),
    waves: keyValue(object, "waves") === undefined ? null : readLabels(object, "waves", findings),
  };
  checkItem(item, at, waves, findings);
  return item;
}

/** Declared scores; an item without any whose values are all numbers scores its values. */
function readScores(object: JsonObject, values: readonly string[], findings: Findings): Map<string, number> {
  const scores = readNumbers(object, "scores", findings);
  if (keyValue(object, "scores") !== undefined || values.length === 0) return scores;
  const isNumeric = values.every((value) => value.trim() !== "" && Number.isFinite(Number(value)));
  return isNumeric ? new Map(values.map((value) => [value, Number(value)])) : scores;
}

function readCrosswalk(
  object: JsonObject,
  waves: readonly string[],
  findings: Findings,
): Map<string, ReadonlyMap<string, string>> {
  const crosswalk = new Map<string, ReadonlyMap<string, string>>();
  if (keyValue(object, "by_wave") === undefined) return crosswalk;
  const byWave = readObject(keyValue(object, "by_wave"), placeOf(object, "by_wave"), findings);
  for (const [wave, value] of byWave.values) {
    const entry = readObject(value, placeOf(byWave, wave), findings);
    warnUnknown(entry, ["map"], findings);
    if (!waves.includes(wave)) findings.problems.push(`${placeOf(byWave, wave)} is not a wave`);
    if (keyValue(entry, "map") !== undefined) crosswalk.set(wave, readLabelMap(entry, "map", findings));
  }
  return crosswalk;
}

function readComparability(
  object: JsonObject,
  findings: Findings,
): Pick<PlanItem, "comparability" | "pairComparability"> {
  const value = keyValue(object, "comparability");
  if (typeof value !== "object") {
    const verdict = readChoice(object, "comparability", verdicts, "identical", findings);
    return { comparability: verdict ?? "identical", pairComparability: new Map() };
  }
  const pairs = readObject(value, placeOf(object, "comparability"), findings);
  const pairComparability = new Map<string, Comparability>();
  for (const pair of pairs.values.keys()) {
    const verdict = readChoice(pairs, pair, verdicts, null, findings);
    if (verdict !== null) pairComparability.set(pair, verdict);
  }
  return { comparability: "identical", pairComparability };
}

function checkItem(item: PlanItem, at: string, waves: readonly string[], findings: Findings): void {
  const problem = (text: string): void => {
    findings.problems.push(`${at}${item.id === "" ? "" : ` (${item.id})`}: ${text}`);
  };
  const isSingle = item.type === "ordinal" || item.type === "yesno" || item.type === "scale";
  const hasOptions = item.type === "multi" || item.type === "top3";
  if (item.id === "") problem("an item needs an id");
  if (isSingle && item.values.length === 0) problem("values must not be empty");
  if (hasOptions && item.options.length === 0) problem("options must not be empty");
  const codes = [...item.values, ...item.options, ...item.dontKnow];
  for (const code of item.dontKnow)
    if (item.values.includes(code)) problem(`"${code}" is both a value and "don't know"`);
  for (const code of item.top)
    if (!item.values.includes(code)) problem(`top has "${code}", which is not a value`);
  for (const code of item.scores.keys()) {
    if (!item.values.includes(code))
      findings.warnings.push(`${at}.scores has "${code}", which is not a value`);
  }
  for (const map of item.crosswalk.values()) {
    for (const code of map.values()) {
      if (item.type !== "numeric" && !codes.includes(code))
        problem(`by_wave maps to "${code}", which is not a common code`);
    }
  }
  for (const name of item.measures)
    if (measureOf(item, name) === null) problem(`cannot have the measure "${name}"`);
  for (const name of item.main)
    if (!item.measures.includes(name)) problem(`main has "${name}", which is not a measure`);
  for (const wave of item.waves ?? [])
    if (!waves.includes(wave)) problem(`waves has "${wave}", which is not a wave`);
}
