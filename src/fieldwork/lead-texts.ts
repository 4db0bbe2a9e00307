// The words of the lead's pages in the reader's language.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { PanelWords } from "../panel/import/panel-columns.ts";
import type { PageTexts } from "../web/page-texts.ts";

/** About studies and waves. */
export type FieldworkTexts = Catalogue["fieldwork"];
/** About reaching people in a wave. */
export type MailTexts = Catalogue["fieldworkMail"];
/** About the questionnaire. */
export type QuestionnaireTexts = Catalogue["fieldworkQuestionnaire"];
/** About the people of a study. */
export type PeopleTexts = Catalogue["fieldworkPeople"];

/** Every text of the lead's pages in one language. */
export interface LeadTexts {
  readonly fieldwork: FieldworkTexts;
  readonly mail: MailTexts;
  readonly people: PeopleTexts;
  readonly questionnaire: QuestionnaireTexts;
  /** About the file of people. */
  readonly panel: PanelWords;
  readonly web: PageTexts;
}

export function leadTexts(language: LanguageCode): LeadTexts {
  const {
    fieldwork,
    fieldworkMail: mail,
    fieldworkPeople: people,
    fieldworkQuestionnaire: questionnaire,
    panel,
    web,
  } = catalogueFor(language);
  return { fieldwork, mail, people, questionnaire, panel, web };
}
