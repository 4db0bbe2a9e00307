// A walk: one case's way through an instrument at one moment. What an engine must be able to say.
import type { Answers, Instrument } from "./instrument.ts";
import type { PageView } from "./page-view.ts";
import type { Problem, WalkContext } from "./questionnaire.ts";

/** The instrument as it stands for one case, given its answers. */
export interface Walk {
  /** The visible pages in order. */
  readonly pages: readonly { readonly name: string; readonly title: string }[];
  /** The page with current answers in place and no problems shown; null when not on the route. */
  page(name: string): PageView | null;
  /** The walk with other answers. This one is not to be used any more. */
  moveTo(answers: Answers): Walk;
  /** False where nothing on the page can change through what is answered on it. */
  dependsOnItself(name: string): boolean;
  /** What keeps the page from being left. */
  problems(name: string): readonly Problem[];
  /** The answers that remain at completion. */
  completed(): Answers;
  /** Markup of the thank-you text, null where the questionnaire has none. */
  completedText(): string | null;
}

/** Starts a walk. Pure. */
export type Walker = (answers: Answers, context: WalkContext) => Walk;

/** Prepares an instrument once for many walks. */
export type Engine = (instrument: Instrument) => Walker;
