// What changed between two waves as a flat list of figures under the names of the analysis folder's results,
// protected as on the pages.
import type { Kysely } from "kysely";
import { groupName } from "../change/analysis.ts";
import { comparabilityOf, type PlanItem } from "../change/cube/analysis-plan.ts";
import { addResults, type ResultFields, type Results } from "../change/folder/results.ts";
import { measureOf } from "../change/measure.ts";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import {
  crossingOf,
  entryNameOf,
  type ProtectedFigure,
  type ProtectedRow,
  type ProtectedTable,
} from "../disclosure/protect-table.ts";
import type { StudyDefinition } from "../study/study.ts";
import { familySizeOf } from "./change-report.ts";
import { figuresFile, type PublishedFigures } from "./figures-file.ts";
import { openEvaluation } from "./open-evaluation.ts";
import { protectStudy } from "./protect-study.ts";
import { publishNeeded } from "./publish-needed.ts";
import { changeNeeded } from "./read-change-view.ts";
import { possibleCrossings, shownBreakdowns } from "./shown-breakdowns.ts";
import type { WavePair } from "./tables/change-table.ts";
import type { RefusalReason } from "./wave-protection.ts";

/** The two waves are not both closed. */
export class NotComparableError extends ServiceError {
  override readonly name = "NotComparableError";
  readonly code = "waves-not-closed";
}

/** Figures by these groups cannot be given: the study has no such groups, or they would tell of hidden figures. */
export class BreakdownRefusedError extends ServiceError {
  override readonly name = "BreakdownRefusedError";
  readonly code = "breakdown-refused";
}

/** Stands for every figure that must not be shown. */
const HIDDEN = "hidden";

const changeFields = [
  "n_a",
  "n_b",
  "n_ab",
  "est_a",
  "est_b",
  "est",
  "ci_lo",
  "ci_hi",
  "p",
  "verdict",
] as const;

/**
 * Bases, levels, change, interval, p and verdict of every measure, for everyone and each group asked for. Keys as
 * in the analysis folder; shares and their changes on the 0–1 scale but rounded to whole per cent, means to one
 * decimal, p to three. "hidden" for what must not be shown, null for what is not defined. What is given out
 * is in the ledger of published tables afterwards.
 *
 * @param breakdowns group variables of the study's plan, and pairs of them ("role*size"), in addition to everyone
 * @throws NotComparableError; BreakdownRefusedError
 */
export async function protectedChanges(db: Kysely<Database>, request: ChangesRequest): Promise<Results> {
  const { waves } = request;
  const { items, tables } = await publishedChanges(db, request);
  const results: Results = {};
  for (const item of items) {
    const status = comparabilityOf(item, ...waves);
    addResults(results, { stat: "comparability", item: item.id, waves: waves.join("-") }, { status });
  }
  for (const { subject, table } of tables) {
    for (const row of subject.breakdown === null ? [table.everyone] : table.rows) {
      addRow(results, table, row, String(subject.item), String(subject.measure));
    }
  }
  const first = tables[0]?.table;
  if (first !== undefined) addResults(results, { stat: "bh_family" }, { m: familySizeOf(first) });
  return results;
}

/** The same as a table in a file: see `figuresFile`. @throws NotComparableError; BreakdownRefusedError */
export async function protectedChangesFile(db: Kysely<Database>, request: ChangesRequest): Promise<string> {
  return figuresFile(request.study.studyId, (await publishedChanges(db, request)).tables);
}

/** Two closed waves, the earlier first, and the groups wanted beside everyone. */
export interface ChangesRequest {
  readonly study: StudyDefinition;
  readonly waves: WavePair;
  readonly breakdowns: readonly string[];
  readonly now: Date;
}

async function publishedChanges(
  db: Kysely<Database>,
  { study, waves, breakdowns, now }: ChangesRequest,
): Promise<{ items: readonly PlanItem[]; tables: readonly PublishedFigures[] }> {
  const name = `waves ${waves.join(" and ")} of study ${study.studyId}`;
  const opened = await openEvaluation(db, study, waves);
  if (opened.kind !== "open") throw new NotComparableError(name);
  const { plan } = opened.evaluation;
  const crossings = possibleCrossings(plan).map(([one, other]) => crossingOf(one, other));
  const allowed = [...shownBreakdowns(plan), ...crossings];
  const unknown = breakdowns.filter((breakdown) => !allowed.includes(breakdown));
  if (unknown.length > 0)
    throw new BreakdownRefusedError(
      `There are no groups called ${unknown.join(", ")}. Ask for ${shownBreakdowns(plan).join(", ")}, or for two of them crossed with an asterisk.`,
    );
  const outcome = await protectStudy(
    db,
    opened.evaluation,
    breakdowns.filter((breakdown) => crossings.includes(breakdown)),
  );
  if (outcome.kind === "refused")
    throw new BreakdownRefusedError(
      `${outcome.breakdown} cannot be shown: ${refusalWords[outcome.reason]}. Ask for its two groups one by one: by=${outcome.breakdown.replace("*", ",")}.`,
    );
  const compared = plan.items.filter((item) => comparabilityOf(item, ...waves) !== "not_comparable");
  const wanted = compared.flatMap((item) =>
    item.measures
      .filter((measure) => measureOf(item, measure) !== null && isAsked(item.waves, waves))
      .flatMap((measure) =>
        [null, ...breakdowns].map((breakdown) => ({ item: item.id, measure, breakdown })),
      ),
  );
  const tables = await publishNeeded(
    db,
    opened.evaluation,
    wanted.map(({ item, measure, breakdown }) => changeNeeded(waves, item, measure, breakdown)),
    now,
  );
  if (tables === null) throw new NotComparableError(name);
  return {
    items: plan.items,
    tables: tables.map((table, index) => ({ subject: { kind: "change", ...wanted[index]! }, table })),
  };
}

const refusalWords: Readonly<Record<RefusalReason, string>> = {
  "too-few": "more than half of the groups have too few people",
  "would-tell": "beside what has been shown already, hidden figures could be worked out",
  "same-groups": "one of the two groups already says what the other is",
};

const isAsked = (asked: readonly string[] | null, waves: WavePair): boolean =>
  asked === null || waves.every((wave) => asked.includes(wave));

function addRow(
  results: Results,
  table: ProtectedTable,
  row: ProtectedRow,
  item: string,
  measure: string,
): void {
  const group =
    row.level === null || table.breakdown === null ? groupName([]) : entryNameOf(table.breakdown, row.level);
  const isMean = measure === "mean" || measure === "mean@all";
  const subject = { item, code: measure, group, waves: table.waves.join("-") };
  const fields: ResultFields = Object.fromEntries(
    changeFields.map((field) => [field, shownValue(row.figures[field]!)]),
  );
  addResults(results, { stat: isMean ? "change_mean" : "change_share", ...subject }, fields);
  const adjusted = row.figures.p_bh!;
  if (adjusted.kind !== "not-defined") {
    addResults(results, { stat: "bh", ...subject }, { p_bh: shownValue(adjusted) });
  }
}

function shownValue(figure: ProtectedFigure): number | string | null {
  switch (figure.kind) {
    case "hidden":
      return HIDDEN;
    case "not-defined":
      return null;
    case "word":
      return figure.word;
    case "number":
      return figure.unit === "percent" || figure.unit === "percentage-points"
        ? figure.value / 100
        : figure.value;
  }
}
