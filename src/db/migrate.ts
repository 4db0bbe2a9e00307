// Brings a database to the newest schema. Runs from Node, never inside a request.
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "../../migrations/index.ts";
import { MigrationFailedError } from "./migration-failed-error.ts";
import type { Database } from "./schema.ts";

/** Names of the migrations that ran, in order; empty when the schema was already the newest. */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === "Error");
    throw new MigrationFailedError(failed?.migrationName ?? "(before the first)", error);
  }
  return results.map((result) => result.migrationName);
}
