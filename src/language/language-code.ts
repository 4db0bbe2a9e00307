// The languages that every text exists in. A further one is a line here, a folder beside this file with its texts,
// and a line in catalogue.ts.

interface Language {
  /** What the language calls itself. */
  readonly name: string;
  /** How days and numbers are written: a BCP 47 tag. */
  readonly locale: string;
}

/** In the order in which they are offered. */
const languages = {
  sv: { name: "Svenska", locale: "sv-SE" },
  nb: { name: "Bokmål", locale: "nb-NO" },
  nn: { name: "Nynorsk", locale: "nn-NO" },
  en: { name: "English", locale: "en-GB" },
} as const satisfies Readonly<Record<string, Language>>;

export type LanguageCode = keyof typeof languages;

export const languageCodes = Object.keys(languages) as readonly LanguageCode[];

const each = <Value>(of: (language: Language) => Value): Readonly<Record<LanguageCode, Value>> =>
  Object.fromEntries(languageCodes.map((code) => [code, of(languages[code])])) as Record<LanguageCode, Value>;

/** What each language calls itself. */
export const languageNames = each(({ name }) => name);

/** How each language writes days and numbers: BCP 47 tags. */
export const locales = each(({ locale }) => locale);

export function isLanguageCode(value: unknown): value is LanguageCode {
  return languageCodes.includes(value as LanguageCode);
}
