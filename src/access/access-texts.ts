// The texts of signing in, in the reader's language.
import { access as en } from "../language/en/access.ts";
import { web as enWeb } from "../language/en/web.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { access as nb } from "../language/nb/access.ts";
import { web as nbWeb } from "../language/nb/web.ts";
import { access as nn } from "../language/nn/access.ts";
import { web as nnWeb } from "../language/nn/web.ts";
import { access as sv } from "../language/sv/access.ts";
import { web as svWeb } from "../language/sv/web.ts";
import type { PageTexts } from "../web/page-texts.ts";

/** Texts of this room and of the frame around its pages. */
export interface AccessTexts {
  readonly access: typeof en;
  readonly web: PageTexts;
}

const texts: Readonly<Record<LanguageCode, AccessTexts>> = {
  sv: { access: sv, web: svWeb },
  nb: { access: nb, web: nbWeb },
  nn: { access: nn, web: nnWeb },
  en: { access: en, web: enWeb },
};

export function accessTexts(language: LanguageCode): AccessTexts {
  return texts[language];
}
