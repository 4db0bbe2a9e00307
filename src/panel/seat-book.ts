// Who holds which seat when: a working copy in which seats are left and taken, noting each change.
import { addDays } from "../study/calendar-date.ts";
import type { IsoDate, RoleCode } from "../study/study.ts";
import { isHeldOn, type MemberId, type Seat, type SeatId, type Tenure, type TenureId } from "./member.ts";
import type { Panel, PanelChange } from "./panel-change.ts";

/** Makes identifiers for what is new. */
export type Mint = (prefix: "m" | "s" | "t") => string;

/** What a person is to hold. */
export interface SeatWish {
  readonly memberId: MemberId;
  readonly role: RoleCode;
  readonly municipality: string;
  /** First day; null where it is not known. */
  readonly from: IsoDate | null;
  /** Last day; null while it lasts. */
  readonly to: IsoDate | null;
  /** The seat to take if it is free. */
  readonly prefer?: SeatId;
}

/** What came of wanting a seat. */
export type TakenSeat =
  | {
      readonly kind: "taken";
      readonly tenure: Tenure;
      readonly seat: Seat;
      readonly isNewSeat: boolean;
      /** Whoever held it last before; null for a seat nobody held. */
      readonly predecessor: Tenure | null;
    }
  /** The person holds another seat, or this one, at that time. */
  | { readonly kind: "overlaps"; readonly tenure: Tenure };

/** A working copy of the seats of a study. Nothing outside it is touched. */
export interface SeatBook {
  /** In order of time; a start that is not known comes first. */
  tenuresOf(memberId: MemberId): readonly Tenure[];
  seatOf(tenure: Tenure): Seat;
  /** The tenure on a day, or else the next one after it. */
  currentOf(memberId: MemberId, day: IsoDate): Tenure | null;
  /** Others who hold the seat on a day between two dates; null is an open end. */
  holdersOf(seatId: SeatId, from: IsoDate | null, to: IsoDate | null): readonly Tenure[];
  end(tenure: Tenure, lastDay: IsoDate): void;
  /** Ends it the day before `day`, unless it is over by then anyway. */
  leaveBefore(tenure: Tenure, day: IsoDate): void;
  correctDates(tenure: Tenure, from: IsoDate | null, to: IsoDate | null): void;
  remove(tenure: Tenure): void;
  /** Takes the preferred seat, else the one of this role and municipality that has been vacant longest, else a new one. */
  take(wish: SeatWish): TakenSeat;
  /** Everything done so far, in order. */
  changes(): readonly PanelChange[];
}

