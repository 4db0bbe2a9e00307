// What the drivers hand over for each PostgreSQL type, made equal for postgres.js and PGlite.

/** Object identifiers of the PostgreSQL types whose default reading differs between the drivers. */
export const typeId = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  json: 114,
  jsonb: 3802,
};

/** @throws RangeError beyond 2^53: no count of ours gets there, so it is a mistake. */
export function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer ${text} is out of range`);
  return value;
}

/** "2026-11-21 09:00:00.123+00" → Date. */
export function parseInstant(text: string): Date {
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}
