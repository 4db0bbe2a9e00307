// L5: what a file would do is shown first, and only what the lead has confirmed is guessed.
import { describe, expect, test } from "vitest";
import { official, politician } from "../../../tests/support/a-study.ts";
import { anna, asOf, bo, panelOf, plan } from "../../../tests/support/an-import-plan.ts";
import { agreeWithAll, newPerson, openQuestions } from "./match-members.ts";

describe("L5 somebody with a known id", () => {
  test("is the same person, and nothing happens if nothing is different", async () => {
    const { rows, changes, questions } = await plan(panelOf(anna), [
      "7;Anna Ek;anna@example.org;politiker;Flen;;;",
    ]);
    expect(rows).toMatchObject([{ memberId: "7", isNewMember: false, seat: { outcome: "unchanged" } }]);
    expect(changes).toEqual([]);
    expect(questions).toEqual([]);
  });

  test("gets new details; what the file leaves empty stays as it is", async () => {
    const { rows, changes } = await plan(panelOf(anna), ["7;Anna Ek Berg;;politiker;Flen;;;070-1"]);
    expect(rows[0]?.changedDetails).toEqual(["name", "phone"]);
    expect(changes).toEqual([
      {
        kind: "set-contact",
        memberId: "7",
        contact: { name: "Anna Ek Berg", email: "anna@example.org", phone: "070-1" },
      },
    ]);
  });

  test("who moves leaves the old seat the day before and takes another", async () => {
    const { rows, changes } = await plan(panelOf(anna), ["7;Anna Ek;;tjänsteperson;Flen;2027-08-15;;"]);
    expect(rows).toMatchObject([
      { seat: { outcome: "moved", before: { role: politician }, seat: { role: official }, isNewSeat: true } },
    ]);
    expect(changes).toMatchObject([
      { kind: "set-tenure-dates", tenure: { seatId: "seat-7", heldTo: "2027-08-14" }, isEnd: true },
      { kind: "add-seat", seat: { role: official, municipality: "0482" } },
      { kind: "start-tenure", tenure: { memberId: "7", heldFrom: "2027-08-15", heldTo: null } },
    ]);
  });

  test("who moves on a day that is not said moves on the day of the list", async () => {
    const { changes } = await plan(panelOf(anna), ["7;Anna Ek;;politiker;Motala;;;"]);
    expect(changes).toMatchObject([
      { kind: "set-tenure-dates", tenure: { heldTo: "2027-08-31" } },
      { kind: "add-seat" },
      { kind: "start-tenure", tenure: { heldFrom: asOf } },
    ]);
  });

  test("who never held the seat that was entered has it taken back", async () => {
    const known = { ...anna, from: "2026-01-01" };
    const { rows, changes } = await plan(panelOf(known), ["7;Anna Ek;;tjänsteperson;Flen;2026-01-01;;"]);
    expect(rows).toMatchObject([{ seat: { outcome: "corrected" } }]);
    expect(changes.map(({ kind }) => kind)).toEqual(["remove-tenure", "add-seat", "start-tenure"]);
  });

  test("who left comes back to the same seat if it is free", async () => {
    const { rows, changes } = await plan(panelOf({ ...anna, to: "2026-12-31" }), [
      "7;Anna Ek;;politiker;Flen;;;",
    ]);
    expect(rows).toMatchObject([{ seat: { outcome: "returned", seat: { seatId: "seat-7" } } }]);
    expect(changes).toMatchObject([{ kind: "start-tenure", tenure: { seatId: "seat-7", heldFrom: asOf } }]);
  });

  test("whose last day is given leaves then", async () => {
    const { rows, changes } = await plan(panelOf(anna), ["7;Anna Ek;;politiker;Flen;;2027-06-30;"]);
    expect(rows).toMatchObject([{ seat: { outcome: "left" } }]);
    expect(changes).toMatchObject([
      { kind: "set-tenure-dates", tenure: { heldTo: "2027-06-30" }, isEnd: true },
    ]);
  });

  test("whose first day is put right keeps the seat", async () => {
    const { rows, changes } = await plan(panelOf(anna), ["7;Anna Ek;;politiker;Flen;2022-10-15;;"]);
    expect(rows).toMatchObject([{ seat: { outcome: "dates" } }]);
    expect(changes).toMatchObject([
      { kind: "set-tenure-dates", tenure: { seatId: "seat-7", heldFrom: "2022-10-15" }, isEnd: false },
    ]);
  });

  test("may have lost the zeros in front of it", async () => {
    const { rows, notices } = await plan(panelOf({ ...anna, id: "007" }), ["7;Anna Ek;;politiker;Flen;;;"]);
    expect(rows).toMatchObject([{ memberId: "007", isNewMember: false }]);
    expect(notices).toMatchObject([{ kind: "zeros-restored", value: "7", taken: "007" }]);
  });

  test("but another name and another address is asked about: ids may have been given out anew", async () => {
    const result = await plan(panelOf(anna), ["7;Cay Alm;cay@example.org;politiker;Flen;;;"]);
    expect(result.questions).toMatchObject([
      { kind: "other-person", row: 2, memberId: "7", before: "Anna Ek", now: "Cay Alm" },
    ]);
    expect(openQuestions(result.questions, {})).toHaveLength(1);
    expect(openQuestions(result.questions, agreeWithAll(result.questions))).toEqual([]);
  });
});

