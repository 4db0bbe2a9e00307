// Every figure of an analysis plan from its cube, under the names of the analysis folder's results.
// Full precision and unprotected: for the operator and for checking, never for publication.

import { detectableShareChange, expectedAnswers } from "../../statistics/detectable-change.ts";
import { benjaminiHochberg, familySize } from "../../statistics/multiple-testing.ts";
import { type Analysis, everyone, type GroupSelector, groupName, openAnalysis } from "../analysis.ts";
import { compositionOf } from "../attrition.ts";
import { estimateChange } from "../change.ts";
import { type AnalysisPlan, comparabilityOf, isAskedIn, type PlanItem } from "../cube/analysis-plan.ts";
import type { Cube } from "../cube/cube.ts";
import { designOf } from "../design.ts";
import { responseOf, retentionOf } from "../response.ts";
import { weightSummaryOf } from "../weight-summary.ts";
import {
  addAttrition,
  addChange,
  addItemBases,
  addLevel,
  addPanelShare,
  addTransitions,
  addTrend,
} from "./figures.ts";
import { addResults, limits, type Results } from "./results.ts";

/**
 * Computes every figure that a plan asks for.
 *
 * @param plan the plan that the cube was built with
 * @param shown which of the plan's groups to compute figures for, all unless given, and further ones over columns of
 *   the cube; the family of the adjusted p is that of all the plan's groups, and of these alone
 * @returns figures keyed STAT/ITEM/CODE/GROUP/WAVES/FIELD; null = not defined
 * @throws WeightingError if the declared weighting cannot be carried out
 */
export function analyse(
  plan: AnalysisPlan,
  cube: Cube,
  shown: { isShown?: (variable: string) => boolean; further?: readonly GroupSelector[] } = {},
): Results {
  const analysis = openAnalysis(plan, cube);
  for (const wave of cube.waves.keys()) designOf(analysis, [wave]);
  const results: Results = {};
  const { isShown = () => true, further = [] } = shown;
  const groups = [...groupsOf(plan, isShown), ...further];
  const panelGroups = groupsOf(plan, (variable) => plan.panelGroups.includes(variable) && isShown(variable));
  addResponses(results, analysis, groups);
  addWeights(results, analysis);
  addLevels(results, analysis, groups);
  for (const waves of plan.comparisons) addComparison(results, analysis, groups, panelGroups, waves);
  addFamily(results, analysis);
  addTrends(results, analysis, panelGroups);
  addPlannedWaves(results, plan);
  return results;
}

/** All respondents, then every level of the group variables that are wanted. */
export function groupsOf(plan: AnalysisPlan, isWanted: (variable: string) => boolean): GroupSelector[] {
  return [
    everyone,
    ...plan.groups
      .filter((group) => isWanted(group.variable))
      .flatMap(({ variable, levels }) => levels.map((level) => [{ variable, level }])),
  ];
}

function addResponses(results: Results, analysis: Analysis, groups: readonly GroupSelector[]): void {
  for (const group of groups) {
    for (const wave of analysis.plan.waves) {
      const { counts, rates } = responseOf(analysis, group, wave);
      addResults(
        results,
        { stat: "response", group: groupName(group), waves: wave },
        { ...counts, ...rates },
      );
    }
  }
}

/** `weights`: smallest and largest weight, Kish's design effect and effective base, and cells that nobody answers for. */
function addWeights(results: Results, analysis: Analysis): void {
  const { weighting, baseWeight } = analysis.plan.design;
  if (weighting.kind === "none" && baseWeight === null) return;
  for (const wave of analysis.plan.waves) {
    const summary = weightSummaryOf(analysis, wave);
    if (summary === null) continue;
    addResults(
      results,
      { stat: "weights", group: "all", waves: wave },
      {
        n: summary.respondents,
        min: summary.smallest,
        max: summary.largest,
        deff: summary.designEffect,
        neff: summary.effectiveBase,
        ...(summary.uncovered.length === 0 ? {} : { uncovered: summary.uncovered.join(", ") }),
      },
    );
  }
}

function addLevels(results: Results, analysis: Analysis, groups: readonly GroupSelector[]): void {
  for (const wave of analysis.plan.waves) {
    for (const item of analysis.plan.items) {
      if (!isAskedIn(item, wave)) continue;
      for (const group of groups) {
        addItemBases(results, analysis, item.id, group, wave);
        for (const measure of item.measures) addLevel(results, analysis, item.id, measure, group, wave);
      }
    }
  }
}

