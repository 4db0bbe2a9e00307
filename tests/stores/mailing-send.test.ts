import { describe, expect, test } from "vitest";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { findCaseByLink } from "../../src/access/survey-link.ts";
import type { HandOver } from "../../src/mailing/mail-transport.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import { eventsOf, happened } from "../support/a-fielded-wave.ts";
import { aMailLine, emails, minutes, none, publicUrl } from "../support/a-mail-line.ts";
import { fakeTransport, linkIn } from "../support/mail-fake.ts";

const line = aMailLine();
const { keys, deps, send, queue, aQueuedWave, figures } = line;

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
      expect(await findCaseByLink(line.database.db, linkIn(got), line.clock)).toMatchObject({
        caseId,
        purpose: "answer",
      });
      expect(await eventsOf(line.database.db, wave, caseId)).toEqual(["created", "invitation_handed_over"]);
    }
    expect(await figures(wave)).toEqual({ ...none, handedOver: 2 });
  });

  test("its link works until the study's links end, and is not in the database", async () => {
    const wave = await aQueuedWave(1);
    const mail = fakeTransport();
    await send(mail);
    const token = linkIn(mail.mails[0]!);
    const end = new Date("2030-12-31T23:00:00Z");
    expect((await findCaseByLink(line.database.db, token, new Date(end.getTime() - 1))).kind).toBe("case");
    expect((await findCaseByLink(line.database.db, token, end)).kind).toBe("expired");
    const rows = await line.database.db.selectFrom("survey_link").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(wave.cases).toHaveLength(1);
  });

  test("carries the message's own id as Message-ID", async () => {
    const wave = await aQueuedWave(1);
    const mail = fakeTransport();
    await send(mail);
    const { message_id } = await line.database.db
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
    line.clock = minutes(5);
    expect(await send(mail)).toMatchObject({ putBack: 1 });
    line.clock = minutes(20);
    expect(await send(mail)).toMatchObject({ handedOver: 1 });
    line.clock = minutes(6000);
    expect(await send(mail)).toMatchObject({ handedOver: 0 });
    expect(mail.mails).toHaveLength(1);
    expect(await eventsOf(line.database.db, wave, wave.cases[0]!.caseId)).toEqual([
      "created",
      "invitation_handed_over",
    ]);
  });

  test("becomes a refusal after two days of being put off", async () => {
    const wave = await aQueuedWave(1);
    const mail = fakeTransport(() => ({ kind: "put_back", detail: "452 4.2.2", trouble: "recipient" }));
    for (let hour = 0; hour <= 48; hour += 4) {
      line.clock = minutes(hour * 60);
      await send(mail);
    }
    expect(await figures(wave)).toEqual({ ...none, refused: 1 });
    expect(await eventsOf(line.database.db, wave, wave.cases[0]!.caseId)).toEqual([
      "created",
      "mail_refused",
    ]);
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
    line.clock = minutes(1);
    const after = fakeTransport();
    await send(after);
    expect(after.addresses()).toEqual(emails(wave));
  });

  test("mails that may have been sent end a run before there are many of them", async () => {
    const wave = await aQueuedWave(50);
    await send(fakeTransport(() => ({ kind: "uncertain", detail: "timeout" }), { concurrency: 1 }));
    line.clock = minutes(6);
    expect(await figures(wave)).toEqual({ ...none, uncertain: 3, waiting: 47 });
    await send(fakeTransport());
  });

  test("a mail that cannot be written holds up nobody else", async () => {
    const { db } = line.database;
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
    expect(line.log.map(({ event }) => event)).toContain("seal-broken");
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
  expect(await eventsOf(line.database.db, wave, wave.cases[0]!.caseId)).toEqual(["created", "mail_refused"]);
  expect(await queue(wave, "reminder")).toBe(1);
  const mail = fakeTransport();
  await send(mail);
  expect(mail.addresses()).toEqual(["person-2@example.org"]);
  await happened(line.database.db, wave, wave.cases[0]!.caseId, "address_corrected", line.clock);
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
    const { db } = line.database;
    const wave = await aQueuedWave(2);
    await send(fakeTransport());
    expect(await queue(wave, "reminder")).toBe(2);
    await happened(db, wave, wave.cases[0]!.caseId, kind, line.clock);
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
    await line.database.db
      .updateTable("wave")
      .set({ closed_at: line.clock })
      .where("study_id", "=", wave.study.studyId)
      .execute();
    const mail = fakeTransport();
    expect(await send(mail)).toMatchObject({ handedOver: 0, notDue: 3 });
    expect(mail.mails).toEqual([]);
  });

  test("the mail goes to the address as it is now, and to nobody whose details were erased", async () => {
    const { db } = line.database;
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

test("a person who is erased while their mail is handed over takes nobody else's record along", async () => {
  const { db } = line.database;
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
