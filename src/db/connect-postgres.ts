// A database client for PostgreSQL by postgres.js, in the service and on Workers.
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import { parseInstant, parseInteger, typeId } from "./column-values.ts";
import type { OpenDatabase } from "./open-database.ts";
import type { Database } from "./schema.ts";

const asIs = (value: unknown) => value;
const text = (value: unknown) => String(value);

/**
 * @param maxConnections size of the pool; on Workers a client lives for one request and holds one
 * @throws whatever the server says if the first query fails
 */
export async function connectPostgres(url: string, maxConnections = 10): Promise<OpenDatabase> {
  const client = postgres(url, {
    max: maxConnections,
    // Without the fetch a connection opened for a reservation is never handed out (porsager/postgres#1203), and
    // kysely-postgres-js reserves one for each query: the pool would be of one connection.
    fetch_types: true,
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
  await client`select 1`;
  const db = new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: client }) });
  return { db, kind: "postgres", close: () => client.end({ timeout: 5 }) };
}
