// What happens when a respondent presses a button on a page: the page is saved, and the way goes on.
import type { Kysely } from "kysely";
import { plainHash } from "../access/derived-key.ts";
import type { KeyRing } from "../access/key-ring.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { FormFields } from "../questionnaire/form-fields.ts";
import type { Answers, AnswerValue, Instrument } from "../questionnaire/instrument.ts";
import type { AnsweredPage, Problem, WalkContext } from "../questionnaire/questionnaire.ts";
import { completionClass } from "../wave/disposition.ts";
import { drawWord } from "../web/random-word.ts";
import {
  afterSave,
  canAnswer,
  type EnteredCase,
  type ShutLink,
  type Situation,
  situationOf,
} from "./entered-case.ts";
import { readEnteredCase } from "./entered-case-store.ts";
import type { PreparedStudy } from "./prepared-study.ts";
import { hashWord, wordOf } from "./receipt-word.ts";
import { savePage, submitResponse } from "./response-store.ts";
import { firstUnfinished, neighboursOf } from "./resume-point.ts";
import { walkContext } from "./walk-context.ts";

/**
 * Which button was pressed: on, back, stop for now, or show the page in another language. `keep`: none; the page's
 * script saves what is being typed.
 */
export type Press = "next" | "back" | "later" | "show-in" | "keep";

export interface PostedPage {
  readonly page: string;
  readonly form: FormFields;
  /** The language that was chosen: of the page, or the one to show next. */
  readonly language: LanguageCode;
  readonly press: Press;
  /** Instrument version that the form was made for, as it was sent. */
  readonly version: string;
  /** The token in the form: the same one for the same form, however often it is sent. */
  readonly token: string;
  /** True where the reader has been told that nothing is answered, and sends all the same. */
  readonly isBlankMeant: boolean;
}

/** Why the respondent finds themselves on a page they did not ask for. */
export type PageNotice = "new-questions" | "check" | "more" | "moved" | "changed" | "saved" | "blank";

export type PageOutcome =
  | {
      readonly kind: "go-on";
      readonly page: string;
      readonly notice: PageNotice | null;
      /** What of the page to show first; its top unless said. */
      readonly element?: string;
    }
  /** Nothing was there to save, and nothing was. */
  | { readonly kind: "nothing-to-save"; readonly page: string }
  | { readonly kind: "saved-for-later" }
  /** Saved while it is being filled in; the page as it stands with that. */
  | { readonly kind: "kept"; readonly answers: Answers; readonly problems: readonly Problem[] }
  /** Saved, but the page cannot be left yet. */
  | { readonly kind: "invalid"; readonly answers: Answers; readonly problems: readonly Problem[] }
  | { readonly kind: "received"; readonly token: string }
  /** The page is not part of this respondent's questionnaire; nothing was filed anywhere. */
  | { readonly kind: "off-route" }
  /** The form was made for another version of the questionnaire; nothing was filed anywhere. */
  | { readonly kind: "other-version" }
  | { readonly kind: "shut"; readonly link: ShutLink }
  /** Nothing can be saved here any more. */
  | { readonly kind: "too-late"; readonly entered: EnteredCase; readonly situation: Situation };

export interface AnswerDeps {
  readonly db: Kysely<Database>;
  readonly keys: KeyRing;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Told how a save left the case. */
  readonly onSaved?: (entered: EnteredCase) => void;
}

const tokenForm = /^[A-Za-z0-9_-]{22}$/;
const mostTries = 8;

/**
 * Takes a posted page of a case.
 *
 * @param isFromMemory true where the case was not read just now: what is decided without writing is then decided anew
 */
export const answerPage = async (
  deps: AnswerDeps,
  entered: EnteredCase,
  prepared: PreparedStudy,
  posted: PostedPage,
  isFromMemory = false,
): Promise<PageOutcome> => {
  let latest = entered;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await tryAnswer(deps, latest, prepared, posted, isFromMemory && tries === 0);
    if (outcome !== null) return outcome;
    const again = await readEnteredCase(deps.db, entered.linkHash, deps.now());
    if (typeof again === "string") return { kind: "shut", link: again };
    if (again.instrumentVersion !== entered.instrumentVersion) return { kind: "other-version" };
    latest = again;
  }
  throw new RangeError("the answers kept changing while they were being sent");
};

