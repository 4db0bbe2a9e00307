// The instrument: one immutable version of a questionnaire, with the items and value codes it can yield.
import type { CompiledInstrument } from "./engine/compiled.ts";

/** A value in SurveyJS's own data format: what one question, row or cell can hold. */
export type AnswerValue =
  | string
  | number
  | boolean
  | null
  | readonly AnswerValue[]
  | { readonly [key: string]: AnswerValue };

/**
 * The answers of one case, keyed by question name (SurveyJS `valueName` where one is set).
 * The text typed beside "other" and in comment areas is kept under `<name>-Comment`.
 * A key that is absent was never asked or left empty; `null` is kept only for a question that has a
 * default answer and was emptied by the respondent, so that the default does not come back.
 */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** A text in each language of the instrument; every language of `Instrument.languages` is a key. */
export type LocalizedText = Readonly<Record<string, string>>;

/** Why a value is not a substantive answer. `null` for substantive ones. */
export type MissingClass = "dont-know" | "refused";

/** One value that a variable can take. */
export interface ValueCode {
  /** The code in data files, unique within the variable: the SurveyJS value as a string. */
  readonly code: string;
  /** The value as it stands in the answers. */
  readonly value: AnswerValue;
  readonly label: LocalizedText;
  readonly missing: MissingClass | null;
  /** "other" opens a text of its own; "none" is the exclusive none-of-these of a multi-select. */
  readonly role: "choice" | "other" | "none";
}

/**
 * What the answers of a variable are: one code (`single`), several (`multi`), several in order (`rank`),
 * a number, a date or time as ISO text, or free text (`open`, never analysed before it is coded).
 */
export type VariableKind = "single" | "multi" | "rank" | "number" | "date" | "open";

/**
 * One item of the instrument as the codebook describes it. A question is one item, and so is each row of a
 * matrix (`<question>_<row>`), each cell of a matrix with columns (`<question>_<row>_<column>`), each part of
 * a multiple text (`<question>_<part>`), each question of a loop (`<loop>_<turn>_<question>`), and the text
 * beside "other" or under a question (`<item>_comment`).
 */
export interface Variable {
  /** Unique within the instrument; the `variable` of answers.csv. */
  readonly name: string;
  readonly kind: VariableKind;
  /** The SurveyJS type it comes from: `radiogroup`, `matrix`, … */
  readonly questionType: string;
  /** Where its value lies in the answers: a key, then keys or indexes inward. */
  readonly path: readonly (string | number)[];
  /** Name of the top-level question, and of the page it stands on. */
  readonly question: string;
  readonly page: string;
  /** Wording of the question, in every language; for a row the row's wording is in `rowLabel`. */
  readonly label: LocalizedText;
  readonly rowLabel: LocalizedText | null;
  /** Value codes in the order of the instrument; empty for number, date and open. */
  readonly values: readonly ValueCode[];
  readonly isRequired: boolean;
}

/** A page of the instrument, whether on a route or not. */
export interface InstrumentPage {
  readonly name: string;
  readonly title: LocalizedText;
  /** Names of the variables on the page, in order. */
  readonly items: readonly string[];
}

/** One version of a questionnaire, fixed: plain data, never changed, safe to store as JSON. */
export interface Instrument {
  readonly version: string;
  /** Language codes the respondent can choose from, first the main one: `sv`, `nb`, `nn`, `en` … */
  readonly languages: readonly string[];
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly pages: readonly InstrumentPage[];
  /** Every item in the order of the instrument. */
  readonly variables: readonly Variable[];
  /** What walks run on; made from the definition when the version was fixed. */
  readonly compiled: CompiledInstrument;
  /** The SurveyJS JSON as it was when the version was fixed. */
  readonly definition: Readonly<Record<string, unknown>>;
}
