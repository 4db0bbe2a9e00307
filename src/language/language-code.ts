// The languages that every text exists in.
export const languageCodes = ["sv", "nb", "nn", "en"] as const;
export type LanguageCode = (typeof languageCodes)[number];

export function isLanguageCode(value: unknown): value is LanguageCode {
  return languageCodes.includes(value as LanguageCode);
}
