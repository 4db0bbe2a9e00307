// Dates in questionnaires: how survey-core reads, compares and writes them. Times are the server's local time.
import type { Value } from "./values.ts";

const isDateOnly = (text: string): boolean =>
  text.indexOf("T") <= 0 && /\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(new Date(text).getTime());

/**
 * A date from a value; a date without a time is midnight local time.
 *
 * @param now stands in for a missing value
 */
export const dateFrom = (value: Value, now: Date): Date => {
  if (!value) return new Date(now);
  return new Date((typeof value === "string" && isDateOnly(value) ? `${value}T00:00:00` : value) as string);
};

const two = (part: number): string => String(part).padStart(2, "0");

/** `2026-05-17` in local time. */
export const dateText = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** What a question stores when an expression gives it a date: a date, or for `datetime-local` date and time. */
export const storedDate = (value: Value, inputType: string): Value => {
  if (!(value instanceof Date)) return value;
  return inputType === "datetime-local"
    ? `${dateText(value)}T${two(value.getHours())}:${two(value.getMinutes())}`
    : dateText(value);
};

/** Makes a value comparable with the other side of an operator when that is a date or a date's text. May change `value`. */
export const comparableDate = (value: Value, other: Value): Value => {
  if (other instanceof Date && typeof value === "string") {
    const date = dateFrom(value, new Date(Number.NaN));
    other.setMilliseconds(0);
    if (other.getHours() === 0 && other.getMinutes() === 0 && other.getSeconds() === 0)
      date.setHours(0, 0, 0);
    return date;
  }
  if (typeof other === "string" && value instanceof Date) {
    if (other.length < 17) value.setSeconds(0, 0);
    if (other.length < 14) value.setMinutes(0, 0);
    if (other.length < 11) value.setHours(0, 0);
  }
  return value;
};

type Span = "years" | "months";

const monthsBetween = (from: Date, to: Date, span: string): number => {
  let months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
  if (to.getDate() < from.getDate()) months -= 1;
  return span === "months" ? months : Math.trunc(months / 12);
};

/** Whole days between two dates, never negative. */
export const daysBetween = (first: Value, second: Value, now: Date): number => {
  const midnight = (value: Value): number => {
    const date = dateFrom(value, now);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.ceil(Math.abs(midnight(second) - midnight(first)) / 86_400_000);
};

/** Difference between two dates in the named unit; years where the unit is unknown. */
export const dateDifference = (first: Value, second: Value, unit: string, now: Date): number => {
  if (unit === "days") return daysBetween(first, second, now);
  const from = dateFrom(first, now);
  const to = dateFrom(second, now);
  const length = { hours: 3_600_000, minutes: 60_000, seconds: 1000 }[unit];
  if (length) return Math.ceil(Math.abs(to.getTime() - from.getTime()) / length);
  return monthsBetween(from, to, unit as Span);
};

/** Age in whole years, or months, at `now`. In days survey-core gives 0, having no second date. */
export const ageAt = (birth: Value, unit: string, now: Date): number =>
  unit === "days" ? 0 : monthsBetween(dateFrom(birth, now), new Date(now), unit);

/** The date moved by an amount of a unit. */
export const dateMoved = (start: Value, amount: number, unit: string, now: Date): Date => {
  const date = dateFrom(start, now);
  if (unit === "days") date.setDate(date.getDate() + amount);
  if (unit === "months") date.setMonth(date.getMonth() + amount);
  if (unit === "years") date.setFullYear(date.getFullYear() + amount);
  if (unit === "hours") date.setHours(date.getHours() + amount);
  if (unit === "minutes") date.setMinutes(date.getMinutes() + amount);
  if (unit === "seconds") date.setSeconds(date.getSeconds() + amount);
  return date;
};
