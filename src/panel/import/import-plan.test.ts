// L5: what a file would do is shown first, and only what the lead has confirmed is guessed.
import { describe, expect, test } from "vitest";
import { aStudy, official, politician } from "../../../tests/support/a-study.ts";
import type { MemberId, SeatId, TenureId } from "../member.ts";
import type { Panel } from "../panel-change.ts";
import { type ImportOptions, planImport } from "./import-plan.ts";
import { agreeWithAll, type ImportChoices, newPerson, openQuestions } from "./match-members.ts";
import { readPanelFile } from "./read-panel-file.ts";

const study = aStudy();
const asOf = "2027-09-01";
const minter = () => {
  let count = 0;
  return (prefix: string) => {
    count += 1;
    return `${prefix}-new-${count}`;
  };
};
interface Known {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly role?: typeof politician;
  readonly municipality?: string;
  readonly from?: string | null;
  readonly to?: string | null;
}
/** A panel in which everybody has had one seat. */
function panelOf(...known: Known[]): Panel {
  return {
    people: known.map(({ id, name, email = null }) => ({
      memberId: id as MemberId,
      contact: { name, email, phone: null },
      language: "sv",
    })),
    seats: known.map(({ id, role = politician, municipality = "0482" }) => ({
      seatId: `seat-${id}` as SeatId,
      role,
      municipality,
    })),
    tenures: known.map(({ id, from = null, to = null }) => ({
      tenureId: `tenure-${id}` as TenureId,
      seatId: `seat-${id}` as SeatId,
      memberId: id as MemberId,
      heldFrom: from,
      heldTo: to,
    })),
  };
}
const heading = "id;namn;e-post;roll;kommun;från;till;telefon";
async function plan(
  panel: Panel,
  lines: string[],
  choices: ImportChoices = {},
  options: ImportOptions = { asOf, absent: "keep" },
) {
  const bytes = new TextEncoder().encode([heading, ...lines].join("\n"));
  const file = await readPanelFile({ name: "people.csv", bytes }, study, asOf);
  if (file.kind === "refused") throw new Error(JSON.stringify(file.problems));
  return planImport(file, panel, study, options, choices, minter());
}
const anna: Known = { id: "7", name: "Anna Ek", email: "anna@example.org" };
const bo: Known = { id: "8", name: "Bo Ek", email: "bo@example.org" };

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
