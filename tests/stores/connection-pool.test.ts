// The pool of connections: queries that wait for a lock hold up nobody else.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("while some wait for a lock, others are answered, also on connections that are new", async () => {
  const { db } = database;
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked = (): void => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const holder = db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7)`.execute(tx);
    locked();
    await held;
  });
  await isLocked;
  const waiting = [1, 2].map(() => sql`select pg_advisory_lock_shared(7)`.execute(db));
  for (let seen = 0; seen < 2; ) {
    const { rows } = await sql<{ seen: number }>`
      select count(*)::integer as seen from pg_locks where locktype = 'advisory' and not granted`.execute(db);
    seen = rows[0]?.seen ?? 0;
  }
  release();
  await expect(Promise.all([holder, ...waiting])).resolves.toHaveLength(3);
});