/** One attempt on the case as it was read; null when it was another one by the time of writing. */
const tryAnswer = async (
  deps: AnswerDeps,
  entered: EnteredCase,
  prepared: PreparedStudy,
  posted: PostedPage,
  isFromMemory: boolean,
): Promise<PageOutcome | null> => {
  const situation = situationOf(entered);
  if (isFromMemory && (!canAnswer(situation) || posted.version !== String(entered.instrumentVersion))) {
    return null;
  }
  if (!canAnswer(situation)) {
    const isReceived = await isReceiptOf(entered, posted.token);
    return isReceived ? { kind: "received", token: posted.token } : { kind: "too-late", entered, situation };
  }
  if (posted.version !== String(entered.instrumentVersion)) return { kind: "other-version" };
  const { questionnaire } = prepared;
  const context = walkContext(entered, prepared.study, posted.language, deps.now());
  const draft = entered.response?.draft ?? {};
  const answered = questionnaire.answerPage(posted.page, draft, posted.form, context);
  if (answered === null) return isFromMemory ? null : { kind: "off-route" };
  const isFirstSave = entered.response === null;
  if (posted.press !== "next" && isFirstSave && Object.keys(answered.pageAnswers).length === 0) {
    if (isFromMemory) return null;
    if (posted.press === "keep") return { kind: "kept", answers: answered.answers, problems: [] };
    return posted.press === "later"
      ? { kind: "saved-for-later" }
      : { kind: "nothing-to-save", page: posted.page };
  }
  const problems = seenProblems(answered, posted.form);
  const doneBefore = entered.response?.draftPages ?? [];
  const isDone =
    answered.problems.length === 0 &&
    !answered.hasNewQuestions &&
    answered.reshapedAt === null &&
    (posted.press === "next" || doneBefore.includes(posted.page));
  const donePages = [...doneBefore, ...(isDone ? [posted.page] : [])];
  const route = questionnaire.route(answered.answers, context);
  const { previous, next } = neighboursOf(route, posted.page);
  const unfinished =
    isDone && posted.press === "next" && next === null
      ? firstUnfinished(questionnaire, { answers: answered.answers, donePages }, context)
      : undefined;
  const isBlank = unfinished === null && !posted.isBlankMeant && isNothing(answered.answers);
  if (unfinished === null && !isBlank)
    return submit(deps, entered, prepared, { ...posted, answered, context });

  const pageKeys = keysOf(questionnaire.instrument, posted.page, answered);
  const stored = await savePage(deps.db, {
    entered,
    language: posted.language,
    now: deps.now(),
    page: posted.page,
    isDone,
    pageKeys,
    pageAnswers: pick(answered.answers, pageKeys),
    isFromMemory,
  });
  if (stored === null) return null;
  deps.onSaved?.(afterSave(entered, stored));
  switch (posted.press) {
    case "later":
      return { kind: "saved-for-later" };
    case "keep":
      return { kind: "kept", answers: answered.answers, problems: answered.problems };
    case "show-in":
      return { kind: "go-on", page: posted.page, notice: null };
    case "back":
      return { kind: "go-on", page: previous?.name ?? posted.page, notice: null };
    case "next":
      if (answered.reshapedAt !== null)
        return { kind: "go-on", page: posted.page, notice: null, element: answered.reshapedAt };
      if (problems.length > 0) return { kind: "invalid", answers: answered.answers, problems };
      if (answered.hasNewQuestions) return { kind: "go-on", page: posted.page, notice: "new-questions" };
      if (isBlank) return { kind: "go-on", page: posted.page, notice: "blank" };
      if (unfinished == null) return { kind: "go-on", page: next?.name ?? posted.page, notice: null };
      return {
        kind: "go-on",
        page: unfinished.page.name,
        notice: unfinished.kind === "unseen" ? "more" : "check",
      };
  }
};

/** Whether nothing is said: no answers, or turns and rows that hold none. */
const isNothing = (value: AnswerValue): boolean =>
  value === "" || (value !== null && typeof value === "object" && Object.values(value).every(isNothing));

/** Problems of questions that the form did not hold are no mistakes yet: they are shown first. */
const seenProblems = (answered: AnsweredPage, form: FormFields): readonly Problem[] => {
  if (!answered.hasNewQuestions) return answered.problems;
  const shown = form.get("shown") ?? [];
  return answered.problems.filter(({ field }) =>
    shown.some((seen) => field === seen || field.startsWith(`${seen}:`)),
  );
};

/** Every key that a page's questions can hold, so that what was emptied goes and other pages stay. */
const keysOf = (instrument: Instrument, page: string, answered: AnsweredPage): readonly string[] => {
  const ofPage = instrument.variables
    .filter((variable) => variable.page === page)
    .map((variable) => String(variable.path[0]));
  const keys = new Set([...ofPage, ...Object.keys(answered.pageAnswers)]);
  return [...keys].flatMap((key) => (key.endsWith("-Comment") ? [key] : [key, `${key}-Comment`]));
};

const pick = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(
    keys.filter((key) => Object.hasOwn(answers, key)).map((key) => [key, answers[key] as AnswerValue]),
  );

/** Whether the form with this token is the one that was received. */
export const isReceiptOf = async (entered: EnteredCase, token: string): Promise<boolean> => {
  const hash = entered.response?.submissionHash ?? null;
  return hash !== null && tokenForm.test(token) && (await plainHash(token)) === hash;
};

const submit = async (
  deps: AnswerDeps,
  entered: EnteredCase,
  prepared: PreparedStudy,
  sent: PostedPage & { readonly answered: AnsweredPage; readonly context: WalkContext },
): Promise<PageOutcome | null> => {
  const token = tokenForm.test(sent.token) ? sent.token : drawWord(deps.randomBytes);
  const completed = prepared.questionnaire.complete(sent.answered.answers, sent.context);
  const { answers } = sent.answered;
  const isAllKept = JSON.stringify(completed) === JSON.stringify(answers);
  const counted = isAllKept ? answers : completed;
  const { answeredItems, routedItems } = prepared.questionnaire.completionShare(counted, sent.context);
  const stored = await submitResponse(deps.db, {
    entered,
    language: sent.language,
    now: deps.now(),
    completed,
    completion: completionClass(answeredItems, routedItems),
    submissionHash: await plainHash(token),
    wordHash: await hashWord(deps.keys, entered, await wordOf(deps.keys, entered, token)),
  });
  if (stored === null) return null;
  deps.onSaved?.(afterSave(entered, stored));
  return { kind: "received", token };
};
