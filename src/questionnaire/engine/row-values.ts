// The value of a table taken apart: what a row holds, and the whole with a row changed.
import { areEqual, copyOf, inChoices, isEmpty, type Value } from "./values.ts";

/** What a row holds, by the keys of its cells. */
export type Row = Readonly<Record<string, Value>>;

/** Where a row's answers lie in the whole: its index in a list, its value in a record. */
export type RowPlace = string | number;

/** What the whole has for a row, undefined where it has nothing. */
export const rowAt = (whole: Value, place: RowPlace): Row | undefined =>
  (whole as Record<RowPlace, Row> | null | undefined)?.[place] ?? undefined;

/** True for a whole in which no row holds anything. */
export const isNothing = (whole: Value): boolean =>
  Object.values((whole as object | null | undefined) ?? {}).every(
    (row) => Object.keys((row as object | null) ?? {}).length === 0,
  );

/** The whole with another row at a place; null where no row holds anything then. */
export const withRowAt = (whole: Value, place: RowPlace, row: Row): Value => {
  const rows = Array.isArray(whole) ? [...whole] : { ...((whole as object | null) ?? {}) };
  if (Array.isArray(rows)) rows[place as number] = row;
  else if (Object.keys(row).length === 0) delete (rows as Record<RowPlace, Row>)[place];
  else (rows as Record<RowPlace, Row>)[place] = row;
  return isNothing(rows) ? null : rows;
};

/** A row that holds what its cells hold, and what else it had that is no cell's. */
export const refilled = (before: Row | undefined, keys: ReadonlySet<string>, held: Row): Row => {
  const row = Object.fromEntries(Object.entries(before ?? {}).filter(([key]) => !keys.has(key)));
  for (const [key, value] of Object.entries(held)) if (!isEmpty(value)) row[key] = copyOf(value);
  return row;
};

/** True where a row of the whole says what its cells hold. */
export const isSameRow = (row: Row | undefined, held: Row): boolean => areEqual(row, held, inChoices);

/** A list no shorter than the rows there have to be. */
export const padded = (rows: Value, least: number): readonly Value[] => {
  const list = Array.isArray(rows) ? rows : [];
  return [...list, ...Array.from({ length: Math.max(0, least - list.length) }, () => ({}))];
};
