// Days of the calendar as text, "yyyy-mm-dd", and which day it is where a study takes place.
import type { IsoDate } from "./study.ts";

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, from 1900-01-01 to 2199-12-31, written "yyyy-mm-dd". */
export function isCalendarDate(text: string): text is IsoDate {
  const match = form.exec(text);
  if (match === null) return false;
  return calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/**
 * The day as text.
 *
 * @param month 1 to 12
 * @returns null if there is no such day between 1900 and 2199
 */
export function calendarDate(year: number, month: number, day: number): IsoDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 2199) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/**
 * A day as people write it: "2026-05-31", "20260531", "31.5.2026", "31/5 2026", "31-05-2026".
 *
 * @returns null if it is no such day
 */
export function typedDay(text: string): IsoDate | null {
  const [, year, month, day] = /^(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return calendarDate(Number(year), Number(month), Number(day));
  const [, first, second, last] = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/.exec(text) ?? [];
  return last === undefined ? null : calendarDate(Number(last), Number(second), Number(first));
}

/**
 * The day some days later, or earlier for a negative number.
 *
 * @throws RangeError if `date` is no date
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  if (!isCalendarDate(date)) throw new RangeError(`not a date (yyyy-mm-dd): ${date}`);
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/**
 * Which day it is at a moment in a time zone.
 *
 * @param timeZone IANA name, "Europe/Stockholm"
 */
export function dayIn(timeZone: string, now: Date): IsoDate {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
