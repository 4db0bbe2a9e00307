// A case as its link opens it: whose it is, how its wave stands, and what has been answered so far.
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId } from "../panel/member.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { IsoDate, RoleCode, StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { WaveNumber, WaveState } from "../wave/wave.ts";

/** What a person said instead of answering, as long as it has not been taken back. */
export type Stance = "declined" | "not_me" | "left_office";

/** What is stored of one case's answers. */
export interface StoredResponse {
  readonly instrumentVersion: number;
  readonly language: LanguageCode;
  readonly startedAt: Date;
  readonly savedAt: Date;
  /** Counts the saves; whoever submits says which one they read. */
  readonly saveNumber: number;
  /** What is being answered, or corrected after submission; null when there is nothing unsent. */
  readonly draft: Answers | null;
  /** Names of the pages that were left without problems. */
  readonly draftPages: readonly string[];
  /** What counts: submitted, or taken in at closing. */
  readonly answers: Answers | null;
  readonly submittedAt: Date | null;
  /** Hash of the token that the submitted form carried. */
  readonly submissionHash: string | null;
}

export interface EnteredCase {
  readonly linkHash: string;
  /** `answer`: the way to the questions. `own`: the way to one's own page after submission, by the word. */
  readonly purpose: "answer" | "own";
  readonly studyId: StudyId;
  readonly caseId: CaseId;
  readonly memberId: MemberId;
  readonly role: RoleCode;
  readonly municipality: string;
  readonly groups: Readonly<Record<string, string>>;
  /** Language of the invitation. */
  readonly language: LanguageCode;
  readonly waveNumber: WaveNumber;
  readonly waveState: WaveState;
  readonly instrumentVersion: number;
  readonly referenceDate: IsoDate;
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  /** When the link stops to open anything. */
  readonly expiresAt: Date;
  readonly response: StoredResponse | null;
  readonly stance: Stance | null;
  readonly isWithdrawn: boolean;
}

/** Why a link opens nothing. */
export type ShutLink = "unknown" | "expired" | "own-expired" | "revoked";

/** Where the holder of a working link stands. */
export type Situation =
  /** Questions can be answered now. */
  | "answering"
  /** Sent answers are being changed. */
  | "correcting"
  /** Answers have been sent; what they are is shown to whoever knows the word. */
  | "submitted"
  /** The way in is one's own page. */
  | "own-page"
  | "not-yet-open"
  | "closed"
  | "withdrawn";

/** Decides what the link leads to. */
export const situationOf = (entered: EnteredCase): Situation => {
  if (entered.isWithdrawn) return "withdrawn";
  const { response, waveState } = entered;
  const isSubmitted = response !== null && response.submittedAt !== null;
  if (entered.purpose === "own") {
    return waveState === "open" && isSubmitted && response.draft !== null ? "correcting" : "own-page";
  }
  if (isSubmitted) return "submitted";
  if (waveState === "open") return "answering";
  return waveState === "closed" ? "closed" : "not-yet-open";
};

/** The case as a save left it: what was written was proved to stand, and answering takes back a "no". */
export const afterSave = (entered: EnteredCase, response: StoredResponse): EnteredCase => ({
  ...entered,
  response,
  stance: null,
});

/** Whether pages can be opened and saved. */
export const canAnswer = (situation: Situation): boolean =>
  situation === "answering" || situation === "correcting";

const encoder = new TextEncoder();

/**
 * A whole number that is the same for a case every time, so that random orders stay put: FNV-1a of its id.
 *
 * @returns 0 to 2³² − 1
 */
export const seedOf = (caseId: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(caseId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};
