// How words on the command line become values; commander says which argument was wrong.
import { InvalidArgumentError } from "commander";
import { isLanguageCode, type LanguageCode, languageCodes } from "../language/language-code.ts";
import { isCalendarDate } from "../study/calendar-date.ts";

/** A whole number from 1 to 999. */
export function numberFrom(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("it must be 1, 2, 3 …");
  return Number(text);
}

/** A day of the calendar, "yyyy-mm-dd". */
export function dateFrom(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError("a date is written like 2026-10-05.");
  return text;
}

/** A port to listen on; 0 takes a free one. */
export function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new InvalidArgumentError("a port is a number from 0 to 65535.");
  return port;
}

/** A language that the program speaks. */
export function languageFrom(text: string): LanguageCode {
  if (!isLanguageCode(text)) throw new InvalidArgumentError(`it must be one of ${languageCodes.join(", ")}.`);
  return text;
}

/** Language codes with commas between them: "sv,nb". */
export function languagesFrom(text: string): string[] {
  const codes = text.split(",").map((code) => code.trim());
  if (!codes.every((code) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(code)))
    throw new InvalidArgumentError("languages are written like sv,nb.");
  return codes;
}
