// Invitation, reminder and new link: the study's own text, and what every mail has to say.
import { type LanguageCode, languageCodes, locales } from "../language/language-code.ts";
import { type StudyContact, type StudyDefinition, studyTitle } from "../study/study.ts";
import { fillText, type StudyTexts } from "../study/study-texts.ts";
import { mailTexts } from "./mail-texts.ts";
import type { SendKind } from "./send-plan.ts";
import { type MailBlock, type MailLink, paragraph, type WrittenMail } from "./written-mail.ts";

export interface SurveyMail {
  readonly sendKind: SendKind;
  readonly study: StudyDefinition;
  readonly texts: StudyTexts;
  readonly language: LanguageCode;
  /** Of the person it goes to. */
  readonly name: string;
  /** The personal link, whole. */
  readonly link: string;
  /** Last day of the field period, "yyyy-mm-dd". */
  readonly closesOn: string;
  readonly publicUrl: string;
}

const longDay = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
/** Made once: making one costs as much as the rest of a mail. */
const days = Object.fromEntries(
  languageCodes.map((language) => [language, longDay(locales[language])]),
) as Readonly<Record<LanguageCode, Intl.DateTimeFormat>>;
const linkPlace = "{link}";

/** Where a recipient says no, that the mail came to the wrong person, or that the post is no longer theirs. */
export function declineAddress(link: string): string {
  return `${link}/decline`;
}

/** Where anybody asks for a lost link. */
export function lostLinkAddress(publicUrl: string): string {
  return `${publicUrl}/lost`;
}

/** The text with its link as a button, and below it until when, the ways out, and who asks. */
export function writeSurveyMail(mail: SurveyMail): WrittenMail {
  const { study, language, link } = mail;
  const words = mailTexts(language).mail;
  const text = mail.texts[mail.sendKind];
  const day = (date: string) => days[language].format(new Date(`${date}T00:00:00Z`));
  const contact = writeContact(study.contact);
  const fill = (part: string) =>
    fillText(part, {
      name: mail.name,
      study: studyTitle(study, language),
      closes_on: day(mail.closesOn),
      link_ends_on: day(study.linkEndsOn),
      controller: study.controller.name,
      contact,
    });
  const answer: MailLink = { label: words.answer, href: link };
  const blocks = text.paragraphs.map((part): MailBlock => {
    if (part.trim() === linkPlace) return { kind: "button", link: answer };
    const pieces = part
      .split(linkPlace)
      .flatMap((between, place) => [...(place === 0 ? [] : [{ label: link, href: link }]), fill(between)]);
    return paragraph(...pieces.filter((piece) => piece !== ""));
  });
  const shown = (href: string): MailLink => ({ label: href, href });
  return {
    subject: oneLine(fill(text.subject)),
    blocks: [
      ...blocks,
      ...(text.paragraphs.some((part) => part.includes(linkPlace))
        ? []
        : [{ kind: "button" as const, link: answer }]),
      { kind: "rule" },
      paragraph(words.until(day(mail.closesOn))),
      paragraph(`${words.waysOut} `, shown(declineAddress(link))),
      paragraph(`${words.lostLink} `, shown(lostLinkAddress(mail.publicUrl))),
      paragraph(`${words.whoAsks(study.controller.name)} ${words.contact(contact)} ${words.automatic}`),
    ],
  };
}

/** "Kim Exempel, kim@example.org, 070-123 45 67". */
export function writeContact({ name, email, phone }: StudyContact): string {
  return [name, email, phone].filter((part) => part !== null && part !== "").join(", ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
