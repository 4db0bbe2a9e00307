// One's own page: opened by the word; what is stored can be seen, taken out, changed and withdrawn.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkAuditLog } from "../../src/access/audit-log.ts";
import { responsesOfWave } from "../../src/collection/response-data.ts";
import { respondent as swedish } from "../../src/language/sv/respondent.ts";
import { eventsOf } from "../support/a-fielded-wave.ts";
import { aRespondentWorld, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const events = (world: RespondentWorld, place = 0) =>
  eventsOf(world.db, world.wave, world.wave.cases[place]!.caseId);
const memberEvents = async (world: RespondentWorld) =>
  (
    await world.db
      .selectFrom("member_event")
      .select("kind")
      .where("study_id", "=", world.wave.study.studyId)
      .orderBy("event_number")
      .execute()
  ).map(({ kind }) => kind);
const filedAs = { version: "1", language: "sv", press: "next" };
const first = { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no", "q:why_not": "time" };
const last = { ...filedAs, shown: ["q:times", "q:more"], "q:times": "7", "q:more": "Ärligt <b>talat</b>" };

/** A case whose answers have been sent: its link, and the word. */
async function sent(world: RespondentWorld, place = 0): Promise<{ link: string; word: string }> {
  const link = await world.link(place);
  await post(world, `/s/${link}/p/first`, first);
  const answer = await post(world, `/s/${link}/p/last`, { ...last, token: "A".repeat(22) });
  const receipt = await (await world.app.request(answer.headers.get("location")!)).text();
  return { link, word: /<p class="word"[^>]*>([^<]+)</.exec(receipt)?.[1] ?? "" };
}

/** Types the word. @returns the address of the own page */
async function entered(world: RespondentWorld, link: string, word: string): Promise<string> {
  const answer = await post(world, `/s/${link}/own/word`, { language: "sv", word });
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!.replace(/\/own.*$/, "");
}
const text = async (world: RespondentWorld, path: string) => (await world.app.request(path)).text();

describe("R7 the own page", () => {
  test("needs the word once the answers are sent, and shows what is stored, who sees it and until when", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    const without = await text(world, `/s/${link}/own`);
    expect(without).not.toContain("Ingen tid");
    expect(without).toContain(swedish.received.wordText);
    for (const path of ["answers.json", "answers.txt", "withdraw"]) {
      const answer = await world.app.request(`/s/${link}/own/${path}`);
      expect(answer.headers.get("location")).toBe(`/s/${link}/own`);
    }
    const own = await entered(world, link, ` ${word.toUpperCase().replace("-", " ")} `);
    const page = await text(world, `${own}/own`);
    expect(page).toContain("Ingen tid");
    expect(page).toContain("Ärligt &lt;b&gt;talat&lt;/b&gt;");
    expect(page).toContain("Älvdalen");
    expect(page).toContain("31\u00a0december\u00a02030");
    expect(page).toContain(swedish.own.whoBase(5));
  });

  test("the own page closes after two hours", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    const own = await entered(world, link, word);
    world.clock.now = new Date(world.clock.now.getTime() + 2 * 60 * 60_000 + 1000);
    const answer = await world.app.request(`${own}/own`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).not.toContain("Ingen tid");
  });

  test("wrong words are limited to ten an hour, also when typed all at once", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, at) => post(world, `/s/${link}/own/word`, { word: `bado${at}` })),
    );
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect((await post(world, `/s/${link}/own/word`, { word })).status).toBe(429);
    world.clock.now = new Date(world.clock.now.getTime() + 61 * 60_000);
    expect((await post(world, `/s/${link}/own/word`, { word })).status).toBe(303);
  });

  test("the word of one case opens no other", async () => {
    const world = await aRespondentWorld(database.db);
    const mine = await sent(world, 0);
    const theirs = await sent(world, 1);
    expect((await post(world, `/s/${theirs.link}/own/word`, { word: mine.word })).status).toBe(422);
  });

  test("data go out as text and as a file, with questions and answers in words", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    const own = await entered(world, link, word);
    const file = await world.app.request(`${own}/own/answers.json`);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    const data = (await file.json()) as Record<string, unknown>;
    expect(data.answers).toEqual({ meets: "no", why_not: "time", times: 7, more: "Ärligt <b>talat</b>" });
    expect(data.answersInWords).toContainEqual({
      question: "why_not",
      title: "Varför inte?",
      answer: "Ingen tid",
    });
    const readable = await text(world, `${own}/own/answers.txt`);
    expect(readable).toContain("Varför inte?\n    Ingen tid");
  });

  test("R3 answers are changed only by sending them again; giving up keeps the old ones", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    const own = await entered(world, link, word);
    const begun = await post(world, `${own}/own/correct`, { language: "sv" });
    expect(begun.headers.get("location")).toBe(`${own}/p/first`);
    expect(await text(world, `${own}/p/first`)).toMatch(/value="time"[^>]*checked/);
    await post(world, `${own}/p/first`, { ...first, "q:why_not": "need" });
    expect((await world.response())?.answers?.why_not).toBe("time");
    expect(await text(world, `${own}/later`)).toContain(swedish.later.correcting);
    await post(world, `${own}/own/keep`, { language: "sv" });
    expect((await world.response())?.draft).toBeNull();

    await post(world, `${own}/own/correct`, { language: "sv" });
    await post(world, `${own}/p/first`, { ...first, "q:why_not": "need" });
    world.clock.now = new Date(world.clock.now.getTime() + 60 * 60_000);
    const done = await post(world, `${own}/p/last`, { ...last, token: "C".repeat(22) });
    const page = await text(world, `${own}/own`);
    for (const [term, time] of [
      [swedish.own.submitted, "11:00"],
      [swedish.own.corrected, "12:00"],
    ] as const) {
      expect(page).toMatch(new RegExp(`<dt>${term}</dt><dd>[^<]*${time}`));
    }
    expect(await text(world, done.headers.get("location")!)).toContain(swedish.receipt.correctedTitle);
    expect((await world.response())?.answers?.why_not).toBe("need");
    expect(await events(world)).toEqual(["created", "started", "submitted", "corrected"]);
    expect((await post(world, `/s/${link}/own/word`, { word })).status).toBe(422);
  });

  test("nothing can be changed by the answer link, or when the wave has closed", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    await post(world, `/s/${link}/own/correct`, { language: "sv" });
    expect((await world.response())?.draft).toBeNull();
    const own = await entered(world, link, word);
    await post(world, `${own}/own/correct`, { language: "sv" });
    await world.close();
    const late = await post(world, `${own}/p/last`, { ...last, token: "C".repeat(22), "q:times": "8" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain(`href="${own}/own"`);
    expect((await world.response())?.answers?.times).toBe(7);
    await post(world, `${own}/own/keep`, { language: "sv" });
    await post(world, `${own}/own/correct`, { language: "sv" });
    expect((await world.response())?.draft).toBeNull();
    expect(await text(world, `${own}/own`)).toContain(swedish.own.changeClosed);
  });

  test("withdrawing erases the answers, is confirmed first, and is for good", async () => {
    const world = await aRespondentWorld(database.db);
    const { link, word } = await sent(world);
    const own = await entered(world, link, word);
    expect((await post(world, `${own}/own/withdraw`, { language: "sv" })).status).toBe(422);
    expect(await world.response()).toBeDefined();
    await Promise.all(
      [1, 2].map(() => post(world, `${own}/own/withdraw`, { language: "sv", scope: "wave" })),
    );
    expect(await world.response()).toBeUndefined();
    expect(await events(world)).toEqual(["created", "started", "submitted", "withdrawn"]);
    expect(await memberEvents(world)).toEqual([]);
    for (const path of [`/s/${link}`, `${own}/own`, `/s/${link}/own`]) {
      expect(await text(world, path)).toContain(swedish.withdrawn.title);
    }
    for (const page of [await text(world, `${own}/own`), await text(world, `/s/${link}/own/answers.txt`)]) {
      expect(page).toContain("Älvdalen");
      expect(page).toContain(swedish.own.withdrawn);
      expect(page).not.toContain("Ingen tid");
    }
    const again = await post(world, `/s/${link}/p/first`, first);
    expect(again.status).toBe(409);
    expect(await world.response()).toBeUndefined();
    const log = await checkAuditLog(world.db, world.wave.study.studyId);
    expect(log.kind === "whole" && log.entries.map(({ act }) => act)).toEqual(["answers-withdrawn"]);
  });

  test("withdrawing from the study takes every wave's answers, and the member out of later ones", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    await post(world, `/s/${link}/p/first`, first);
    await post(world, `/s/${link}/own/withdraw`, { language: "sv", scope: "study" });
    expect(await world.response()).toBeUndefined();
    expect(await memberEvents(world)).toEqual(["withdrawn"]);
    expect(await text(world, `/s/${link}/own`)).toContain(swedish.withdrawn.outOfStudy);
    await post(world, `/s/${link}/own/further-waves`, { language: "sv", answer: "yes" });
    expect(await memberEvents(world)).toEqual(["withdrawn"]);
    expect((await events(world)).at(-1)).toBe("withdrawn");
    const answers = [];
    for await (const one of responsesOfWave(world.db, { ...world.wave, studyId: world.wave.study.studyId })) {
      answers.push(one.answers);
    }
    expect(answers).toEqual([null, null]);
  });

  test("after one round is withdrawn, the others that hold answers are named, and can be withdrawn too", async () => {
    const world = await aRespondentWorld(database.db);
    const { db, wave } = world;
    const { studyId } = wave.study;
    const link = await world.link();
    await post(world, `/s/${link}/p/first`, first);
    await sql`insert into wave select ${studyId}, 2, instrument_version, '2027-03-01', '2027-03-01',
        '2027-03-31', planned_at, opened_at, closed_at
      from wave where study_id = ${studyId}`.execute(db);
    await sql`insert into survey_case (study_id, case_id, wave_number, member_id, seat_id, role, municipality,
        groups, language, created_at)
      select study_id, 'later', 2, member_id, seat_id, role, municipality, groups, language, created_at
      from survey_case where study_id = ${studyId} and case_id = ${wave.cases[0]!.caseId}`.execute(db);
    await sql`insert into response (study_id, case_id, instrument_version, language, started_at, saved_at, draft,
        draft_pages)
      select study_id, 'later', instrument_version, language, started_at, saved_at, draft, draft_pages
      from response where study_id = ${studyId}`.execute(db);
    await post(world, `/s/${link}/own/withdraw`, { language: "sv", scope: "wave" });
    expect(await text(world, `/s/${link}/own`)).toContain(swedish.withdrawn.otherRounds("2"));
    const asked = await text(world, `/s/${link}/own/withdraw`);
    expect(asked).toContain(swedish.withdraw.otherRounds);
    expect(asked).not.toContain('value="wave"');
    await post(world, `/s/${link}/own/withdraw`, { language: "sv", scope: "study" });
    const left = await db.selectFrom("response").select("case_id").where("study_id", "=", studyId).execute();
    expect(left).toEqual([]);
    expect(await text(world, `/s/${link}/own`)).toContain(swedish.withdrawn.outOfStudy);
  });

  test("further waves are declined and accepted again, each noted once", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    const say = (answer: string) => post(world, `/s/${link}/own/further-waves`, { language: "sv", answer });
    await Promise.all([say("no"), say("no")]);
    expect(await text(world, `/s/${link}/own`)).toContain(swedish.own.furtherNo);
    await say("yes");
    await say("perhaps");
    expect(await memberEvents(world)).toEqual(["declined_further_waves", "accepts_further_waves"]);
  });
});
