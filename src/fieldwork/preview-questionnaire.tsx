// The preview of a questionnaire: its pages and languages to choose from, and the chosen page as a document.
import { languageNames } from "../collection/respondent-texts.ts";
import { isLanguageCode, type LanguageCode } from "../language/language-code.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import { type StudyDefinition, studyTitle } from "../study/study.ts";
import { plainTextOf } from "../web/instrument-markup.tsx";
import type { QuestionnaireTexts } from "./lead-texts.ts";
import { PreviewDocument } from "./pages/preview-frame.tsx";
import type { Preview } from "./pages/questionnaire-preview.tsx";
import { pretended, testContext } from "./test-run.ts";

/** The languages of a questionnaire that its pages can be shown in, main one first. */
export const shownLanguages = (instrument: Instrument): readonly LanguageCode[] =>
  instrument.languages.filter(isLanguageCode);

/** What a questionnaire is called in a language. */
export const titleOf = (instrument: Instrument, study: StudyDefinition, language: LanguageCode): string =>
  plainTextOf(instrument.title[language] ?? "") || studyTitle(study, language);

/**
 * The preview of one page, as it stands before anything has been answered.
 *
 * @param asked.page name of the page to show; the first where there is no such page
 * @param asked.hrefOf where a choice leads to, null where a button of the form chooses
 * @returns null where the questionnaire shows no page
 */
export const previewOf = (
  instrument: Instrument,
  asked: {
    readonly study: StudyDefinition;
    readonly page: string;
    readonly language: string;
    readonly now: Date;
    readonly nonce: string;
    readonly texts: QuestionnaireTexts;
    readonly hrefOf: (page: string, language: string) => string | null;
  },
): Preview | null => {
  const { study, now, texts, hrefOf } = asked;
  const languages = shownLanguages(instrument);
  const language = languages.find((one) => one === asked.language) ?? languages[0] ?? study.defaultLanguage;
  const questionnaire = prepareQuestionnaire(instrument);
  const context = testContext(study, pretended(study, "", now), language, now);
  const route = questionnaire.route({}, context);
  const name = (route.find((page) => page.name === asked.page) ?? route[0])?.name;
  const page = name === undefined ? null : questionnaire.page(name, {}, context);
  if (page === null) return null;
  const labelOf = (number: number, title: string) => texts.view.page(number, plainTextOf(title));
  const document = PreviewDocument({
    page,
    language,
    site: studyTitle(study, language),
    heading: titleOf(instrument, study, language),
    nonce: asked.nonce,
  });
  return {
    pages: route.map((one) => ({
      label: labelOf(one.number, one.title),
      value: one.name,
      isCurrent: one.name === page.name,
      href: hrefOf(one.name, language),
    })),
    languages: languages.map((code) => ({
      label: languageNames[code],
      value: code,
      isCurrent: code === language,
      href: hrefOf(page.name, code),
      lang: code,
    })),
    document: String(document),
    pageName: labelOf(page.number, page.title),
  };
};
