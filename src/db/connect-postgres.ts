// A database client for PostgreSQL by postgres.js, in the service and on Workers.
import { Kysely } from "kysely";
import postgres from "postgres";
import { parseInstant, parseInteger, typeId } from "./column-values.ts";
import type { OpenDatabase } from "./open-database.ts";
import { type Pool, type PoolClient, pooledDialect, poolOf } from "./pooled-dialect.ts";
import type { Database } from "./schema.ts";

const asIs = (value: unknown) => value;
const text = (value: unknown) => String(value);

/** A pool that connects when it is first asked. */
export interface PostgresPool extends Pool {
  close(): Promise<void>;
}

/** @param connections the most that are open at once */
export function openPool(url: string, connections: number): PostgresPool {
  const client = postgres(url, {
    max: connections,
    // What it would fetch at each new connection is how arrays are written; none of ours are sent or read.
    fetch_types: false,
    onnotice: () => {},
    types: {
      integer: { to: typeId.int8, from: [typeId.int8], serialize: text, parse: parseInteger },
      number: { to: typeId.numeric, from: [typeId.numeric], serialize: text, parse: Number },
      day: { to: typeId.date, from: [typeId.date], serialize: text, parse: asIs },
      instant: {
        to: typeId.timestamptz,
        from: [typeId.timestamptz, typeId.timestamp],
        serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : String(value)),
        parse: parseInstant,
      },
    },
  });
  return {
    ...poolOf(client as unknown as PoolClient, connections),
    close: () => client.end({ timeout: 5 }),
  };
}

/** The database over whichever pool `current` gives at the moment of a query. */
export const databaseOver = (current: () => Pool): Kysely<Database> =>
  new Kysely<Database>({ dialect: pooledDialect(current) });

/** @throws whatever the server says if the first query fails */
export async function connectPostgres(url: string, connections = 10): Promise<OpenDatabase> {
  const pool = openPool(url, connections);
  await pool.client.unsafe("select 1", [], { prepare: false, simple: true });
  return { db: databaseOver(() => pool), kind: "postgres", close: pool.close };
}
