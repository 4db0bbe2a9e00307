import { sql } from "kysely";
import { Migrator, NO_MIGRATIONS } from "kysely/migration";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../src/db/migrate.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("the schema goes down to nothing and up again", async () => {
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => migrations } });
  const down = await migrator.migrateTo(NO_MIGRATIONS);
  expect(down.error).toBeUndefined();
  const left = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely_%'`.execute(database.db);
  expect(left.rows).toEqual([]);
  expect(await migrate(database.db)).toEqual(Object.keys(migrations));
  expect(await migrate(database.db)).toEqual([]);
});
