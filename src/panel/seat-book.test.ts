// Seats are left and taken: nobody holds two, nobody shares one, and a newcomer takes the one vacant longest.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RoleCode } from "../study/study.ts";
import { isHeldOn, type MemberId, type SeatId, type Tenure, type TenureId } from "./member.ts";
import type { Panel } from "./panel-change.ts";
import { openSeatBook, overlap } from "./seat-book.ts";

const role = "politician" as RoleCode;
const municipality = "0482";
const today = "2027-09-01";
const anna = "anna" as MemberId;
const bo = "bo" as MemberId;
const cay = "cay" as MemberId;
const seat = (seatId: string, at = municipality) => ({ seatId: seatId as SeatId, role, municipality: at });
const held = (
  memberId: MemberId,
  seatId: string,
  heldFrom: string | null,
  heldTo: string | null,
): Tenure => ({
  tenureId: `${memberId} in ${seatId} from ${heldFrom}` as TenureId,
  seatId: seatId as SeatId,
  memberId,
  heldFrom,
  heldTo,
});
const minter = () => {
  let count = 0;
  return (prefix: string) => {
    count += 1;
    return `${prefix}-new-${count}`;
  };
};
const bookOf = (panel: Partial<Panel>) =>
  openSeatBook({ people: [], seats: [], tenures: [], ...panel }, today, minter());
const wish = (memberId: MemberId, from: string | null = null, to: string | null = null) => ({
  memberId,
  role,
  municipality,
  from,
  to,
});

describe("a newcomer", () => {
  test("takes the seat vacant longest, from the day after its last holder left if no day is known", () => {
    const book = bookOf({
      seats: [seat("s1"), seat("s2"), seat("s3")],
      tenures: [
        held(anna, "s1", null, "2027-06-30"),
        held(bo, "s2", null, "2026-12-31"),
        held(cay, "s3", null, null),
      ],
    });
    expect(book.take(wish("dag" as MemberId))).toMatchObject({
      kind: "taken",
      isNewSeat: false,
      seat: { seatId: "s2" },
      tenure: { heldFrom: "2027-01-01", heldTo: null },
      predecessor: { memberId: bo },
    });
    expect(book.take(wish("eva" as MemberId, "2027-08-15"))).toMatchObject({
      seat: { seatId: "s1" },
      tenure: { heldFrom: "2027-08-15" },
      predecessor: { memberId: anna },
    });
    expect(book.take(wish("fia" as MemberId))).toMatchObject({
      isNewSeat: true,
      tenure: { heldFrom: null },
      predecessor: null,
    });
  });

  test("does not take a seat of another role or municipality, nor one that is still held", () => {
    const official = { ...seat("s2"), role: "official" as RoleCode };
    const book = bookOf({
      seats: [seat("s1", "2505"), official, seat("s3")],
      tenures: [held(anna, "s3", null, "2027-12-31")],
    });
    expect(book.take(wish(bo))).toMatchObject({ isNewSeat: true });
    expect(book.take(wish(cay, "2028-01-01"))).toMatchObject({ seat: { seatId: "s3" } });
  });

  test("takes the named seat where it is free", () => {
    const seats = [seat("s1"), seat("s2")];
    expect(bookOf({ seats }).take({ ...wish(bo), prefer: "s2" as SeatId })).toMatchObject({
      seat: { seatId: "s2" },
    });
    const tenures = [held(anna, "s2", null, null)];
    expect(bookOf({ seats, tenures }).take({ ...wish(bo), prefer: "s2" as SeatId })).toMatchObject({
      seat: { seatId: "s1" },
    });
  });

  test("who holds a seat at that time already is told so", () => {
    const tenures = [held(anna, "s1", "2026-01-01", "2027-12-31")];
    const book = bookOf({ seats: [seat("s1")], tenures });
    expect(book.take(wish(anna, "2027-12-31"))).toEqual({ kind: "overlaps", tenure: tenures[0] });
    expect(book.take(wish(anna, "2028-01-01"))).toMatchObject({ kind: "taken" });
  });
});

describe("the seat that somebody has on a day", () => {
  test("is the one held then, or else the next one", () => {
    const now = held(anna, "s1", "2026-01-01", "2027-10-31");
    const next = held(anna, "s2", "2027-11-01", null);
    const book = bookOf({ seats: [seat("s1"), seat("s2")], tenures: [next, now] });
    expect(book.currentOf(anna, today)).toEqual(now);
    expect(book.currentOf(anna, "2025-01-01")).toEqual(now);
    expect(book.currentOf(anna, "2027-11-01")).toEqual(next);
    expect(book.currentOf(bo, today)).toBeNull();
  });

  test("both ends of a tenure are days on which it is held", () => {
    const tenure = held(anna, "s1", "2027-01-01", "2027-06-30");
    expect(
      ["2026-12-31", "2027-01-01", "2027-06-30", "2027-07-01"].map((day) => isHeldOn(tenure, day)),
    ).toEqual([false, true, true, false]);
  });
});

describe("whatever is done", () => {
  const day = fc.constantFrom(
    "2026-01-01",
    "2026-06-30",
    "2026-07-01",
    "2027-01-01",
    "2027-09-01",
    "2028-01-01",
  );
  const end = fc.option(day);
  const act = fc.record({
    who: fc.constantFrom(anna, bo, cay, "dag" as MemberId),
    what: fc.constantFrom("take", "end", "remove"),
    from: fc.option(day),
    to: end,
  });

  test("nobody holds two seats on a day, no seat is held by two, and no tenure ends before it begins", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const book = bookOf({ seats: [seat("s1"), seat("s2")] });
        for (const { who, what, from, to } of acts) {
          const current = book.currentOf(who, today);
          if (what === "take") {
            const ordered = from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
            book.take({ ...wish(who), ...ordered });
          } else if (current !== null && what === "end") {
            if (to !== null && isHeldOn(current, to)) book.end(current, to);
          } else if (current !== null) book.remove(current);
        }
        const all = [anna, bo, cay, "dag" as MemberId].flatMap((who) => book.tenuresOf(who));
        for (const one of all) {
          expect(one.heldFrom === null || one.heldTo === null || one.heldFrom <= one.heldTo).toBe(true);
          for (const other of all) {
            if (other.tenureId === one.tenureId || !overlap(one, other)) continue;
            expect(other.seatId).not.toBe(one.seatId);
            expect(other.memberId).not.toBe(one.memberId);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
