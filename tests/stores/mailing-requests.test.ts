// Mails asked for on public pages: who gets one, how many, and that nobody else can tell.
import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addStaff } from "../../src/access/add-staff.ts";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { requestMail } from "../../src/access/mail-request.ts";
import type { MailRequestPurpose } from "../../src/access/mail-request-store.ts";
import { consumeSignInToken } from "../../src/access/staff-sign-in.ts";
import { findCaseByLink } from "../../src/access/survey-link.ts";
import { mailsPerAddressAndHour } from "../../src/mailing/answer-mail-requests.ts";
import type { HandOver } from "../../src/mailing/mail-transport.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import type { LogEntry } from "../../src/web/request-log.ts";
import { aFieldedWave, eventsOf, happened } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type FakeTransport, fakeTransport, linkIn } from "../support/mail-fake.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const start = new Date("2026-03-02T09:00:00Z");
const keys = memoryKeys();
let database: TestDatabase;
let clock: Date;
let log: LogEntry[];
let people = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => {
  clock = start;
  log = [];
});
afterEach(() => database.db.deleteFrom("mail_request").execute());
afterAll(() => database.close());

const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const send = (mail: FakeTransport) =>
  sendDueMessages(
    {
      db: database.db,
      now: () => clock,
      randomBytes,
      vault: openContactVault(keys),
      keys,
      publicUrl: "https://tidvis.example",
      mail,
      log: (entry) => log.push(entry),
    },
    { limit: 100 },
  );
const ask = (purpose: MailRequestPurpose, address: string) =>
  requestMail(
    database.db,
    { keys, randomBytes },
    { purpose, address, language: "nb", caller: address, now: clock },
  );
const freshAddress = () => {
  people += 1;
  return `person-${people}@some.example`;
};
const aWaveWith = (address: string, persons = 1) =>
  aFieldedWave(database.db, keys, { people: persons, emailOf: () => address });
async function aStaffMember(): Promise<string> {
  const email = freshAddress();
  const { study } = await aFieldedWave(database.db, keys, { people: 1 });
  await addStaff(database.db, { keys, randomBytes }, study, {
    email,
    role: "lead",
    actor: "operator",
    now: clock,
  });
  return email;
}

describe("a lost link", () => {
  test("comes again to whoever has an open case, however the address is written, and the old one goes on working", async () => {
    const address = freshAddress();
    const wave = await aWaveWith(address);
    const { caseId } = wave.cases[0]!;
    await ask("lost_link", ` ${address.toUpperCase()} `);
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ requests: 1, handedOver: 1 });
    expect(mail.mails.map(({ to, subject }) => [to.address, subject])).toEqual([[address, "sv: link"]]);
    expect(await findCaseByLink(database.db, linkIn(mail.mails[0]!), clock)).toMatchObject({ caseId });
    expect(await eventsOf(database.db, wave, caseId)).toEqual(["created", "link_handed_over"]);
    await ask("lost_link", address);
    await send(mail);
    for (const one of mail.mails) {
      expect((await findCaseByLink(database.db, linkIn(one), clock)).kind).toBe("case");
    }
  });

  test("comes for every case and study that shares the address", async () => {
    const address = freshAddress();
    await aWaveWith(address, 2);
    await aWaveWith(address);
    await ask("lost_link", address);
    const mail = fakeTransport();
    await send(mail);
    expect(mail.addresses()).toEqual([address, address, address]);
  });

  test("comes also after an answer or a no, not after a withdrawal or to somebody who said it is not theirs", async () => {
    for (const [kind, count] of [
      ["submitted", 1],
      ["declined", 1],
      ["withdrawn", 0],
      ["not_me", 0],
    ] as const) {
      const address = freshAddress();
      const wave = await aWaveWith(address);
      await happened(database.db, wave, wave.cases[0]!.caseId, kind, clock);
      await ask("lost_link", address);
      const mail = fakeTransport();
      await send(mail);
      expect([kind, mail.mails.length]).toEqual([kind, count]);
    }
  });

  test("does not come for a closed wave, a stranger, or a study whose key has been destroyed", async () => {
    const address = freshAddress();
    const closed = await aWaveWith(address);
    const ended = await aWaveWith(address);
    await database.db
      .updateTable("wave")
      .set({ closed_at: clock })
      .where("study_id", "=", closed.study.studyId)
      .execute();
    await keys.destroyStudyKey(ended.study.studyId);
    await ask("lost_link", address);
    await ask("lost_link", freshAddress());
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ requests: 2, handedOver: 0, putBack: 0 });
    expect(mail.mails).toEqual([]);
  });

  test("comes a few times an hour at most, whoever asks", async () => {
    const address = freshAddress();
    await aWaveWith(address);
    const mail = fakeTransport();
    for (let request = 0; request < 10; request++) await ask("lost_link", address);
    await send(mail);
    expect(mail.mails).toHaveLength(mailsPerAddressAndHour);
    clock = minutes(61);
    await ask("lost_link", address);
    await send(mail);
    expect(mail.mails).toHaveLength(mailsPerAddressAndHour + 1);
  });

  test("L1 comes once when several processes deal with the request", async () => {
    const address = freshAddress();
    await aWaveWith(address);
    await ask("lost_link", address);
    const mail = fakeTransport();
    await Promise.all([send(mail), send(mail), send(mail)]);
    expect(mail.addresses()).toEqual([address]);
  });
});

