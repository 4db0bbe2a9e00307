// Dates as people and spreadsheets write them.
import { calendarDate } from "../../study/calendar-date.ts";
import type { IsoDate } from "../../study/study.ts";

const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const dayFirst = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const unbroken = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * The day that a text means: 2026-09-01 (also with "/", "." or without anything between, and with a midnight
 * after it), or 1.9.2026. What could be day and month as well as month and day (1/9/2026) is not guessed.
 *
 * @returns null if the text is no such date or there is no such day
 */
export function fileDate(text: string): IsoDate | null {
  const first = yearFirst.exec(text);
  if (first !== null) return calendarDate(Number(first[1]), Number(first[3]), Number(first[4]));
  const last = dayFirst.exec(text);
  if (last !== null) return calendarDate(Number(last[3]), Number(last[2]), Number(last[1]));
  const digits = unbroken.exec(text);
  return digits === null ? null : calendarDate(Number(digits[1]), Number(digits[2]), Number(digits[3]));
}
