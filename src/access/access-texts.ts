// The texts of signing in, in the reader's language.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { PageTexts } from "../web/page-texts.ts";

/** Texts of this room and of the frame around its pages. */
export interface AccessTexts {
  readonly access: Catalogue["access"];
  readonly web: PageTexts;
}

export function accessTexts(language: LanguageCode): AccessTexts {
  return catalogueFor(language);
}
