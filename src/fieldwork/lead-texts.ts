// The words of the lead's pages in the reader's language.
import { fieldwork as en } from "../language/en/fieldwork.ts";
import { fieldworkMail as enMail } from "../language/en/fieldwork-mail.ts";
import { fieldworkPeople as enPeople } from "../language/en/fieldwork-people.ts";
import { panel as enPanel } from "../language/en/panel.ts";
import { web as enWeb } from "../language/en/web.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { fieldwork as nb } from "../language/nb/fieldwork.ts";
import { fieldworkMail as nbMail } from "../language/nb/fieldwork-mail.ts";
import { fieldworkPeople as nbPeople } from "../language/nb/fieldwork-people.ts";
import { panel as nbPanel } from "../language/nb/panel.ts";
import { web as nbWeb } from "../language/nb/web.ts";
import { fieldwork as nn } from "../language/nn/fieldwork.ts";
import { fieldworkMail as nnMail } from "../language/nn/fieldwork-mail.ts";
import { fieldworkPeople as nnPeople } from "../language/nn/fieldwork-people.ts";
import { panel as nnPanel } from "../language/nn/panel.ts";
import { web as nnWeb } from "../language/nn/web.ts";
import { fieldwork as sv } from "../language/sv/fieldwork.ts";
import { fieldworkMail as svMail } from "../language/sv/fieldwork-mail.ts";
import { fieldworkPeople as svPeople } from "../language/sv/fieldwork-people.ts";
import { panel as svPanel } from "../language/sv/panel.ts";
import { web as svWeb } from "../language/sv/web.ts";
import type { PanelWords } from "../panel/import/panel-columns.ts";
import type { PageTexts } from "../web/page-texts.ts";

/** About studies and waves. */
export type FieldworkTexts = typeof en;
/** About reaching people in a wave. */
export type MailTexts = typeof enMail;
/** About the people of a study. */
export type PeopleTexts = typeof enPeople;

/** Every text of the lead's pages in one language. */
export interface LeadTexts {
  readonly fieldwork: FieldworkTexts;
  readonly mail: MailTexts;
  readonly people: PeopleTexts;
  /** About the file of people. */
  readonly panel: PanelWords;
  readonly web: PageTexts;
}

const texts: Readonly<Record<LanguageCode, LeadTexts>> = {
  sv: { fieldwork: sv, mail: svMail, people: svPeople, panel: svPanel, web: svWeb },
  nb: { fieldwork: nb, mail: nbMail, people: nbPeople, panel: nbPanel, web: nbWeb },
  nn: { fieldwork: nn, mail: nnMail, people: nnPeople, panel: nnPanel, web: nnWeb },
  en: { fieldwork: en, mail: enMail, people: enPeople, panel: enPanel, web: enWeb },
};

export function leadTexts(language: LanguageCode): LeadTexts {
  return texts[language];
}
