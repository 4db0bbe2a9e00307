import { describe, expect, test } from "vitest";
import type { Contact } from "../panel/contact.ts";
import type { MemberId, SeatId, TenureId } from "../panel/member.ts";
import type { Panel } from "../panel/panel-change.ts";
import type { RoleCode } from "../study/study.ts";
import { listPeople, type PeopleSearch, searchPeople, vacantSeats } from "./people-list.ts";

const today = "2026-05-17";
const names: Record<string, string> = { "0480": "Flen", "1080": "Östersund" };
const nameOf = (code: string) => names[code] ?? code;
const { compare } = new Intl.Collator("sv");

interface Held {
  readonly seat: string;
  readonly from: string | null;
  readonly to: string | null;
}
function aPanel(
  people: Record<string, { contact: Contact | null; held: readonly Held[] }>,
  seats: Record<string, [role: string, municipality: string]>,
): Panel {
  return {
    people: Object.entries(people).map(([id, { contact }]) => ({
      memberId: id as MemberId,
      contact,
      language: "sv",
    })),
    seats: Object.entries(seats).map(([id, [role, municipality]]) => ({
      seatId: id as SeatId,
      role: role as RoleCode,
      municipality,
    })),
    tenures: Object.entries(people).flatMap(([id, { held }]) =>
      held.map(({ seat, from, to }) => ({
        tenureId: `${id}-${seat}` as TenureId,
        seatId: seat as SeatId,
        memberId: id as MemberId,
        heldFrom: from,
        heldTo: to,
      })),
    ),
  };
}
const contact = (name: string, email: string | null): Contact => ({ name, email, phone: null });
const panel = aPanel(
  {
    m1: { contact: contact("Åsa Ek", "club@example.org"), held: [{ seat: "s1", from: null, to: null }] },
    m2: { contact: contact("Ali Dahl", "Club@Example.org"), held: [{ seat: "s2", from: null, to: null }] },
    m3: { contact: contact("Eva Berg", null), held: [{ seat: "s3", from: "2026-01-01", to: null }] },
    m4: { contact: contact("Per Lund", null), held: [{ seat: "s3", from: null, to: "2025-12-31" }] },
    m5: { contact: null, held: [{ seat: "s4", from: null, to: "2026-05-16" }] },
  },
  {
    s1: ["official", "1080"],
    s2: ["official", "0480"],
    s3: ["politician", "0480"],
    s4: ["politician", "1080"],
  },
);
const everybody: PeopleSearch = { text: "", role: "", municipality: "", choice: "all" };
const idsFor = (search: Partial<PeopleSearch>) =>
  searchPeople(listPeople(panel, today, nameOf, compare), { ...everybody, ...search }, nameOf).map(
    ({ person }) => person.memberId,
  );

describe("the list of people", () => {
  test("shows those who hold a seat today, by municipality, role and name", () => {
    expect(idsFor({ choice: "now" })).toEqual(["m2", "m3", "m1"]);
  });

  test("finds names, addresses and municipalities in any letter case, å ä ö as they are", () => {
    expect(idsFor({ text: "åsa" })).toEqual(["m1"]);
    expect(idsFor({ text: "CLUB@" })).toEqual(["m2", "m1"]);
    expect(idsFor({ text: "östers" })).toEqual(["m1", "m5"]);
    expect(idsFor({ text: "osters" })).toEqual([]);
  });

  test("shows whom a mail cannot reach, and who shares an address", () => {
    expect(idsFor({ choice: "no-email" })).toEqual(["m3"]);
    expect(idsFor({ choice: "shared-email" })).toEqual(["m2", "m1"]);
  });

  test("narrows by role and municipality", () => {
    expect(idsFor({ role: "politician", municipality: "0480" })).toEqual(["m3", "m4"]);
  });

  test("a seat whose holder left yesterday is vacant, one that was taken over is not", () => {
    expect(vacantSeats(panel, today).map(({ seatId }) => seatId)).toEqual(["s4"]);
    expect(vacantSeats(panel, "2026-05-16")).toEqual([]);
  });
});
