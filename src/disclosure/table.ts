// A table before it is protected: groups down, figures across, and the counts that every figure rests on.

/** Label of a wave: "1", "2" … */
export type WaveLabel = string;

/**
 * What a figure is, which decides how it is rounded and said.
 *
 * - `count`: whole number, shown as it is. `percent`: raw as a proportion 0–1, shown as whole per cent.
 * - `percentage-points`: raw as a difference of proportions, shown as whole percentage points.
 * - `score`, `score-points`: mean of a scale and difference of means, one decimal.
 * - `reached-points`: raw as a difference of proportions, shown as the whole percentage points that its size
 *   reaches (4.6 reaches 4), for limits set by the reader. `reached-score`: the same in tenths of a scale point.
 * - `p`: three decimals. `word`: one of a fixed set of words, shown as it is.
 */
export type FigureUnit =
  | "count"
  | "percent"
  | "percentage-points"
  | "reached-points"
  | "score"
  | "score-points"
  | "reached-score"
  | "p"
  | "word";

/** One column: a figure that every row has. */
export interface TableColumn {
  /** Unique within the table. */
  readonly name: string;
  readonly unit: FigureUnit;
  /** Waves whose bases the figure rests on; empty for what is publicly known, such as how many were asked. */
  readonly waves: readonly WaveLabel[];
  /** True where the figure tells how many answered in both waves, or can be made from who did. */
  readonly isOfPanel: boolean;
  /** True where the figure, beside the base, tells how many said that they do not know. */
  readonly isOfDontKnow?: boolean;
}

/** How many a row rests on in one wave. Whole numbers, `base` ≤ `respondents` ≤ `invited`. */
export interface RowCounts {
  /** Persons invited: taken as known to everybody. */
  readonly invited: number;
  /** Persons who answered the questionnaire. */
  readonly respondents: number;
  /** Persons whose answers the figures of this table rest on. */
  readonly base: number;
}

/** A figure before protection: a number in full precision, a word, or null where it is not defined. */
export type RawFigure = number | string | null;

/** One group. */
export interface RawRow {
  /** Level of the breakdown; null for everyone. */
  readonly level: string | null;
  /** Per wave of the table. */
  readonly counts: Readonly<Record<WaveLabel, RowCounts>>;
  /** Persons in the base of this row in every wave of the table; null for tables of one wave. */
  readonly both: number | null;
  /** Per wave, persons who said that they do not know and stand in only one of the bases shown. */
  readonly dontKnow?: Readonly<Record<WaveLabel, number>>;
  /** By column name; every column has one. */
  readonly figures: Readonly<Record<string, RawFigure>>;
}

/** A table as computed. It must not leave the service. */
export interface RawTable {
  /** Names the table within its study, the same every time it is made. */
  readonly tableId: string;
  /** One wave, or the two that are compared, earlier first. */
  readonly waves: readonly WaveLabel[];
  /** The variable that the rows are levels of; null where there is only the row for everyone. */
  readonly breakdown: string | null;
  /** Name of the base that the figures rest on, the same in every wave: see `BaseLayer`. */
  readonly layer: string;
  readonly columns: readonly TableColumn[];
  readonly everyone: RawRow;
  /** Each person in at most one row per wave, and every person of `everyone` in one of them. */
  readonly rows: readonly RawRow[];
}
