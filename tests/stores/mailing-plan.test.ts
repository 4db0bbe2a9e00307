// What a lead sees before sending, and that exactly this is put in line.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkAuditLog } from "../../src/access/audit-log.ts";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { openContacts, planSend } from "../../src/mailing/plan-send.ts";
import { requestSend } from "../../src/mailing/request-send.ts";
import type { SendKind, SendPlan } from "../../src/mailing/send-plan.ts";
import { aFieldedWave, type FieldedWave, happened } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const now = new Date("2026-03-02T09:00:00Z");
const keys = memoryKeys();
const vault = openContactVault(keys);
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const plan = async (wave: FieldedWave, kind: SendKind): Promise<SendPlan> => {
  const { studyId } = wave.study;
  const planned = await planSend(database.db, { studyId, waveNumber: wave.waveNumber, kind, now });
  if (planned.kind !== "plan") throw new Error(planned.kind);
  return planned;
};
const request = (wave: FieldedWave, kind: SendKind, fingerprint?: string) =>
  requestSend(database.db, {
    studyId: wave.study.studyId,
    waveNumber: wave.waveNumber,
    kind,
    now,
    actor: "staff-1",
    randomBytes,
    ...(fingerprint === undefined ? {} : { fingerprint }),
  });
const caseIds = (cases: readonly { caseId: string }[]) => cases.map(({ caseId }) => caseId).sort();
const queued = async (wave: FieldedWave) =>
  caseIds(
    (
      await database.db
        .selectFrom("message")
        .select("case_id as caseId")
        .where("study_id", "=", wave.study.studyId)
        .execute()
    ).map(({ caseId }) => ({ caseId })),
  );

describe("the plan", () => {
  test("L1 names exactly who gets the mail, and who not and why", async () => {
    const { db } = database;
    const wave = await aFieldedWave(db, keys, {
      people: 6,
      emailOf: (place) => (place === 2 ? null : `p${place}@example.org`),
    });
    const [first, second, third, fourth, fifth] = wave.cases;
    await happened(db, wave, third!.caseId, "declined", now);
    await happened(db, wave, fourth!.caseId, "invitation_handed_over", now);
    await happened(db, wave, fifth!.caseId, "submitted", now);
    const invitation = await plan(wave, "invitation");
    expect(caseIds(invitation.recipients)).toEqual(caseIds([first!, wave.cases[5]!]));
    expect(Object.fromEntries(invitation.leftOut.map(({ caseId, reason }) => [caseId, reason]))).toEqual({
      [second!.caseId]: "no-email",
      [third!.caseId]: "declined",
      [fourth!.caseId]: "already-invited",
      [fifth!.caseId]: "answered",
    });
    const reminder = await plan(wave, "reminder");
    expect(caseIds(reminder.recipients)).toEqual([fourth!.caseId]);
  });

  test("changes nothing", async () => {
    const wave = await aFieldedWave(database.db, keys);
    await plan(wave, "invitation");
    expect(await queued(wave)).toEqual([]);
    expect(await plan(wave, "invitation")).toEqual(await plan(wave, "invitation"));
  });

  test("names are opened for those who are shown", async () => {
    const wave = await aFieldedWave(database.db, keys);
    const { recipients } = await plan(wave, "invitation");
    const members = recipients.map(({ memberId }) => memberId);
    const contacts = await openContacts(database.db, vault, wave.study.studyId, members);
    expect([...contacts.values()].map((contact) => contact?.email).sort()).toEqual([
      "person-1@example.org",
      "person-2@example.org",
      "person-3@example.org",
    ]);
  });

  test("there is none for a wave that is not open, or not there", async () => {
    const { db } = database;
    const wave = await aFieldedWave(db, keys);
    const { studyId } = wave.study;
    await db.updateTable("wave").set({ closed_at: now }).where("study_id", "=", studyId).execute();
    expect(await planSend(db, { studyId, waveNumber: 1, kind: "reminder", now })).toEqual({
      kind: "wave-not-open",
    });
    expect(await planSend(db, { studyId, waveNumber: 9, kind: "reminder", now })).toEqual({
      kind: "unknown-wave",
    });
    expect(await request(wave, "reminder")).toEqual({ kind: "wave-not-open" });
  });
});

