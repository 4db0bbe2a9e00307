// A member leaves office: the seat is free from the day after.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { isCalendarDate } from "../study/calendar-date.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { lockStudy } from "../study/study-store.ts";
import { changePanel } from "./change-panel.ts";
import type { ContactVault } from "./contact.ts";
import { isHeldOn, type MemberId, type Tenure } from "./member.ts";
import { listTenures } from "./seat-store.ts";

export type EndedTenure =
  | { readonly kind: "ended"; readonly tenure: Tenure }
  | { readonly kind: "bad-date" }
  /** Holds no seat on that day, nor a later one. */
  | { readonly kind: "no-seat" }
  /** Left on that day already. */
  | { readonly kind: "already-ended"; readonly tenure: Tenure };

/** @param lastDay last day on which the seat was held */
export async function endTenure(
  db: Kysely<Database>,
  vault: ContactVault,
  request: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly lastDay: IsoDate;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<EndedTenure> {
  const { studyId, memberId, lastDay, actor, now } = request;
  if (!isCalendarDate(lastDay)) return { kind: "bad-date" };
  return inTransaction(db, async (tx) => {
    await lockStudy(tx, studyId);
    const held = (await listTenures(tx, studyId)).filter((tenure) => tenure.memberId === memberId);
    const current = held.find((tenure) => isHeldOn(tenure, lastDay));
    if (current === undefined) return { kind: "no-seat" };
    if (current.heldTo === lastDay) return { kind: "already-ended", tenure: current };
    const tenure = { ...current, heldTo: lastDay };
    await changePanel(tx, vault, studyId, [{ kind: "set-tenure-dates", tenure, isEnd: true }], {
      actor,
      now,
    });
    return { kind: "ended", tenure };
  });
}
