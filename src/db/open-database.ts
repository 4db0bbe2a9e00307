// What a connected database is to the entrances.
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

export interface OpenDatabase {
  readonly db: Kysely<Database>;
  readonly kind: "postgres" | "pglite";
  close(): Promise<void>;
}
