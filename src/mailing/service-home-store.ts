// The recorded home address; at most one row.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";

export async function readHome(db: Kysely<Database>): Promise<string | null> {
  const row = await db.selectFrom("service_home").select("public_url").executeTakeFirst();
  return row?.public_url ?? null;
}

/** Records a home unless there is one. @returns the home that stands */
export async function insertHome(db: Kysely<Database>, publicUrl: string, now: Date): Promise<string> {
  await db
    .insertInto("service_home")
    .values({ singleton: true, public_url: publicUrl, recorded_at: now })
    .onConflict((conflict) => conflict.column("singleton").doNothing())
    .execute();
  return (await readHome(db)) ?? publicUrl;
}

export async function updateHome(tx: Kysely<Database>, publicUrl: string, now: Date): Promise<void> {
  await tx.updateTable("service_home").set({ public_url: publicUrl, recorded_at: now }).execute();
}
