// Members and their seats in the database: people come, move, leave and are replaced, and stay who they are.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../src/panel/add-member.ts";
import { changeRole } from "../../src/panel/change-role.ts";
import { correctContact } from "../../src/panel/correct-contact.ts";
import { endTenure } from "../../src/panel/end-tenure.ts";
import type { MemberId, SeatId } from "../../src/panel/member.ts";
import { findMembersByEmailHash, recordMemberEvent } from "../../src/panel/panel-store.ts";
import { readMember, readPanel } from "../../src/panel/read-panel.ts";
import { listSeats, listTenures, membersOnDate } from "../../src/panel/seat-store.ts";
import type { StudyId } from "../../src/study/study.ts";
import { aMember } from "../support/a-panel.ts";
import { aLoadedStudy } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { plainVault } from "../support/plain-vault.ts";

const now = new Date("2027-09-01T09:00:00Z");
let database: TestDatabase;
let count = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function aStudyId(): Promise<StudyId> {
  count += 1;
  const { studyId } = await aLoadedStudy(database.db, now, { studyId: `panel-${count}` as StudyId });
  return studyId;
}
const by = { actor: "lead-1", now };
const newcomer = (studyId: StudyId, change: object = {}) => ({
  studyId,
  contact: { name: "Dag Lind", email: "dag@example.org" },
  post: { role: "politician", municipality: "Flen" },
  from: null,
  isAddressShared: false,
  randomBytes,
  ...by,
  ...change,
});
const eventsOf = async (studyId: StudyId, memberId: MemberId) =>
  (
    await database.db
      .selectFrom("member_event")
      .select(["kind", "detail"])
      .where("study_id", "=", studyId)
      .where("member_id", "=", memberId)
      .orderBy("event_number")
      .execute()
  ).map(({ kind }) => kind);

describe("adding a person", () => {
  test("makes a member with a sealed contact, a seat and what happened", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const added = await addMember(db, plainVault, newcomer(studyId, { language: "en" }));
    expect(added).toMatchObject({ kind: "added", isNewSeat: true, predecessor: null });
    if (added.kind !== "added") return;
    expect(await readMember(db, plainVault, studyId, added.memberId)).toEqual({
      memberId: added.memberId,
      language: "en",
      contact: { name: "Dag Lind", email: "dag@example.org", phone: null },
    });
    expect(await eventsOf(studyId, added.memberId)).toEqual(["added", "seat_taken"]);
    expect(await membersOnDate(db, studyId, "2027-09-01")).toMatchObject([
      { memberId: added.memberId, role: "politician", municipality: "0482", language: "en", hasEmail: true },
    ]);
  });

  test("fills the seat that somebody left, or the one that is named", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const anna = await aMember(db, studyId, now, { name: "Anna" });
    const bo = await aMember(db, studyId, now, { name: "Bo" });
    await endTenure(db, plainVault, { studyId, memberId: anna, lastDay: "2027-06-30", ...by });
    const first = await addMember(db, plainVault, newcomer(studyId, { from: "2027-08-01" }));
    expect(first).toMatchObject({ kind: "added", isNewSeat: false, predecessor: anna });

    const [seat] = (await listTenures(db, studyId)).filter(({ memberId }) => memberId === bo);
    const named = newcomer(studyId, {
      post: { seatId: seat!.seatId },
      from: "2027-08-01",
      isAddressShared: true,
    });
    expect(await addMember(db, plainVault, named)).toEqual({ kind: "seat-held", by: bo });
    await endTenure(db, plainVault, { studyId, memberId: bo, lastDay: "2027-07-31", ...by });
    expect(await addMember(db, plainVault, named)).toMatchObject({ kind: "added", predecessor: bo });
    expect(await listSeats(db, studyId)).toHaveLength(2);
  });

  test("is refused with what is wrong", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const anna = await aMember(db, studyId, now, { name: "Anna", email: "club@example.org" });
    const add = (change: object) => addMember(db, plainVault, newcomer(studyId, change));
    expect(await add({ contact: { name: " ", email: "no address" } })).toEqual({
      kind: "invalid-contact",
      problems: ["missing-name", "invalid-email"],
    });
    expect(await add({ post: { role: "king", municipality: "Flen" } })).toEqual({ kind: "unknown-role" });
    expect(await add({ post: { role: "politician", municipality: "Flenn" } })).toEqual({
      kind: "unknown-municipality",
      suggestions: ["Flen"],
    });
    expect(await add({ post: { seatId: "no-seat" as SeatId } })).toEqual({ kind: "unknown-seat" });
    const shared = { contact: { name: "Cay", email: "CLUB@example.org" } };
    expect(await add(shared)).toEqual({ kind: "shared-address", members: [anna] });
    expect(await add({ ...shared, isAddressShared: true })).toMatchObject({ kind: "added" });
    expect(await add({ studyId: "no-such-study" })).toEqual({ kind: "no-such-study" });
  });
});

