// The texts of this room and of the frame around its pages, in the reader's language.
import { mail as en } from "../language/en/mail.ts";
import { web as enWeb } from "../language/en/web.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { mail as nb } from "../language/nb/mail.ts";
import { web as nbWeb } from "../language/nb/web.ts";
import { mail as nn } from "../language/nn/mail.ts";
import { web as nnWeb } from "../language/nn/web.ts";
import { mail as sv } from "../language/sv/mail.ts";
import { web as svWeb } from "../language/sv/web.ts";
import type { PageTexts } from "../web/page-texts.ts";

export interface MailTexts {
  readonly mail: typeof en;
  readonly web: PageTexts;
}

const texts: Readonly<Record<LanguageCode, MailTexts>> = {
  sv: { mail: sv, web: svWeb },
  nb: { mail: nb, web: nbWeb },
  nn: { mail: nn, web: nnWeb },
  en: { mail: en, web: enWeb },
};

export function mailTexts(language: LanguageCode): MailTexts {
  return texts[language];
}
