// Protected figures in the cells of a table.
import type { ProtectedFigure } from "../../disclosure/protect-table.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import type { ReportTexts } from "../codebook-words.ts";
import { figureWords, intervalWords } from "../figure-words.ts";

interface Words {
  readonly language: LanguageCode;
  readonly texts: ReportTexts;
}

/** A figure, or the word for hidden. */
export const Figure = ({ figure, language, texts }: Words & { readonly figure: ProtectedFigure }) =>
  figure.kind === "hidden" ? (
    <span class="hidden-word">{texts.hidden}</span>
  ) : (
    figureWords(figure, language, texts)
  );

/** Two limits. */
export const Interval = ({
  lower,
  upper,
  language,
  texts,
}: Words & { readonly lower: ProtectedFigure; readonly upper: ProtectedFigure }) =>
  lower.kind === "hidden" ? (
    <span class="hidden-word">{texts.hidden}</span>
  ) : (
    intervalWords(lower, upper, language, texts)
  );

/** Answers of two waves: "97 and 94", or the word for hidden once. */
export const Bases = ({
  earlier,
  later,
  language,
  texts,
}: Words & { readonly earlier: ProtectedFigure; readonly later: ProtectedFigure }) =>
  earlier.kind === "hidden" && later.kind === "hidden" ? (
    <span class="hidden-word">{texts.hidden}</span>
  ) : (
    texts.columns.basesOf(figureWords(earlier, language, texts), figureWords(later, language, texts))
  );
