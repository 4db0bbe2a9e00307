// Every text that a person reads, by language and area. A key that a language lacks fails the type check.
import { english } from "./en/catalogue.ts";
import type { LanguageCode } from "./language-code.ts";
import { bokmal } from "./nb/catalogue.ts";
import { nynorsk } from "./nn/catalogue.ts";
import { swedish } from "./sv/catalogue.ts";

/** All texts of one language; English says which there are. */
export type Catalogue = typeof english;

const catalogues: Readonly<Record<LanguageCode, Catalogue>> = {
  sv: swedish,
  nb: bokmal,
  nn: nynorsk,
  en: english,
};

export const catalogueFor = (language: LanguageCode): Catalogue => catalogues[language];
