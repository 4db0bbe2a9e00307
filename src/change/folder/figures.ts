// One block of figures each: an item's bases, a level, a change, a panel table … under their exported names.

import { type Analysis, type GroupSelector, groupName } from "../analysis.ts";
import { attritionOf } from "../attrition.ts";
import { type Change, estimateChange } from "../change.ts";
import type { PlanItem } from "../cube/analysis-plan.ts";
import { distributionTest } from "../distribution-test.ts";
import { estimateLevel, itemBases } from "../estimate.ts";
import type { EstimateNote } from "../estimate-note.ts";
import { panelShare, scoreMovesOf, transitionsOf } from "../transition.ts";
import { trendOf } from "../trend.ts";
import { addResults, limits, type ResultFields, type Results } from "./results.ts";

type WavePair = readonly [string, string];

/** `item`: bases and rates of an item in one wave. */
export function addItemBases(
  results: Results,
  analysis: Analysis,
  item: string,
  group: GroupSelector,
  wave: string,
): void {
  const bases = itemBases(analysis, item, group, wave);
  addResults(
    results,
    { stat: "item", item, group: groupName(group), waves: wave },
    {
      n_resp: bases.respondents,
      n_asked: bases.asked,
      n_item: bases.answered,
      n_dk: bases.dontKnow,
      n_valid: bases.valid,
      item_nonresponse: bases.itemNonresponse,
      dk_rate: bases.dontKnowRate,
    },
  );
}

/** `share` or `mean` of one wave. */
export function addLevel(
  results: Results,
  analysis: Analysis,
  item: string,
  measure: string,
  group: GroupSelector,
  wave: string,
): void {
  const level = estimateLevel(analysis, item, measure, group, wave);
  const stat = isMean(measure) ? "mean" : "share";
  const subject = { stat, item, code: measure, group: groupName(group), waves: wave };
  if (level.kind === "not-computable") {
    addResults(results, subject, { n: 0, flag: level.flag, est: null });
    return;
  }
  const head = {
    n: level.n,
    flag: level.flag,
    est: level.estimate,
    se: level.standardError,
    df: level.df,
    ...noted(level.notes),
  };
  if (level.kind === "mean") {
    addResults(results, subject, {
      ...head,
      sd: level.sd,
      ...limits("t", level.interval),
      median: level.median,
    });
    return;
  }
  addResults(results, subject, {
    ...head,
    x: level.yes,
    neff: level.effectiveSize,
    ...limits("wilson", level.wilson),
    ...limits("beta", level.beta),
    ...limits("logit", level.logit),
  });
}

function isMean(measure: string): boolean {
  return measure === "mean" || measure === "mean@all";
}

/** `change_share` or `change_mean`. */
export function addChange(
  results: Results,
  analysis: Analysis,
  item: string,
  measure: string,
  group: GroupSelector,
  waves: WavePair,
): void {
  const change = estimateChange(analysis, item, measure, group, waves);
  const stat = isMean(measure) ? "change_mean" : "change_share";
  const subject = { stat, item, code: measure, group: groupName(group), waves: waves.join("-") };
  addResults(results, subject, changeFields(change));
}

/** What must be said beside a figure, in the words of `EstimateNote`; no field where there is nothing to say. */
function noted(notes: readonly EstimateNote[]): ResultFields {
  return notes.length === 0 ? {} : { note: notes.join(", ") };
}

/** The exported fields of a change. */
export function changeFields(change: Change): ResultFields {
  const bases = { n_a: change.earlierN, n_b: change.laterN, n_ab: change.bothN, flag: change.flag };
  if (change.kind === "not-computable") return { ...bases, est: null };
  const figures = {
    ...bases,
    ...noted(change.notes),
    est_a: change.earlier,
    est_b: change.later,
    est: change.change,
    se_a: change.earlierStandardError,
    se_b: change.laterStandardError,
    cov: change.covariance,
    se: change.standardError,
    df: change.df,
    ...limits("wald", change.wald),
    wald_p: change.waldP,
    ...limits("ci", change.interval),
    p: change.p,
  };
  if (change.kind === "mean") return { ...figures, d_av: change.effectSize };
  return {
    ...figures,
    neff_a: change.earlierEffectiveSize,
    neff_b: change.laterEffectiveSize,
    phi: change.phi,
    r: change.correlation,
    cohen_h: change.effectSize,
  };
}

