// What may be said about one change, in plain words: direction, size, interval and base, and nothing that the
// verdict does not carry. Built from protected figures only.
import type { EstimateNote } from "../change/estimate-note.ts";
import type { ProtectedFigure } from "../disclosure/protect-table.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { numberOf, writeNumber } from "./figure-words.ts";

export type ChangeSentenceTexts = Catalogue["changeSentence"];

/** One row of a change table, as the sentence reads it. Column names are those of `changeColumns`. */
export type ChangeFigures = Readonly<Record<Exclude<ChangeColumnName, "coverage">, ProtectedFigure>> & {
  /** Tables first shown before this column existed do not have it. */
  readonly coverage?: ProtectedFigure;
};

/** Columns of a change table that sentences are made from. */
export type ChangeColumnName =
  | "n_a"
  | "n_b"
  | "n_ab"
  | "est_a"
  | "est_b"
  | "est"
  | "ci_lo"
  | "ci_hi"
  | "reached"
  | "verdict"
  | "doubt"
  | "direction"
  | "coverage";

/** What the sentence depends on beside the figures. */
export interface SentenceFrame {
  readonly language: LanguageCode;
  readonly texts: ChangeSentenceTexts;
  /** Names of the two waves within a sentence: "wave 1". */
  readonly earlier: string;
  readonly later: string;
  /** Smallest change of a share that is worth mentioning, in percentage points. */
  readonly mentionFrom: number;
  readonly minimumBase: number;
}

/** Smallest change of a mean that is worth mentioning, in scale points. */
const meanMentionFrom = 0.2;

/**
 * The sentence about one change: what has happened, or why that cannot be said. One or two sentences, ending
 * with a full stop.
 */
export function changeSentenceOf(figures: ChangeFigures, frame: SentenceFrame): string {
  const { texts } = frame;
  const verdict = figures.verdict;
  if (verdict.kind !== "word") return texts.hidden(writeNumber(frame.language, frame.minimumBase));
  switch (verdict.word) {
    case "changed":
      return `${changed(figures, frame)}${partNote(figures, frame)}`;
    case "no-sign-of-change":
      return `${levels(figures, frame, "noSign")} ${doubt(figures, frame)}${partNote(figures, frame)}`;
    case "cannot-tell":
      return `${levels(figures, frame, "cannotTell")} ${doubt(figures, frame)}${partNote(figures, frame)}`;
    case "too-few-to-say":
      return basesSaid(figures, frame, "tooFew");
    case "not-comparable":
      return texts.notComparable;
    case "not-asked":
      return texts.notAsked;
    default:
      return texts.hidden(writeNumber(frame.language, frame.minimumBase));
  }
}

/**
 * How many answers the change rests on and how many people answered both times. Empty where the bases
 * themselves are hidden.
 */
export function basesSentenceOf(figures: ChangeFigures, frame: SentenceFrame): string {
  if (figures.n_a.kind !== "number" || figures.n_b.kind !== "number") return "";
  const both = numberOf(figures.n_ab);
  const { texts, language } = frame;
  const panel =
    both === null ? texts.answeredBothHidden : texts.answeredBoth(writeNumber(language, both), both === 1);
  return `${basesSaid(figures, frame, "bases")} ${panel}`;
}

/** Whether a change is certain and large enough that a text may bring it up. */
export function isWorthMentioning(figures: ChangeFigures, mentionFrom: number): boolean {
  const isChanged = figures.verdict.kind === "word" && figures.verdict.word === "changed";
  const reached = numberOf(figures.reached);
  return isChanged && reached !== null && reached >= (isMean(figures) ? meanMentionFrom : mentionFrom);
}

const isMean = (figures: ChangeFigures): boolean =>
  figures.est.kind === "number" && figures.est.unit === "score-points";

function changed(figures: ChangeFigures, frame: SentenceFrame): string {
  const { texts } = frame;
  const change = numberOf(figures.est) ?? 0;
  const [lower, upper] = [numberOf(figures.ci_lo) ?? 0, numberOf(figures.ci_hi) ?? 0];
  const isRise = figures.direction.kind === "word" && figures.direction.word === "up";
  const phrase = (isRise ? texts.risen : texts.fallen)[kindOf(figures)];
  const size =
    change === 0
      ? texts.lessThan(sizeWords(isMean(figures) ? 0.1 : 1, figures, frame))
      : sizeWords(Math.abs(change), figures, frame);
  const limits = [Math.abs(lower), Math.abs(upper)].sort((a, b) => a - b) as [number, number];
  const between = (isRise ? texts.riseBetween : texts.fallBetween)[kindOf(figures)](
    plainNumber(limits[0], figures, frame),
    limitWords(limits[1], figures, frame),
  );
  const fact = phrase(size, levelOf(figures.est_a, frame), levelOf(figures.est_b, frame));
  const range = isCensus(figures) ? texts.noSamplingError : between;
  const said = limits[1] === 0 && !isCensus(figures) ? fact : `${fact} ${range}`;
  if (isWorthMentioning(figures, frame.mentionFrom)) return said;
  const limit = isMean(figures) ? meanMentionFrom : frame.mentionFrom;
  return `${said} ${texts.tooSmallToMention(sizeWords(limit, figures, frame))}`;
}