const pairedTypes: readonly PlanItem["type"][] = ["ordinal", "scale", "yesno"];

function addComparison(
  results: Results,
  analysis: Analysis,
  groups: readonly GroupSelector[],
  panelGroups: readonly GroupSelector[],
  waves: readonly [string, string],
): void {
  const label = waves.join("-");
  for (const group of panelGroups) addRetention(results, analysis, group, waves);
  for (const item of analysis.plan.items) {
    const comparability = comparabilityOf(item, waves[0], waves[1]);
    addResults(results, { stat: "comparability", item: item.id, waves: label }, { status: comparability });
    if (comparability === "not_comparable" || !waves.every((wave) => isAskedIn(item, wave))) continue;
    for (const measure of item.measures) {
      for (const group of groups) addChange(results, analysis, item.id, measure, group, waves);
      for (const group of panelGroups) addPanelShare(results, analysis, item.id, measure, group, waves);
    }
    for (const measure of item.main) {
      for (const group of panelGroups) addAttrition(results, analysis, item.id, measure, group, waves);
      const parts = compositionOf(analysis, item.id, measure, waves);
      addResults(
        results,
        { stat: "composition", item: item.id, code: measure, group: "all", waves: label },
        parts,
      );
    }
    if (!pairedTypes.includes(item.type)) continue;
    for (const group of panelGroups) addTransitions(results, analysis, item, group, waves);
  }
}

function addRetention(
  results: Results,
  analysis: Analysis,
  group: GroupSelector,
  waves: readonly [string, string],
): void {
  const retention = retentionOf(analysis, group, waves);
  addResults(
    results,
    { stat: "retention", group: groupName(group), waves: waves.join("-") },
    {
      n_a: retention.earlierN,
      stayers: retention.stayers,
      leavers: retention.leavers,
      n_b: retention.laterN,
      joiners: retention.joiners,
      rate: retention.rate,
      ...limits("", retention.interval),
    },
  );
}

/** One change of a plan's main measures with its p-value, null where it has none. */
export type FamilyMember = {
  item: string;
  measure: string;
  group: GroupSelector;
  waves: readonly [string, string];
  p: number | null;
};

/**
 * The family of the adjustment for many comparisons: every change of a main measure, in every group of the
 * plan and every comparison, also the small ones, with its unadjusted p.
 */
export function changeFamily(analysis: Analysis): FamilyMember[] {
  const { plan } = analysis;
  const groups = groupsOf(plan, () => true);
  return plan.comparisons.flatMap((waves) =>
    plan.items
      .filter(
        (item) =>
          comparabilityOf(item, waves[0], waves[1]) !== "not_comparable" &&
          waves.every((wave) => isAskedIn(item, wave)),
      )
      .flatMap((item) =>
        item.main.flatMap((measure) =>
          groups.map((group) => {
            const change = estimateChange(analysis, item.id, measure, group, waves);
            return {
              item: item.id,
              measure,
              group,
              waves,
              p: change.kind === "not-computable" ? null : change.p,
            };
          }),
        ),
      ),
  );
}

function addFamily(results: Results, analysis: Analysis): void {
  const family = changeFamily(analysis);
  const values = family.map((member) => member.p);
  const adjusted = benjaminiHochberg(values);
  family.forEach(({ item, measure, group, waves }, index) => {
    addResults(
      results,
      { stat: "bh", item, code: measure, group: groupName(group), waves: waves.join("-") },
      { p_bh: adjusted[index] },
    );
  });
  addResults(results, { stat: "bh_family" }, { m: familySize(values) });
}

function addTrends(results: Results, analysis: Analysis, panelGroups: readonly GroupSelector[]): void {
  if (analysis.plan.trend === null) return;
  for (const item of analysis.plan.items) {
    for (const measure of item.main) {
      for (const group of panelGroups) addTrend(results, analysis, item.id, measure, group);
    }
  }
}

function addPlannedWaves(results: Results, plan: AnalysisPlan): void {
  for (const planned of plan.plannedWaves) {
    const expected = expectedAnswers(planned);
    const smallest = detectableShareChange(planned, planned.earlierShare);
    addResults(
      results,
      { stat: "mdc", code: planned.id },
      { n_b: expected.later, n_ab: expected.both, up: smallest.up, down: smallest.down },
    );
  }
}
