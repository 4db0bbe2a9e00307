// Handing mails over: each message at most once, whatever breaks, and nobody who must not get it.
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { findCaseByLink } from "../../src/access/survey-link.ts";
import { revokeWaysIn } from "../../src/access/way-in-store.ts";
import { connectPostgres } from "../../src/db/connect-postgres.ts";
import { listSends, uncertainMessages } from "../../src/mailing/mail-figures-data.ts";
import type { HandOver, OutgoingMail } from "../../src/mailing/mail-transport.ts";
import { planSend } from "../../src/mailing/plan-send.ts";
import { requestSend } from "../../src/mailing/request-send.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import type { SendKind } from "../../src/mailing/send-plan.ts";
import type { LogEntry } from "../../src/web/request-log.ts";
import { aFieldedWave, eventsOf, type FieldedWave, happened } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type FakeTransport, fakeTransport, linkIn } from "../support/mail-fake.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const start = new Date("2026-03-02T09:00:00Z");
const publicUrl = "https://tidvis.example";
const keys = memoryKeys();
let database: TestDatabase;
let clock: Date;
let log: LogEntry[];
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => {
  clock = start;
  log = [];
});
// What a test left in line is not the next one's business.
afterEach(() => database.db.updateTable("message").set({ due_at: null }).execute());
afterAll(() => database.close());

const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const deps = (mail: FakeTransport, db = database.db) => ({
  db,
  now: () => clock,
  randomBytes,
  vault: openContactVault(keys),
  keys,
  publicUrl,
  mail,
  log: (entry: LogEntry) => log.push(entry),
});
const send = (mail: FakeTransport, limit = 1000) => sendDueMessages(deps(mail), { limit });

async function queue(wave: FieldedWave, kind: SendKind): Promise<number> {
  const { studyId } = wave.study;
  const outcome = await requestSend(database.db, {
    studyId,
    waveNumber: wave.waveNumber,
    kind,
    now: clock,
    actor: "staff-1",
    randomBytes,
  });
  return outcome.kind === "queued" ? outcome.count : 0;
}
async function aQueuedWave(people = 3): Promise<FieldedWave> {
  const wave = await aFieldedWave(database.db, keys, { people });
  await queue(wave, "invitation");
  return wave;
}
const figures = async (wave: FieldedWave) => {
  const [newest] = await listSends(database.db, { ...wave.study, waveNumber: wave.waveNumber, now: clock });
  const { waiting, inHand, handedOver, refused, notDue, uncertain } = newest!;
  return { waiting, inHand, handedOver, refused, notDue, uncertain };
};
const none = { waiting: 0, inHand: 0, handedOver: 0, refused: 0, notDue: 0, uncertain: 0 };
const uncertain = (wave: FieldedWave) =>
  uncertainMessages(database.db, { ...wave.study, waveNumber: wave.waveNumber, now: clock });
const emails = (wave: FieldedWave) => wave.cases.map(({ email }) => email).sort();

