// L5: who comes new with a file, who is missing from it, and names and addresses that two people share.
import { describe, expect, test } from "vitest";
import { anna, asOf, bo, panelOf, plan } from "../../../tests/support/an-import-plan.ts";
import { newPerson } from "./match-members.ts";

describe("L5 a newcomer", () => {
  test("takes the seat vacant longest in that role and municipality, and the preview says whose", async () => {
    const panel = panelOf(
      { ...anna, to: "2027-06-30" },
      { ...bo, to: "2026-12-31" },
      { id: "9", name: "Cay Alm", to: "2020-01-01", municipality: "0583" },
    );
    const { rows } = await plan(panel, [";Dag Lind;dag@example.org;politiker;Flen;2027-08-01;;"]);
    expect(rows).toMatchObject([
      { seat: { isNewSeat: false, seat: { seatId: "seat-8" } }, predecessorName: "Bo Ek" },
    ]);
  });

  test("takes the seat that somebody leaves in the same file, wherever in the file that stands", async () => {
    const { rows } = await plan(panelOf(anna), [
      ";Dag Lind;dag@example.org;politiker;Flen;2027-08-15;;",
      "7;Anna Ek;;tjänsteperson;Flen;2027-08-15;;",
    ]);
    expect(rows).toMatchObject([
      { seat: { outcome: "new", seat: { seatId: "seat-7" } }, predecessorName: "Anna Ek" },
      { seat: { outcome: "moved" } },
    ]);
  });
});

describe("L5 members who are not in the file", () => {
  test("are named, and stay", async () => {
    const { absent, changes } = await plan(panelOf(anna, bo), ["7;Anna Ek;;politiker;Flen;;;"]);
    expect(absent).toMatchObject([{ memberId: "8", name: "Bo Ek", leaves: false }]);
    expect(changes).toEqual([]);
  });

  test("have left the day before if the lead says that the list is complete, and newcomers take their seats", async () => {
    const lines = ["7;Anna Ek;;politiker;Flen;;;", ";Dag Lind;;politiker;Flen;;;"];
    const { absent, rows } = await plan(panelOf(anna, bo), lines, {}, { asOf, absent: "leave" });
    expect(absent).toMatchObject([{ memberId: "8", leaves: true }]);
    expect(rows[1]).toMatchObject({
      seat: { seat: { seatId: "seat-8" }, tenure: { heldFrom: asOf } },
      predecessorName: "Bo Ek",
    });
  });

  test("who have left before are not named", async () => {
    const { absent } = await plan(panelOf(anna, { ...bo, to: "2026-12-31" }), [
      "7;Anna Ek;;politiker;Flen;;;",
    ]);
    expect(absent).toEqual([]);
  });
});

describe("L5 an address that two names share", () => {
  const shared = [
    "1;Anna Ek;club@example.org;politiker;Flen;;;",
    "2;Bo Ek;club@example.org;politiker;Flen;;;",
  ];

  test("is to be confirmed, once", async () => {
    const first = await plan(panelOf(), shared);
    expect(first.questions).toMatchObject([
      { kind: "shared-address", email: "club@example.org", rows: [2, 3], names: ["Anna Ek", "Bo Ek"] },
    ]);
    const known = panelOf(
      { ...anna, id: "1", email: "club@example.org" },
      { ...bo, id: "2", email: "club@example.org" },
    );
    expect((await plan(known, shared)).questions).toEqual([]);
  });

  test("also with a member who is not in the file", async () => {
    const { questions } = await plan(panelOf(anna), ["9;Adam Ek;anna@example.org;politiker;Flen;;;"], {
      "match:2": newPerson,
    });
    expect(questions).toMatchObject([
      { kind: "match" },
      { kind: "shared-address", rows: [2], names: ["Adam Ek", "Anna Ek"] },
    ]);
  });
});

test("L5 one name twice in one post, without addresses to tell them apart, is to be confirmed", async () => {
  const { questions } = await plan(panelOf(), [";Anna Ek;;politiker;Flen;;;", ";Anna Ek;;politiker;Flen;;;"]);
  expect(questions).toMatchObject([{ kind: "same-name", rows: [2, 3] }]);
});
