// The one way to write a jsonb column: serialised text, cast on the server. Plain parameters are
// double-encoded by one driver and rejected by the other.
import { type RawBuilder, sql } from "kysely";

export type JsonbWrite = RawBuilder<JsonbColumn>;
interface JsonbColumn {
  readonly __jsonb: true;
}

/** @throws RangeError for values that JSON cannot hold (undefined, functions). */
export function jsonb(value: unknown): JsonbWrite {
  const text = JSON.stringify(value);
  if (text === undefined) throw new RangeError("jsonb: the value has no JSON form");
  return sql<JsonbColumn>`${text}::text::jsonb`;
}

/** For the few columns of type json: as `jsonb`, but names keep their order. @throws RangeError as `jsonb` */
export function orderedJson(value: unknown): JsonbWrite {
  const text = JSON.stringify(value);
  if (text === undefined) throw new RangeError("json: the value has no JSON form");
  return sql<JsonbColumn>`${text}::text::json`;
}
