// What an evaluator reads about one question: its answers per wave, and one table per breakdown.
import type { PlanItem } from "../change/cube/analysis-plan.ts";
import type { EstimateNote } from "../change/estimate-note.ts";
import type { ProtectedFigure, ProtectedRow, ProtectedTable } from "../disclosure/protect-table.ts";
import { type ChangeLine, changeLine, type Reader } from "./change-report.ts";
import { type AnswerColor, answerColors } from "./charts/answer-colors.ts";
import type { GroupWords, ItemWords } from "./codebook-words.ts";
import { figureWords, numberOf, writeNumber } from "./figure-words.ts";
import { distributionAnswers } from "./tables/distribution-table.ts";

/** One answer in the distribution. */
export interface AnswerRow {
  readonly label: string;
  /** Colour of its part of the bars; null for rows that no bar shows. */
  readonly color: AnswerColor | null;
  /** One figure per wave. */
  readonly figures: readonly ProtectedFigure[];
}

/** All answers to a question in one or two waves. */
export interface DistributionView {
  /** Names of the waves with how many answered: "Wave 1 (97 answers)". */
  readonly barLabels: readonly string[];
  readonly waveNames: readonly string[];
  /** The answers in the questionnaire's order. */
  readonly answers: readonly AnswerRow[];
  /** Don't know, average and number of answers, where they exist. */
  readonly others: readonly AnswerRow[];
  readonly colors: readonly AnswerColor[];
  /** Several answers could be chosen: shares of each, not parts of a whole. */
  readonly isMulti: boolean;
  readonly hasDontKnow: boolean;
}

/**
 * The distribution of one item.
 *
 * @param tables made by `distributionTable`, one per wave in order
 */
export function distributionView(
  item: PlanItem,
  tables: readonly ProtectedTable[],
  words: ItemWords,
  reader: Reader,
): DistributionView {
  const { texts, language, sentences } = reader;
  const figuresOf = (column: string) => tables.map((table) => table.everyone.figures[column]!);
  const answers = distributionAnswers(item);
  const isMulti = item.type === "multi" || item.type === "top3";
  const colors = answerColors(answers.map(({ code }) => item.scores.get(code) ?? null));
  const other = (label: string, column: string): AnswerRow[] => {
    const figures = figuresOf(column);
    return figures.every(({ kind }) => kind === "not-defined") ? [] : [{ label, color: null, figures }];
  };
  const dontKnow = other(texts.item.dontKnow, "dk");
  return {
    waveNames: tables.map((table) => texts.waveName(table.waves[0]!)),
    barLabels: tables.map((table) => {
      const n = table.everyone.figures.n!;
      const count = numberOf(n);
      const answersSaid =
        count === null
          ? figureWords(n, language, texts)
          : sentences.answers(writeNumber(language, count), count === 1);
      return texts.item.barLabel(texts.waveName(table.waves[0]!), answersSaid);
    }),
    answers: answers.map(({ code }, index) => ({
      label: words.answer(code),
      color: isMulti ? null : colors[index]!,
      figures: figuresOf(`share:${code}`),
    })),
    others: [...dontKnow, ...other(texts.item.average, "mean"), ...other(texts.item.answerCount, "n")],
    colors,
    isMulti,
    hasDontKnow: dontKnow.length > 0,
  };
}

/** Everyone and the groups of one breakdown. */
export interface Breakdown<Line> {
  readonly variable: string;
  readonly heading: string;
  readonly column: string;
  readonly lines: readonly Line[];
  /** Whether any line is hidden, and whether any is too small to say anything about. */
  readonly hasHidden: boolean;
  readonly hasFaint: boolean;
}

/** The changes of one measure by one breakdown, everyone first. */
export function changeBreakdown(
  table: ProtectedTable,
  words: GroupWords,
  reader: Reader,
): Breakdown<ChangeLine> {
  const lines = inReadingOrder(table, words).map((row) =>
    changeLine(table, row, row.level === null ? reader.texts.everyone : words.level(row.level), reader),
  );
  return {
    ...headOf(table, words),
    lines,
    hasHidden: lines.some(({ tag }) => tag === "hidden"),
    hasFaint: lines.some(({ weight }) => weight === "faint"),
  };
}

/** One group in one wave. */
export interface LevelLine {
  readonly label: string;
  readonly n: ProtectedFigure;
  readonly estimate: ProtectedFigure;
  readonly lower: ProtectedFigure;
  readonly upper: ProtectedFigure;
  readonly weight: "open" | "faint";
  /** What is to be said of whom it stands for; absent in tables first shown before this was noted. */
  readonly coverage: ProtectedFigure | undefined;
}

/** What is to be said beneath some results of one wave. */
export function levelNotes(lines: readonly LevelLine[], { texts, sentences }: Reader): string[] {
  const isSaid = (word: EstimateNote) =>
    lines.some(({ coverage }) => coverage?.kind === "word" && coverage.word === word);
  const hasMean = lines.some(({ estimate }) => estimate.kind === "number" && estimate.unit === "score");
  return [
    ...(hasMean ? [texts.levels.aboutMeans] : []),
    ...(isSaid("population-part-not-covered") ? [sentences.partNotCovered] : []),
    ...(isSaid("free-of-sampling-error") ? [sentences.noSamplingError] : []),
  ];
}

/** One line of a level table. */
export function levelLine(row: ProtectedRow, label: string): LevelLine {
  const { n, est, ci_lo: lower, ci_hi: upper, flag, coverage } = row.figures;
  const isFaint = flag?.kind === "word" && flag.word === "uncertain";
  const weight = isFaint ? "faint" : "open";
  return { label, n: n!, estimate: est!, lower: lower!, upper: upper!, weight, coverage };
}

/** One measure in one wave by one breakdown, everyone first. */
export function levelBreakdown(
  table: ProtectedTable,
  words: GroupWords,
  reader: Reader,
): Breakdown<LevelLine> {
  const lines = inReadingOrder(table, words).map((row) =>
    levelLine(row, row.level === null ? reader.texts.everyone : words.level(row.level)),
  );
  return {
    ...headOf(table, words),
    lines,
    hasHidden: lines.some(({ n }) => n.kind === "hidden"),
    hasFaint: lines.some(({ weight }) => weight === "faint"),
  };
}

function headOf(table: ProtectedTable, { heading, column }: GroupWords) {
  return { variable: table.breakdown ?? "", heading, column };
}

function inReadingOrder(table: ProtectedTable, words: GroupWords): ProtectedRow[] {
  const rows = new Map(table.rows.map((row) => [row.level ?? "", row]));
  return [table.everyone, ...words.inOrder([...rows.keys()]).map((level) => rows.get(level)!)];
}