/** `panel_share`: a share in the matched sample; means and `@all` measures have none. */
export function addPanelShare(
  results: Results,
  analysis: Analysis,
  item: string,
  measure: string,
  group: GroupSelector,
  waves: WavePair,
): void {
  if (isMean(measure) || measure.endsWith("@all")) return;
  const panel = panelShare(analysis, item, measure, group, waves);
  const subject = {
    stat: "panel_share",
    item,
    code: measure,
    group: groupName(group),
    waves: waves.join("-"),
  };
  if (panel.pairs === 0) {
    addResults(results, subject, { n: 0, est: null });
    return;
  }
  addResults(results, subject, {
    n: panel.pairs,
    n11: panel.table.yesYes,
    n10: panel.table.yesNo,
    n01: panel.table.noYes,
    n00: panel.table.noNo,
    est: panel.change,
    gross: panel.gross,
    ...limits("newcombe", panel.newcombe),
    ...limits("tango", panel.tango),
    ...limits("bp", panel.bonettPrice),
    mcnemar_midp: panel.mcnemar?.midP,
    mcnemar_exact: panel.mcnemar?.exact,
  });
}

/** `attrition`: stayers against leavers in the earlier wave. */
export function addAttrition(
  results: Results,
  analysis: Analysis,
  item: string,
  measure: string,
  group: GroupSelector,
  waves: WavePair,
): void {
  const figures = attritionOf(analysis, item, measure, group, waves);
  addResults(
    results,
    { stat: "attrition", item, code: measure, group: groupName(group), waves: waves.join("-") },
    {
      n_stay: figures.stayers,
      n_leave: figures.others,
      diff: figures.difference,
      ...limits("", figures.interval),
      p: figures.p,
    },
  );
}

/** `transition`, `turnover`, `stuart_maxwell` and `raoscott` of a single-choice item. */
export function addTransitions(
  results: Results,
  analysis: Analysis,
  item: PlanItem,
  group: GroupSelector,
  waves: WavePair,
): void {
  const where = { item: item.id, group: groupName(group), waves: waves.join("-") };
  const test = distributionTest(analysis, item.id, group, waves);
  addResults(
    results,
    { stat: "raoscott", ...where },
    { F: test?.statistic ?? null, df1: test?.df1 ?? null, df2: test?.df2 ?? null, p: test?.p ?? null },
  );
  const transitions = transitionsOf(analysis, item.id, group, waves);
  if (transitions.pairs === 0) {
    addResults(results, { stat: "transition", ...where }, { n: 0 });
    return;
  }
  transitions.codes.forEach((from, row) => {
    transitions.codes.forEach((to, column) => {
      addResults(
        results,
        { stat: "transition", code: `${from}>${to}`, ...where },
        { n: transitions.counts[row]![column], row_share: transitions.rowShares[row]![column] },
      );
    });
  });
  addResults(
    results,
    { stat: "turnover", ...where },
    {
      n: transitions.pairs,
      gross: transitions.gross,
      net: transitions.net,
      ...moveFields(analysis, item, group, waves),
    },
  );
  addResults(results, { stat: "stuart_maxwell", ...where }, transitions.stuartMaxwell);
}

function moveFields(analysis: Analysis, item: PlanItem, group: GroupSelector, waves: WavePair): ResultFields {
  if (!item.measures.some(isMean)) return {};
  const moves = scoreMovesOf(analysis, item.id, group, waves);
  return {
    up: moves.up,
    down: moves.down,
    wilcoxon_v: moves.signedRank.statistic,
    wilcoxon_p: moves.signedRank.p,
    wilcoxon_exact_p: moves.signedRank.exactP,
    nonzero: moves.signedRank.nonzero,
    t_mean: moves.tTest?.difference ?? null,
    t_stat: moves.tTest?.statistic ?? null,
    t_df: moves.tTest?.df ?? null,
    t_p: moves.tTest?.p ?? null,
    ...limits("t", moves.tTest?.interval),
  };
}

/** `trend` of a measure over the plan's series of waves. */
export function addTrend(
  results: Results,
  analysis: Analysis,
  item: string,
  measure: string,
  group: GroupSelector,
): void {
  const { waves, times } = analysis.plan.trend!;
  const trend = trendOf(analysis, item, measure, group, waves, times);
  const subject = { stat: "trend", item, code: measure, group: groupName(group), waves: waves.join("-") };
  if (trend.kind === "not-computable") {
    if (trend.reason !== "not-comparable") addResults(results, subject, { slope: null, total: null });
    return;
  }
  addResults(results, subject, {
    slope: trend.slope,
    se: trend.standardError,
    df: trend.df,
    ...limits("", trend.interval),
    p: trend.p,
    global_F: trend.global.statistic,
    global_df1: trend.global.df1,
    global_df2: trend.global.df2,
    global_p: trend.global.p,
  });
  trend.steps.forEach((step, index) => {
    addResults(results, subject, {
      [`step${index + 1}`]: step.change,
      [`step${index + 1}_se`]: step.standardError,
    });
  });
  addResults(results, subject, { total: trend.total.change, total_se: trend.total.standardError });
  trend.covariance.forEach((row, s) => {
    row.forEach((value, t) => {
      if (t >= s) addResults(results, subject, { [`V${s + 1}${t + 1}`]: value });
    });
  });
}
