// L1: each message at most once, whatever breaks, and nothing of it in the clear.
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { findCaseByLink } from "../../src/access/survey-link.ts";
import { revokeWaysIn } from "../../src/access/way-in-store.ts";
import { connectPostgres } from "../../src/db/connect-postgres.ts";
import { uncertainMessages } from "../../src/mailing/mail-figures-data.ts";
import type { HandOver, OutgoingMail } from "../../src/mailing/mail-transport.ts";
import { planSend } from "../../src/mailing/plan-send.ts";
import { requestSend } from "../../src/mailing/request-send.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import { aFieldedWave, eventsOf } from "../support/a-fielded-wave.ts";
import { aMailLine, emails, minutes, none } from "../support/a-mail-line.ts";
import { freshDatabase } from "../support/database.ts";
import { fakeTransport, linkIn } from "../support/mail-fake.ts";

const line = aMailLine();
const { keys, deps, send, aQueuedWave, figures, uncertain } = line;

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
    line.clock = minutes(24 * 60);
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
    line.clock = minutes(6);
    expect(await send(fakeTransport())).toMatchObject({ handedOver: 0 });
    expect(await figures(wave)).toEqual({ ...none, uncertain: 1 });
  });

  test("when the database fails right after a hand-over, the mail is uncertain and not repeated", async () => {
    const own = await freshDatabase();
    const wave = await aFieldedWave(own.db, keys, { people: 3 });
    const wish = { studyId: wave.study.studyId, waveNumber: 1, kind: "invitation" as const, now: line.clock };
    await requestSend(own.db, { ...wish, actor: "staff-1", randomBytes });
    const failing = sql`alter table message_outcome add constraint failing check (outcome <> 'handed_over')`;
    await failing.execute(own.db);
    const first = fakeTransport(undefined, { concurrency: 1 });
    await expect(sendDueMessages(deps(first, own.db), { limit: 10 })).rejects.toThrow("failing");
    await sql`alter table message_outcome drop constraint failing`.execute(own.db);
    line.clock = minutes(6);
    const second = fakeTransport();
    await sendDueMessages(deps(second, own.db), { limit: 10 });
    expect(new Set([...first.addresses(), ...second.addresses()]).size).toBe(3);
    expect(first.mails.length + second.mails.length).toBe(3);
    const lost = await uncertainMessages(own.db, { ...wave.study, waveNumber: 1, now: line.clock });
    expect(lost).toHaveLength(first.mails.length);
    await own.close();
  });

  test("a person may decide to send the link again to one of them", async () => {
    const wave = await aQueuedWave(2);
    await send(fakeTransport(() => ({ kind: "uncertain", detail: "timeout" })));
    line.clock = minutes(10);
    const [one] = await uncertain(wave);
    const caseIds = [one!.caseId];
    const wish = {
      studyId: wave.study.studyId,
      waveNumber: 1,
      kind: "link" as const,
      caseIds,
      now: line.clock,
    };
    expect(await requestSend(line.database.db, { ...wish, actor: "staff-1", randomBytes })).toMatchObject({
      kind: "queued",
      count: 1,
    });
    const mail = fakeTransport();
    await send(mail);
    expect(mail.mails).toHaveLength(1);
    expect(await eventsOf(line.database.db, wave, one!.caseId)).toEqual(["created", "link_handed_over"]);
    const invitation = await planSend(line.database.db, {
      ...wave.study,
      waveNumber: 1,
      kind: "invitation",
      now: line.clock,
    });
    expect(invitation.kind === "plan" && invitation.leftOut.map(({ reason }) => reason).sort()).toEqual([
      "already-invited",
      "uncertain",
    ]);
  });

  test("two processes at once, each with its own connections", async () => {
    const wave = await aQueuedWave(60);
    const other = await connectPostgres(line.database.url!, 4);
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
    const { db } = line.database;
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
    const outcome = { ...claim, attempt: 2, outcome: "handed_over" as const, at: line.clock, detail: null };
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
    await line.database.db
      .updateTable("message")
      .set({ due_at: line.clock })
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
    line.clock = minutes(2);
    const next = fakeTransport();
    await send(next);
    expect([...mail.addresses(), ...next.addresses()].sort()).toEqual(emails(wave));
  });
});

test("a mail that is taken in hand while a lead corrects the address goes to the new one, with a link that works", async () => {
  const { db } = line.database;
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
    await revokeWaysIn(tx, { studyId, caseId, now: line.clock });
  });
  await sending;
  expect(mail.addresses()).toEqual(["new@example.org"]);
  expect((await findCaseByLink(db, linkIn(mail.mails[0]!), line.clock)).kind).toBe("case");
});

test("R8 neither log nor database holds an address, a name or a link in the clear", async () => {
  const { db } = line.database;
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
  const written = JSON.stringify([line.log, rows]);
  expect(line.log.length).toBeGreaterThan(0);
  for (const one of handed) {
    for (const secret of [one.to.address, one.to.name!, linkIn(one)]) expect(written).not.toContain(secret);
  }
  expect(wave.cases).toHaveLength(2);
});
