// A member moves to another role or municipality, or turns out to have been entered under the wrong one.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { dayIn, isCalendarDate } from "../study/calendar-date.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { lockStudy } from "../study/study-store.ts";
import { findPost } from "./add-member.ts";
import { changePanel } from "./change-panel.ts";
import type { ContactVault } from "./contact.ts";
import type { MemberId, Tenure } from "./member.ts";
import { mintId, type RandomBytes } from "./minted-id.ts";
import { readPanel } from "./read-panel.ts";
import { openSeatBook, type SeatBook, type SeatWish, type TakenSeat } from "./seat-book.ts";

export type ChangedRole =
  | {
      readonly kind: "changed";
      readonly tenure: Tenure;
      readonly isNewSeat: boolean;
      readonly predecessor: MemberId | null;
    }
  | { readonly kind: "unchanged" }
  | { readonly kind: "bad-date" }
  | { readonly kind: "unknown-member" }
  | { readonly kind: "unknown-role" }
  | { readonly kind: "unknown-municipality"; readonly suggestions: readonly string[] }
  | { readonly kind: "overlaps"; readonly tenure: Tenure };

/**
 * Puts a member in another role or municipality.
 *
 * @param request.from first day there. Null: it has been so all along, and what was entered was a mistake;
 *   so it is when the day is not after the one on which the present seat was taken
 */
export async function changeRole(
  db: Kysely<Database>,
  vault: ContactVault,
  request: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly role: string;
    /** Code or name. */
    readonly municipality: string;
    readonly from: IsoDate | null;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<ChangedRole> {
  const { studyId, memberId, from, actor, now, randomBytes } = request;
  if (from !== null && !isCalendarDate(from)) return { kind: "bad-date" };
  return inTransaction(db, async (tx) => {
    const study = await lockStudy(tx, studyId);
    const panel = study && (await readPanel(tx, vault, studyId));
    if (study === undefined || !panel?.people.some((person) => person.memberId === memberId)) {
      return { kind: "unknown-member" };
    }
    const today = dayIn(study.timeZone, now);
    const { role, municipality } = request;
    const post = findPost(study, panel, { role, municipality }, from ?? today);
    if (post.kind === "unknown-seat") throw new RangeError("a post without a seat");
    if (post.kind !== "post") return post;
    const book = openSeatBook(panel, today, (prefix) => mintId(prefix, randomBytes));
    const present = book.currentOf(memberId, from ?? today);
    const seat = present === null ? null : book.seatOf(present);
    if (seat?.role === post.role && seat.municipality === post.municipality) return { kind: "unchanged" };
    const wish = { memberId, role: post.role, municipality: post.municipality, from, to: null };
    const taken = moveTo(book, present, wish);
    if (taken.kind === "overlaps") return taken;
    await changePanel(tx, vault, studyId, book.changes(), { actor, now });
    const { tenure, isNewSeat, predecessor } = taken;
    return { kind: "changed", tenure, isNewSeat, predecessor: predecessor?.memberId ?? null };
  });
}

/**
 * Leaves the present seat and takes another. The present one ends the day before `wish.from`; where that is
 * not after its first day, or not known, it is taken back as a mistake.
 */
export function moveTo(book: SeatBook, present: Tenure | null, wish: SeatWish): TakenSeat {
  const { from } = wish;
  if (present === null) return book.take(wish);
  const isMistake = from === null || (present.heldFrom !== null && from <= present.heldFrom);
  if (!isMistake) {
    book.leaveBefore(present, from);
    return book.take(wish);
  }
  book.remove(present);
  return book.take({ ...wish, from: from ?? present.heldFrom });
}
