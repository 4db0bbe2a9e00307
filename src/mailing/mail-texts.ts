// The texts of this room and of the frame around its pages, in the reader's language.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { PageTexts } from "../web/page-texts.ts";

export interface MailTexts {
  readonly mail: Catalogue["mail"];
  readonly web: PageTexts;
}

export function mailTexts(language: LanguageCode): MailTexts {
  return catalogueFor(language);
}