describe("a sign-in link", () => {
  test("comes to staff in the language of the page, works once, and signs in", async () => {
    const address = await aStaffMember();
    await ask("sign_in", address.toUpperCase());
    const mail = fakeTransport();
    await send(mail);
    expect(mail.mails.map(({ to, subject }) => [to.address, subject])).toEqual([
      [address, "Lenken din for å logge inn"],
    ]);
    const token = /\/sign-in\/(\S+)/.exec(mail.mails[0]!.text)![1]!;
    const use = () => consumeSignInToken(database.db, token, { now: clock, randomBytes });
    expect((await use()).kind).toBe("signed-in");
    expect((await use()).kind).toBe("used");
  });

  test("does not come to strangers or to members of a panel", async () => {
    const address = freshAddress();
    await aWaveWith(address);
    await ask("sign_in", address);
    await ask("sign_in", freshAddress());
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ requests: 2 });
    expect(mail.mails).toEqual([]);
  });

  test("comes a few times an hour at most", async () => {
    const address = await aStaffMember();
    for (let request = 0; request < 10; request++) await ask("sign_in", address);
    const mail = fakeTransport();
    await send(mail);
    expect(mail.mails).toHaveLength(mailsPerAddressAndHour);
  });

  test("waits while the mail server has trouble, but not until nobody expects it any more", async () => {
    const address = await aStaffMember();
    await ask("sign_in", address);
    const trouble: HandOver = { kind: "put_back", detail: "421", trouble: "service" };
    const mail = fakeTransport(() => (clock < minutes(5) ? trouble : { kind: "handed_over" }));
    await send(mail);
    clock = minutes(5);
    await send(mail);
    await send(mail);
    expect(mail.addresses()).toEqual([address]);
    await ask("sign_in", address);
    clock = minutes(120);
    await send(mail);
    expect(mail.addresses()).toEqual([address]);
  });

  test("L1 comes once when several processes deal with the request, and is not repeated when it may have been sent", async () => {
    const address = await aStaffMember();
    await ask("sign_in", address);
    const mail = fakeTransport();
    await Promise.all([send(mail), send(mail)]);
    expect(mail.mails).toHaveLength(1);
    await ask("sign_in", address);
    let tries = 0;
    const lost = fakeTransport(() => {
      tries += 1;
      return { kind: "uncertain", detail: "timeout" };
    });
    await send(lost);
    await send(lost);
    expect(tries).toBe(1);
  });
});

test("what was asked for leaves the same trace for everybody, and none after a day", async () => {
  const known = freshAddress();
  await aWaveWith(known);
  await ask("lost_link", known);
  await ask("lost_link", freshAddress());
  await send(fakeTransport());
  const rows = await database.db.selectFrom("mail_request").selectAll().execute();
  const traces = rows.map(({ request_id: _, address_hash: __, ...trace }) => trace);
  expect(traces).toHaveLength(2);
  expect(traces[0]).toEqual(traces[1]);
  expect(traces[0]!.sealed_address).toBe("");
  expect(JSON.stringify([rows, log])).not.toContain("some.example");
  clock = minutes(24 * 60 + 1);
  await send(fakeTransport());
  expect(await database.db.selectFrom("mail_request").selectAll().execute()).toEqual([]);
});