describe("L5 somebody without a known id", () => {
  test("is new in an empty panel, with an id that is minted or the file's", async () => {
    const { rows, changes, questions } = await plan(panelOf(), [
      ";Anna Ek;anna@example.org;politiker;Flen;;;",
      "42;Bo Ek;;politiker;Flen;;;",
    ]);
    expect(questions).toEqual([]);
    expect(rows).toMatchObject([
      { isNewMember: true, seat: { outcome: "new", isNewSeat: true } },
      { memberId: "42", isNewMember: true },
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual([
      "add-member",
      "add-member",
      "add-seat",
      "start-tenure",
      "add-seat",
      "start-tenure",
    ]);
  });

  test("but a known name and address is proposed, and decided by the lead", async () => {
    const line = ";anna ek;ANNA@example.org;politiker;Flen;;;";
    const proposal = await plan(panelOf(anna, bo), [line]);
    expect(proposal.questions).toMatchObject([
      { kind: "match", key: "match:2", proposed: "7", candidates: [{ memberId: "7", by: "email-and-name" }] },
    ]);
    expect(proposal.rows).toMatchObject([{ memberId: "7", isNewMember: false }]);
    const refused = await plan(panelOf(anna, bo), [line], { "match:2": newPerson });
    expect(refused.rows).toMatchObject([{ isNewMember: true }]);
    expect(openQuestions(proposal.questions, { "match:2": "8" })).toHaveLength(1);
    expect(openQuestions(proposal.questions, { "match:2": "7" })).toEqual([]);
  });

  test("is proposed by name under a new address; under a new name the lead has to say so", async () => {
    const { questions } = await plan(panelOf(anna, bo), [
      ";Anna Ek Berg;anna@example.org;politiker;Flen;;;",
      ";Bo Ek;bo.ek@example.org;politiker;Flen;;;",
    ]);
    expect(questions).toMatchObject([
      { kind: "match", proposed: "+new", candidates: [{ by: "email" }] },
      { kind: "match", proposed: "8", candidates: [{ by: "name" }] },
      { kind: "shared-address", names: expect.arrayContaining(["Anna Ek", "Anna Ek Berg"]) },
    ]);
  });

  test("is not proposed for a member whom another row fits to the letter", async () => {
    const { questions, rows } = await plan(panelOf(anna), [
      ";Adam Ek;anna@example.org;politiker;Flen;;;",
      ";Anna Ek;anna@example.org;politiker;Flen;;;",
    ]);
    expect(questions.filter(({ kind }) => kind === "match")).toMatchObject([{ row: 3, proposed: "7" }]);
    expect(rows).toMatchObject([{ isNewMember: true }, { memberId: "7" }]);
  });

  test("is new where several of that name might be meant, unless the lead says who", async () => {
    const other = { ...anna, id: "9", email: "anna.ek@example.org", municipality: "0583" };
    const { questions, rows } = await plan(panelOf(anna, other), [";Anna Ek;;politiker;Flen;;;"]);
    expect(questions).toMatchObject([{ kind: "match", proposed: newPerson }]);
    expect(rows).toMatchObject([{ isNewMember: true }]);
  });

  test("cannot be the same member as another row", async () => {
    const lines = [";Anna Ek;;politiker;Flen;;;", ";Anna Berg;anna@example.org;politiker;Flen;;;"];
    const { problems } = await plan(panelOf(anna), lines, { "match:2": "7", "match:3": "7" });
    expect(problems).toMatchObject([{ kind: "same-member", row: 3, otherRow: 2 }]);
  });
});
