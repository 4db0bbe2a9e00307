// Counts of attempts per door, caller and window.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";

export async function readAttempts(db: Kysely<Database>, what: string, windowStart: Date): Promise<number> {
  const row = await db
    .selectFrom("attempt_count")
    .select("attempts")
    .where("what", "=", what)
    .where("window_started_at", "=", windowStart)
    .executeTakeFirst();
  return row?.attempts ?? 0;
}

/** @returns the count with this one */
export async function addAttempt(db: Kysely<Database>, what: string, windowStart: Date): Promise<number> {
  const row = await db
    .insertInto("attempt_count")
    .values({ what, window_started_at: windowStart, attempts: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["what", "window_started_at"])
        .doUpdateSet({ attempts: sql<number>`attempt_count.attempts + 1` }),
    )
    .returning("attempts")
    .executeTakeFirstOrThrow();
  return row.attempts;
}

export async function forgetAttemptsBefore(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom("attempt_count").where("window_started_at", "<", before).execute();
}
