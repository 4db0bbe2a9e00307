// The words of the lead's pages in the reader's language.
import type { fieldwork as en } from "../language/en/fieldwork.ts";
import type { fieldworkMail as enMail } from "../language/en/fieldwork-mail.ts";
import type { fieldworkPeople as enPeople } from "../language/en/fieldwork-people.ts";

/** About studies and waves. */
export type FieldworkTexts = typeof en;
/** About reaching people in a wave. */
export type MailTexts = typeof enMail;
/** About the people of a study. */
export type PeopleTexts = typeof enPeople;
