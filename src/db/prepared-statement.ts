// Statements that are put together once and then sent with other values: putting together costs more than sending.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "./schema.ts";

/** Stands for a value while the statement is put together. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** The same value is sent once, however often it is used. */
const compiled = (query: RawBuilder<unknown>, db: Kysely<Database>) => {
  const whole = query.compile(db);
  const names: string[] = [];
  const numbers = whole.parameters.map((place) => {
    if (!(place instanceof Place)) throw new RangeError("a prepared statement holds no values of its own");
    if (!names.includes(place.name)) names.push(place.name);
    return names.indexOf(place.name) + 1;
  });
  const text = whole.sql.replace(/\$(\d+)/g, (_, number) => `$${numbers[Number(number) - 1]}`);
  return { names, query: { ...whole, sql: text } };
};

/**
 * A statement with named values. A value used in several places has one type: cast it in all of them or in none.
 *
 * @param write makes the statement; `value(name)` is the value of that name
 * @returns sends it, and gives back its rows
 */
export const preparedStatement = <Given extends object, Row>(
  write: (value: (name: keyof Given & string) => RawBuilder<unknown>) => RawBuilder<unknown>,
): ((db: Kysely<Database>, given: Given) => Promise<readonly Row[]>) => {
  let made: ReturnType<typeof compiled> | null = null;
  return async (db, given) => {
    made ??= compiled(
      write((name) => sql`${new Place(name)}`),
      db,
    );
    const parameters = made.names.map((name) => given[name as keyof Given]);
    const { rows } = await db.executeQuery<Row>({ ...made.query, parameters });
    return rows;
  };
};
