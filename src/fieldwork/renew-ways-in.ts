// A person's address was wrong: the ways in to open cases are closed, and what was begun through them is put
// aside, because it may have been somebody else who began it.
import type { Kysely } from "kysely";
import { revokeWaysIn } from "../access/way-in-store.ts";
import { setDraftAside } from "../collection/draft-store.ts";
import type { Database } from "../db/schema.ts";
import type { MemberId } from "../panel/member.ts";
import type { StudyId } from "../study/study.ts";
import type { SurveyCase } from "../wave/case.ts";
import { recordCaseEvent } from "../wave/case-store.ts";
import { holdOpenCases } from "./open-cases.ts";

/** Call after the new address is written. @returns the open cases, each of which needs a new link */
export async function renewWaysIn(
  tx: Kysely<Database>,
  change: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<SurveyCase[]> {
  const { studyId, memberId, actor, now } = change;
  const renewed = await holdOpenCases(tx, studyId, memberId);
  for (const { caseId } of renewed) {
    await revokeWaysIn(tx, { studyId, caseId, now });
    await setDraftAside(tx, { studyId, caseId, now });
    await recordCaseEvent(tx, { studyId, caseId, kind: "address_corrected", at: now, actor });
  }
  return renewed;
}
