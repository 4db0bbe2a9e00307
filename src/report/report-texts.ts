// The words of the evaluator's pages in the reader's language.
import { type Catalogue, catalogueFor } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { PageTexts } from "../web/page-texts.ts";

/** Every text of the evaluator's pages in one language. */
export interface EvaluatorTexts {
  readonly report: Catalogue["report"];
  readonly sentences: Catalogue["changeSentence"];
  readonly method: Catalogue["methodNote"];
  readonly publicUse: Catalogue["publicUse"];
  readonly web: PageTexts;
}

export function evaluatorTexts(language: LanguageCode): EvaluatorTexts {
  const { report, changeSentence: sentences, methodNote: method, publicUse, web } = catalogueFor(language);
  return { report, sentences, method, publicUse, web };
}
