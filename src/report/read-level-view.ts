// Reading what the pages about one wave show.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { Reader } from "./change-report.ts";
import { groupWords } from "./codebook-words.ts";
import { drawDistribution, drawLevels } from "./draw-report.ts";
import { distributionView, levelBreakdown, levelLine } from "./item-report.ts";
import type { Evaluation } from "./open-evaluation.ts";
import type { ItemLevelPage } from "./pages/item-page.tsx";
import type { LevelOverviewPage } from "./pages/level-overview-page.tsx";
import { type NeededTable, publishNeeded } from "./publish-needed.ts";
import { distributionNeeded, type ItemFrame, type ItemHref, othersOf } from "./read-change-view.ts";
import { shownBreakdowns } from "./shown-breakdowns.ts";
import { shownItems } from "./shown-items.ts";
import { levelTable, levelTableId } from "./tables/level-table.ts";

type LevelOverviewView = Pick<
  Parameters<typeof LevelOverviewPage>[0],
  "waveInText" | "lines" | "others" | "minimumBase" | "openQuestions"
>;

/** The table of one measure in one wave by one breakdown. */
export const levelNeeded = (
  wave: string,
  item: string,
  measure: string,
  breakdown: string | null,
): NeededTable => ({
  tableId: levelTableId(wave, item, measure, breakdown),
  subject: { kind: "level", item, measure, breakdown },
  make: (analysis) => levelTable(analysis, wave, item, measure, breakdown),
});

/**
 * All main measures of one wave for everyone.
 *
 * @returns null if the wave has been opened again meanwhile
 */
export async function readLevelOverview(
  db: Kysely<Database>,
  evaluation: Evaluation,
  reader: Reader,
  href: ItemHref,
  now: Date,
): Promise<LevelOverviewView | null> {
  const wave = evaluation.waves[0]!.label;
  const { items, openQuestions } = shownItems(evaluation, reader.language, reader.texts);
  const rows = items.flatMap((shown) => shown.measures.map((measure) => ({ ...shown, measure })));
  const tables = await publishNeeded(
    db,
    evaluation,
    rows.map(({ item, measure }) => levelNeeded(wave, item.id, measure, null)),
    now,
  );
  if (tables === null) return null;
  return {
    waveInText: reader.texts.waveInText(wave),
    lines: rows.map(({ item, words, measure }, index) => ({
      ...levelLine(tables[index]!.everyone, words.wording),
      href: href(item.id, measure === item.main[0] ? null : measure),
      wording: words.wording,
      measure: words.measure(measure),
    })),
    others: othersOf(items, href),
    minimumBase: evaluation.study.minimumBase,
    openQuestions,
  };
}

type ItemLevelView = Pick<
  Parameters<typeof ItemLevelPage>[0],
  "distribution" | "breakdowns" | "minimumBase" | "hasMergedUnits"
>;

/**
 * One question in one wave: its answers, and a measure by each breakdown.
 *
 * @returns null if the wave has been opened again meanwhile
 */
export async function readItemLevel(
  db: Kysely<Database>,
  evaluation: Evaluation,
  { shown, measure }: ItemFrame,
  reader: Reader,
  now: Date,
): Promise<ItemLevelView | null> {
  const { plan, study, waves } = evaluation;
  const { item, words } = shown;
  const wave = waves[0]!.label;
  const breakdowns = measure === null ? [] : shownBreakdowns(plan);
  const tables = await publishNeeded(
    db,
    evaluation,
    [
      distributionNeeded(wave, item.id),
      ...breakdowns.map((breakdown) => levelNeeded(wave, item.id, measure!.name, breakdown)),
    ],
    now,
  );
  if (tables === null) return null;
  const view = distributionView(item, tables.slice(0, 1), words, reader);
  const dates = waves.map(({ referenceDate }) => referenceDate);
  return {
    distribution: { view, chart: drawDistribution("answers", view, reader) },
    breakdowns: tables.slice(1).map((table, index) => {
      const variable = breakdowns[index]!;
      const breakdown = levelBreakdown(
        table,
        groupWords(variable, study, dates, reader.language, reader.texts),
        reader,
      );
      return { breakdown, chart: drawLevels(`by-${index + 1}`, breakdown, measure!.words, reader) };
    }),
    minimumBase: study.minimumBase,
    hasMergedUnits: plan.unitMap !== null,
  };
}
