// The words of the evaluator's pages in the reader's language.
import { changeSentence as enSentence } from "../language/en/change-sentence.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { changeSentence as nbSentence } from "../language/nb/change-sentence.ts";
import { changeSentence as nnSentence } from "../language/nn/change-sentence.ts";
import { changeSentence as svSentence } from "../language/sv/change-sentence.ts";

const sentences: Readonly<Record<LanguageCode, typeof enSentence>> = {
  sv: svSentence,
  nb: nbSentence,
  nn: nnSentence,
  en: enSentence,
};

/** Sentences about a change. */
export function changeSentenceTexts(language: LanguageCode): typeof enSentence {
  return sentences[language];
}
