// When the mail loop last ran, whether or not there was anything to do.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";

const mailClock = "mail";

export async function noteTick(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .insertInto("clock_tick")
    .values({ name: mailClock, ticked_at: now })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ ticked_at: now }))
    .execute();
}

/** @returns null if the clock has never ticked */
export async function lastTick(db: Kysely<Database>): Promise<Date | null> {
  const row = await db
    .selectFrom("clock_tick")
    .select("ticked_at")
    .where("name", "=", mailClock)
    .executeTakeFirst();
  return row?.ticked_at ?? null;
}
