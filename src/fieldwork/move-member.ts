// A member moves to another role or municipality, with the act in the log.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import type { Database } from "../db/schema.ts";
import { type ChangedRole, changeRole } from "../panel/change-role.ts";
import type { ContactVault } from "../panel/contact.ts";
import type { MemberId } from "../panel/member.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import type { IsoDate, StudyId } from "../study/study.ts";

/** Cases that exist keep the role and municipality of their wave's reference date. */
export async function moveMember(
  db: Kysely<Database>,
  vault: ContactVault,
  request: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly role: string;
    /** Code or name. */
    readonly municipality: string;
    /** First day in the new seat. */
    readonly from: IsoDate;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<ChangedRole> {
  const { studyId, memberId, from, actor, now } = request;
  return db.transaction().execute(async (tx) => {
    const changed = await changeRole(tx, vault, request);
    if (changed.kind === "changed") {
      const detail = { member: memberId, seat: changed.tenure.seatId, from };
      await recordAudit(tx, { studyId, actor, act: "member-moved", detail, at: now });
    }
    return changed;
  });
}
