// A case: one member in one wave, with role and municipality as they were on the reference date.
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId, SeatId } from "../panel/member.ts";
import type { RoleCode, StudyId } from "../study/study.ts";
import type { WaveNumber } from "./wave.ts";

export type CaseId = string & { readonly brand: "CaseId" };

export interface SurveyCase {
  readonly studyId: StudyId;
  readonly caseId: CaseId;
  readonly waveNumber: WaveNumber;
  readonly memberId: MemberId;
  readonly seatId: SeatId;
  readonly role: RoleCode;
  readonly municipality: string;
  /** Further groups of the reference date, name to level. */
  readonly groups: Readonly<Record<string, string>>;
  readonly language: LanguageCode;
  readonly createdAt: Date;
}