describe("a mail in line", () => {
  test("is handed over once, in the person's language, with a link to their own case", async () => {
    const wave = await aQueuedWave(2);
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ kind: "ran", handedOver: 2, moreWaits: false });
    expect(await send(mail)).toMatchObject({ kind: "ran", handedOver: 0 });
    expect(mail.addresses()).toEqual(emails(wave));
    for (const [place, { caseId, email, name }] of wave.cases.entries()) {
      const got = mail.mails.find(({ to }) => to.address === email)!;
      expect(got.to.name).toBe(name);
      expect(got.subject).toBe(place === 0 ? "sv: Liten undersökning" : "en: Small study");
      expect(got.text).toContain(`${name}: ${publicUrl}/s/`);
      expect(got.fromName).toBe(place === 0 ? "Liten undersökning" : "Small study");
      expect(await findCaseByLink(database.db, linkIn(got), clock)).toMatchObject({
        caseId,
        purpose: "answer",
      });
      expect(await eventsOf(database.db, wave, caseId)).toEqual(["created", "invitation_handed_over"]);
    }
    expect(await figures(wave)).toEqual({ ...none, handedOver: 2 });
  });

  test("its link works until the study's links end, and is not in the database", async () => {
    const wave = await aQueuedWave(1);
    const mail = fakeTransport();
    await send(mail);
    const token = linkIn(mail.mails[0]!);
    const end = new Date("2030-12-31T23:00:00Z");
    expect((await findCaseByLink(database.db, token, new Date(end.getTime() - 1))).kind).toBe("case");
    expect((await findCaseByLink(database.db, token, end)).kind).toBe("expired");
    const rows = await database.db.selectFrom("survey_link").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(wave.cases).toHaveLength(1);
  });

  test("carries the message's own id as Message-ID", async () => {
    const wave = await aQueuedWave(1);
    const mail = fakeTransport();
    await send(mail);
    const { message_id } = await database.db
      .selectFrom("message")
      .select("message_id")
      .where("study_id", "=", wave.study.studyId)
      .executeTakeFirstOrThrow();
    expect(mail.mails[0]!.messageId).toBe(`${message_id}@tidvis.example`);
  });

  test("goes out with others, at most as many as wished in a turn", async () => {
    const wave = await aQueuedWave(5);
    const mail = fakeTransport();
    expect(await send(mail, 2)).toMatchObject({ handedOver: 2, moreWaits: true });
    expect(await send(mail, 2)).toMatchObject({ handedOver: 2, moreWaits: true });
    expect(await send(mail, 2)).toMatchObject({ handedOver: 1, moreWaits: false });
    expect(mail.addresses()).toEqual(emails(wave));
  });

  test("waits where no way of sending is set up, or the mail server does not let us in", async () => {
    const wave = await aQueuedWave(1);
    expect(await sendDueMessages({ ...deps(fakeTransport()), mail: null }, { limit: 10 })).toEqual({
      kind: "no-transport",
    });
    const closed = fakeTransport(undefined, { ready: async () => ({ kind: "not-ready", detail: "535" }) });
    expect(await send(closed)).toEqual({ kind: "not-ready", detail: "535" });
    expect(await figures(wave)).toEqual({ ...none, waiting: 1 });
    await send(fakeTransport());
  });
});

