// Protected figures as words and numbers in the reader's language: decimal mark, sign, per cent, "hidden".
import type { ProtectedFigure } from "../disclosure/protect-table.ts";
import type { LanguageCode } from "../language/language-code.ts";

const MINUS = "\u2212";
const HARD_SPACE = "\u00a0";

/**
 * A number as it is written in a language: comma or point, true minus sign, groups of three from 10 000.
 *
 * @param digits decimals, all of them shown
 * @param isSigned puts "+" before numbers above 0
 */
export function writeNumber(
  language: LanguageCode,
  value: number,
  { digits = 0, isSigned = false }: { digits?: number; isSigned?: boolean } = {},
): string {
  const [whole = "", decimals] = Math.abs(value).toFixed(digits).split(".");
  const isGrouped = whole.length > 4;
  const separator = language === "en" ? "," : HARD_SPACE;
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
  const mark = language === "en" ? "." : ",";
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  const sign = isZero ? "" : value < 0 ? MINUS : isSigned ? "+" : "";
  return `${sign}${grouped}${decimals === undefined ? "" : `${mark}${decimals}`}`;
}

/** Words that stand where no number can: one entry of each language's catalogue. */
export interface FigureTexts {
  readonly hidden: string;
  readonly notDefined: string;
}

/**
 * A figure for a table cell or label: "41 %", "+3", "3,2", "< 0,001", "101", or the word for hidden.
 * Words (verdicts) come out as they are.
 */
export function figureWords(figure: ProtectedFigure, language: LanguageCode, texts: FigureTexts): string {
  if (figure.kind === "hidden") return texts.hidden;
  if (figure.kind === "not-defined") return texts.notDefined;
  if (figure.kind === "word") return figure.word;
  const { unit, value } = figure;
  switch (unit) {
    case "percent":
      return `${writeNumber(language, value)}${language === "en" ? "" : HARD_SPACE}%`;
    case "percentage-points":
      return writeNumber(language, value, { isSigned: true });
    case "score":
      return writeNumber(language, value, { digits: 1 });
    case "score-points":
      return writeNumber(language, value, { digits: 1, isSigned: true });
    case "p":
      return value < 0.001
        ? `< ${writeNumber(language, 0.001, { digits: 3 })}`
        : writeNumber(language, value, { digits: 3 });
    default:
      return writeNumber(language, value);
  }
}

/** The number behind a figure, rounded as it is shown; null where there is none to show. */
export function numberOf(figure: ProtectedFigure): number | null {
  return figure.kind === "number" ? figure.value : null;
}

/** Two limits as one text: "+4 to +20" in the form the language's catalogue gives. */
export function intervalWords(
  lower: ProtectedFigure,
  upper: ProtectedFigure,
  language: LanguageCode,
  texts: FigureTexts & { readonly interval: (lower: string, upper: string) => string },
): string {
  if (lower.kind !== "number" || upper.kind !== "number") return figureWords(lower, language, texts);
  return texts.interval(figureWords(lower, language, texts), figureWords(upper, language, texts));
}
