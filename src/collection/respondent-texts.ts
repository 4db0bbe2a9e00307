// The words of the respondents' pages in each language, and which language a visitor reads.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import { type LanguageCode, languageCodes, languageNames, locales } from "../language/language-code.ts";
import type { StudyDefinition } from "../study/study.ts";
import type { PageTexts } from "../web/page-texts.ts";

export { languageNames };

export type RespondentWords = Catalogue["respondent"];

export interface RespondentTexts {
  readonly respondent: RespondentWords;
  readonly web: PageTexts;
  readonly unsaved: Catalogue["unsaved"];
}

export const textsIn = (language: LanguageCode): RespondentTexts => {
  const { respondent, web, unsaved } = catalogueFor(language);
  return { respondent, web, unsaved };
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

/** Making a formatter costs a hundred times what using it costs. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (language: LanguageCode, timeZone: string, timeStyle?: "short"): Intl.DateTimeFormat => {
  const key = `${language} ${timeZone} ${timeStyle}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeStyle, timeZone });
  formatters.set(key, made);
  return made;
};

/** A day as people write it: "30 november 2026". @param day "yyyy-mm-dd" */
export const writtenDay = (day: string, language: LanguageCode): string =>
  formatter(language, "UTC")
    .format(new Date(`${day}T00:00:00Z`))
    .replaceAll(" ", "\u00a0");

/** Moments of the same minute are written alike. */
const writtenMoments = new Map<string, string>();
const mostMoments = 100;

/** A moment as people write it, to the minute, in the study's time zone. */
export const writtenMoment = (moment: Date, study: StudyDefinition, language: LanguageCode): string => {
  const key = `${language} ${study.timeZone} ${Math.floor(moment.getTime() / 60_000)}`;
  const written = writtenMoments.get(key) ?? formatter(language, study.timeZone, "short").format(moment);
  if (writtenMoments.size >= mostMoments) writtenMoments.clear();
  writtenMoments.set(key, written);
  return written;
};

/** Name and ways to reach the study's contact person, in one line. */
export const writtenContact = ({ contact }: StudyDefinition): string =>
  [
    contact.name,
    contact.email,
    ...(contact.phone === null ? [] : [contact.phone.replaceAll(" ", "\u00a0")]),
  ].join(", ");
