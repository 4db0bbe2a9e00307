// The flat list of figures that an analysis gives out: STAT/ITEM/CODE/GROUP/WAVES/FIELD → value.

import type { Interval } from "../../statistics/proportion-interval.ts";

/** A figure in full precision; null = not defined. */
export type ResultValue = number | string | null;

/** All figures of an analysis, in the order in which they were made. */
export type Results = Record<string, ResultValue>;

/** What a block of figures is about; unused parts are left out and stand empty in the key. */
export type ResultSubject = { stat: string; item?: string; code?: string; group?: string; waves?: string };

/** Figures by field name. An interval takes two fields; undefined = the field does not exist here. */
export type ResultFields = Record<string, number | string | null | undefined>;

/** Adds a block of figures. Infinite numbers become null; −0 becomes 0. */
export function addResults(results: Results, subject: ResultSubject, fields: ResultFields): void {
  const head = [subject.stat, subject.item, subject.code, subject.group, subject.waves].map(
    (part) => part ?? "",
  );
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    results[[...head, field].join("/")] = typeof value === "number" ? finite(value) : value;
  }
}

function finite(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return value === 0 ? 0 : value;
}

/** The two fields of an interval, both null where it is not defined. */
export function limits(prefix: string, interval: Interval | null | undefined): ResultFields {
  const stem = prefix === "" ? "" : `${prefix}_`;
  return { [`${stem}lo`]: interval?.lower ?? null, [`${stem}hi`]: interval?.upper ?? null };
}
