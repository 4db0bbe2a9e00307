// One unit of work, whether or not the caller has begun one already.
import type { Kysely, Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** Runs `work` in the caller's transaction if `db` is one, otherwise in one of its own. */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (tx: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return db.isTransaction
    ? work(db as Transaction<Database>)
    : db.transaction().execute((tx: Transaction<Database>) => work(tx));
}
