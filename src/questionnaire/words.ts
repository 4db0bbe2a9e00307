// The questionnaire's own words by language code.
import { questionnaire as english } from "../language/en/questionnaire.ts";
import { questionnaire as bokmal } from "../language/nb/questionnaire.ts";
import { questionnaire as nynorsk } from "../language/nn/questionnaire.ts";
import { questionnaire as swedish } from "../language/sv/questionnaire.ts";

/** The words of one language. */
export type QuestionnaireWords = typeof english;

const byLanguage: Readonly<Record<string, QuestionnaireWords>> = {
  en: english,
  sv: swedish,
  nb: bokmal,
  nn: nynorsk,
};

/** The languages the questionnaire's own words exist in. */
export const wordLanguages: readonly string[] = Object.keys(byLanguage);

/** The words of a language; a regional one falls back to its main language, an unknown one to English. */
export const wordsIn = (language: string): QuestionnaireWords =>
  byLanguage[language] ?? byLanguage[language.split("-")[0] ?? ""] ?? english;
