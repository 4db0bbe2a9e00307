// The language of the staff pages: what was chosen, else what the browser asks for, else English.
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import {
  isLanguageCode,
  type LanguageCode,
  languageCodes,
  languageNames,
} from "../language/language-code.ts";

export { languageNames };

const languageCookie = "tidvis_language";
const yearInSeconds = 365 * 24 * 60 * 60;

/**
 * @param accepted the Accept-Language header: "nn-NO,no;q=0.8,en;q=0.5"
 * @returns the wanted language with the highest weight that every text exists in; English if there is none
 */
export function negotiateLanguage(accepted: string): LanguageCode {
  const wanted = accepted
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      const language = tag.split("-")[0] === "no" ? "nb" : tag.split("-")[0];
      return { language, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted.map(({ language }) => language).find(isLanguageCode) ?? "en";
}

export function languageOfStaff(c: Context): LanguageCode {
  const chosen = getCookie(c, languageCookie);
  return isLanguageCode(chosen) ? chosen : negotiateLanguage(c.req.header("Accept-Language") ?? "");
}

export function rememberLanguage(c: Context, language: LanguageCode, isSecure: boolean): void {
  setCookie(c, languageCookie, language, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
    maxAge: yearInSeconds,
  });
}

/** The languages as a page's head offers them. */
export function languageChoices(
  current: LanguageCode,
): { code: LanguageCode; name: string; isCurrent: boolean }[] {
  return languageCodes.map((code) => ({ code, name: languageNames[code], isCurrent: code === current }));
}
