// Changes as a flat list of figures, for the terminal and the interface: the same tables that the pages show.
import type { Kysely } from "kysely";
import { measureOf } from "../change/measure.ts";
import type { Database } from "../db/schema.ts";
import type { ProtectedFigure, ProtectedRow } from "../disclosure/protect-table.ts";
import type { StudyDefinition } from "../study/study.ts";
import { openEvaluation, publishNeeded } from "./open-evaluation.ts";
import { changeNeeded } from "./read-change-view.ts";

/** Per cent, points and counts as shown; `hidden` where it rests on too few; null where it is not defined. */
export type ProtectedResults = Record<string, number | string | null>;

/**
 * Every main measure's change between two closed waves, for everybody and for each level of the breakdowns,
 * keyed STAT/ITEM/CODE/GROUP/WAVES/FIELD. What is given out is written into the ledger of published tables.
 *
 * @returns no figures if one of the waves is not closed, or has been opened again meanwhile
 */
export async function protectedChanges(
  db: Kysely<Database>,
  {
    study,
    waves,
    breakdowns,
    now,
  }: {
    readonly study: StudyDefinition;
    readonly waves: readonly [string, string];
    readonly breakdowns: readonly string[];
    readonly now: Date;
  },
): Promise<ProtectedResults> {
  const opened = await openEvaluation(db, study, waves);
  if (opened.kind !== "open") return {};
  const { evaluation } = opened;
  const wanted = evaluation.plan.items.flatMap((item) =>
    item.main.flatMap((name) => {
      const measure = item.type === "open" ? null : measureOf(item, name);
      return measure === null
        ? []
        : [null, ...breakdowns].map((breakdown) => ({
            item: item.id,
            name,
            isMean: name.startsWith("mean"),
            breakdown,
          }));
    }),
  );
  const needed = wanted.map(({ item, name, breakdown }) => changeNeeded(waves, item, name, breakdown));
  const tables = await publishNeeded(db, evaluation, needed, now);
  const results: ProtectedResults = {};
  for (const [index, table] of (tables ?? []).entries()) {
    const { item, name, isMean, breakdown } = wanted[index]!;
    const rows: readonly ProtectedRow[] = breakdown === null ? [table.everyone] : table.rows;
    for (const { level, figures } of rows) {
      const group = breakdown === null ? "all" : `${breakdown}=${level}`;
      const head = [isMean ? "change_mean" : "change_share", item, name, group, waves.join("-")];
      for (const [field, figure] of Object.entries(figures))
        results[[...head, field].join("/")] = shownValue(figure);
    }
  }
  return results;
}

function shownValue(figure: ProtectedFigure): number | string | null {
  switch (figure.kind) {
    case "number":
      return figure.value;
    case "word":
      return figure.word;
    case "hidden":
      return "hidden";
    case "not-defined":
      return null;
  }
}
