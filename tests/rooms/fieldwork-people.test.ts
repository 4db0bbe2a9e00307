// Helping single people on the lead's pages: addresses, seats, refusals, letters, and what is never shown.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonb } from "../../src/db/jsonb.ts";
import type { Hand } from "../../src/demo/hand.ts";
import { listCaseEvents, listCases } from "../../src/wave/case-store.ts";
import { caseOutcome } from "../../src/wave/disposition.ts";
import { aDesk, answer, type Desk, loadPeople, openWave, send } from "../support/a-lead.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function fielded(options: Parameters<typeof aDesk>[1] = {}): Promise<{ desk: Desk; lead: Hand }> {
  const desk = await aDesk(database.db, options);
  const lead = await desk.signedIn();
  await loadPeople(desk, lead);
  await openWave(desk, lead);
  return { desk, lead };
}
async function caseOf({ db, study }: Desk, memberId: string): Promise<string> {
  const found = (await listCases(db, study.studyId, 1)).find((one) => one.memberId === memberId);
  if (found === undefined) throw new Error(`${memberId} is not in the wave`);
  return found.caseId;
}
async function eventsOf(desk: Desk, memberId: string) {
  return listCaseEvents(desk.db, desk.study.studyId, (await caseOf(desk, memberId)) as never);
}
async function newestMember({ db, study }: Desk): Promise<string> {
  const row = await db
    .selectFrom("member_event")
    .select("member_id")
    .where("study_id", "=", study.studyId)
    .where("kind", "=", "added")
    .orderBy("event_number", "desc")
    .executeTakeFirstOrThrow();
  return row.member_id;
}
const kindsOf = async (desk: Desk, memberId: string) =>
  (await eventsOf(desk, memberId)).map(({ kind }) => kind);
const canAnswer = async (desk: Desk, link: string) => {
  const visitor = desk.visitor();
  await visitor.open(link);
  return (await visitor.fields()).includes("q:q1");
};

