// What an evaluator reads about changes: one line per measure or group, with figures, verdict and sentence.
import type { ProtectedFigure, ProtectedRow, ProtectedTable } from "../disclosure/protect-table.ts";
import type { LanguageCode } from "../language/language-code.ts";
import {
  basesSentenceOf,
  type ChangeFigures,
  type ChangeSentenceTexts,
  changeSentenceOf,
  isWorthMentioning,
  type SentenceFrame,
} from "./change-sentence.ts";
import type { ReportTexts } from "./codebook-words.ts";
import { numberOf, writeNumber } from "./figure-words.ts";

/** Whom a page speaks to, and what that reader has set. */
export interface Reader {
  readonly language: LanguageCode;
  readonly texts: ReportTexts;
  readonly sentences: ChangeSentenceTexts;
  /** Smallest change of a share worth mentioning, whole percentage points. */
  readonly mentionFrom: number;
}

/** A verdict in one or two words. */
export type VerdictTag = keyof ReportTexts["verdict"];

/** One change, ready to be shown. */
export interface ChangeLine {
  /** The group's name, or the question's wording. */
  readonly label: string;
  readonly figures: ChangeFigures;
  readonly tag: VerdictTag;
  readonly sentence: string;
  /** Answers per wave and in both; empty where hidden. */
  readonly bases: string;
  readonly isWorthMentioning: boolean;
  /** What the verdict rests on where figures and interval alone would suggest another; null otherwise. */
  readonly rule: string | null;
  /** How the line is drawn: see `IntervalRow`. */
  readonly weight: "clear" | "open" | "faint";
}

/** The frame of all sentences about one table. */
export function sentenceFrame(
  table: ProtectedTable,
  { language, texts, sentences, mentionFrom }: Reader,
): SentenceFrame {
  return {
    language,
    texts: sentences,
    earlier: texts.waveInText(table.waves[0] ?? ""),
    later: texts.waveInText(table.waves[1] ?? ""),
    mentionFrom,
    minimumBase: table.minimumBase,
  };
}

/**
 * One line of a change table.
 *
 * @param row a row of a table made by `changeTable`
 */
export function changeLine(
  table: ProtectedTable,
  row: ProtectedRow,
  label: string,
  reader: Reader,
): ChangeLine {
  const figures = row.figures as ChangeFigures;
  const frame = sentenceFrame(table, reader);
  const tag = verdictTag(figures);
  return {
    label,
    figures,
    tag,
    sentence: tag === "no-verdict" ? reader.texts.overview.noVerdict : changeSentenceOf(figures, frame),
    bases: basesSentenceOf(figures, frame),
    isWorthMentioning: isWorthMentioning(figures, reader.mentionFrom),
    rule: ruleOf(table, figures, reader),
    weight: tag === "up" || tag === "down" ? "clear" : tag === "too-few-to-say" ? "faint" : "open",
  };
}

/** Largest changes that an interval may reach for the verdict "no sign of change": see `verdictOf`. */
const noSignWithin = { points: 15, scalePoints: 0.5 };

function ruleOf(
  table: ProtectedTable,
  figures: ChangeFigures,
  { language, texts, sentences }: Reader,
): string | null {
  const family = familySizeOf(table);
  if (wordOf(figures.doubt) === "many-comparisons" && family !== null)
    return texts.overview.amongMany(writeNumber(language, family));
  if (wordOf(figures.verdict) !== "no-sign-of-change" || figures.est.kind !== "number") return null;
  const limit =
    figures.est.unit === "score-points"
      ? sentences.scalePoints(writeNumber(language, noSignWithin.scalePoints, { digits: 1 }))
      : sentences.percentagePoints(writeNumber(language, noSignWithin.points), false);
  return texts.overview.noSignMeans(limit);
}

function verdictTag(figures: ChangeFigures): VerdictTag {
  const word = wordOf(figures.verdict);
  switch (word) {
    case "changed":
      return wordOf(figures.direction) === "up" ? "up" : "down";
    case "no-sign-of-change":
    case "cannot-tell":
    case "too-few-to-say":
    case "not-comparable":
    case "not-asked":
      return word;
    default:
      return figures.est.kind === "number" ? "no-verdict" : "hidden";
  }
}

const wordOf = (figure: ProtectedFigure): string | null => (figure.kind === "word" ? figure.word : null);

/** How many lines have which verdict, in the order in which they are said; verdicts nobody has are left out. */
export interface VerdictTally {
  readonly verdict: keyof ReportTexts["overview"]["tally"];
  readonly count: number;
}

/** The tally of some lines. */
export function tallyOf(lines: readonly ChangeLine[]): VerdictTally[] {
  const kindOf = (tag: VerdictTag): VerdictTally["verdict"] => {
    if (tag === "up" || tag === "down") return "changed";
    return tag === "no-sign-of-change" || tag === "cannot-tell" || tag === "too-few-to-say" ? tag : "other";
  };
  const kinds = ["changed", "no-sign-of-change", "cannot-tell", "too-few-to-say", "other"] as const;
  return kinds
    .map((verdict) => ({ verdict, count: lines.filter(({ tag }) => kindOf(tag) === verdict).length }))
    .filter(({ count }) => count > 0);
}

/** Number of comparisons that the verdicts of a table take into account; null where hidden. */
export function familySizeOf(table: ProtectedTable): number | null {
  const figure = table.everyone.figures.family;
  return figure === undefined ? null : numberOf(figure);
}
