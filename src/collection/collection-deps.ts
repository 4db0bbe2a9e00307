// What the respondents' pages need from outside.
import type { Context } from "hono";
import type { AnswerDeps } from "./answer-page.ts";
import type { KeptQuestionnaires } from "./prepared-study.ts";

export interface CollectionDeps extends AnswerDeps {
  /** Tells the mail loop that something waits; returns at once. */
  readonly wakeMailer: () => void;
  /** Where a request comes from (an IP address), or null if that is not known. Kept only as a keyed hash. */
  readonly callerOf: (c: Context) => string | null;
  /** Questionnaires made ready, kept for as long as the program runs. */
  readonly questionnaires: KeptQuestionnaires;
}