describe("L1 each message at most once", () => {
  test("a process that dies between claim and hand-over leaves the mail uncertain, and nobody repeats it", async () => {
    const wave = await aQueuedWave(3);
    let dying = 0;
    const neverReturns = fakeTransport(() => {
      dying += 1;
      return new Promise<HandOver>(() => {});
    });
    void send(neverReturns);
    await expect.poll(() => dying).toBe(3);
    expect(await figures(wave)).toEqual({ ...none, inHand: 3 });
    const next = fakeTransport();
    expect(await send(next)).toMatchObject({ handedOver: 0 });
    clock = minutes(24 * 60);
    expect(await send(next)).toMatchObject({ handedOver: 0 });
    expect(next.mails).toEqual([]);
    expect(await figures(wave)).toEqual({ ...none, uncertain: 3 });
    expect((await uncertain(wave)).map(({ caseId }) => caseId).sort()).toEqual(
      wave.cases.map(({ caseId }) => caseId),
    );
  });

  test("a hand-over that ends with an error nobody understands is uncertain too", async () => {
    const wave = await aQueuedWave(1);
    const throws = fakeTransport(() => {
      throw new Error("the wire melted: person-1@example.org");
    });
    expect(await send(throws)).toMatchObject({ uncertain: 1 });
    clock = minutes(6);
    expect(await send(fakeTransport())).toMatchObject({ handedOver: 0 });
    expect(await figures(wave)).toEqual({ ...none, uncertain: 1 });
  });

  test("when the database fails right after a hand-over, the mail is uncertain and not repeated", async () => {
    const own = await freshDatabase();
    const wave = await aFieldedWave(own.db, keys, { people: 3 });
    const wish = { studyId: wave.study.studyId, waveNumber: 1, kind: "invitation" as const, now: clock };
    await requestSend(own.db, { ...wish, actor: "staff-1", randomBytes });
    const failing = sql`alter table message_outcome add constraint failing check (outcome <> 'handed_over')`;
    await failing.execute(own.db);
    const first = fakeTransport(undefined, { concurrency: 1 });
    await expect(sendDueMessages(deps(first, own.db), { limit: 10 })).rejects.toThrow("failing");
    await sql`alter table message_outcome drop constraint failing`.execute(own.db);
    clock = minutes(6);
    const second = fakeTransport();
    await sendDueMessages(deps(second, own.db), { limit: 10 });
    expect(new Set([...first.addresses(), ...second.addresses()]).size).toBe(3);
    expect(first.mails.length + second.mails.length).toBe(3);
    const lost = await uncertainMessages(own.db, { ...wave.study, waveNumber: 1, now: clock });
    expect(lost).toHaveLength(first.mails.length);
    await own.close();
  });

  test("a person may decide to send the link again to one of them", async () => {
    const wave = await aQueuedWave(2);
    await send(fakeTransport(() => ({ kind: "uncertain", detail: "timeout" })));
    clock = minutes(10);
    const [one] = await uncertain(wave);
    const caseIds = [one!.caseId];
    const wish = { studyId: wave.study.studyId, waveNumber: 1, kind: "link" as const, caseIds, now: clock };
    expect(await requestSend(database.db, { ...wish, actor: "staff-1", randomBytes })).toMatchObject({
      kind: "queued",
      count: 1,
    });
    const mail = fakeTransport();
    await send(mail);
    expect(mail.mails).toHaveLength(1);
    expect(await eventsOf(database.db, wave, one!.caseId)).toEqual(["created", "link_handed_over"]);
    const invitation = await planSend(database.db, {
      ...wave.study,
      waveNumber: 1,
      kind: "invitation",
      now: clock,
    });
    expect(invitation.kind === "plan" && invitation.leftOut.map(({ reason }) => reason).sort()).toEqual([
      "already-invited",
      "uncertain",
    ]);
  });

  test("two processes at once, each with its own connections", async () => {
    const wave = await aQueuedWave(60);
    const other = await connectPostgres(database.url!, 4);
    const mails = [fakeTransport(), fakeTransport(), fakeTransport()];
    const runs = await Promise.all([
      sendDueMessages(deps(mails[0]!), { limit: 1000 }),
      sendDueMessages(deps(mails[1]!, other.db), { limit: 1000 }),
      sendDueMessages(deps(mails[2]!, other.db), { limit: 1000 }),
    ]);
    await other.close();
    expect(runs.every(({ kind }) => kind === "ran")).toBe(true);
    expect(mails.flatMap((mail) => mail.addresses()).sort()).toEqual(emails(wave));
    expect(await figures(wave)).toEqual({ ...none, handedOver: 60 });
  });

  test("the database refuses a second claim and a second hand-over of the same message", async () => {
    const { db } = database;
    const wave = await aQueuedWave(1);
    await send(fakeTransport());
    const claim = await db
      .selectFrom("message_claim")
      .selectAll()
      .where("study_id", "=", wave.study.studyId)
      .executeTakeFirstOrThrow();
    await expect(db.insertInto("message_claim").values(claim).execute()).rejects.toThrow("message_claim_pk");
    await db
      .insertInto("message_claim")
      .values({ ...claim, attempt: 2 })
      .execute();
    const outcome = { ...claim, attempt: 2, outcome: "handed_over" as const, at: clock, detail: null };
    const { claimed_at: _, claimant: __, ...row } = outcome;
    await expect(db.insertInto("message_outcome").values(row).execute()).rejects.toThrow(
      "message_handed_over_once",
    );
  });

  test("a message put back in line by mistake is not sent again", async () => {
    const wave = await aQueuedWave(2);
    await send(
      fakeTransport(({ to }) =>
        to.address === "person-1@example.org" ? { kind: "handed_over" } : { kind: "uncertain", detail: "x" },
      ),
    );
    await database.db
      .updateTable("message")
      .set({ due_at: clock })
      .where("study_id", "=", wave.study.studyId)
      .execute();
    const again = fakeTransport();
    expect(await send(again)).toMatchObject({ handedOver: 0, moreWaits: false });
    expect(again.mails).toEqual([]);
  });

  test("ending a run finishes what is being handed over and puts the rest back", async () => {
    const wave = await aQueuedWave(300);
    const ending = new AbortController();
    let handed = 0;
    const mail = fakeTransport(() => {
      handed += 1;
      if (handed === 20) ending.abort();
      return { kind: "handed_over" };
    });
    const run = await sendDueMessages(deps(mail), { limit: 1000, signal: ending.signal });
    expect(run).toMatchObject({ kind: "ran", uncertain: 0 });
    const after = await figures(wave);
    expect(after).toEqual({ ...none, handedOver: mail.mails.length, waiting: 300 - mail.mails.length });
    clock = minutes(2);
    const next = fakeTransport();
    await send(next);
    expect([...mail.addresses(), ...next.addresses()].sort()).toEqual(emails(wave));
  });
});

