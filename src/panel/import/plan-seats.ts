// What a file means for the seats: who stays, moves, returns, leaves or comes in, and whose seat is taken.
import { addDays } from "../../study/calendar-date.ts";
import type { IsoDate } from "../../study/study.ts";
import type { MemberId, Seat, SeatId, Tenure } from "../member.ts";
import { overlap, type SeatBook, type SeatWish, type TakenSeat } from "../seat-book.ts";
import type { ImportNotice, ImportProblem } from "./import-problem.ts";
import type { PanelRow } from "./panel-row.ts";

/** What happens to a person's seat. `corrected`: what was entered before is taken back as a mistake. */
export type SeatOutcome = "new" | "moved" | "corrected" | "returned" | "left" | "dates" | "unchanged";

/** What happens to one person's seat, once all seats that become free are known. */
export interface PlannedSeat {
  readonly outcome: SeatOutcome;
  /** The seat that is held, or was left. */
  readonly seat: Seat | null;
  readonly tenure: Tenure | null;
  /** Where another seat is left for it. */
  readonly before: Seat | null;
  readonly isNewSeat: boolean;
  /** Who held the seat before. */
  readonly predecessor: MemberId | null;
}

/** Where findings are gathered. */
export interface Findings {
  readonly problems: ImportProblem[];
  readonly notices: ImportNotice[];
}

/**
 * Leaves the seats that a row says are left. What is to be taken waits: the result is called when every row
 * has been through this.
 *
 * @param memberId the row's member; somebody new has no seat yet
 */
export function planSeat(
  book: SeatBook,
  row: PanelRow,
  memberId: MemberId,
  asOf: IsoDate,
  findings: Findings,
): () => PlannedSeat {
  const held = book.tenuresOf(memberId);
  const isOfPost = (tenure: Tenure) => {
    const { role, municipality } = book.seatOf(tenure);
    return role === row.role && municipality === row.municipality;
  };
  const span = { heldFrom: row.seatFrom, heldTo: row.seatTo };
  const ofPost = held.filter((tenure) => isOfPost(tenure) && overlap(tenure, span));
  const isPast = row.seatTo !== null && row.seatTo < asOf;
  const kept = ofPost.findLast((tenure) => isPast || tenure.heldTo === null || tenure.heldTo >= asOf);
  if (kept !== undefined) {
    const planned = keepSeat(book, row, kept, findings);
    return () => planned;
  }
  const wish = {
    memberId,
    role: row.role,
    municipality: row.municipality,
    from: row.seatFrom,
    to: row.seatTo,
  };
  if (held.length === 0) return () => planTake(book, wish, row, "new", null, findings);
  const current = isPast ? null : book.currentOf(memberId, asOf);
  if (isPast) return () => planTake(book, wish, row, "dates", null, findings);
  if (current === null) {
    const last = held.at(-1)!;
    const from = row.seatFrom !== null && row.seatFrom > last.heldTo! ? row.seatFrom : asOf;
    const prefer: { prefer?: SeatId } = isOfPost(last) ? { prefer: last.seatId } : {};
    const isMove = addDays(last.heldTo!, 1) === from;
    const [outcome, before] = isMove
      ? (["moved", book.seatOf(last)] as const)
      : (["returned", null] as const);
    return () => planTake(book, { ...wish, from, ...prefer }, row, outcome, before, findings);
  }
  const before = book.seatOf(current);
  const from = row.seatFrom ?? asOf;
  if (current.heldFrom !== null && from <= current.heldFrom) {
    book.remove(current);
    const corrected = { ...wish, from: row.seatFrom ?? current.heldFrom };
    return () => planTake(book, corrected, row, "corrected", before, findings);
  }
  book.leaveBefore(current, from);
  return () => planTake(book, { ...wish, from }, row, "moved", before, findings);
}

/** Somebody who holds a seat and is not in the file any more: the last day was the one before `asOf`. */
export function planAbsence(book: SeatBook, memberId: MemberId, asOf: IsoDate): Tenure | null {
  const current = book.currentOf(memberId, asOf);
  if (current === null || (current.heldFrom !== null && current.heldFrom >= asOf)) return null;
  book.leaveBefore(current, asOf);
  return current;
}

function keepSeat(book: SeatBook, row: PanelRow, tenure: Tenure, findings: Findings): PlannedSeat {
  const seat = book.seatOf(tenure);
  const unchanged = {
    outcome: "unchanged",
    seat,
    tenure,
    before: null,
    isNewSeat: false,
    predecessor: null,
  } as const;
  const wantedFrom = row.seatFrom ?? tenure.heldFrom;
  const wantedTo = row.seatTo ?? tenure.heldTo;
  if (wantedFrom !== null && wantedTo !== null && wantedTo < wantedFrom) {
    findings.problems.push({ ...row.places.get("seat_to")!, kind: "dates-swapped", from: wantedFrom });
    return unchanged;
  }
  const wanted = { heldFrom: wantedFrom, heldTo: wantedTo };
  const others = [...book.tenuresOf(tenure.memberId), ...book.holdersOf(tenure.seatId, wantedFrom, wantedTo)];
  const isFree = others.every((other) => other.tenureId === tenure.tenureId || !overlap(other, wanted));
  if (!isFree) {
    const place = row.places.get(wantedFrom === tenure.heldFrom ? "seat_to" : "seat_from")!;
    findings.notices.push({ ...place, kind: "date-not-taken", kept: tenure.heldFrom });
    return unchanged;
  }
  if (wantedFrom === tenure.heldFrom && wantedTo === tenure.heldTo) return unchanged;
  if (wantedFrom !== tenure.heldFrom) book.correctDates(tenure, wantedFrom, wantedTo);
  else if (wantedTo !== null) book.end(tenure, wantedTo);
  const outcome = wantedTo === tenure.heldTo ? "dates" : "left";
  return { ...unchanged, outcome, tenure: { ...tenure, ...wanted } };
}

function planTake(
  book: SeatBook,
  wish: SeatWish,
  row: PanelRow,
  outcome: SeatOutcome,
  before: Seat | null,
  findings: Findings,
): PlannedSeat {
  const taken: TakenSeat = book.take(wish);
  if (taken.kind === "overlaps") {
    const { heldFrom, heldTo } = taken.tenure;
    const place = row.places.get("seat_from")!;
    findings.problems.push({ ...place, value: row.name, kind: "seat-overlap", from: heldFrom, to: heldTo });
    return { outcome, seat: null, tenure: null, before, isNewSeat: false, predecessor: null };
  }
  const { seat, tenure, isNewSeat, predecessor } = taken;
  return { outcome, seat, tenure, before, isNewSeat, predecessor: predecessor?.memberId ?? null };
}
