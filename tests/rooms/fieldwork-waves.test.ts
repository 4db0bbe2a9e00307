// A wave on the lead's pages, from its plan to its closing and back.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonb } from "../../src/db/jsonb.ts";
import { listCaseEvents, listCases } from "../../src/wave/case-store.ts";
import { findWave } from "../../src/wave/wave-store.ts";
import { aDesk, answer, type Desk, loadPeople, openWave, send } from "../support/a-lead.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const kindsOf = async ({ db, study }: Desk, memberId: string) => {
  const cases = await listCases(db, study.studyId, 1);
  const found = cases.find((one) => one.memberId === memberId)!;
  return (await listCaseEvents(db, study.studyId, found.caseId)).map(({ kind }) => kind);
};
const stateOf = async ({ db, study }: Desk) => (await findWave(db, study.studyId, 1))?.state;
const cubes = async ({ db, study }: Desk) =>
  (await db.selectFrom("cube").select("waves").where("study_id", "=", study.studyId).execute()).map(
    ({ waves }) => waves,
  );

describe("planning and opening", () => {
  test("every message names its field, and what was typed stays", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/waves/new`);
    await lead.write("opens_on", "2026-02-30");
    await lead.write("closes_on", "");
    await lead.press("Plan the wave");
    expect(lead.status()).toBe(422);
    expect(await lead.text()).toContain("First day: write a date");
    expect(await lead.text()).toContain("Last day: write a date");
    await lead.write("opens_on", "2026-03-10");
    await lead.write("closes_on", "2026-03-05");
    await lead.press("Plan the wave");
    expect(await lead.text()).toContain("Last day: it must not be before the first day.");
    await lead.write("closes_on", "2031-01-01");
    await lead.press("Plan the wave");
    expect(await lead.text()).toContain("Last day: links stop working after 31 December 2030");
    await lead.write("opens_on", "2026-01-01");
    await lead.write("closes_on", "2026-03-01");
    await lead.press("Plan the wave");
    expect(await lead.text()).toContain("Last day: it must not have passed already.");
    expect(await stateOf(desk)).toBeUndefined();
  });

  test("L6 before opening, the lead sees which tables can never be shown", async () => {
    const desk = await aDesk(database.db, { study: { minimumBase: 3 } });
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await lead.open(`${desk.base}/waves/new`);
    await lead.write("closes_on", "2026-03-22");
    await lead.press("Plan the wave");
    await lead.follow("Open the wave");
    const text = await lead.text();
    expect(text).toContain("6 people hold a seat on 2 March 2026 and will be asked.");
    expect(text).toContain("1 person without an e-mail address will need a letter.");
    expect(text).toContain("4 of 4 groups can never be shown");
    expect(text).toContain("By role0 of 22 of 2");
    await lead.press("Open the wave");
    expect(await lead.text()).toContain("The wave is open. No mail has gone out yet.");
    await desk.tick();
    expect(desk.mails).toEqual([]);
    expect((await desk.acts()).slice(-3)).toEqual(["people-loaded", "wave-planned", "wave-opened"]);
  });

  test("the plan can be changed until the wave is opened, not after", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await lead.open(`${desk.base}/waves/new`);
    await lead.write("closes_on", "2026-03-22");
    await lead.press("Plan the wave");
    await lead.follow("Change the plan");
    await lead.write("closes_on", "2026-03-29");
    await lead.press("Save the plan");
    expect(await lead.text()).toContain("2 March 2026 to 29 March 2026");
    await lead.follow("Open the wave");
    await lead.press("Open the wave");
    await lead.open(`${desk.base}/waves/1/plan`);
    expect(lead.status()).toBe(404);
  });

  test("a wave whose last day has passed is not opened", async () => {
    const desk = await aDesk(database.db, { at: "2026-03-02T22:30:00Z" });
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await lead.open(`${desk.base}/waves/new`);
    await lead.write("closes_on", "2026-03-02");
    await lead.press("Plan the wave");
    await lead.follow("Open the wave");
    desk.turnTo("2026-03-02T23:10:00Z");
    await lead.press("Open the wave");
    expect(await lead.text()).toContain("The last day has passed.");
    expect(await stateOf(desk)).toBe("planned");
  });
});

describe("sending", () => {
  test("L1 the mail goes to exactly those in the preview, once", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await lead.open(`${desk.base}/waves/1/send?kind=invitation`);
    const shown = await lead.text();
    expect(shown).toContain("Exactly these people (5)");
    await lead.press("Send to 5 people", { twice: true });
    await desk.tick();
    await desk.tick();
    const addresses = desk.mails.map(({ to }) => to.address).sort();
    expect(addresses).toEqual(["asa", "bo", "cia", "dag", "eva"].map((name) => `${name}@example.org`));
    for (const address of addresses) expect(shown).toContain(address);
  });

  test("L1 a list that changed after it was shown is shown again and not sent to", async () => {
    const desk = await aDesk(database.db);
    const [lead, other] = [await desk.signedIn(), await desk.signedIn()];
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await lead.open(`${desk.base}/waves/1/send?kind=invitation`);
    await other.open(`${desk.base}/people/A1`);
    await other.write("contact-email", "");
    await other.press("Save");
    await lead.press("Send to 5 people");
    expect(lead.status()).toBe(409);
    expect(await lead.text()).toContain("The list has changed since you looked at it.");
    await desk.tick();
    expect(desk.mails).toEqual([]);
    await lead.press("Send to 4 people");
    await desk.tick();
    expect(desk.mails).toHaveLength(4);
  });

  test("L2 a reminder reaches those who have neither answered nor said no, judged when it is sent", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    desk.refused.add("eva@example.org");
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await send(desk, lead, "invitation");
    await answer(desk.visitor(), desk.linkTo("asa@example.org"));
    desk.turnTo("2026-03-02T08:30:00Z");
    await lead.open(`${desk.base}/waves/1/send?kind=reminder`);
    const preview = await lead.text();
    expect(preview).toContain("Exactly these people (3)");
    expect(preview).not.toContain("asa@example.org");
    expect(preview).not.toContain("eva@example.org");
    await lead.press("Send to 3 people");
    await answer(desk.visitor(), desk.linkTo("bo@example.org"));
    await desk.tick();
    const reminded = desk.mails.filter(({ subject }) => subject.includes("reminder"));
    expect(reminded.map(({ to }) => to.address).sort()).toEqual(["cia@example.org", "dag@example.org"]);
  });

  test("L3 mail that stands still is an alarm after ten minutes, and a refused one is not called sent", async () => {
    const own = await freshDatabase();
    const desk = await aDesk(own.db);
    const lead = await desk.signedIn();
    desk.refused.add("eva@example.org");
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await lead.open(`${desk.base}/waves/1/send?kind=invitation`);
    await lead.press("Send to 5 people");
    desk.turnTo("2026-03-02T08:09:00Z");
    await lead.open(`${desk.base}/waves/1`);
    expect(await lead.text()).not.toContain("Mail stands still");
    desk.turnTo("2026-03-02T08:11:00Z");
    await lead.open(`${desk.base}/waves/1`);
    expect(await lead.text()).toContain("5 mails have been waiting, and nothing has moved for 11 minutes.");
    expect(await lead.text()).toContain("The clock of the program has never ticked.");
    await desk.tick();
    await lead.open(`${desk.base}/waves/1`);
    const text = await lead.text();
    expect(text).not.toContain("Mail stands still");
    expect(text).toContain("1 mail was refused.");
    expect(text).toMatch(/MailsHanded overRefused.*541/);
    await own.close();
  });
});

describe("following, closing and opening again", () => {
  test("L8 the response rate is named and adds up from who has answered", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await send(desk, lead, "invitation");
    await answer(desk.visitor(), desk.linkTo("asa@example.org"));
    await answer(desk.visitor(), desk.linkTo("cia@example.org"));
    await lead.open(`${desk.base}/waves/1`);
    const text = await lead.text();
    expect(text).toMatch(/Response rate33%2 of 6RR[26]:/);
    expect(text).toMatch(/politicians33% \(1 of 3\)/);
    expect(text).toMatch(/Flen67% \(2 of 3\)/);
    expect(text).toContain("Flen1 of 21 of 1");
    expect(text).toContain("Have answered2");
    expect(text).toContain("Asked, no answer so far3");
    expect(text).toContain("Not asked yet1");
  });

  test("the page comes again every minute only when it is asked to, and only while the wave is open", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await lead.open(`${desk.base}/waves/1`);
    await lead.follow("Update every minute");
    expect(await lead.text()).toContain("Stop updating");
    await lead.open(`${desk.base}/waves/1/close`);
    await lead.press("Close the wave");
    await lead.open(`${desk.base}/waves/1?every=minute`);
    expect(await lead.text()).not.toContain("Stop updating");
  });

  test("closing says what happens to answers not sent, takes nothing more in, and makes the counts", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await send(desk, lead, "invitation");
    const link = desk.linkTo("asa@example.org");
    await answer(desk.visitor(), link);
    await lead.open(`${desk.base}/waves/1`);
    await lead.follow("Close the wave");
    expect(await lead.text()).toContain("1 of 6 have answered.");
    expect(await lead.text()).toContain("as partial from 50 to 80 %");
    expect(await stateOf(desk)).toBe("open");
    await lead.press("Close the wave", { twice: true });
    expect(await stateOf(desk)).toBe("closed");
    expect(await lead.text()).toContain("The wave is closed.");
    expect(await cubes(desk)).toEqual(["1"]);
    expect((await desk.acts()).filter((act) => act === "wave-closed")).toHaveLength(1);
    const late = desk.visitor();
    await late.open(desk.linkTo("bo@example.org"));
    expect(await late.fields()).not.toContain("q:q1");
  });

  test("a wave closed by mistake is opened again until a figure has been shown; its counts go", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await send(desk, lead, "invitation");
    await lead.open(`${desk.base}/waves/1/close`);
    await lead.press("Close the wave");
    await lead.follow("Open the wave again");
    await lead.write("closes_on", "2026-03-01");
    await lead.press("Open the wave again");
    expect(await lead.text()).toContain("New last day: choose a day that has not passed");
    await lead.write("closes_on", "2026-03-30");
    await lead.press("Open the wave again");
    expect(await stateOf(desk)).toBe("open");
    expect(await cubes(desk)).toEqual([]);
    await answer(desk.visitor(), desk.linkTo("bo@example.org"));
    await lead.open(`${desk.base}/waves/1/close`);
    await lead.press("Close the wave");
    expect(await cubes(desk)).toEqual(["1"]);
    await desk.db
      .insertInto("published_table")
      .values({
        study_id: desk.study.studyId,
        table_id: "t",
        edition: 1,
        waves: jsonb([1]),
        specification: jsonb({}),
        content: jsonb({}),
        first_shown_at: new Date(),
      })
      .execute();
    await lead.open(`${desk.base}/waves/1`);
    expect(await lead.text()).not.toContain("Open the wave again");
    await lead.open(`${desk.base}/waves/1/reopen`);
    expect(await lead.text()).toContain("A figure of this wave has been shown");
    expect(await stateOf(desk)).toBe("closed");
  });

  test("an earlier wave closed later still gets its place in the comparison", async () => {
    const desk = await aDesk(database.db);
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    desk.turnTo("2026-03-10T08:00:00Z");
    const again = await desk.signedIn();
    await openWave(desk, again, { opensOn: "2026-03-10", closesOn: "2026-03-22", wave: 2 });
    for (const wave of [2, 1]) {
      await again.open(`${desk.base}/waves/${wave}/close`);
      await again.press("Close the wave");
    }
    expect((await cubes(desk)).sort()).toEqual(["1", "1-2", "2"]);
  });

  test("the clock closes a wave when its last day is over where the study takes place", async () => {
    const desk = await aDesk(database.db, { study: { timeZone: "America/New_York" } });
    const lead = await desk.signedIn();
    await loadPeople(desk, lead);
    await openWave(desk, lead);
    await send(desk, lead, "invitation");
    desk.turnTo("2026-03-23T03:59:00Z");
    await desk.tick();
    expect(await stateOf(desk)).toBe("open");
    desk.turnTo("2026-03-23T04:00:00Z");
    await desk.tick();
    expect(await stateOf(desk)).toBe("closed");
    expect(await cubes(desk)).toEqual(["1"]);
    expect(await kindsOf(desk, "A1")).toEqual(["created", "invitation_handed_over"]);
    expect(desk.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});
