// The log of every act on a study's data. Each entry carries the hash of the one before: gaps and edits show.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import {
  type AuditEntry,
  insertAuditEntry,
  lockAuditLog,
  readAuditEntries,
  readLastAuditEntry,
} from "./audit-store.ts";
import { plainHash } from "./derived-key.ts";

export type { AuditEntry } from "./audit-store.ts";

/** The log of what belongs to no study. No study can have this name. */
export const serviceLog = "*";

export interface Act {
  /** The study, or `serviceLog`. */
  readonly studyId: string;
  /** "respondent", "clock", "operator", or a staff id. Never a name or an address. */
  readonly actor: string;
  /** What was done, in kebab case: "wave-opened". */
  readonly act: string;
  /** Facts without anything personal; must survive JSON. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Writes an act into the log. @param tx the transaction that does the act: both happen, or neither */
export async function recordAudit(tx: Kysely<Database>, act: Act): Promise<void> {
  await lockAuditLog(tx, act.studyId);
  const last = await readLastAuditEntry(tx, act.studyId);
  const entry = {
    ...act,
    detail: JSON.parse(JSON.stringify(act.detail)) as Record<string, unknown>,
    entryNumber: (last?.entryNumber ?? 0) + 1,
    previousHash: last?.entryHash ?? "",
  };
  await insertAuditEntry(tx, { ...entry, entryHash: await hashOfEntry(entry) });
}

/**
 * Reads the log of a study from its beginning and checks every link of the chain.
 *
 * @param expected number and hash of an entry noted elsewhere; shows that the end of the log was cut off
 * @returns `broken` with the first entry that is missing, altered or out of place
 */
export async function checkAuditLog(
  db: Kysely<Database>,
  studyId: string,
  expected?: { readonly entryNumber: number; readonly entryHash: string },
): Promise<{ kind: "whole"; entries: AuditEntry[] } | { kind: "broken"; entryNumber: number }> {
  const entries = await readAuditEntries(db, studyId);
  let previousHash = "";
  for (const [place, entry] of entries.entries()) {
    const whole =
      entry.entryNumber === place + 1 &&
      entry.previousHash === previousHash &&
      entry.entryHash === (await hashOfEntry(entry));
    if (!whole) return { kind: "broken", entryNumber: place + 1 };
    previousHash = entry.entryHash;
  }
  if (expected !== undefined && entries[expected.entryNumber - 1]?.entryHash !== expected.entryHash) {
    return { kind: "broken", entryNumber: expected.entryNumber };
  }
  return { kind: "whole", entries };
}

function hashOfEntry(entry: Omit<AuditEntry, "entryHash">): Promise<string> {
  const { studyId, entryNumber, at, actor, act, detail, previousHash } = entry;
  return plainHash(canonicalJson([studyId, entryNumber, at.toISOString(), actor, act, detail, previousHash]));
}

/** JSON with the keys of every object in order: the database keeps them in an order of its own. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}
