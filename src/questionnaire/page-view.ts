// A page as it is to be shown: texts in the respondent's language, pieces piped in, current answers in place.
import type { AnswerValue } from "./instrument.ts";

/** One option of a question. */
export interface ChoiceView {
  /** What the form sends for it, and what it stands for in the answers. */
  readonly code: string;
  readonly value: AnswerValue;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isEnabled: boolean;
  /** True for none, don't know, refuse: choosing it empties the others. */
  readonly isExclusive: boolean;
  /** True for "other": choosing it asks for the question's comment text. */
  readonly opensComment: boolean;
  /** Address of a picture (imagepicker), else null. */
  readonly imageUrl: string | null;
}

/** A free text belonging to a question: beside "other", or a comment area under it. */
export interface CommentView {
  readonly field: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly maxLength: number | null;
  /** True where the text belongs to the choice "other". */
  readonly isOther: boolean;
  readonly problems: readonly string[];
}

/** What every question shows. */
interface QuestionFrame {
  /** Unique on the page; form field and element id of the question. */
  readonly field: string;
  /** Name of the top-level question; inside a loop, still the loop's. */
  readonly question: string;
  /** Key of its value in the answers, or within its row, turn or group. */
  readonly key: string;
  /** Name of its variable, null where it has none of its own (a matrix has one per row). */
  readonly item: string | null;
  /** `1.` where the questionnaire numbers its questions, else empty. */
  readonly number: string;
  readonly title: string;
  readonly isTitleShown: boolean;
  readonly description: string;
  readonly isRequired: boolean;
  /** Shown, but cannot be changed (enableIf, readOnly). */
  readonly isReadOnly: boolean;
  readonly problems: readonly string[];
  readonly comment: CommentView | null;
}

/** One of several: radiogroup and boolean as radios, dropdown as a list, imagepicker, buttons. */
export interface SingleChoiceView extends QuestionFrame {
  readonly kind: "radiogroup" | "dropdown" | "imagepicker" | "boolean";
  readonly choices: readonly ChoiceView[];
  readonly placeholder: string;
}

/** Several of several: checkbox, tagbox, imagepicker with many. */
export interface MultiChoiceView extends QuestionFrame {
  readonly kind: "checkbox";
  readonly choices: readonly ChoiceView[];
  /** Limits on how many, null where there is none. */
  readonly minChosen: number | null;
  readonly maxChosen: number | null;
}

/** A scale with a word at each end. */
export interface RatingView extends QuestionFrame {
  readonly kind: "rating";
  readonly look: "numbers" | "stars" | "smileys";
  readonly choices: readonly ChoiceView[];
  readonly lowestLabel: string;
  readonly highestLabel: string;
}

/** A line of text, a number, a date … */
export interface TextView extends QuestionFrame {
  readonly kind: "text";
  /** The HTML input type. */
  readonly inputType: string;
  readonly text: string;
  readonly placeholder: string;
  readonly min: string | null;
  readonly max: string | null;
  readonly step: string | null;
  readonly maxLength: number | null;
  readonly autocomplete: string;
  /** Suggestions while typing; empty for none. */
  readonly suggestions: readonly string[];
}

/** Several lines of text. */
export interface LongTextView extends QuestionFrame {
  readonly kind: "comment";
  readonly text: string;
  readonly placeholder: string;
  readonly rows: number;
  readonly maxLength: number | null;
}

/** One row of a matrix: a question of its own with the matrix's columns as choices. */
export interface MatrixRowView {
  readonly field: string;
  readonly item: string;
  /** Key of the row within the matrix's value. */
  readonly key: string;
  readonly label: string;
  readonly choices: readonly ChoiceView[];
  readonly isRequired: boolean;
  readonly problems: readonly string[];
}

/** The same scale for several rows. */
export interface MatrixView extends QuestionFrame {
  readonly kind: "matrix";
  /** True where several columns may be chosen in a row. */
  readonly isMulti: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRowView[];
}

/** Options to be put in order, each with a rank field. */
export interface RankingView extends QuestionFrame {
  readonly kind: "ranking";
  readonly choices: readonly (ChoiceView & { readonly field: string; readonly rank: number | null })[];
  readonly maxRanked: number | null;
}

/** Several short texts under one heading. */
export interface MultipleTextView extends QuestionFrame {
  readonly kind: "multipletext";
  readonly parts: readonly TextView[];
}

/** One turn of a loop or one row of a table: questions of its own. */
export interface TurnView {
  readonly field: string;
  /** Where its answers lie within the whole: index of the turn, or the row's own value. */
  readonly place: string | number;
  readonly title: string;
  readonly description: string;
  readonly elements: readonly ElementView[];
  /** Field of the button that removes this turn, null where it must stay. */
  readonly removeField: string | null;
}

/** A table whose rows hold one question per column, or a loop whose turns hold several questions. */
export interface LoopView extends QuestionFrame {
  readonly kind: "loop";
  /** True for the rows of a table, laid out as a grid where there is room. */
  readonly isTable: boolean;
  /** True where the answers are kept by row and not in a list. */
  readonly isKeyed: boolean;
  /** The visible ones, in order. */
  readonly turns: readonly TurnView[];
  /** All it holds, what is not shown included. */
  readonly held: AnswerValue | undefined;
  /** The button that adds a turn and what a new turn holds; null where none can be added. */
  readonly add: { readonly field: string; readonly label: string; readonly turn: AnswerValue } | null;
  readonly removeLabel: string;
  readonly emptyText: string;
}

/** A computed text that cannot be typed. */
export interface ExpressionView extends QuestionFrame {
  readonly kind: "expression";
  readonly text: string;
}

/** Markup written by the author; rendered through the allow-list only. */
export interface HtmlView {
  readonly kind: "html";
  readonly field: string;
  readonly markup: string;
}

/** A picture. */
export interface ImageView {
  readonly kind: "image";
  readonly field: string;
  readonly url: string;
  readonly altText: string;
}

/** A heading over several elements. */
export interface PanelView {
  readonly kind: "panel";
  readonly field: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly elements: readonly ElementView[];
}

export type QuestionView =
  | SingleChoiceView
  | MultiChoiceView
  | RatingView
  | TextView
  | LongTextView
  | MatrixView
  | RankingView
  | MultipleTextView
  | LoopView
  | ExpressionView;

export type ElementView = QuestionView | HtmlView | ImageView | PanelView;

/** One page, ready to be rendered. */
export interface PageView {
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** 1 for the first page on the route, of `total` on the route as it stands. */
  readonly number: number;
  readonly total: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly elements: readonly ElementView[];
}
