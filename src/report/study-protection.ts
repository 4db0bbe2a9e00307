// What was decided on for the waves of a study, as the tables ask for it.
import type { Analysis } from "../change/analysis.ts";
import type { Solver } from "../disclosure/linear-program.ts";
import type { DisclosureRules } from "../disclosure/minimum-base.ts";
import { isPanelTotalSafe, type PairRelease } from "../disclosure/panel-attack.ts";
import type { KeptPattern } from "../disclosure/pattern-store.ts";
import type { StudyProtection } from "../disclosure/protect-table.ts";
import type { Release } from "../disclosure/reader-knowledge.ts";
import { isHiddenIn, joined, sumOf } from "../disclosure/wave-counts.ts";
import {
  baseLayer,
  entriesOf,
  type FineWave,
  fineWaves,
  groupVariables,
  respondentsLayer,
  stayedOf,
} from "./tables/wave-counts-of.ts";
import { wholeRelease } from "./wave-protection.ts";

/** Two waves that are compared, earlier first, with their counts. */
export interface WavePairCounts {
  readonly analysis: Analysis;
  readonly waves: readonly [string, string];
}

/**
 * The protection of some waves. A row is hidden where it is in any pattern, where its breakdown was not decided on,
 * and where it is of other persons than were protected under its name.
 *
 * @param decided per wave, what was decided on, oldest first
 * @param unit name under which common units of municipalities were decided on
 * @param pair null where nothing is compared
 */
export function studyProtection({
  solver,
  decided,
  unit,
  pair,
  rules,
}: {
  readonly solver: Solver;
  readonly decided: ReadonlyMap<string, readonly KeptPattern[]>;
  readonly unit: string;
  readonly pair: WavePairCounts | null;
  readonly rules: DisclosureRules;
}): StudyProtection {
  const isHidden: StudyProtection["isHidden"] = (wave, layer, breakdown, entry, respondents) => {
    const patterns = decided.get(wave) ?? [];
    const isOther = (sizes: ReadonlyMap<string, number>) => (sizes.get(entry) ?? respondents) !== respondents;
    if (patterns.some(({ sizes }) => isOther(sizes))) return true;
    const name = breakdown === "unit" ? unit : breakdown;
    const isDecided = name === null || patterns.some((pattern) => pattern.breakdowns.includes(name));
    return !isDecided || patterns.some(({ hidden }) => isHiddenIn(hidden, layer, entry));
  };
  const safe = new Map<string, boolean>();
  return {
    isHidden,
    isPanelShown: (_, layer, breakdown) => {
      if (breakdown !== null || pair === null) return false;
      const known = safe.get(layer) ?? isPanelShown(solver, pair, layer, isHidden, rules);
      safe.set(layer, known);
      return known;
    },
  };
}

/** Whether the number who answered both times may be told for everybody, judged on the two waves together. */
function isPanelShown(
  solver: Solver,
  { analysis, waves: labels }: WavePairCounts,
  layer: string,
  isHidden: StudyProtection["isHidden"],
  rules: DisclosureRules,
): boolean {
  const { plan } = analysis;
  const fine = fineWaves(analysis, labels) as [FineWave, FineWave];
  const places = fine.map(({ counts }) => counts.layers.findIndex(({ name }) => name === layer));
  const item = plan.items.find(({ id }) => layer.startsWith(JSON.stringify([id]).slice(0, -1)));
  const measure = [...(item?.main ?? []), ...(item?.measures ?? [])].find(
    (name) => item !== undefined && baseLayer(item.id, name) === layer,
  );
  if (item === undefined || measure === undefined || places.includes(-1)) return false;
  const release = (at: 0 | 1): Release => {
    const start = wholeRelease(fine[at], rules);
    const entries = groupVariables(plan).flatMap((variable) => entriesOf(fine[at], variable));
    const names = (of: string) =>
      entries
        .filter((entry) => {
          const respondents = sumOf(fine[at].counts.layers[0]!.counts, entry);
          return isHidden(labels[at], of, entry.breakdown, entry.name, respondents);
        })
        .map(({ name }) => name);
    const within = new Map([respondentsLayer, layer].map((of) => [of, new Set(names(of))]));
    return {
      counts: fine[at].counts,
      entries: [...start.entries, ...entries],
      hidden: joined(start.hidden, { everywhere: new Set(), within }),
    };
  };
  const pair: PairRelease = {
    earlier: release(0),
    later: release(1),
    layer: [places[0]!, places[1]!],
    stayed: stayedOf(analysis, labels, item.id, measure),
  };
  return isPanelTotalSafe(solver, pair, rules);
}
