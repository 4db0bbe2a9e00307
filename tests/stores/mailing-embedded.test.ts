// The outbox on the embedded database: the same figures, and nothing waits for itself on its one connection.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCaseByCode, mintAccessCode } from "../../src/access/access-code.ts";
import { addStaff } from "../../src/access/add-staff.ts";
import { checkAuditLog } from "../../src/access/audit-log.ts";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { requestMail } from "../../src/access/mail-request.ts";
import { listSends, uncertainMessages } from "../../src/mailing/mail-figures-data.ts";
import { mailHealth } from "../../src/mailing/mail-health.ts";
import { planSend } from "../../src/mailing/plan-send.ts";
import { requestSend } from "../../src/mailing/request-send.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import { aFieldedWave } from "../support/a-fielded-wave.ts";
import { freshPglite, type TestDatabase } from "../support/database.ts";
import { fakeTransport } from "../support/mail-fake.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const now = new Date("2026-03-02T09:00:00Z");
const keys = memoryKeys();
let database: TestDatabase;
beforeAll(async () => {
  database = await freshPglite();
});
afterAll(() => database.close());

test("from plan to figures, with a lost link and a sign-in between", async () => {
  const { db } = database;
  const { study, waveNumber, cases } = await aFieldedWave(db, keys, { people: 40 });
  const { studyId } = study;
  const email = "lead@example.org";
  await addStaff(db, { keys, randomBytes }, study, { email, role: "lead", actor: "operator", now });
  const wish = { studyId, waveNumber, kind: "invitation" as const, now };
  const plan = await planSend(db, wish);
  if (plan.kind !== "plan") throw new Error(plan.kind);
  const { fingerprint } = plan;
  const queued = await requestSend(db, { ...wish, fingerprint, actor: "staff-1", randomBytes });
  expect(queued).toMatchObject({ kind: "queued", count: 40 });
  const asked = { language: "sv" as const, caller: null, now };
  await requestMail(db, { keys, randomBytes }, { ...asked, purpose: "sign_in", address: email });
  await requestMail(db, { keys, randomBytes }, { ...asked, purpose: "lost_link", address: cases[0]!.email! });
  const mail = fakeTransport();
  const vault = openContactVault(keys);
  const deps = {
    db,
    now: () => now,
    randomBytes,
    vault,
    keys,
    publicUrl: "https://t.example",
    mail,
    log: () => {},
  };
  expect(await sendDueMessages(deps, { limit: 1000 })).toMatchObject({ handedOver: 41, requests: 2 });
  expect(mail.mails).toHaveLength(42);
  const [lost, invitations] = (await listSends(db, { studyId, waveNumber, now })).toSorted(
    (one, other) => one.handedOver - other.handedOver,
  );
  expect([lost?.handedOver, invitations?.handedOver]).toEqual([1, 40]);
  expect(await uncertainMessages(db, { studyId, waveNumber, now })).toEqual([]);
  expect(await mailHealth(db, { publicUrl: "https://t.example", now })).toMatchObject({ kind: "idle" });
  const expiresAt = new Date("2030-01-01T00:00:00Z");
  const code = await mintAccessCode(db, {
    studyId,
    caseId: cases[1]!.caseId,
    now,
    expiresAt,
    keys,
    randomBytes,
  });
  expect((await findCaseByCode(db, code, { keys, now, caller: null })).kind).toBe("case");
  expect((await checkAuditLog(db, studyId)).kind).toBe("whole");
});
