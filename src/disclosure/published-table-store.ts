// All SQL of the ledger of published tables: every table as it was first let out.
import type { Kysely } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import { type ProtectedTable, recallTable } from "./protect-table.ts";

/** A table as it goes into the ledger. */
export interface TableToRecord {
  readonly table: ProtectedTable;
  /** What it is of and what it was made from, for whoever asks later. */
  readonly specification: Readonly<Record<string, unknown>>;
}

const firstEdition = 1;

/** The tables of these names that have been shown, by name. */
export async function shownTables(
  db: Kysely<Database>,
  studyId: string,
  tableIds: readonly string[],
): Promise<Map<string, ProtectedTable>> {
  if (tableIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("published_table")
    .select(["table_id", "content"])
    .where("study_id", "=", studyId)
    .where("table_id", "in", [...tableIds])
    .where("edition", "=", firstEdition)
    .where("first_shown_at", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.table_id, recallTable(row.content)]));
}

/** A table of the ledger with what it is of and was made from. */
export interface ShownTable {
  readonly specification: Readonly<Record<string, unknown>>;
  readonly table: ProtectedTable;
}

/** Every table of a study that has been shown, by name. */
export async function allShownTables(db: Kysely<Database>, studyId: string): Promise<ShownTable[]> {
  const rows = await db
    .selectFrom("published_table")
    .select(["specification", "content"])
    .where("study_id", "=", studyId)
    .where("edition", "=", firstEdition)
    .where("first_shown_at", "is not", null)
    .orderBy("table_id")
    .execute();
  return rows.map(({ specification, content }) => ({
    specification: specification as ShownTable["specification"],
    table: recallTable(content),
  }));
}

/**
 * Holds the waves as they are until the transaction ends, so that none is opened again meanwhile.
 *
 * @returns how many of them are closed
 */
export async function holdClosedWaves(
  tx: Kysely<Database>,
  studyId: string,
  waveNumbers: readonly number[],
): Promise<number> {
  const rows = await tx
    .selectFrom("wave")
    .select("closed_at")
    .where("study_id", "=", studyId)
    .where("wave_number", "in", [...waveNumbers])
    .orderBy("wave_number")
    .forShare()
    .execute();
  return rows.filter((row) => row.closed_at !== null).length;
}

/** Records tables as shown from now on. One that is in the ledger already stays as it was shown. */
export async function recordTables(
  tx: Kysely<Database>,
  studyId: string,
  tables: readonly TableToRecord[],
  now: Date,
): Promise<void> {
  if (tables.length === 0) return;
  await tx
    .insertInto("published_table")
    .values(
      tables.map(({ table, specification }) => ({
        study_id: studyId,
        table_id: table.tableId,
        edition: firstEdition,
        waves: jsonb(table.waves.map(Number)),
        specification: jsonb(specification),
        content: jsonb(table),
        first_shown_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["study_id", "table_id", "edition"])
        .doUpdateSet({ first_shown_at: now })
        .where("published_table.first_shown_at", "is", null),
    )
    .execute();
}
