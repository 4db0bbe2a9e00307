// How often one caller may try something before having to wait. Callers are kept as keyed hashes.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { addAttempt, forgetAttemptsBefore, readAttempts } from "./attempt-store.ts";
import { keyedHash } from "./derived-key.ts";
import type { KeyRing } from "./key-ring.ts";

export interface Attempt {
  /** What is tried, for instance "access-code". */
  readonly door: string;
  /** Where the request comes from (an IP address), or null if that is not known. */
  readonly caller: string | null;
  readonly limit: number;
  readonly windowMinutes: number;
  readonly keys: KeyRing;
  readonly now: Date;
}

/** Whether fewer than `limit` attempts were counted in the present window. Counts nothing. */
export async function isAttemptAllowed(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
  return (await readAttempts(db, await whatOf(attempt), windowStart(attempt))) < attempt.limit;
}

/** Counts one attempt. @returns whether it was within the limit */
export async function countAttempt(db: Kysely<Database>, attempt: Attempt): Promise<boolean> {
  return (await addAttempt(db, await whatOf(attempt), windowStart(attempt))) <= attempt.limit;
}

/** Forgets the counts of windows that ended more than a day ago. */
export async function forgetOldAttempts(db: Kysely<Database>, now: Date): Promise<void> {
  await forgetAttemptsBefore(db, new Date(now.getTime() - 24 * 60 * 60_000));
}

/** Windows follow each other on the clock: with 15 minutes they begin at :00, :15, :30 and :45. */
function windowStart({ now, windowMinutes }: Attempt): Date {
  const length = windowMinutes * 60_000;
  return new Date(Math.floor(now.getTime() / length) * length);
}

async function whatOf({ door, caller, keys }: Attempt): Promise<string> {
  return keyedHash(await keys.serviceKey(), "attempt", `${door} ${caller ?? ""}`);
}
