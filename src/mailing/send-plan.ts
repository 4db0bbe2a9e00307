// Whom a send would reach and whom not, and why: what a lead sees before sending.
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId } from "../panel/member.ts";
import type { RoleCode, StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { WaveNumber } from "../wave/wave.ts";

/** One act of sending. */
export type SendId = string & { readonly brand: "SendId" };
/** One mail to one case within a send. */
export type MessageId = string & { readonly brand: "MessageId" };

/** `invitation`: the first mail. `reminder`: to those invited who have not answered. `link`: again, to a few. */
export type SendKind = "invitation" | "reminder" | "link";

/**
 * Why a case gets no mail. `already-queued`: a mail to it is in line or on its way. `uncertain`: its
 * invitation may or may not have been sent. `wave-not-open`: the wave has ended since.
 */
export type LeftOutReason =
  | "no-email"
  | "answered"
  | "declined"
  | "withdrawn"
  | "not-me"
  | "left-office"
  | "refused"
  | "already-invited"
  | "not-invited-yet"
  | "already-queued"
  | "uncertain"
  | "wave-not-open";

/** A case as the plan shows it; names are opened only where they are shown. */
export interface PlannedCase {
  readonly caseId: CaseId;
  readonly memberId: MemberId;
  readonly role: RoleCode;
  readonly municipality: string;
  readonly language: LanguageCode;
}

export interface SendPlan {
  readonly kind: "plan";
  readonly studyId: StudyId;
  readonly waveNumber: WaveNumber;
  readonly sendKind: SendKind;
  /** In the order of municipality, role and member. */
  readonly recipients: readonly PlannedCase[];
  readonly leftOut: readonly (PlannedCase & { readonly reason: LeftOutReason })[];
  /** Stands for exactly these recipients at exactly these addresses; sending needs it. */
  readonly fingerprint: string;
}