describe("what was certainly not sent", () => {
  test("is tried again later, with another link, and handed over once", async () => {
    const wave = await aQueuedWave(1);
    const outcomes: HandOver[] = [
      { kind: "put_back", detail: "450 4.2.1", trouble: "recipient" },
      { kind: "put_back", detail: "450 4.2.1", trouble: "recipient" },
    ];
    const mail = fakeTransport(() => outcomes.shift() ?? { kind: "handed_over" });
    expect(await send(mail)).toMatchObject({ putBack: 1 });
    expect(await figures(wave)).toEqual({ ...none, waiting: 1 });
    expect(await send(mail)).toMatchObject({ putBack: 0, handedOver: 0 });
    clock = minutes(5);
    expect(await send(mail)).toMatchObject({ putBack: 1 });
    clock = minutes(20);
    expect(await send(mail)).toMatchObject({ handedOver: 1 });
    clock = minutes(6000);
    expect(await send(mail)).toMatchObject({ handedOver: 0 });
    expect(mail.mails).toHaveLength(1);
    expect(await eventsOf(database.db, wave, wave.cases[0]!.caseId)).toEqual([
      "created",
      "invitation_handed_over",
    ]);
  });

  test("becomes a refusal after two days of being put off", async () => {
    const wave = await aQueuedWave(1);
    const mail = fakeTransport(() => ({ kind: "put_back", detail: "452 4.2.2", trouble: "recipient" }));
    for (let hour = 0; hour <= 48; hour += 4) {
      clock = minutes(hour * 60);
      await send(mail);
    }
    expect(await figures(wave)).toEqual({ ...none, refused: 1 });
    expect(await eventsOf(database.db, wave, wave.cases[0]!.caseId)).toEqual(["created", "mail_refused"]);
  });

  test("trouble of the mail server ends the run at once: the others are not even tried", async () => {
    const wave = await aQueuedWave(50);
    let tried = 0;
    const mail = fakeTransport(
      () => {
        tried += 1;
        return { kind: "put_back", detail: "421", trouble: "service" };
      },
      { concurrency: 1 },
    );
    await send(mail);
    expect(tried).toBe(1);
    expect(await figures(wave)).toEqual({ ...none, waiting: 50 });
    clock = minutes(1);
    const after = fakeTransport();
    await send(after);
    expect(after.addresses()).toEqual(emails(wave));
  });

  test("mails that may have been sent end a run before there are many of them", async () => {
    const wave = await aQueuedWave(50);
    await send(fakeTransport(() => ({ kind: "uncertain", detail: "timeout" }), { concurrency: 1 }));
    clock = minutes(6);
    expect(await figures(wave)).toEqual({ ...none, uncertain: 3, waiting: 47 });
    await send(fakeTransport());
  });

  test("a mail that cannot be written holds up nobody else", async () => {
    const { db } = database;
    const wave = await aQueuedWave(3);
    const { studyId } = wave.study;
    await db
      .updateTable("member_contact")
      .set({ sealed: "not.sealed.at.all.x" })
      .where("study_id", "=", studyId)
      .where("member_id", "=", wave.cases[0]!.memberId)
      .execute();
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ handedOver: 2, putBack: 1 });
    expect(log.map(({ event }) => event)).toContain("seal-broken");
  });
});

test("a refusal is recorded with the server's codes, and ends mail to that address", async () => {
  const wave = await aQueuedWave(2);
  const refuses = fakeTransport(({ to }) =>
    to.address === "person-1@example.org"
      ? { kind: "refused", detail: "550 5.1.1" }
      : { kind: "handed_over" },
  );
  expect(await send(refuses)).toMatchObject({ refused: 1, handedOver: 1 });
  expect(await eventsOf(database.db, wave, wave.cases[0]!.caseId)).toEqual(["created", "mail_refused"]);
  expect(await queue(wave, "reminder")).toBe(1);
  const mail = fakeTransport();
  await send(mail);
  expect(mail.addresses()).toEqual(["person-2@example.org"]);
  await happened(database.db, wave, wave.cases[0]!.caseId, "address_corrected", clock);
  expect(await queue(wave, "invitation")).toBe(1);
  await send(mail);
});

