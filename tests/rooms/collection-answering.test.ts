// Answering: page by page, stopping and going on, mistakes, other tabs, sending once.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jsonb } from "../../src/db/jsonb.ts";
import { respondent as english } from "../../src/language/en/respondent.ts";
import { respondent as swedish } from "../../src/language/sv/respondent.ts";
import { eventsOf } from "../support/a-fielded-wave.ts";
import { aRespondentWorld, everythingStored, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const sv = swedish.page;
const aWorld = (options = {}) => aRespondentWorld(database.db, options);
const events = (world: RespondentWorld, place = 0) =>
  eventsOf(world.db, world.wave, world.wave.cases[place]!.caseId);
const filedAs = { version: "1", language: "sv", press: "next" };

describe("a respondent answers", () => {
  test("from the first page to the receipt, and everything asked is stored", async () => {
    const world = await aWorld();
    const hand = world.hand();
    await hand.open(`/s/${await world.link()}`);
    expect(hand.status()).toBe(200);
    expect(await hand.text()).toContain("Exempelorganisationen frågar");
    await hand.choose("q:meets", "yes");
    await hand.press(sv.next);
    await hand.choose("q:effects:skill", "2");
    await hand.choose("q:effects:trust", "1");
    await hand.choose("q:topics", "school");
    await hand.press(sv.next);
    await hand.write("q:times", "4");
    await hand.write("q:more", "Bra samtal – å, ä och ö.");
    await hand.press(sv.send);
    expect(await hand.text()).toContain(swedish.receipt.title);
    const stored = await world.response();
    expect(stored?.answers).toEqual({
      meets: "yes",
      effects: { skill: 2, trust: 1 },
      topics: ["school"],
      times: 4,
      more: "Bra samtal – å, ä och ö.",
    });
    expect(stored?.draft).toBeNull();
    expect(await events(world)).toEqual(["created", "started", "submitted"]);
  });

  test("R5 stops on the second page and goes on there on another device, in another language", async () => {
    const world = await aWorld();
    const phone = world.hand();
    await phone.open(`/s/${await world.link()}`);
    await phone.choose("q:meets", "yes");
    await phone.press(sv.next);
    await phone.choose("q:effects:skill", "2");
    await phone.press(sv.later);
    expect(await phone.text()).toContain(swedish.later.title);

    world.clock.now = new Date("2026-03-12T20:00:00Z");
    const computer = world.hand();
    const link = await world.link();
    await computer.open(`/s/${link}?lang=en`);
    expect(await computer.text()).toContain("What came of it?");
    await computer.press(english.page.next);
    await computer.press(english.page.send);
    expect(await computer.language()).toBe("en");
    const stored = await world.response();
    expect(stored?.answers).toMatchObject({ meets: "yes", effects: { skill: 2 } });
    expect(stored?.language).toBe("en");
  });

  test("R5 the language switch keeps what was typed, and is remembered", async () => {
    const world = await aWorld();
    const hand = world.hand();
    const link = await world.link();
    await hand.open(`/s/${link}`);
    await hand.choose("q:meets", "yes");
    await hand.press("English");
    expect(await hand.text()).toContain("Do you meet?");
    expect((await world.response())?.draft).toEqual({ meets: "yes" });
    await hand.press(english.page.next);
    await hand.open(`/s/${link}`);
    expect(await hand.language()).toBe("en");
  });

  test("the language switch on an untouched page stores nothing", async () => {
    const world = await aWorld();
    const hand = world.hand();
    await hand.open(`/s/${await world.link()}`);
    await hand.press("English");
    expect(await hand.language()).toBe("en");
    expect(await world.response()).toBeUndefined();
    expect(await events(world)).toEqual(["created"]);
  });

  test("R3 goes back, changes an answer, and the branch that was left is not delivered", async () => {
    const world = await aWorld();
    const hand = world.hand();
    await hand.open(`/s/${await world.link()}`);
    await hand.choose("q:meets", "yes");
    await hand.press(sv.next);
    await hand.choose("q:effects:skill", "2");
    await hand.press(sv.back);
    await hand.choose("q:meets", "no");
    await hand.press(sv.next);
    expect(await hand.text()).toContain(swedish.notice["new-questions"].title);
    await hand.choose("q:why_not", "time");
    await hand.press(sv.next);
    await hand.press(sv.send);
    expect((await world.response())?.answers).toEqual({ meets: "no", why_not: "time" });
  });

  test("a page with a mistake comes back with a summary and what was typed, and is saved", async () => {
    const world = await aWorld();
    const link = await world.link();
    const first = await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"] });
    expect(first.status).toBe(422);
    expect(await first.text()).toContain('href="#q%3Ameets"');
    await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"], "q:meets": "no" });
    const last = await post(world, `/s/${link}/p/last`, {
      ...filedAs,
      shown: ["q:times", "q:more"],
      "q:times": "fyra",
      "q:more": "kvar",
    });
    expect(last.status).toBe(422);
    const page = await last.text();
    expect(page).toContain('value="fyra"');
    expect(page).toContain("kvar");
    expect(page).toContain("<title>Fel: ");
    expect((await world.response())?.draft).toEqual({ meets: "no", times: "fyra", more: "kvar" });
    expect((await world.response())?.submitted_at).toBeNull();
  });

  test("nothing is sent while a page has not been seen or lacks an answer", async () => {
    const world = await aWorld();
    const link = await world.link();
    const send = () => post(world, `/s/${link}/p/last`, { ...filedAs, shown: ["q:times", "q:more"] });
    expect((await send()).headers.get("location")).toBe(`/s/${link}/p/first?notice=more`);
    await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"], "q:meets": "yes" });
    expect((await send()).headers.get("location")).toBe(`/s/${link}/p/middle?notice=more`);
    expect((await world.response())?.submitted_at).toBeNull();
  });

  test("people who are asked the same see the same page, each with their own link and nothing of the others", async () => {
    const world = await aWorld({ people: 4 });
    const links = await Promise.all([0, 1, 2].map((place) => world.link(place)));
    const [first, other, third] = await Promise.all(
      links.map(async (link) => (await world.app.request(`/s/${link}?lang=sv`)).text()),
    );
    const plain = (page: string, link: string) =>
      page
        .replaceAll(link, "LINK")
        .replace(/(nonce|data-c|data-l)="[^"]*"/g, "$1")
        .replace(/name="token" value="[^"]*"/, "token");
    expect(plain(third!, links[2]!)).toBe(plain(first!, links[0]!));
    expect(third).not.toContain(links[0]);
    expect(first).toContain("politiker, Älvdalen");
    expect(other).toContain("tjänsteperson, Flen");
  });

  test("R3 a form is judged by what is stored when it comes in, not by what stood there when the page was opened", async () => {
    const world = await aWorld();
    const link = await world.link();
    await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"], "q:meets": "yes" });
    await world.app.request(`/s/${link}/p/middle`);
    // Another process takes another answer meanwhile, by which the middle page is not asked.
    await world.db
      .updateTable("response")
      .set((row) => ({
        draft: jsonb({ meets: "no", why_not: "time" }),
        save_number: sql<number>`${row.ref("save_number")} + 1`,
      }))
      .where("study_id", "=", world.wave.study.studyId)
      .execute();
    const middle = { ...filedAs, shown: ["q:topics"], "q:topics": "shop" };
    const answer = await post(world, `/s/${link}/p/middle`, middle);
    expect(answer.headers.get("location")).toContain("notice=moved");
    expect((await world.response())?.draft).toEqual({ meets: "no", why_not: "time" });

    await world.app.request(`/s/${link}/p/last`);
    await world.db.updateTable("survey_link").set({ revoked_at: world.clock.now }).execute();
    const late = await post(world, `/s/${link}/p/last`, { ...filedAs, shown: ["q:times"], "q:times": "9" });
    expect(late.status).toBe(410);
    expect((await world.response())?.draft).toEqual({ meets: "no", why_not: "time" });
  });

  test("R2 opening any page, by anyone and any number of times, changes nothing", async () => {
    const world = await aWorld();
    const link = await world.link();
    await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"], "q:meets": "yes" });
    const own = await world.link(0, { purpose: "own" });
    const before = await everythingStored(world.db);
    for (const path of [
      "",
      "/p/first",
      "/p/middle",
      "/p/last",
      "/p/none",
      "/later",
      "/own",
      "/own/answers.json",
      "/own/answers.txt",
      "/own/withdraw",
      "/decline",
      "/declined",
      "/privacy",
      "/receipt/x",
      "/nothing",
      "?lang=en",
      "/p/first?press=next&q:meets=no",
    ]) {
      for (const token of [link, own, "wrong"]) {
        for (const method of ["GET", "HEAD"]) {
          const answer = await world.app.request(`/s/${token}${path}`, { method });
          expect(answer.status, `${method} ${path}`).toBeLessThan(500);
        }
      }
    }
    for (const path of ["/", "/code", "/code?code=x", "/lost", "/lost/sent", "/accessibility"]) {
      expect((await world.app.request(path)).status).toBe(200);
    }
    expect(await everythingStored(world.db)).toBe(before);
  });

  test("R3 a page that is not on the route leads on, and nothing is filed under it", async () => {
    const world = await aWorld();
    const link = await world.link();
    await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"], "q:meets": "no" });
    await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no" });
    const before = await world.response();
    const get = await world.app.request(`/s/${link}/p/middle`);
    expect(get.headers.get("location")).toBe(`/s/${link}/p/last?notice=moved`);
    const posted = await post(world, `/s/${link}/p/middle`, { ...filedAs, "q:effects:skill": "2" });
    expect(posted.headers.get("location")).toBe(`/s/${link}/p/last?notice=moved`);
    const unknown = await post(world, `/s/${link}/p/${encodeURIComponent("x'/..å")}`, filedAs);
    expect(unknown.headers.get("location")).toBe(`/s/${link}/p/last?notice=moved`);
    expect(await world.response()).toEqual(before);
  });

  test("R3 two tabs: the last save of a page wins, and no page takes another's answers away", async () => {
    const world = await aWorld();
    const link = await world.link();
    const save = (page: string, fields: Record<string, string | string[]>) =>
      post(world, `/s/${link}/p/${page}`, { ...filedAs, ...fields });
    await save("first", { shown: ["q:meets"], "q:meets": "yes" });
    await Promise.all([
      save("middle", { shown: ["q:effects", "q:topics"], "q:effects:skill": "2", "q:topics": "shop" }),
      save("first", { shown: ["q:meets"], "q:meets": "yes" }),
      save("middle", { shown: ["q:effects", "q:topics"], "q:effects:skill": "2", "q:topics": "shop" }),
    ]);
    await save("middle", { shown: ["q:effects", "q:topics"], "q:effects:trust": "1" });
    expect((await world.response())?.draft).toEqual({ meets: "yes", effects: { trust: 1 } });
    expect([...((await world.response())?.draft_pages ?? [])].sort()).toEqual(["first", "middle"]);
  });

  test("R3 a form made for another version of the questionnaire is not filed", async () => {
    const world = await aWorld();
    const link = await world.link();
    const answer = await post(world, `/s/${link}/p/first`, { ...filedAs, version: "2", "q:meets": "yes" });
    expect(answer.headers.get("location")).toBe(`/s/${link}/p/first?notice=changed`);
    expect(await world.response()).toBeUndefined();
  });

  test("fields that belong to no question, broken encoding and foreign values are left out", async () => {
    const world = await aWorld();
    const link = await world.link();
    const answer = await world.app.request(`/s/${link}/p/first`, {
      method: "POST",
      body: "version=1&shown=q:meets&q:meets=yes&q:meets=%00no&evil=1&__proto__=x&q:times=%E0%A4%A&constructor=1",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(answer.status).toBe(303);
    expect((await world.response())?.draft).toEqual({ meets: "yes" });
  });

  test("a body without end is refused with a way on", async () => {
    const world = await aWorld();
    const link = await world.link();
    const answer = await post(world, `/s/${link}/p/first`, { ...filedAs, "q:meets": "x".repeat(300_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain(`href="/s/${link}"`);
    expect(await world.response()).toBeUndefined();
  });
});
