// Texts that are missing in one of the study's languages.
import type { Finding } from "./finding.ts";
import { inside } from "./walk-json.ts";

/** Properties that hold a text people read. */
export const textProperties = new Set([
  "title",
  "description",
  "html",
  "text",
  "label",
  "labelTrue",
  "labelFalse",
  "requiredErrorText",
  "minErrorText",
  "maxErrorText",
  "minRateDescription",
  "maxRateDescription",
  "placeholder",
  "otherText",
  "otherPlaceholder",
  "otherErrorText",
  "noneText",
  "refuseText",
  "dontKnowText",
  "commentText",
  "commentPlaceholder",
  "completedHtml",
  "templateTitle",
  "templateDescription",
  "addPanelText",
  "removePanelText",
  "addRowText",
  "removeRowText",
  "noRowsText",
  "noEntriesText",
  "keyDuplicationError",
  "altText",
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const isText = (key: string, value: unknown): value is Record<string, unknown> =>
  isObject(value) &&
  (textProperties.has(key) || "default" in value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((text) => typeof text === "string");

/** A text of nothing but figures, signs and places to fill reads the same in every language. */
const readsTheSame = (text: string): boolean => !/\p{L}/u.test(text.replace(/\{[^{}]*\}|<[^<>]*>/g, ""));

const itemLists = new Set(["choices", "rows", "columns", "rateValues"]);

interface At {
  readonly path: string;
  readonly element: string;
}

const missing = (at: At, list: readonly string[], value: string): Finding => ({
  severity: "warning",
  kind: "translation-missing",
  path: at.path,
  element: at.element,
  facts: { list, value: value.length > 60 ? `${value.slice(0, 60)}…` : value },
});

const ofText = (text: Record<string, unknown>, at: At, languages: readonly string[]): readonly Finding[] => {
  const list = languages.filter((language, index) => !text[language] && !(index === 0 && text.default));
  const first = Object.values(text).find((one) => typeof one === "string" && one !== "");
  return list.length === 0 || typeof first !== "string" || readsTheSame(first)
    ? []
    : [missing(at, list, first)];
};

/** A choice, row or column without a text shows its value, in whatever language that is. */
const ofItems = (list: readonly unknown[], at: At, languages: readonly string[]): readonly Finding[] =>
  list.flatMap((entry, index) => {
    const value = isObject(entry) ? entry.value : entry;
    const hasText = isObject(entry) && ["text", "title", "cellType", "name"].some((key) => key in entry);
    if (hasText || typeof value !== "string" || readsTheSame(value)) return [];
    return [missing({ ...at, path: `${at.path}[${index}]` }, languages, value)];
  });

const visit = (json: unknown, at: At, languages: readonly string[]): readonly Finding[] => {
  if (Array.isArray(json))
    return json.flatMap((entry: unknown, index) =>
      visit(entry, { ...at, path: `${at.path}[${index}]` }, languages),
    );
  if (!isObject(json)) return [];
  const element = typeof json.name === "string" ? json.name : at.element;
  return Object.entries(json).flatMap(([key, value]): readonly Finding[] => {
    const place = { path: inside(at.path, key), element };
    if (isText(key, value)) return ofText(value, place, languages);
    const isPlain = typeof value === "string" && textProperties.has(key) && languages.length > 1;
    if (isPlain) return readsTheSame(value) ? [] : [missing(place, languages.slice(1), value)];
    const isItems = Array.isArray(value) && itemLists.has(key) && languages.length > 1;
    return [...(isItems ? ofItems(value, place, languages) : []), ...visit(value, place, languages)];
  });
};

/**
 * Every text that lacks a language.
 *
 * @param languages languages the texts must exist in, the main one first
 */
export const translationFindings = (
  json: Readonly<Record<string, unknown>>,
  languages: readonly string[],
): readonly Finding[] => visit(json, { path: "", element: "" }, languages);

const languageForm = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;

/**
 * The languages a questionnaire has texts in, main one first: its `locale`, else English where there are texts
 * without a language, then the others in order of the alphabet.
 */
export const languagesOf = (json: Readonly<Record<string, unknown>>): readonly string[] => {
  const found = new Set<string>();
  let hasPlain = false;
  const collect = (value: unknown, key: string): void => {
    if (typeof value === "string") hasPlain ||= textProperties.has(key);
    else if (Array.isArray(value)) for (const entry of value) collect(entry, key);
    else if (isObject(value)) {
      if (isText(key, value))
        for (const language of Object.keys(value)) {
          hasPlain ||= language === "default";
          if (languageForm.test(language)) found.add(language);
        }
      else for (const [name, inner] of Object.entries(value)) collect(inner, name);
    }
  };
  collect(json, "");
  const locale = typeof json.locale === "string" && languageForm.test(json.locale) ? json.locale : null;
  const others = [...found].sort();
  const main = locale ?? (hasPlain || others.length === 0 ? "en" : (others[0] as string));
  return [main, ...others.filter((language) => language !== main)];
};
