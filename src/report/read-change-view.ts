// Reading what the pages about change show: opens the study for two waves, publishes the tables that are needed,
// and puts them into words.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { crossingOf } from "../disclosure/protect-table.ts";
import { type ChangeLine, changeLine, familySizeOf, type Reader, tallyOf } from "./change-report.ts";
import { groupWords } from "./codebook-words.ts";
import { axisOfChanges, drawChanges, drawDistribution, drawStrip } from "./draw-report.ts";
import { changeBreakdown, distributionView } from "./item-report.ts";
import type { Evaluation } from "./open-evaluation.ts";
import type { ItemChangePage, MeasureChoice } from "./pages/item-page.tsx";
import type { OverviewPageProps } from "./pages/overview-page.tsx";
import { protectStudy, refusedCrossings } from "./protect-study.ts";
import { type NeededTable, publishNeeded } from "./publish-needed.ts";
import { possibleCrossings, shownBreakdowns } from "./shown-breakdowns.ts";
import { type ShownItem, shownItems } from "./shown-items.ts";
import { changeTable, changeTableId, type WavePair } from "./tables/change-table.ts";
import { distributionTable, distributionTableId } from "./tables/distribution-table.ts";

/** Addresses within the comparison: of a question, with the measure that is shown. */
export type ItemHref = (item: string, measure: string | null) => string;

/** The part of a page that follows from figures. */
export type OverviewView = Pick<
  OverviewPageProps,
  "waveNames" | "wavesInText" | "lines" | "others" | "tally" | "familySize" | "minimumBase" | "openQuestions"
>;

const pairOf = ({ waves }: Evaluation): WavePair => [waves[0]!.label, waves[1]!.label];

/** The table of the change of one measure by one breakdown. */
export const changeNeeded = (
  pair: WavePair,
  item: string,
  measure: string,
  breakdown: string | null,
): NeededTable => ({
  tableId: changeTableId(pair, item, measure, breakdown),
  subject: { kind: "change", item, measure, breakdown },
  make: (analysis, adjusted) => changeTable(analysis, pair, item, measure, breakdown, adjusted),
});

/** The table of all answers in one wave. */
export const distributionNeeded = (wave: string, item: string): NeededTable => ({
  tableId: distributionTableId(wave, item),
  subject: { kind: "distribution", item },
  make: (analysis) => distributionTable(analysis, wave, item),
});

/**
 * All main measures with their change for everyone.
 *
 * @returns null if a wave has been opened again meanwhile
 */
export async function readOverview(
  db: Kysely<Database>,
  evaluation: Evaluation,
  reader: Reader,
  href: ItemHref,
  now: Date,
): Promise<OverviewView | null> {
  const { texts, language } = reader;
  const pair = pairOf(evaluation);
  const { items, openQuestions } = shownItems(evaluation, language, texts);
  const rows = items.flatMap((shown) => shown.measures.map((measure) => ({ ...shown, measure })));
  const tables = await publishNeeded(
    db,
    evaluation,
    rows.map(({ item, measure }) => changeNeeded(pair, item.id, measure, null)),
    now,
  );
  if (tables === null) return null;
  const changes = tables.map((table, index) =>
    changeLine(table, table.everyone, rows[index]!.words.wording, reader),
  );
  const axes = new Map(
    [true, false].map((isMean) => [isMean, axisOfChanges(ofMeans(changes, isMean), reader)]),
  );
  return {
    waveNames: [texts.waveName(pair[0]), texts.waveName(pair[1])],
    wavesInText: [texts.waveInText(pair[0]), texts.waveInText(pair[1])],
    lines: rows.map(({ item, words, measure }, index) => {
      const change = changes[index]!;
      return {
        href: href(item.id, measure === item.main[0] ? null : measure),
        wording: words.wording,
        measure: words.measure(measure),
        change,
        strip: drawStrip(`strip-${index + 1}`, change, axes.get(isOfMean(change))!, reader),
      };
    }),
    others: othersOf(items, href),
    tally: tallyOf(changes),
    familySize: tables[0] === undefined ? null : familySizeOf(tables[0]),
    minimumBase: evaluation.study.minimumBase,
    openQuestions,
  };
}

/** Questions of which only the answers are shown. */
export function othersOf(items: readonly ShownItem[], href: ItemHref): { href: string; label: string }[] {
  return items
    .filter(({ measures }) => measures.length === 0)
    .map(({ item, words }) => ({ href: href(item.id, null), label: words.wording }));
}

const isOfMean = ({ figures }: ChangeLine): boolean =>
  figures.est.kind === "number" && figures.est.unit === "score-points";

const ofMeans = (lines: readonly ChangeLine[], isMean: boolean): ChangeLine[] =>
  lines.filter((line) => isOfMean(line) === isMean);

