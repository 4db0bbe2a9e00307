// The words of the evaluator's pages in the reader's language.
import { changeSentence as enSentence } from "../language/en/change-sentence.ts";
import { methodNote as enMethod } from "../language/en/method-note.ts";
import { report as enReport } from "../language/en/report.ts";
import { web as enWeb } from "../language/en/web.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { changeSentence as nbSentence } from "../language/nb/change-sentence.ts";
import { methodNote as nbMethod } from "../language/nb/method-note.ts";
import { report as nbReport } from "../language/nb/report.ts";
import { web as nbWeb } from "../language/nb/web.ts";
import { changeSentence as nnSentence } from "../language/nn/change-sentence.ts";
import { methodNote as nnMethod } from "../language/nn/method-note.ts";
import { report as nnReport } from "../language/nn/report.ts";
import { web as nnWeb } from "../language/nn/web.ts";
import { changeSentence as svSentence } from "../language/sv/change-sentence.ts";
import { methodNote as svMethod } from "../language/sv/method-note.ts";
import { report as svReport } from "../language/sv/report.ts";
import { web as svWeb } from "../language/sv/web.ts";
import type { PageTexts } from "../web/page-texts.ts";

/** Every text of the evaluator's pages in one language. */
export interface EvaluatorTexts {
  readonly report: typeof enReport;
  readonly sentences: typeof enSentence;
  readonly method: typeof enMethod;
  readonly web: PageTexts;
}

const texts: Readonly<Record<LanguageCode, EvaluatorTexts>> = {
  sv: { report: svReport, sentences: svSentence, method: svMethod, web: svWeb },
  nb: { report: nbReport, sentences: nbSentence, method: nbMethod, web: nbWeb },
  nn: { report: nnReport, sentences: nnSentence, method: nnMethod, web: nnWeb },
  en: { report: enReport, sentences: enSentence, method: enMethod, web: enWeb },
};

export function evaluatorTexts(language: LanguageCode): EvaluatorTexts {
  return texts[language];
}
