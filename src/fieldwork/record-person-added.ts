// The log entry of a person added by hand.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import type { Database } from "../db/schema.ts";
import type { AddedMember } from "../panel/add-member.ts";
import type { StudyId } from "../study/study.ts";

/** @param tx the transaction that adds the person */
export async function recordPersonAdded(
  tx: Kysely<Database>,
  studyId: StudyId,
  added: Extract<AddedMember, { kind: "added" }>,
  by: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const { memberId, tenure, isNewSeat } = added;
  const detail = { member: memberId, seat: tenure.seatId, isNewSeat };
  await recordAudit(tx, { studyId, actor: by.actor, act: "member-added", detail, at: by.now });
}
