// A questionnaire: an instrument prepared to be walked through and answered.

import type { FormFields } from "./form-fields.ts";
import type { Answers, AnswerValue, Instrument } from "./instrument.ts";
import type { PageView } from "./page-view.ts";

/** What the walk depends on beside the answers. */
export interface WalkContext {
  /** One of the instrument's languages; another one falls back to the main language. */
  readonly language: string;
  /** Whole number, the same for a case every time, so that random orders stay put. */
  readonly seed: number;
  /** The moment of the request; `today()` and the like in the questionnaire read it. */
  readonly now: Date;
  /** Facts known beforehand that texts and conditions may use as `{name}`, e.g. the municipality's name. */
  readonly variables?: Readonly<Record<string, AnswerValue>>;
}

/** One page on the respondent's route, given the answers so far. */
export interface RoutePage {
  readonly name: string;
  readonly title: string;
  /** 1 for the first page on the route. */
  readonly number: number;
  readonly isLast: boolean;
  /** Names of the variables asked on this page on this route (`Variable.name`). */
  readonly items: readonly string[];
}

/** Something that keeps a page from being left, said in the respondent's language. */
export interface Problem {
  /** Name of the form field the message belongs to; the id of the element to link to is the same. */
  readonly field: string;
  /** Name of the top-level question. */
  readonly question: string;
  readonly message: string;
}

/** What came of a posted page. */
export interface AnsweredPage {
  /** All answers of the case: those of this page replaced by what was posted, typed mistakes included. */
  readonly answers: Answers;
  /** The part of `answers` that this page's questions hold now. */
  readonly pageAnswers: Answers;
  /** Keys that stood in the answers before and do not any more. */
  readonly removed: readonly string[];
  /** Empty when the page may be left. */
  readonly problems: readonly Problem[];
  /** True where the posted answers made questions of this page appear that the form did not contain. */
  readonly hasNewQuestions: boolean;
  /**
   * Set where the button that sent the page adds or removes a turn, and the page is to be shown again as it is:
   * the element to go to, the new turn or the loop; null where no such button did.
   */
  readonly reshapedAt: string | null;
}

/** The answer of one item in the codebook's codes. */
export interface CodedAnswer {
  /** `Variable.name`. */
  readonly variable: string;
  /**
   * The codes: one for single, number, date and open; one per chosen option for multi; `RANK:OPTION` for
   * rank; `__none__` for "none of these"; `__na__` when the question was filtered away.
   * An item that was asked and not answered has no entry.
   */
  readonly values: readonly string[];
}

/** One line of "what is stored about me", in the respondent's language. */
export interface ShownAnswer {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
}

/** How much of the route has been answered. A matrix row is an item; open text is not counted. */
export interface CompletionShare {
  readonly routedItems: number;
  readonly answeredItems: number;
}

/** An instrument that can be answered. Pure: the same arguments give the same result, nothing is kept. */
export interface Questionnaire {
  readonly instrument: Instrument;
  /** The visible pages in order. */
  route(answers: Answers, context: WalkContext): readonly RoutePage[];
  /** The page as it is to be shown, or null when it is not on the route. `problems` are shown at their fields. */
  page(
    pageName: string,
    answers: Answers,
    context: WalkContext,
    problems?: readonly Problem[],
  ): PageView | null;
  /** Takes a posted form for a page; null when the page is not on the route. */
  answerPage(pageName: string, answers: Answers, form: FormFields, context: WalkContext): AnsweredPage | null;
  /** The pages on the route that could not be left as they stand, in order; empty when ready to submit. */
  openPages(
    answers: Answers,
    context: WalkContext,
  ): readonly { page: RoutePage; problems: readonly Problem[] }[];
  /** The response: only what was asked on the final route, calculated values included where declared. */
  complete(answers: Answers, context: WalkContext): Answers;
  completionShare(answers: Answers, context: WalkContext): CompletionShare;
  /** The response in codebook codes, one entry per answered or filtered item. Take the result of `complete`. */
  codedAnswers(completed: Answers, context: WalkContext): readonly CodedAnswer[];
  /** The stored answers in words, in route order. */
  shownAnswers(answers: Answers, context: WalkContext): readonly ShownAnswer[];
  /** Markup of the thank-you text where the questionnaire has one, by its conditions; otherwise null. */
  completedText(answers: Answers, context: WalkContext): string | null;
}
