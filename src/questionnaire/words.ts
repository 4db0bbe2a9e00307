// The questionnaire's own words by language code.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import { isLanguageCode, languageCodes } from "../language/language-code.ts";

/** The words of one language. */
export type QuestionnaireWords = Catalogue["questionnaire"];

/** The languages the questionnaire's own words exist in. */
export const wordLanguages: readonly string[] = languageCodes;

/** The words of a language; a regional one falls back to its main language, an unknown one to English. */
export const wordsIn = (language: string): QuestionnaireWords => {
  const main = language.split("-")[0];
  return catalogueFor(isLanguageCode(main) ? main : "en").questionnaire;
};