/** What the pages about one question have in common. */
export interface ItemFrame {
  readonly shown: ShownItem;
  /** Null where only the answers are shown. */
  readonly measure: MeasureChoice | null;
  readonly measures: readonly MeasureChoice[];
  readonly previous: { readonly href: string; readonly label: string } | null;
  readonly next: { readonly href: string; readonly label: string } | null;
}

/** The question at an address, its neighbours, and the measure asked for or its first; null if there is none. */
export function itemFrame(
  evaluation: Evaluation,
  itemId: string,
  measureName: string | null,
  reader: Reader,
  href: ItemHref,
): ItemFrame | null {
  const { items } = shownItems(evaluation, reader.language, reader.texts);
  const place = items.findIndex(({ item }) => item.id === itemId);
  const shown = items[place];
  if (shown === undefined) return null;
  const measures = shown.measures.map((name) => ({ name, words: shown.words.measure(name) }));
  const neighbour = (found: ShownItem | undefined) =>
    found === undefined ? null : { href: href(found.item.id, null), label: found.words.wording };
  return {
    shown,
    measures,
    measure: measures.find(({ name }) => name === measureName) ?? measures[0] ?? null,
    previous: neighbour(items[place - 1]),
    next: neighbour(items[place + 1]),
  };
}

type ItemChangeView = Pick<
  Parameters<typeof ItemChangePage>[0],
  "waveNames" | "distribution" | "overall" | "breakdowns" | "minimumBase" | "hasMergedUnits" | "crossing"
>;

/**
 * One question: answers of both waves, and the change of a measure for everyone and by each breakdown.
 *
 * @returns null if a wave has been opened again meanwhile
 */
export async function readItemChange(
  db: Kysely<Database>,
  evaluation: Evaluation,
  { shown, measure }: ItemFrame,
  reader: Reader,
  now: Date,
  crossing: string | null = null,
): Promise<ItemChangeView | null> {
  const { plan, study, waves } = evaluation;
  const { item, words } = shown;
  const { texts, language } = reader;
  const pair = pairOf(evaluation);
  const asked = pair.filter((wave) => item.waves === null || item.waves.includes(wave));
  const crossings = measure === null ? [] : crossingChoices(evaluation, reader);
  const chosen = crossings.find(({ name }) => name === crossing)?.name ?? null;
  const outcome = chosen === null ? null : await protectStudy(db, evaluation, [chosen]);
  const refused = await refusedCrossings(db, evaluation);
  const refusal = outcome?.kind === "refused" ? outcome.reason : null;
  const crossed = chosen !== null && refusal === null ? [chosen] : [];
  const breakdowns = measure === null ? [] : [...crossed, ...shownBreakdowns(plan)];
  const tables = await publishNeeded(
    db,
    evaluation,
    [
      ...asked.map((wave) => distributionNeeded(wave, item.id)),
      ...(measure === null
        ? []
        : [null, ...breakdowns].map((breakdown) => changeNeeded(pair, item.id, measure.name, breakdown))),
    ],
    now,
  );
  if (tables === null) return null;
  const view = distributionView(item, tables.slice(0, asked.length), words, reader);
  const [whole, ...byGroup] = tables.slice(asked.length);
  const measured = measure?.words ?? "";
  const line = whole === undefined ? null : changeLine(whole, whole.everyone, measured, reader);
  const dates = waves.map(({ referenceDate }) => referenceDate);
  return {
    waveNames: [texts.waveName(pair[0]), texts.waveName(pair[1])],
    distribution: { view, chart: drawDistribution("answers", view, reader) },
    overall:
      line === null
        ? null
        : { line, strip: drawStrip("overall", line, axisOfChanges([line], reader), reader) },
    breakdowns: byGroup.map((table, index) => {
      const variable = breakdowns[index]!;
      const breakdown = changeBreakdown(table, groupWords(variable, study, dates, language, texts), reader);
      return { breakdown, chart: drawChanges(`by-${index + 1}`, breakdown, measured, reader) };
    }),
    minimumBase: study.minimumBase,
    hasMergedUnits: plan.unitMap !== null,
    crossing: {
      choices: crossings.filter(({ name }) => !refused.has(name)),
      notOffered: [...new Set(refused.values())].map((reason) => ({
        reason,
        words: crossings.filter(({ name }) => refused.get(name) === reason).map((pair) => pair.words),
      })),
      chosen,
      refusal,
    },
  };
}

/** Pairs of groups that may be asked for, in the reader's words. */
function crossingChoices({ plan, study, waves }: Evaluation, { language, texts }: Reader): MeasureChoice[] {
  const dates = waves.map(({ referenceDate }) => referenceDate);
  return possibleCrossings(plan).map((pair) => {
    const name = crossingOf(...pair);
    return { name, words: groupWords(name, study, dates, language, texts).heading };
  });
}
