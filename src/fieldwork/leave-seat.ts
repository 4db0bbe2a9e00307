// Somebody leaves a seat, and perhaps somebody else takes it: the panel, and the case of a wave that is open.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { type AddedMember, addMember } from "../panel/add-member.ts";
import type { ContactVault } from "../panel/contact.ts";
import { type EndedTenure, endTenure } from "../panel/end-tenure.ts";
import type { MemberId, SeatId } from "../panel/member.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import { addDays, dayIn, isCalendarDate } from "../study/calendar-date.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { recordCaseEvent } from "../wave/case-store.ts";
import { holdOpenCases } from "./open-cases.ts";

interface Leaving {
  readonly studyId: StudyId;
  readonly memberId: MemberId;
  /** Last day on which the seat is held. */
  readonly lastDay: IsoDate;
  readonly actor: string;
  readonly now: Date;
}

/** What came of it; anything but `ended` changed nothing. */
export type LeftSeat = EndedTenure;

/**
 * Notes the last day in the seat. A case in an open wave is told, once the day has come, so that no
 * reminder goes there; whether the person was to be asked at all follows from the wave's reference date.
 */
export async function leaveSeat(
  db: Kysely<Database>,
  vault: ContactVault,
  leaving: Leaving,
): Promise<LeftSeat> {
  return db.transaction().execute((tx) => leaveSeatIn(tx, vault, leaving));
}

async function leaveSeatIn(tx: Kysely<Database>, vault: ContactVault, leaving: Leaving): Promise<LeftSeat> {
  const { studyId, memberId, lastDay, actor, now } = leaving;
  const ended = await endTenure(tx, vault, leaving);
  if (ended.kind !== "ended") return ended;
  const study = (await findStudy(tx, studyId))!;
  const hasLeft = lastDay <= dayIn(study.timeZone, now);
  const cases = hasLeft ? await holdOpenCases(tx, studyId, memberId) : [];
  for (const { caseId } of cases) {
    const detail = { on: lastDay };
    await recordCaseEvent(tx, { studyId, caseId, kind: "left_office", at: now, actor, detail });
  }
  await recordAudit(tx, {
    studyId,
    actor,
    act: "seat-left",
    detail: {
      member: memberId,
      seat: ended.tenure.seatId,
      lastDay,
      cases: cases.map(({ caseId }) => caseId),
    },
    at: now,
  });
  return ended;
}

/** What came of putting somebody else in a seat; anything but `replaced` changed nothing. */
export type ReplacedMember =
  | { readonly kind: "replaced"; readonly memberId: MemberId }
  | Exclude<EndedTenure, { kind: "ended" | "already-ended" }>
  | Exclude<AddedMember, { kind: "added" }>;

/** Undoes the transaction when the second half cannot be done. */
class Undone extends Error {
  override readonly name = "Undone";
  readonly outcome: ReplacedMember;
  constructor(outcome: ReplacedMember) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Somebody new takes over the seat of a member who leaves the day before.
 *
 * @param request.from first day of the new person in the seat
 */
export async function replaceInSeat(
  db: Kysely<Database>,
  vault: ContactVault,
  request: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly seatId: SeatId;
    readonly contact: { readonly name: string; readonly email: string | null; readonly phone: string | null };
    readonly language: LanguageCode;
    readonly from: IsoDate;
    readonly isAddressShared: boolean;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<ReplacedMember> {
  const { studyId, memberId, seatId, from, actor, now } = request;
  if (!isCalendarDate(from)) return { kind: "bad-date" };
  try {
    return await db.transaction().execute(async (tx) => {
      const leaving = { studyId, memberId, lastDay: addDays(from, -1), actor, now };
      const left = await leaveSeatIn(tx, vault, leaving);
      if (left.kind !== "ended" && left.kind !== "already-ended") throw new Undone(left);
      const added = await addMember(tx, vault, { ...request, post: { seatId } });
      if (added.kind !== "added") throw new Undone(added);
      await recordAudit(tx, {
        studyId,
        actor,
        act: "seat-taken-over",
        detail: { member: added.memberId, seat: seatId, from },
        at: now,
      });
      return { kind: "replaced", memberId: added.memberId };
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}