describe("L2 judged at the moment of sending", () => {
  test.each([
    ["submitted", "answered"],
    ["declined", "declined"],
    ["withdrawn", "withdrawn"],
    ["not_me", "not-me"],
    ["left_office", "left-office"],
    ["mail_refused", "refused"],
  ] as const)("whoever has %s since the reminder was put in line gets none", async (kind, reason) => {
    const { db } = database;
    const wave = await aQueuedWave(2);
    await send(fakeTransport());
    expect(await queue(wave, "reminder")).toBe(2);
    await happened(db, wave, wave.cases[0]!.caseId, kind, clock);
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ handedOver: 1, notDue: 1 });
    expect(mail.addresses()).toEqual(["person-2@example.org"]);
    const outcome = await db
      .selectFrom("message_outcome")
      .select("detail")
      .where("study_id", "=", wave.study.studyId)
      .where("outcome", "=", "not_due")
      .executeTakeFirstOrThrow();
    expect(outcome.detail).toBe(reason);
    const links = await db
      .selectFrom("survey_link")
      .select("link_hash")
      .where("study_id", "=", wave.study.studyId)
      .where("case_id", "=", wave.cases[0]!.caseId)
      .execute();
    expect(links).toHaveLength(1);
  });

  test("when the wave was closed meanwhile nobody gets anything", async () => {
    const wave = await aQueuedWave(3);
    await database.db
      .updateTable("wave")
      .set({ closed_at: clock })
      .where("study_id", "=", wave.study.studyId)
      .execute();
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ handedOver: 0, notDue: 3 });
    expect(mail.mails).toEqual([]);
  });

  test("the mail goes to the address as it is now, and to nobody whose details were erased", async () => {
    const { db } = database;
    const wave = await aQueuedWave(2);
    const { studyId } = wave.study;
    const vault = openContactVault(keys);
    const corrected = { name: "Person 1", email: "new@example.org", phone: null };
    await db
      .updateTable("member_contact")
      .set({ sealed: await vault.sealContact(studyId, corrected) })
      .where("study_id", "=", studyId)
      .where("member_id", "=", wave.cases[0]!.memberId)
      .execute();
    await db
      .deleteFrom("member_contact")
      .where("study_id", "=", studyId)
      .where("member_id", "=", wave.cases[1]!.memberId)
      .execute();
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ handedOver: 1, notDue: 1 });
    expect(mail.addresses()).toEqual(["new@example.org"]);
  });
});

test("a mail that is taken in hand while a lead corrects the address goes to the new one, with a link that works", async () => {
  const { db } = database;
  const wave = await aQueuedWave(1);
  const { studyId } = wave.study;
  const { caseId, memberId } = wave.cases[0]!;
  const corrected = { name: "Person 1", email: "new@example.org", phone: null };
  const sealed = await openContactVault(keys).sealContact(studyId, corrected);
  const mail = fakeTransport();
  let sending: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (tx) => {
    const contact = tx.updateTable("member_contact").set({ sealed }).where("study_id", "=", studyId);
    await contact.where("member_id", "=", memberId).execute();
    sending = send(mail);
    const blocked = sql<{ count: number }>`select count(*)::integer as count from pg_locks where not granted`;
    await expect.poll(async () => (await blocked.execute(db)).rows[0]!.count).toBeGreaterThan(0);
    await revokeWaysIn(tx, { studyId, caseId, now: clock });
  });
  await sending;
  expect(mail.addresses()).toEqual(["new@example.org"]);
  expect((await findCaseByLink(db, linkIn(mail.mails[0]!), clock)).kind).toBe("case");
});

test("a person who is erased while their mail is handed over takes nobody else's record along", async () => {
  const { db } = database;
  const wave = await aQueuedWave(6);
  const { studyId } = wave.study;
  const everybodyIsReached = Promise.withResolvers<void>();
  let reached = 0;
  const mail = fakeTransport(
    async () => {
      reached += 1;
      if (reached < 6) {
        await everybodyIsReached.promise;
      } else {
        const { memberId } = wave.cases[2]!;
        const person = db.deleteFrom("panel_member").where("study_id", "=", studyId);
        await person.where("member_id", "=", memberId).execute();
        everybodyIsReached.resolve();
      }
      return { kind: "handed_over" };
    },
    { concurrency: 6 },
  );
  expect(await send(mail)).toMatchObject({ kind: "ran", handedOver: 6 });
  expect(await figures(wave)).toEqual({ ...none, handedOver: 5 });
});

test("R8 neither log nor database holds an address, a name or a link in the clear", async () => {
  const { db } = database;
  const wave = await aQueuedWave(2);
  const handed: OutgoingMail[] = [];
  const mail = fakeTransport((one) => {
    handed.push(one);
    if (handed.length === 1) throw new Error(`cannot reach ${one.to.address}`);
    return { kind: "refused", detail: "550 5.1.1" };
  });
  await send(mail);
  const tables = [
    "message_claim",
    "message_outcome",
    "case_event",
    "mail_send",
    "message",
    "survey_link",
    "member_contact",
    "audit_log",
  ] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  const written = JSON.stringify([log, rows]);
  expect(log.length).toBeGreaterThan(0);
  for (const one of handed) {
    for (const secret of [one.to.address, one.to.name!, linkIn(one)]) expect(written).not.toContain(secret);
  }
  expect(wave.cases).toHaveLength(2);
});
