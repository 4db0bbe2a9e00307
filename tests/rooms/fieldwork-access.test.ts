// Who may open the lead's pages, what they hold in every language, and what nobody is shown.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StudyDefinition } from "../../src/study/study.ts";
import { listCases } from "../../src/wave/case-store.ts";
import { aDesk, answer, type Desk, loadPeople, openWave, publicUrl, send } from "../support/a-lead.ts";
import { aLoadedStudy } from "../support/a-study.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let desk: Desk;
let pages: string[];
let other: StudyDefinition;

beforeAll(async () => {
  database = await freshDatabase();
  desk = await aDesk(database.db);
  const lead = await desk.signedIn();
  await loadPeople(desk, lead);
  await openWave(desk, lead);
  await send(desk, lead, "invitation");
  await answer(desk.visitor(), desk.linkTo("asa@example.org"));
  other = await aLoadedStudy(database.db, new Date("2026-03-02T08:00:00Z"), {
    studyId: "another-study" as StudyDefinition["studyId"],
  });
  const [one] = await listCases(database.db, desk.study.studyId, 1);
  pages = [
    "",
    "/people",
    "/people?show=all&q=%C3%85sa",
    "/people?show=vacant",
    "/people/add",
    "/people/load",
    "/people/A1",
    "/people/A6",
    "/waves/new",
    "/waves/1",
    "/waves/1/send?kind=invitation",
    "/waves/1/send?kind=reminder",
    "/waves/1/people",
    "/waves/1/people?show=left",
    `/waves/1/people/${one!.caseId}`,
    "/waves/1/letters",
    "/waves/1/add",
    "/waves/1/close",
    "/questionnaire",
    "/questionnaire/1",
  ].map((path) => `${desk.base}${path}`);
});
afterAll(() => database.close());

describe("the lead's pages", () => {
  test("are complete in every language, each page in its own", async () => {
    for (const language of ["sv", "nb", "nn", "en"] as const) {
      const lead = await desk.signedIn("lead", language);
      for (const page of ["/lead", ...pages]) {
        await lead.open(page);
        expect(`${page} ${lead.status()}`).toBe(`${page} 200`);
        expect(await lead.language()).toBe(language);
        expect(await lead.text()).not.toMatch(/undefined|\[object|NaN|=>|function|\{[a-z_]+\}/);
      }
    }
  });

  test("O1 are not there for evaluators, for leads of other studies, or for those who are not signed in", async () => {
    const evaluator = await desk.signedIn("evaluator");
    const stranger = await desk.signedIn("lead", "en", other);
    const visitor = desk.visitor();
    for (const page of pages) {
      await evaluator.open(page);
      expect(evaluator.status()).toBe(404);
      await stranger.open(page);
      expect(stranger.status()).toBe(404);
      await visitor.open(page);
      expect(visitor.address()).toBe(`${publicUrl}/sign-in`);
    }
    await stranger.open("/lead");
    expect(await stranger.text()).not.toContain(desk.study.studyId);
  });

  test("people and cases of another study cannot be named in an address", async () => {
    const lead = await desk.signedIn();
    const second = await aDesk(database.db);
    const theirs = await second.signedIn();
    await loadPeople(second, theirs, [
      { member_id: "Z1", name: "Zoë Zorn", role: "politician", municipality: "Flen" },
    ]);
    await openWave(second, theirs);
    const [foreign] = await listCases(database.db, second.study.studyId, 1);
    for (const path of [
      `${desk.base}/people/Z1`,
      `${desk.base}/waves/1/people/${foreign!.caseId}`,
      `${desk.base}/waves/2`,
      `${desk.base}/waves/x`,
      `${desk.base}/waves/1/people/nobody`,
      `${desk.base}/people/${encodeURIComponent("' or 1=1 --")}`,
      "/lead/no-such-study",
    ]) {
      await lead.open(path);
      expect(`${path} ${lead.status()}`).toBe(`${path} 404`);
    }
  });

  test("a form that another website makes the browser send changes nothing", async () => {
    const lead = await desk.signedIn();
    await lead.open(`${desk.base}/waves/1/close`);
    const answered = await desk.app.request(`${publicUrl}${desk.base}/waves/1/close`, {
      method: "POST",
      headers: {
        origin: "https://elsewhere.example",
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    expect(answered.status).toBe(403);
    const { opened_at, closed_at } = await database.db
      .selectFrom("wave")
      .select(["opened_at", "closed_at"])
      .where("study_id", "=", desk.study.studyId)
      .executeTakeFirstOrThrow();
    expect([opened_at === null, closed_at]).toEqual([false, null]);
  });

  test("opening any of them, as often as one likes, changes nothing", async () => {
    const lead = await desk.signedIn();
    const state = async () => ({
      acts: await desk.acts(),
      events: await count("case_event"),
      links: await count("survey_link"),
      codes: await count("access_code"),
      sends: await count("mail_send"),
    });
    const count = async (table: "case_event" | "survey_link" | "access_code" | "mail_send") =>
      (
        await database.db
          .selectFrom(table)
          .select("study_id")
          .where("study_id", "=", desk.study.studyId)
          .execute()
      ).length;
    const before = await state();
    for (const page of [...pages, ...pages]) await lead.open(page);
    expect(await state()).toEqual(before);
  });

  test("hold no answer, and no log line holds a name, an address or a link", async () => {
    const lead = await desk.signedIn();
    for (const page of pages) {
      await lead.open(page);
      expect(await lead.text()).not.toContain("Hur går det?");
    }
    const log = JSON.stringify(desk.logged);
    for (const secret of ["Åsa", "asa@example.org", desk.linkTo("asa@example.org").slice(3)]) {
      expect(log).not.toContain(secret);
    }
    const audit = await database.db
      .selectFrom("audit_log")
      .select(["act", "detail"])
      .where("study_id", "=", desk.study.studyId)
      .execute();
    expect(JSON.stringify(audit)).not.toMatch(/Åsa|@example\.org/);
  });
});
