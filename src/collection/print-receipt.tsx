// Prints the receipt: the same for all who have answered the same questionnaire, but for the word, the moment and the
// address.
import { studyTitle } from "../study/study.ts";
import { fillText, type StudyTexts, type TextPlace } from "../study/study-texts.ts";
import type { GappedPage } from "../web/send-page.ts";
import type { EnteredCase } from "./entered-case.ts";
import { ReceiptPage } from "./pages/receipt-page.tsx";
import { shownCase } from "./print-questions.tsx";
import { type PrintedPages, textOf } from "./printed-pages.ts";
import { writtenContact, writtenDay, writtenMoment } from "./respondent-texts.ts";
import type { Visit } from "./visit.ts";

/** What the places of the study's own texts stand for. */
export const placesOf = ({
  prepared: { study },
  entered,
  language,
}: Visit): Partial<Record<TextPlace, string>> => ({
  study: studyTitle(study, language),
  controller: study.controller.name,
  contact: writtenContact(study),
  closes_on: writtenDay(entered.closesOn, language),
  link_ends_on: writtenDay(study.linkEndsOn, language),
  minimum_base: String(study.minimumBase),
});

const noThanks: readonly string[] = [];

export interface Receipt {
  readonly nonce: string;
  readonly token: string;
  readonly word: string;
  readonly texts: StudyTexts | undefined;
  /** The questionnaire's own thank-you text as its author wrote it. */
  readonly completedText: string | null;
}

export const printReceipt = (
  printed: PrintedPages,
  visit: Visit,
  { nonce, token, word, texts, completedText }: Receipt,
): GappedPage => {
  const { entered, language, prepared, link, caseMark, linkMark } = visit;
  const paragraphs = texts?.thanks.paragraphs ?? noThanks;
  const savedAt = entered.response?.savedAt ?? null;
  const moment = savedAt === null ? "" : writtenMoment(savedAt, prepared.study, language);
  const shown = { ...shownCase(entered), purpose: entered.purpose, waveState: entered.waveState };
  const own = { link, nonce, token, caseMark, linkMark, word, moment };
  const print = (gaps: typeof own): string =>
    String(
      <ReceiptPage
        visit={{ ...visit, ...gaps, entered: shown as unknown as EnteredCase }}
        nonce={gaps.nonce}
        token={gaps.token}
        word={gaps.word}
        savedAt={savedAt === null ? null : gaps.moment}
        thanks={paragraphs.map((text) => fillText(text, placesOf(visit)))}
        completedText={completedText}
      />,
    );
  const { ownLanguage, situation } = visit;
  const key =
    JSON.stringify(["receipt", language, ownLanguage, situation, shown, completedText]) + textOf(paragraphs);
  return printed.print(prepared.study, key, own, print);
};
