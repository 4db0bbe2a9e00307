// Raw table of all answers to one question: the share of each answer in each wave, for everyone.
import { type Analysis, everyone } from "../../change/analysis.ts";
import type { PlanItem } from "../../change/cube/analysis-plan.ts";
import { estimateLevel, itemBases } from "../../change/estimate.ts";
import { measureOf } from "../../change/measure.ts";
import type { RawFigure, RawTable, TableColumn } from "../../disclosure/table.ts";
import { rowCounts } from "./row-counts.ts";
import { baseLayer } from "./wave-counts-of.ts";

/** One answer of the distribution: a value code, or an option of a multi-select. */
export interface DistributionAnswer {
  readonly code: string;
  /** The measure that gives its share. */
  readonly measure: string;
}

/** The answers a distribution shows, in the plan's order; empty for numbers and open questions. */
export function distributionAnswers(item: PlanItem): DistributionAnswer[] {
  const answers =
    item.type === "multi" || item.type === "top3"
      ? item.options.map((code) => ({ code, measure: `opt=${code}` }))
      : item.values.map((code) => ({ code, measure: `v=${code}` }));
  return answers.filter(({ measure }) => measureOf(item, measure) !== null);
}

/** Name of the distribution table of an item in one wave. */
export const distributionTableId = (wave: string, item: string): string => `distribution/${wave}/${item}`;

/**
 * Shares of all answers in one wave, with base (`n`), how many gave any answer (`n_item`), share of "don't
 * know" (`dk`) among those, and the mean where the answers have scores. Column names of answers are their codes
 * after "share:".
 *
 * @throws RangeError if the plan has no such item
 */
export function distributionTable(analysis: Analysis, wave: string, itemId: string): RawTable {
  const item = analysis.items.get(itemId);
  if (item === undefined) throw new RangeError(`the plan has no item ${itemId}`);
  const answers = distributionAnswers(item);
  const bases = itemBases(analysis, itemId, everyone, wave);
  const shares = answers.map(({ code, measure }) => {
    const level = estimateLevel(analysis, itemId, measure, everyone, wave);
    return { code, n: level.n, share: level.kind === "share" ? level.estimate : null };
  });
  const mean =
    measureOf(item, "mean") === null ? null : estimateLevel(analysis, itemId, "mean", everyone, wave);
  const base = Math.max(0, ...shares.map(({ n }) => n), mean?.n ?? 0);
  const column = (name: string, unit: TableColumn["unit"]): TableColumn => ({
    name,
    unit,
    waves: [wave],
    isOfPanel: false,
  });
  const figures: Record<string, RawFigure> = {
    n: base,
    n_item: bases.answered,
    dk: item.dontKnow.length === 0 ? null : bases.dontKnowRate,
    mean: mean?.kind === "mean" ? mean.estimate : null,
    ...Object.fromEntries(shares.map(({ code, share }) => [`share:${code}`, share])),
  };
  return {
    tableId: distributionTableId(wave, itemId),
    waves: [wave],
    breakdown: null,
    layer: baseLayer(itemId, ""),
    columns: [
      column("n", "count"),
      { ...column("n_item", "count"), isOfDontKnow: true },
      { ...column("dk", "percent"), isOfDontKnow: true },
      column("mean", "score"),
      ...answers.map(({ code }) => column(`share:${code}`, "percent")),
    ],
    everyone: {
      level: null,
      counts: { [wave]: rowCounts(analysis, everyone, wave, base) },
      both: null,
      dontKnow: { [wave]: bases.answered - base },
      figures,
    },
    rows: [],
  };
}
