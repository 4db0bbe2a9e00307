// The cases of a member in waves that are open.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { MemberId } from "../panel/member.ts";
import type { StudyId } from "../study/study.ts";
import type { SurveyCase } from "../wave/case.ts";
import { listCasesOfMember } from "../wave/case-store.ts";
import { lockWave } from "../wave/wave-store.ts";

/** The member's cases that can still be answered, held open until the transaction ends. */
export async function holdOpenCases(
  tx: Kysely<Database>,
  studyId: StudyId,
  memberId: MemberId,
): Promise<SurveyCase[]> {
  const open: SurveyCase[] = [];
  for (const one of await listCasesOfMember(tx, studyId, memberId)) {
    const wave = await lockWave(tx, studyId, one.waveNumber, "share");
    if (wave?.state === "open") open.push(one);
  }
  return open;
}
