// The words of the respondents' pages in each language, and which language a visitor reads.
import { respondent as englishRespondent } from "../language/en/respondent.ts";
import { web as englishWeb } from "../language/en/web.ts";
import { type LanguageCode, languageCodes } from "../language/language-code.ts";
import { respondent as bokmalRespondent } from "../language/nb/respondent.ts";
import { web as bokmalWeb } from "../language/nb/web.ts";
import { respondent as nynorskRespondent } from "../language/nn/respondent.ts";
import { web as nynorskWeb } from "../language/nn/web.ts";
import { respondent as swedishRespondent } from "../language/sv/respondent.ts";
import { web as swedishWeb } from "../language/sv/web.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { PageTexts } from "../web/page-texts.ts";

export type RespondentWords = typeof englishRespondent;

export interface RespondentTexts {
  readonly respondent: RespondentWords;
  readonly web: PageTexts;
}

const texts: Readonly<Record<LanguageCode, RespondentTexts>> = {
  sv: { respondent: swedishRespondent, web: swedishWeb },
  nb: { respondent: bokmalRespondent, web: bokmalWeb },
  nn: { respondent: nynorskRespondent, web: nynorskWeb },
  en: { respondent: englishRespondent, web: englishWeb },
};

export const textsIn = (language: LanguageCode): RespondentTexts => texts[language];

/** What each language calls itself. */
export const languageNames: Readonly<Record<LanguageCode, string>> = {
  sv: "Svenska",
  nb: "Bokmål",
  nn: "Nynorsk",
  en: "English",
};

/** The language asked for if it is one of those on offer, else undefined. */
export const offeredLanguage = (
  asked: string | undefined,
  offered: readonly LanguageCode[],
): LanguageCode | undefined => offered.find((language) => language === asked);

/** The best of our languages for a browser's Accept-Language; Norwegian without a form is bokmål. */
export const browserLanguage = (header: string | undefined): LanguageCode => {
  const wished = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { main: tag.split("-")[0] ?? "", weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { main } of wished) {
    const found = languageCodes.find((language) => language === (main === "no" ? "nb" : main));
    if (found !== undefined) return found;
  }
  return "en";
};

const locales: Readonly<Record<LanguageCode, string>> = {
  sv: "sv-SE",
  nb: "nb-NO",
  nn: "nn-NO",
  en: "en-GB",
};

/** A day as people write it: "30 november 2026". @param day "yyyy-mm-dd" */
export const writtenDay = (day: string, language: LanguageCode): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A moment as people write it, in the study's time zone. */
export const writtenMoment = (moment: Date, study: StudyDefinition, language: LanguageCode): string =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: study.timeZone,
  }).format(moment);

/** Name and ways to reach the study's contact person, in one line. */
export const writtenContact = ({ contact }: StudyDefinition): string =>
  [contact.name, contact.email, ...(contact.phone === null ? [] : [contact.phone])].join(", ");
