// Texts of a questionnaire in every language.

import type { LocalizedText } from "./instrument.ts";
import type { Loose } from "./loose.ts";

/**
 * A text in every language: the language's own, else the text without language, else the fallback.
 *
 * @param json a SurveyJS text: a string, or an object by language with `default`
 */
export const localized = (json: unknown, languages: readonly string[], fallback = ""): LocalizedText => {
  const pick = (language: string): string => {
    if (typeof json === "string") return json;
    if (json === null || typeof json !== "object") return fallback;
    const texts = json as Record<string, unknown>;
    const text = texts[language] ?? texts.default ?? Object.values(texts)[0];
    return typeof text === "string" ? text : fallback;
  };
  return Object.fromEntries(languages.map((language) => [language, pick(language)]));
};

/** A text of survey-core's model in every language. */
export const textOf = (locString: Loose, languages: readonly string[], fallback: string): LocalizedText =>
  localized(locString?.getJson?.(), languages, fallback);

/** The text of a choice, row or column in every language; its value where it has none. */
export const itemText = (item: Loose, languages: readonly string[]): LocalizedText => {
  const own = item.locText?.getJson?.();
  if (own !== null && own !== undefined) return localized(own, languages, String(item.value));
  return Object.fromEntries(languages.map((language) => [language, String(item.value)]));
};
