// Publishing: a table that is shown for the first time is written down as it is, and from then on shown so.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { type ProtectedTable, protectTable, type StudyProtection } from "./protect-table.ts";
import { holdClosedWaves, recordTables, shownTables, type TableToRecord } from "./published-table-store.ts";
import type { RawTable } from "./table.ts";

/** A table that somebody wants to see. */
export interface WantedTable {
  /** Names it within the study. */
  readonly tableId: string;
  /** What it is of and what it is made from. */
  readonly specification: Readonly<Record<string, unknown>>;
  /** Makes it; called only if it has not been shown before. */
  readonly make: () => RawTable | Promise<RawTable>;
}

/** How tables that have not been shown before are protected. */
export interface Protecting {
  readonly rules: DisclosureRules;
  /** What is hidden in all tables of the study together; null protects every table on its own. */
  readonly study: StudyProtection | null;
}

/** The tables in the order wanted, or that a wave they need is not closed (any more). */
export type PublishedTables =
  | { readonly kind: "published"; readonly tables: readonly ProtectedTable[] }
  | { readonly kind: "wave-not-closed" };

/**
 * Gives out tables. What has been shown before comes from the ledger, unchanged; the rest is protected, written
 * into the ledger, and given out as written there. Once a table of a wave is in the ledger the wave cannot be
 * opened again.
 *
 * @param protecting asked only if something has not been shown before
 * @param isStillMadeFrom asked while the waves are held: whether what the tables were made from still stands; if
 *   not, the wave has been opened and closed again meanwhile, and nothing is written
 */
export async function publishTables(
  db: Kysely<Database>,
  studyId: string,
  wanted: readonly WantedTable[],
  protecting: () => Promise<Protecting>,
  now: Date,
  isStillMadeFrom: (tx: Kysely<Database>) => Promise<boolean> = async () => true,
): Promise<PublishedTables> {
  const ids = wanted.map(({ tableId }) => tableId);
  const shown = await shownTables(db, studyId, ids);
  const missing: TableToRecord[] = [];
  const unshown = wanted.filter(({ tableId }) => !shown.has(tableId));
  if (unshown.length > 0) {
    const { rules, study } = await protecting();
    for (const { specification, make } of unshown) {
      missing.push({ table: protectTable(await make(), rules, study), specification });
    }
  }
  if (missing.length > 0) {
    const waves = [...new Set(missing.flatMap(({ table }) => table.waves.map(Number)))];
    const recorded = await inTransaction(db, async (tx) => {
      if ((await holdClosedWaves(tx, studyId, waves)) < waves.length) return null;
      if (!(await isStillMadeFrom(tx))) return null;
      await recordTables(tx, studyId, missing, now);
      const newIds = missing.map(({ table }) => table.tableId);
      return await shownTables(tx, studyId, newIds);
    });
    if (recorded === null) return { kind: "wave-not-closed" };
    for (const [tableId, table] of recorded) shown.set(tableId, table);
  }
  return { kind: "published", tables: ids.map((id) => shown.get(id)!) };
}