function levels(figures: ChangeFigures, frame: SentenceFrame, which: "noSign" | "cannotTell"): string {
  const phrase = frame.texts[which][kindOf(figures)];
  return phrase(levelOf(figures.est_a, frame), levelOf(figures.est_b, frame), frame.earlier, frame.later);
}

const saysOfCoverage = (figures: ChangeFigures, word: EstimateNote): boolean =>
  figures.coverage?.kind === "word" && figures.coverage.word === word;
const isCensus = (figures: ChangeFigures): boolean => saysOfCoverage(figures, "free-of-sampling-error");

/** What a weighting cell without answers, or nobody having answered twice, takes from the figures. */
function partNote(figures: ChangeFigures, frame: SentenceFrame): string {
  if (saysOfCoverage(figures, "population-part-not-covered")) return ` ${frame.texts.partNotCovered}`;
  return saysOfCoverage(figures, "no-overlap-in-finite-population") ? ` ${frame.texts.noOverlap}` : "";
}

function doubt(figures: ChangeFigures, frame: SentenceFrame): string {
  if (isCensus(figures)) return frame.texts.noSamplingError;
  const isWithout = figures.doubt.kind === "word" && figures.doubt.word === "no-interval";
  if (isWithout || figures.ci_lo.kind !== "number") return frame.texts.noInterval;
  const isOfMany = figures.doubt.kind === "word" && figures.doubt.word === "many-comparisons";
  return range(figures, frame, isOfMany ? "manyComparisons" : "changeBetween");
}

function range(
  figures: ChangeFigures,
  frame: SentenceFrame,
  which: "changeBetween" | "manyComparisons",
): string {
  const [lower, upper] = [numberOf(figures.ci_lo) ?? 0, numberOf(figures.ci_hi) ?? 0];
  const { changeBetween, manyComparisons } = frame.texts;
  const phrase = which === "changeBetween" ? changeBetween[kindOf(figures)] : manyComparisons;
  return phrase(plainNumber(lower, figures, frame, true), limitWords(upper, figures, frame, true));
}

function basesSaid(figures: ChangeFigures, frame: SentenceFrame, which: "bases" | "tooFew"): string {
  const answers = (figure: ProtectedFigure) => {
    const count = numberOf(figure) ?? 0;
    return frame.texts.answers(writeNumber(frame.language, count), count === 1);
  };
  return frame.texts[which](answers(figures.n_a), answers(figures.n_b), frame.earlier, frame.later);
}

const kindOf = (figures: ChangeFigures): "share" | "mean" => (isMean(figures) ? "mean" : "share");

function levelOf(figure: ProtectedFigure, frame: SentenceFrame): string {
  const digits = figure.kind === "number" && figure.unit === "score" ? 1 : 0;
  return writeNumber(frame.language, numberOf(figure) ?? 0, { digits });
}

function plainNumber(value: number, figures: ChangeFigures, frame: SentenceFrame, isSigned = false): string {
  return writeNumber(frame.language, value, { digits: isMean(figures) ? 1 : 0, isSigned });
}

function sizeWords(value: number, figures: ChangeFigures, frame: SentenceFrame, isSigned = false): string {
  const number = plainNumber(value, figures, frame, isSigned);
  return isMean(figures)
    ? frame.texts.scalePoints(number)
    : frame.texts.percentagePoints(number, Math.abs(value) === 1);
}

/** The unit after the upper limit of a range: some languages say "between 0 and 1 point", others "points". */
function limitWords(value: number, figures: ChangeFigures, frame: SentenceFrame, isSigned = false): string {
  const number = plainNumber(value, figures, frame, isSigned);
  return isMean(figures)
    ? frame.texts.scalePoints(number)
    : frame.texts.upToPercentagePoints(number, Math.abs(value) === 1);
}
