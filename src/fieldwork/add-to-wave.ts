// Adding somebody to a wave that is open, with the act in the log.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import type { Database } from "../db/schema.ts";
import type { MemberId, SeatedMember } from "../panel/member.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import { membersOnDate } from "../panel/seat-store.ts";
import { dayIn } from "../study/calendar-date.ts";
import type { StudyDefinition, StudyId } from "../study/study.ts";
import { type AddedCase, addCase } from "../wave/add-case.ts";
import { listCases } from "../wave/case-store.ts";
import type { Wave } from "../wave/wave.ts";

/** Makes a case for a member who holds a seat and is not in the wave. Nothing is sent. */
export async function addToWave(
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
  const { studyId, waveNumber, memberId, actor, now } = request;
  return db.transaction().execute(async (tx) => {
    const added = await addCase(tx, request);
    if (added.kind === "added") {
      const detail = { wave: waveNumber, member: memberId, case: added.surveyCase.caseId };
      await recordAudit(tx, { studyId, actor, act: "case-added", detail, at: now });
    }
    return added;
  });
}

/** People who could be added: they hold a seat on the reference date or today, and are not in the wave. */
export async function missingFromWave(
  db: Kysely<Database>,
  study: StudyDefinition,
  wave: Wave,
  now: Date,
): Promise<SeatedMember[]> {
  const { studyId, waveNumber, referenceDate } = wave;
  const present = new Set((await listCases(db, studyId, waveNumber)).map(({ memberId }) => memberId));
  const seated = [
    ...(await membersOnDate(db, studyId, referenceDate)),
    ...(await membersOnDate(db, studyId, dayIn(study.timeZone, now))),
  ];
  const missing = new Map<MemberId, SeatedMember>();
  for (const member of seated) {
    const isAskable = !member.hasDeclinedFurtherWaves && !member.hasWithdrawn;
    if (isAskable && !present.has(member.memberId) && !missing.has(member.memberId)) {
      missing.set(member.memberId, member);
    }
  }
  return [...missing.values()];
}
