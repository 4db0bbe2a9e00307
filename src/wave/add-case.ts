// Adding somebody to a wave that is in the field.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { MemberId, SeatedMember } from "../panel/member.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import { membersOnDate } from "../panel/seat-store.ts";
import { dayIn } from "../study/calendar-date.ts";
import { municipalityGroupsOn } from "../study/municipality-group.ts";
import type { StudyId } from "../study/study.ts";
import { listMunicipalityGroups, lockStudy } from "../study/study-store.ts";
import type { SurveyCase } from "./case.ts";
import { findCaseOfMember, insertCases, recordCaseEvent } from "./case-store.ts";
import { municipalityAt } from "./municipality-at.ts";
import { newCase } from "./open-wave.ts";
import { lockWave, recordWaveEvent } from "./wave-store.ts";

export type AddedCase =
  | { readonly kind: "added"; readonly surveyCase: SurveyCase }
  | { readonly kind: "wave-not-open" }
  | { readonly kind: "already-in-wave"; readonly surveyCase: SurveyCase }
  /** Holds no seat, neither on the reference date nor today. */
  | { readonly kind: "no-seat" }
  | { readonly kind: "declined-further-waves" }
  | { readonly kind: "municipality-divided" };

/**
 * Makes a case for a member who was forgotten or came in late. The seat is the one held on the reference date,
 * or for somebody who took office after it the one held today.
 */
export async function addCase(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly memberId: MemberId;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<AddedCase> {
  const { studyId, waveNumber, memberId, actor, now, randomBytes } = request;
  return inTransaction(db, async (tx) => {
    const study = await lockStudy(tx, studyId);
    const wave = study && (await lockWave(tx, studyId, waveNumber, "share"));
    if (study === undefined || wave?.state !== "open") return { kind: "wave-not-open" };
    const present = await findCaseOfMember(tx, studyId, waveNumber, memberId);
    if (present !== undefined) return { kind: "already-in-wave", surveyCase: present };
    const seated =
      (await seatedOn(tx, studyId, memberId, wave.referenceDate)) ??
      (await seatedOn(tx, studyId, memberId, dayIn(study.timeZone, now)));
    if (seated === undefined) return { kind: "no-seat" };
    if (seated.hasDeclinedFurtherWaves || seated.hasWithdrawn) return { kind: "declined-further-waves" };
    const municipality = municipalityAt(study.country, seated.municipality, wave.referenceDate);
    if (municipality === null) return { kind: "municipality-divided" };
    const groupsOn = municipalityGroupsOn(await listMunicipalityGroups(tx, studyId));
    const groups = groupsOn(municipality, wave.referenceDate);
    const surveyCase = newCase(wave, { ...seated, municipality, groups }, now, randomBytes);
    const { caseId } = surveyCase;
    await insertCases(tx, [surveyCase]);
    await recordCaseEvent(tx, { studyId, caseId, kind: "created", at: now, actor });
    await recordWaveEvent(tx, studyId, waveNumber, {
      kind: "case_added",
      at: now,
      actor,
      detail: { caseId },
    });
    return { kind: "added", surveyCase };
  });
}

async function seatedOn(
  tx: Kysely<Database>,
  studyId: StudyId,
  memberId: MemberId,
  day: string,
): Promise<SeatedMember | undefined> {
  return (await membersOnDate(tx, studyId, day)).find((member) => member.memberId === memberId);
}