describe("one person in a wave", () => {
  test("a new link goes to that person alone, and the earlier one goes on working", async () => {
    const { desk, lead } = await fielded();
    await send(desk, lead, "invitation");
    const first = desk.linkTo("bo@example.org");
    await lead.open(`${desk.base}/waves/1/people/${await caseOf(desk, "A2")}`);
    await lead.press("Send a new link");
    expect(await lead.text()).toContain("A new link has been put in line for this person.");
    await desk.tick();
    expect(desk.mails.slice(5).map(({ to }) => to.address)).toEqual(["bo@example.org"]);
    expect(desk.linkTo("bo@example.org")).not.toBe(first);
    expect(await canAnswer(desk, first)).toBe(true);
    expect(await canAnswer(desk, desk.linkTo("bo@example.org"))).toBe(true);
  });

  test("a corrected address: the old link is dead, what was begun there is out of sight, the new one starts afresh", async () => {
    const { desk, lead } = await fielded();
    await send(desk, lead, "invitation");
    const wrong = desk.linkTo("bo@example.org");
    await desk.db
      .insertInto("response")
      .values({
        study_id: desk.study.studyId,
        case_id: await caseOf(desk, "A2"),
        instrument_version: 1,
        language: "sv",
        started_at: new Date("2026-03-02T09:00:00Z"),
        saved_at: new Date("2026-03-02T09:00:00Z"),
        draft: jsonb({ q1: 2 }),
        draft_pages: jsonb(["one"]),
      })
      .execute();
    await lead.open(`${desk.base}/waves/1/people/${await caseOf(desk, "A2")}`);
    await lead.write("email", "bo.ek@example.org");
    await lead.press("Correct and send a new link");
    expect(await lead.text()).toContain("The address has been corrected.");
    await desk.tick();
    expect(await canAnswer(desk, wrong)).toBe(false);
    expect(await canAnswer(desk, desk.linkTo("bo.ek@example.org"))).toBe(true);
    const drafts = await desk.db
      .selectFrom("response")
      .select("case_id")
      .where("study_id", "=", desk.study.studyId)
      .execute();
    expect(drafts).toEqual([]);
    expect(await kindsOf(desk, "A2")).toEqual([
      "created",
      "invitation_handed_over",
      "address_corrected",
      "link_handed_over",
    ]);
    expect(await desk.acts()).toContain("contact-corrected");
  });

  test("somebody who had no address gets a link; a letter that is in the post goes on working", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/waves/1/letters`);
    await lead.press("Make the letters");
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await lead.text())![0];
    await lead.open(`${desk.base}/people/A6`);
    await lead.write("contact-email", "fia@example.org");
    await lead.press("Save");
    await desk.tick();
    expect(await canAnswer(desk, desk.linkTo("fia@example.org"))).toBe(true);
    const visitor = desk.visitor();
    await visitor.open("/code");
    await visitor.write("code", code);
    await visitor.press("Go on");
    expect(await visitor.fields()).toContain("q:q1");
  });

  test("an address that another person has is taken only when the lead says they share it", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/waves/1/people/${await caseOf(desk, "A2")}`);
    await lead.write("email", "ASA@example.org");
    await lead.press("Correct and send a new link");
    expect(lead.status()).toBe(422);
    expect(await lead.text()).toContain("another person in the study has it");
    await lead.choose("shared", "yes");
    await lead.press("Correct and send a new link");
    expect(await lead.text()).toContain("The address has been corrected.");
  });

  test("a no by telephone stops the mail; later waves too if that was said", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/waves/1/send?kind=invitation`);
    await lead.press("Send to 5 people");
    await lead.open(`${desk.base}/waves/1/people/${await caseOf(desk, "A4")}`);
    await lead.choose("further", "yes");
    await lead.press("Note that the person said no");
    await desk.tick();
    expect(desk.mails.map(({ to }) => to.address)).not.toContain("dag@example.org");
    expect(caseOutcome(await eventsOf(desk, "A4"), "2026-03-02").standing).toBe("declined");
    await lead.open(`${desk.base}/people`);
    expect(await lead.text()).toContain("Dag Lund wants no further waves");
    expect(await desk.acts()).toContain("refusal-recorded");
  });

  test("whether somebody has answered is nowhere to be seen for one person", async () => {
    const { desk, lead } = await fielded();
    await send(desk, lead, "invitation");
    const pages = async () => {
      const seen: string[] = [];
      for (const page of [`waves/1/people`, `waves/1/people/${await caseOf(desk, "A1")}`, "people/A1"]) {
        await lead.open(`${desk.base}/${page}`);
        seen.push(await lead.text());
      }
      return seen;
    };
    const before = await pages();
    await answer(desk.visitor(), desk.linkTo("asa@example.org"));
    expect(await kindsOf(desk, "A1")).toContain("submitted");
    expect(await pages()).toEqual(before);
    await lead.open(`${desk.base}/waves/1/people/${await caseOf(desk, "A1")}`);
    await lead.press("Send a new link");
    expect(await lead.text()).toContain("A new link has been put in line");
  });

  test("somebody is added to a wave that is open, and invited", async () => {
    const { desk, lead } = await fielded();
    await send(desk, lead, "invitation");
    await lead.open(`${desk.base}/waves/1/add`);
    expect(await lead.text()).toContain("Everybody who holds a seat today is in the wave.");
    await lead.follow("Add somebody to the list of people");
    await lead.write("name", "Gun Ny");
    await lead.write("email", "gun@example.org");
    await lead.choose("role", "official");
    await lead.write("municipality", "Flän");
    await lead.press("Add the person");
    expect(await lead.text()).toContain("Did you mean Flen");
    await lead.write("municipality", "Flen");
    await lead.press("Add the person");
    expect(await lead.text()).toContain("The person has been added.");
    await lead.open(`${desk.base}/waves/1/add`);
    await lead.press("Add to the wave");
    expect(await lead.text()).toContain("Person: choose one of those in the list.");
    await lead.choose("member", await newestMember(desk));
    await lead.press("Add to the wave");
    expect(await lead.text()).toContain("The person has been added to the wave.");
    await send(desk, lead, "invitation");
    expect(desk.mails.at(-1)?.to.address).toBe("gun@example.org");
    expect(await desk.acts()).toEqual(expect.arrayContaining(["member-added", "case-added"]));
  });
});

describe("letters", () => {
  test("each has a code and a link of its own to one person's questionnaire, and is noted as printed", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/waves/1/letters`);
    expect(await lead.text()).toContain("Fia Holmofficial, MotalaNot printed yet");
    expect(await kindsOf(desk, "A6")).toEqual(["created"]);
    await lead.press("Make the letters");
    const text = await lead.text();
    expect(text).toContain("1 letter is ready.");
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)![0];
    const visitor = desk.visitor();
    await visitor.open("/code");
    await visitor.write("code", code.toLowerCase().replaceAll("-", " "));
    await visitor.press("Go on");
    expect(await visitor.fields()).toContain("q:q1");
    const [event] = (await eventsOf(desk, "A6")).slice(-1);
    expect(event).toMatchObject({ kind: "invitation_handed_over", detail: { channel: "letter" } });
    expect(await desk.acts()).toContain("letters-printed");
    await lead.open(`${desk.base}/waves/1/letters`);
    expect(await lead.text()).toContain("Printed 2 March 2026");
    await lead.press("Make the letters");
    expect(await lead.text()).toContain("There was no letter to print for this choice.");
    await lead.choose("which", "reminder");
    await lead.press("Make the letters");
    expect(await lead.text()).toContain("1 letter is ready.");
    expect((await kindsOf(desk, "A6")).at(-1)).toBe("reminder_handed_over");
  });

  test("L2 no letter goes to somebody who has answered or said no", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/waves/1/letters`);
    await lead.press("Make the letters");
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await lead.text())![0];
    const visitor = desk.visitor();
    await visitor.open("/code");
    await visitor.write("code", code);
    await visitor.press("Go on");
    await answer(visitor, visitor.address());
    await lead.open(`${desk.base}/waves/1/letters`);
    await lead.choose("which", "reminder");
    await lead.press("Make the letters");
    expect(await lead.text()).toContain("There was no letter to print for this choice.");
  });
});

describe("seats", () => {
  test("who left before the reference day was never to be asked; who left after it gets no reminder", async () => {
    const { desk, lead } = await fielded();
    await send(desk, lead, "invitation");
    for (const [member, day] of [
      ["A1", "2026-03-01"],
      ["A2", "2026-03-02"],
    ] as const) {
      await lead.open(`${desk.base}/people/${member}`);
      await lead.write("leave-on", day);
      await lead.press("Note that the person has left");
      expect(await lead.text()).toContain("It has been noted that the person has left the seat.");
    }
    expect(caseOutcome(await eventsOf(desk, "A1"), "2026-03-02").standing).toBe("left-before");
    expect(caseOutcome(await eventsOf(desk, "A2"), "2026-03-02").standing).toBe("left-after");
    await lead.open(`${desk.base}/waves/1`);
    expect(await lead.text()).toContain("0 of 5");
    await send(desk, lead, "reminder");
    expect(
      desk.mails
        .slice(5)
        .map(({ to }) => to.address)
        .sort(),
    ).toEqual(["cia@example.org", "dag@example.org", "eva@example.org"]);
  });

  test("somebody new in the same seat, from the day after", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/people/A3`);
    await lead.write("replace-name", "");
    await lead.press("Put the new person in the seat");
    expect(await lead.text()).toContain("Name: write first and last name.");
    expect(await kindsOf(desk, "A3")).toEqual(["created"]);
    await lead.write("replace-name", "Hans Ny");
    await lead.write("replace-email", "hans@example.org");
    await lead.write("replace-from", "2026-03-02");
    await lead.press("Put the new person in the seat");
    expect(await lead.text()).toContain("The new person has been put in the seat.");
    expect(await lead.text()).toContain("Hans Ny");
    const tenures = await desk.db
      .selectFrom("tenure")
      .select(["seat_id", "held_from", "held_to"])
      .where("study_id", "=", desk.study.studyId)
      .where("seat_id", "in", (seats) =>
        seats.selectFrom("tenure").select("seat_id").where("member_id", "=", "A3"),
      )
      .orderBy("held_to")
      .execute();
    expect(tenures.map(({ held_from, held_to }) => [held_from, held_to])).toEqual([
      [null, "2026-03-01"],
      ["2026-03-02", null],
    ]);
    expect(await desk.acts()).toEqual(expect.arrayContaining(["seat-left", "seat-taken-over"]));
  });

  test("somebody who came into a seat while a wave is open can be added to it from their own page", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/people/A3`);
    expect(await lead.text()).not.toContain("is not in it");
    await lead.write("replace-name", "Hans Ny");
    await lead.write("replace-email", "hans@example.org");
    await lead.press("Put the new person in the seat");
    expect(await lead.text()).toContain("Wave 1 is open, and this person is not in it.");
    await lead.follow("Add the person");
    await lead.press("Add to the wave");
    expect(await kindsOf(desk, await newestMember(desk))).toEqual(["created"]);
    await lead.open(`${desk.base}/people/${await newestMember(desk)}`);
    expect(await lead.text()).not.toContain("is not in it");
  });

  test("somebody who changes role keeps the role of the wave's reference day in that wave", async () => {
    const { desk, lead } = await fielded();
    await lead.open(`${desk.base}/people/A4`);
    await lead.choose("move-role", "politician");
    await lead.write("move-municipality", "Motala");
    await lead.press("Change the seat");
    expect(await lead.text()).toContain("Role: the person holds this role in this municipality already.");
    await lead.choose("move-role", "official");
    await lead.write("move-from", "2026-03-05");
    await lead.press("Change the seat");
    expect(await lead.text()).toContain("The seat has been changed.");
    const cases = await listCases(desk.db, desk.study.studyId, 1);
    expect(cases.find(({ memberId }) => (memberId as string) === "A4")?.role).toBe("politician");
    expect(await desk.acts()).toContain("member-moved");
  });
});
