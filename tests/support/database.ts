// Databases for tests: each its own clone of the migrated template on a real PostgreSQL.
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { inject } from "vitest";
import { connectPglite } from "../../src/db/connect-pglite.ts";
import { connectPostgres } from "../../src/db/connect-postgres.ts";
import { migrate } from "../../src/db/migrate.ts";
import type { OpenDatabase } from "../../src/db/open-database.ts";

export interface TestDatabase extends OpenDatabase {
  /** How another process or client reaches the same database; null for PGlite. */
  readonly url: string | null;
}

/** A migrated, empty database of its own on PostgreSQL with several connections; dropped on close. */
export async function freshDatabase(): Promise<TestDatabase> {
  const admin = await connectPostgres(inject("postgresUrl"), 1);
  const name = `t_${randomBytes(8).toString("hex")}`;
  await sql`create database ${sql.id(name)} template template_tidvis strategy file_copy`.execute(admin.db);
  const url = inject("postgresUrl").replace(/\/postgres$/, `/${name}`);
  const open = await connectPostgres(url, 8);
  return {
    ...open,
    url,
    close: async () => {
      await open.close();
      await sql`drop database ${sql.id(name)} with (force)`.execute(admin.db);
      await admin.close();
    },
  };
}

/** A migrated, empty PGlite in memory. */
export async function freshPglite(): Promise<TestDatabase> {
  const open = await connectPglite(null);
  await migrate(open.db);
  return { ...open, url: null };
}
