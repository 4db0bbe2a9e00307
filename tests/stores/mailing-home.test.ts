// Where a database is at home, and whether mail moves.
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkAuditLog, serviceLog } from "../../src/access/audit-log.ts";
import { openContactVault } from "../../src/access/contact-vault.ts";
import { requestMail } from "../../src/access/mail-request.ts";
import { lastTick } from "../../src/mailing/clock-tick-store.ts";
import { mailHealth } from "../../src/mailing/mail-health.ts";
import { requestSend } from "../../src/mailing/request-send.ts";
import { sendDueMessages } from "../../src/mailing/send-due-messages.ts";
import { moveHome } from "../../src/mailing/service-home.ts";
import { aFieldedWave } from "../support/a-fielded-wave.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type FakeTransport, fakeTransport } from "../support/mail-fake.ts";
import { memoryKeys } from "../support/memory-keys.ts";

const start = new Date("2026-03-02T09:00:00Z");
const home = "https://tidvis.example";
const copy = "http://localhost:8080";
const keys = memoryKeys();
let database: TestDatabase;
let clock: Date;
beforeEach(async () => {
  database = await freshDatabase();
  clock = start;
});
afterEach(() => database.close());

const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const send = (mail: FakeTransport | null, publicUrl = home, limit = 100) =>
  sendDueMessages(
    {
      db: database.db,
      now: () => clock,
      randomBytes,
      vault: openContactVault(keys),
      keys,
      publicUrl,
      mail,
      log: () => {},
    },
    { limit },
  );
async function queue(people: number): Promise<void> {
  const { study } = await aFieldedWave(database.db, keys, { people });
  await requestSend(database.db, {
    studyId: study.studyId,
    waveNumber: 1,
    kind: "invitation",
    now: clock,
    actor: "staff-1",
    randomBytes,
  });
}
const health = (publicUrl = home) => mailHealth(database.db, { publicUrl, now: clock });

describe("L4 a database is at home at one address", () => {
  test("a copy on another address mails nobody, not even staff, and says why", async () => {
    await send(fakeTransport());
    await queue(2);
    const asked = {
      purpose: "sign_in" as const,
      address: "a@example.org",
      language: "sv" as const,
      caller: null,
    };
    await requestMail(database.db, { keys, randomBytes }, { ...asked, now: clock });
    const mail = fakeTransport();
    expect(await send(mail, copy)).toEqual({ kind: "elsewhere", home, here: copy });
    expect(mail.mails).toEqual([]);
    expect((await health(copy)).homeElsewhere).toBe(home);
    expect(await database.db.selectFrom("message_claim").selectAll().execute()).toEqual([]);
    expect(await send(mail)).toMatchObject({ handedOver: 2, requests: 1 });
  });

  test("the first to start makes it the home, however many start at once", async () => {
    await queue(1);
    const mail = fakeTransport();
    const runs = await Promise.all([home, copy, "https://third.example"].map((url) => send(mail, url)));
    expect(runs.filter(({ kind }) => kind === "elsewhere")).toHaveLength(2);
    expect(mail.mails).toHaveLength(1);
  });

  test("the operator can move it on purpose, which is in the log", async () => {
    await send(fakeTransport());
    await queue(1);
    const move = { publicUrl: copy, actor: "operator", now: clock };
    expect(await moveHome(database.db, move)).toEqual({ kind: "moved", from: home });
    expect(await moveHome(database.db, move)).toEqual({ kind: "already-home" });
    const mail = fakeTransport();
    expect((await send(mail, home)).kind).toBe("elsewhere");
    expect(await send(mail, copy)).toMatchObject({ handedOver: 1 });
    const log = await checkAuditLog(database.db, serviceLog);
    expect(log.kind === "whole" && log.entries.at(-1)).toMatchObject({
      act: "home-moved",
      actor: "operator",
      detail: { from: home, to: copy },
    });
  });
});

describe("L3 whether mail moves", () => {
  test("every turn notes the clock, whether or not anything was to be done", async () => {
    expect(await lastTick(database.db)).toBeNull();
    expect(await health()).toEqual({
      kind: "idle",
      waiting: 0,
      minutesStill: 0,
      lastTick: null,
      homeElsewhere: null,
    });
    await send(null);
    clock = minutes(1);
    await send(fakeTransport(), copy);
    expect(await lastTick(database.db)).toEqual(minutes(1));
  });

  test("nothing moving for ten minutes while something waits is an alarm", async () => {
    await queue(2);
    clock = minutes(9);
    expect(await health()).toMatchObject({ kind: "moving", waiting: 2, minutesStill: 9 });
    clock = minutes(10);
    expect(await health()).toMatchObject({ kind: "stalled", waiting: 2, minutesStill: 10 });
    await send(fakeTransport(), home, 1);
    expect(await health()).toMatchObject({
      kind: "moving",
      waiting: 1,
      minutesStill: 0,
      lastTick: minutes(10),
    });
    clock = minutes(20);
    expect(await health()).toMatchObject({ kind: "stalled", waiting: 1 });
    await send(fakeTransport());
    expect(await health()).toMatchObject({ kind: "idle", waiting: 0 });
  });

  test("a mail that is to be tried again later is no alarm until then", async () => {
    await queue(1);
    await send(fakeTransport(() => ({ kind: "put_back", detail: "450", trouble: "recipient" })));
    clock = minutes(4);
    expect(await health()).toMatchObject({ kind: "idle" });
    clock = minutes(15);
    expect(await health()).toMatchObject({ kind: "stalled", waiting: 1 });
  });

  test("a request for a mail that nobody deals with is an alarm too", async () => {
    const asked = {
      purpose: "sign_in" as const,
      address: "a@example.org",
      language: "sv" as const,
      caller: null,
    };
    await requestMail(database.db, { keys, randomBytes }, { ...asked, now: clock });
    clock = minutes(11);
    expect(await health()).toMatchObject({ kind: "stalled", waiting: 1, minutesStill: 11 });
  });
});
