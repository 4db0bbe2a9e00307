// The audit log as the database keeps it; entries are only ever added.
import { type Kysely, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";

export interface AuditEntry {
  readonly studyId: string;
  /** 1, 2, 3 … within the study's log. */
  readonly entryNumber: number;
  readonly at: Date;
  readonly actor: string;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Hash of the entry before; empty at the first. */
  readonly previousHash: string;
  readonly entryHash: string;
}

/** Until the transaction ends, nobody else adds to this log: entries follow each other without gaps. */
export async function lockAuditLog(tx: Kysely<Database>, studyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${studyId}`}, 0))`.execute(tx);
}

export async function readLastAuditEntry(db: Kysely<Database>, studyId: string): Promise<AuditEntry | null> {
  const row = await entries(db, studyId).orderBy("entry_number", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : auditEntry(row);
}

/** All entries of a study, oldest first. */
export async function readAuditEntries(db: Kysely<Database>, studyId: string): Promise<AuditEntry[]> {
  return (await entries(db, studyId).orderBy("entry_number").execute()).map(auditEntry);
}

export async function insertAuditEntry(tx: Kysely<Database>, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      study_id: entry.studyId,
      entry_number: entry.entryNumber,
      at: entry.at,
      actor: entry.actor,
      act: entry.act,
      detail: jsonb(entry.detail),
      previous_hash: entry.previousHash,
      entry_hash: entry.entryHash,
    })
    .execute();
}

function entries(db: Kysely<Database>, studyId: string) {
  return db.selectFrom("audit_log").selectAll().where("study_id", "=", studyId);
}

function auditEntry(
  row: Awaited<ReturnType<ReturnType<typeof entries>["executeTakeFirstOrThrow"]>>,
): AuditEntry {
  return {
    studyId: row.study_id,
    entryNumber: row.entry_number,
    at: row.at,
    actor: row.actor,
    act: row.act,
    detail: row.detail,
    previousHash: row.previous_hash,
    entryHash: row.entry_hash,
  };
}