describe("what is put in line", () => {
  test("L1 is exactly what the plan showed", async () => {
    const wave = await aFieldedWave(database.db, keys, { people: 5 });
    const shown = await plan(wave, "invitation");
    expect(await request(wave, "invitation", shown.fingerprint)).toMatchObject({ kind: "queued", count: 5 });
    expect(await queued(wave)).toEqual(caseIds(shown.recipients));
    const log = await checkAuditLog(database.db, wave.study.studyId);
    expect(log.kind === "whole" && log.entries.at(-1)).toMatchObject({
      act: "mail-queued",
      actor: "staff-1",
      detail: { wave: 1, kind: "invitation", count: 5 },
    });
  });

  test("L1 is nothing when somebody has answered since, and the new plan is shown", async () => {
    const wave = await aFieldedWave(database.db, keys, { people: 3 });
    const shown = await plan(wave, "invitation");
    await happened(database.db, wave, wave.cases[1]!.caseId, "submitted", now);
    const outcome = await request(wave, "invitation", shown.fingerprint);
    expect(outcome.kind).toBe("changed");
    expect(outcome.kind === "changed" && outcome.plan).toEqual(await plan(wave, "invitation"));
    expect(await queued(wave)).toEqual([]);
  });

  test("L1 is nothing when an address has changed since", async () => {
    const { db } = database;
    const wave = await aFieldedWave(db, keys, { people: 3 });
    const shown = await plan(wave, "invitation");
    const { studyId } = wave.study;
    await db
      .updateTable("member_contact")
      .set({
        sealed: await vault.sealContact(studyId, { name: "X", email: "x@example.org", phone: null }),
        changed_at: now,
      })
      .where("study_id", "=", studyId)
      .where("member_id", "=", wave.cases[0]!.memberId)
      .execute();
    expect((await request(wave, "invitation", shown.fingerprint)).kind).toBe("changed");
    expect(await queued(wave)).toEqual([]);
  });

  test("L1 a double click, or two leads at once, put it in line once", async () => {
    const wave = await aFieldedWave(database.db, keys, { people: 4 });
    const { fingerprint } = await plan(wave, "invitation");
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => request(wave, "invitation", fingerprint)),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
      "changed",
      "changed",
      "changed",
      "changed",
      "queued",
    ]);
    expect(await queued(wave)).toEqual(caseIds(wave.cases));
    const again = await plan(wave, "invitation");
    expect(again.leftOut.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 4 }, () => "already-queued"),
    );
  });

  test("one person can be sent the link again, others are in neither list", async () => {
    const { db } = database;
    const wave = await aFieldedWave(db, keys, { people: 3 });
    const { studyId } = wave.study;
    const only = [wave.cases[1]!.caseId];
    await happened(db, wave, only[0]!, "invitation_handed_over", now);
    const planned = await planSend(db, { studyId, waveNumber: 1, kind: "link", caseIds: only, now });
    expect(planned.kind === "plan" && [caseIds(planned.recipients), planned.leftOut]).toEqual([only, []]);
    const sent = {
      studyId,
      waveNumber: 1,
      kind: "link" as const,
      caseIds: only,
      now,
      actor: "staff-1",
      randomBytes,
    };
    expect(await requestSend(db, sent)).toMatchObject({ kind: "queued", count: 1 });
    expect(await requestSend(db, sent)).toMatchObject({ kind: "nobody" });
    expect(await requestSend(db, { ...sent, caseIds: [] })).toMatchObject({ kind: "nobody" });
  });

  test("a case of another wave cannot be slipped in", async () => {
    const { db } = database;
    const wave = await aFieldedWave(db, keys, { people: 1 });
    const other = await aFieldedWave(db, keys, { people: 2 });
    const sent = {
      studyId: wave.study.studyId,
      waveNumber: 1,
      kind: "link" as const,
      now,
      actor: "s",
      randomBytes,
    };
    const outcome = await requestSend(db, { ...sent, caseIds: [other.cases[1]!.caseId] });
    expect(outcome.kind).toBe("nobody");
    expect(await queued(other)).toEqual([]);
  });
});