describe("leaving, moving and coming back", () => {
  test("a tenure ends on its last day and the seat stands empty after it", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const anna = await aMember(db, studyId, now, { from: "2022-10-15" });
    const end = (lastDay: string) => endTenure(db, plainVault, { studyId, memberId: anna, lastDay, ...by });
    expect(await end("30 June")).toEqual({ kind: "bad-date" });
    expect(await end("2022-10-14")).toEqual({ kind: "no-seat" });
    expect(await end("2027-06-30")).toMatchObject({ kind: "ended", tenure: { heldTo: "2027-06-30" } });
    expect(await end("2027-06-30")).toMatchObject({ kind: "already-ended" });
    expect(await end("2027-07-01")).toEqual({ kind: "no-seat" });
    expect(await membersOnDate(db, studyId, "2027-06-30")).toHaveLength(1);
    expect(await membersOnDate(db, studyId, "2027-07-01")).toEqual([]);
    expect(await eventsOf(studyId, anna)).toEqual(["added", "seat_taken", "seat_left"]);
  });

  test("a change of role is dated, and the person stays the same", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const anna = await aMember(db, studyId, now);
    const change = (role: string, municipality: string, from: string | null) =>
      changeRole(db, plainVault, { studyId, memberId: anna, role, municipality, from, randomBytes, ...by });
    expect(await change("politician", "Flen", "2027-09-01")).toEqual({ kind: "unchanged" });
    expect(await change("official", "Motala", "2027-09-01")).toMatchObject({
      kind: "changed",
      isNewSeat: true,
    });
    expect(await membersOnDate(db, studyId, "2027-08-31")).toMatchObject([
      { memberId: anna, role: "politician", municipality: "0482" },
    ]);
    expect(await membersOnDate(db, studyId, "2027-09-01")).toMatchObject([
      { memberId: anna, role: "official", municipality: "0583" },
    ]);
    expect(await change("king", "Motala", null)).toEqual({ kind: "unknown-role" });
    expect(await change("official", "Motal", null)).toMatchObject({ kind: "unknown-municipality" });
    expect(await change("official", "Flen", "soon")).toEqual({ kind: "bad-date" });
  });

  test("a role that was wrong from the start leaves no trace in the seats", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const anna = await aMember(db, studyId, now, { from: "2026-01-01" });
    const request = {
      studyId,
      memberId: anna,
      role: "official",
      municipality: "Flen",
      from: null,
      randomBytes,
    };
    expect(await changeRole(db, plainVault, { ...request, ...by })).toMatchObject({
      kind: "changed",
      tenure: { heldFrom: "2026-01-01", heldTo: null },
    });
    expect(await listSeats(db, studyId)).toMatchObject([{ role: "official" }]);
    expect(await eventsOf(studyId, anna)).toEqual(["added", "seat_taken", "seat_corrected", "seat_taken"]);
  });
});

describe("putting an address right", () => {
  test("tells whether mails go elsewhere from now on", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const anna = await aMember(db, studyId, now, { name: "Anna", email: "anna@example.org" });
    const bo = await aMember(db, studyId, now, { name: "Bo", email: "bo@example.org" });
    const correct = (contact: object, change: object = {}) =>
      correctContact(db, plainVault, {
        studyId,
        memberId: anna,
        contact: { name: "Anna", email: "anna@example.org", ...contact },
        isAddressShared: false,
        ...by,
        ...change,
      });
    expect(await correct({})).toEqual({ kind: "unchanged" });
    expect(await correct({ email: "ANNA@example.org" })).toEqual({ kind: "corrected", isNewAddress: false });
    expect(await correct({ email: "a.ek@example.org" })).toEqual({ kind: "corrected", isNewAddress: true });
    expect(await correct({ email: "bo@example.org" })).toEqual({ kind: "shared-address", members: [bo] });
    expect(await correct({ email: "bo@example.org" }, { isAddressShared: true })).toMatchObject({
      kind: "corrected",
    });
    expect(await correct({ email: "bo" })).toEqual({ kind: "invalid-contact", problems: ["invalid-email"] });
    expect(await correct({}, { memberId: "nobody" })).toEqual({ kind: "unknown-member" });
    expect(await correct({ email: null }, { language: "en" })).toEqual({
      kind: "corrected",
      isNewAddress: true,
    });
    expect(await membersOnDate(db, studyId, "2027-09-01")).toContainEqual(
      expect.objectContaining({ memberId: anna, hasEmail: false, language: "en" }),
    );
    const hash = await plainVault.hashEmail(studyId, "bo@example.org");
    expect(await findMembersByEmailHash(db, studyId, hash)).toEqual([bo]);
  });
});

describe("what a wave has to know", () => {
  test("who declined further waves, and changed their mind, and who withdrew", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    const memberId = await aMember(db, studyId, now);
    const say = (kind: "declined_further_waves" | "accepts_further_waves" | "withdrawn") =>
      recordMemberEvent(db, { studyId, memberId, kind, at: now, actor: "respondent" });
    const seen = async () => {
      const [member] = await membersOnDate(db, studyId, "2027-09-01");
      return [member?.hasDeclinedFurtherWaves, member?.hasWithdrawn];
    };
    expect(await seen()).toEqual([false, false]);
    await say("declined_further_waves");
    expect(await seen()).toEqual([true, false]);
    await say("accepts_further_waves");
    expect(await seen()).toEqual([false, false]);
    await say("withdrawn");
    expect(await seen()).toEqual([false, true]);
  });

  test("nobody of another study", async () => {
    const { db } = database;
    const studyId = await aStudyId();
    await aMember(db, await aStudyId(), now);
    expect(await membersOnDate(db, studyId, "2027-09-01")).toEqual([]);
    expect(await readPanel(db, plainVault, studyId)).toEqual({ people: [], seats: [], tenures: [] });
  });
});