/** @param today a seat counts as vacant when its last holder left before this day */
export function openSeatBook(panel: Panel, today: IsoDate, mint: Mint): SeatBook {
  const seats = new Map<SeatId, Seat>();
  const seatsOfPost = new Map<string, Seat[]>();
  const bySeat = new Map<SeatId, Map<TenureId, Tenure>>();
  const byMember = new Map<MemberId, Map<TenureId, Tenure>>();
  const changes: PanelChange[] = [];

  const keepSeat = (seat: Seat) => {
    seats.set(seat.seatId, seat);
    innerOf(seatsOfPost, postOf(seat), () => []).push(seat);
  };
  const keep = (tenure: Tenure) => {
    innerOf(bySeat, tenure.seatId, () => new Map()).set(tenure.tenureId, tenure);
    innerOf(byMember, tenure.memberId, () => new Map()).set(tenure.tenureId, tenure);
  };
  panel.seats.forEach(keepSeat);
  panel.tenures.forEach(keep);

  const seatById = (seatId: SeatId): Seat => {
    const seat = seats.get(seatId);
    if (seat === undefined) throw new RangeError(`no seat ${seatId}`);
    return seat;
  };
  const ofSeat = (seatId: SeatId) => [...(bySeat.get(seatId)?.values() ?? [])];
  const tenuresOf = (memberId: MemberId) => [...(byMember.get(memberId)?.values() ?? [])].sort(byTime);
  const setDates = (tenure: Tenure, heldFrom: IsoDate | null, heldTo: IsoDate | null, isEnd: boolean) => {
    const changed = { ...tenure, heldFrom, heldTo };
    keep(changed);
    changes.push({ kind: "set-tenure-dates", tenure: changed, isEnd });
  };
  const vacancy = (seat: Seat, wish: SeatWish): Vacancy | null => {
    const held = ofSeat(seat.seatId);
    const before = held.filter(({ heldTo }) => heldTo !== null && heldTo < (wish.from ?? today)).sort(byTime);
    const predecessor = before.at(-1) ?? null;
    const from = wish.from ?? (predecessor === null ? null : addDays(predecessor.heldTo!, 1));
    if (from !== null && wish.to !== null && from > wish.to) return null;
    const isFree = held.every((tenure) => !overlap(tenure, { heldFrom: from, heldTo: wish.to }));
    return isFree ? { seat, from, predecessor } : null;
  };
  const findVacancy = (wish: SeatWish): Vacancy | null => {
    const preferred = wish.prefer === undefined ? null : vacancy(seatById(wish.prefer), wish);
    if (preferred !== null) return preferred;
    const vacant = (seatsOfPost.get(postOf(wish)) ?? []).flatMap((seat) => vacancy(seat, wish) ?? []);
    return (
      vacant.sort((a, b) => compare(a.predecessor?.heldTo ?? "", b.predecessor?.heldTo ?? ""))[0] ?? null
    );
  };
  const addSeat = (wish: SeatWish): Vacancy => {
    const { role, municipality, from } = wish;
    const seat = { seatId: mint("s") as SeatId, role, municipality };
    keepSeat(seat);
    changes.push({ kind: "add-seat", seat });
    return { seat, from, predecessor: null };
  };
  return {
    tenuresOf,
    seatOf: (tenure) => seatById(tenure.seatId),
    currentOf: (memberId, day) => {
      const held = tenuresOf(memberId);
      const upcoming = held.find(({ heldFrom }) => heldFrom !== null && heldFrom > day);
      return held.find((tenure) => isHeldOn(tenure, day)) ?? upcoming ?? null;
    },
    holdersOf: (seatId, from, to) =>
      ofSeat(seatId).filter((tenure) => overlap(tenure, { heldFrom: from, heldTo: to })),
    end: (tenure, lastDay) => setDates(tenure, tenure.heldFrom, lastDay, true),
    leaveBefore: (tenure, day) => {
      const isOver = tenure.heldTo !== null && tenure.heldTo < day;
      if (!isOver) setDates(tenure, tenure.heldFrom, addDays(day, -1), true);
    },
    correctDates: (tenure, from, to) => setDates(tenure, from, to, false),
    remove: (tenure) => {
      bySeat.get(tenure.seatId)?.delete(tenure.tenureId);
      byMember.get(tenure.memberId)?.delete(tenure.tenureId);
      changes.push({ kind: "remove-tenure", tenure });
    },
    take: (wish) => {
      const own = tenuresOf(wish.memberId).find((tenure) =>
        overlap(tenure, { heldFrom: wish.from, heldTo: wish.to }),
      );
      if (own !== undefined) return { kind: "overlaps", tenure: own };
      const found = findVacancy(wish);
      const { seat, from, predecessor } = found ?? addSeat(wish);
      const { memberId, to } = wish;
      const tenureId = mint("t") as TenureId;
      const tenure = { tenureId, seatId: seat.seatId, memberId, heldFrom: from, heldTo: to };
      keep(tenure);
      changes.push({ kind: "start-tenure", tenure });
      return { kind: "taken", tenure, seat, isNewSeat: found === null, predecessor };
    },
    changes: () => [...changes],
  };
}

function postOf(post: { readonly role: string; readonly municipality: string }): string {
  return `${post.municipality} ${post.role}`;
}

function innerOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}

interface Vacancy {
  readonly seat: Seat;
  readonly from: IsoDate | null;
  readonly predecessor: Tenure | null;
}

type Span = Pick<Tenure, "heldFrom" | "heldTo">;

/** Whether two spans have a day in common; open ends reach for ever. */
export function overlap(a: Span, b: Span): boolean {
  const startsInTime = (one: Span, other: Span) =>
    one.heldFrom === null || other.heldTo === null || one.heldFrom <= other.heldTo;
  return startsInTime(a, b) && startsInTime(b, a);
}

function byTime(a: Tenure, b: Tenure): number {
  return compare(a.heldFrom ?? "", b.heldFrom ?? "") || compare(a.heldTo ?? "9", b.heldTo ?? "9");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
