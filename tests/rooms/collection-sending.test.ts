// Sending: once, whatever is pressed; the barrier at closing; the receipt and its word.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDrafts, reopenDrafts } from "../../src/collection/close-drafts.ts";
import { respondent as swedish } from "../../src/language/sv/respondent.ts";
import type { StudyId } from "../../src/study/study.ts";
import { closeWave } from "../../src/wave/close-wave.ts";
import { eventsOf } from "../support/a-fielded-wave.ts";
import { aRespondentWorld, origin, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const events = (world: RespondentWorld, place = 0) =>
  eventsOf(world.db, world.wave, world.wave.cases[place]!.caseId);
const filedAs = { version: "1", language: "sv", press: "next" };
const token = "AAAAAAAAAAAAAAAAAAAAAA";

/** A case that has come to the last page by the way of "no", ready to be sent. */
async function onLastPage(world: RespondentWorld, place = 0): Promise<string> {
  const link = await world.link(place);
  const first = { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no", "q:why_not": "time" };
  await post(world, `/s/${link}/p/first`, first);
  return link;
}
const lastPage = { ...filedAs, shown: ["q:times", "q:more"], "q:times": "7" };
const send = (world: RespondentWorld, link: string, fields = {}) =>
  post(world, `/s/${link}/p/last`, { ...lastPage, token, ...fields });
const wordOn = async (world: RespondentWorld, path: string): Promise<string> =>
  /<p class="word"[^>]*>([^<]+)</.exec(await (await world.app.request(path)).text())?.[1] ?? "";
const close = (world: RespondentWorld) =>
  closeWave(
    world.db,
    {
      studyId: world.wave.study.studyId as StudyId,
      waveNumber: world.wave.waveNumber,
      actor: "clock",
      now: world.clock.now,
    },
    (tx) =>
      closeDrafts(tx, {
        study: world.wave.study,
        instrument: world.instrument,
        waveNumber: world.wave.waveNumber,
        now: world.clock.now,
      }),
  );

describe("R3 sending", () => {
  test("twenty presses of one button at the same moment are one response with one receipt", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(world, link)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get("location")))).toEqual(
      new Set([`/s/${link}/receipt/${token}`]),
    );
    expect(await events(world)).toEqual(["created", "started", "submitted"]);
    expect((await world.response())?.answers).toEqual({ meets: "no", why_not: "time", times: 7 });
    const again = await send(world, link);
    expect(again.headers.get("location")).toBe(`/s/${link}/receipt/${token}`);
    expect(await wordOn(world, `/s/${link}/receipt/${token}`)).toMatch(/^[a-z]{4}-[a-z]{6}$/);
  });

  test("two tabs with forms of their own: one is received, the other is told so without the word", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    const tokens = ["A".repeat(22), "B".repeat(22)];
    const answers = await Promise.all(tokens.map((own) => send(world, link, { token: own })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const other = answers.find(({ status }) => status === 409)!;
    const text = await other.text();
    expect(text).toContain(swedish.received.thisTime);
    expect(text).not.toContain('class="word"');
    expect(await events(world)).toEqual(["created", "started", "submitted"]);
  });

  test("a questionnaire of one page, sent twice at once without having been saved before", async () => {
    const questionnaire = {
      title: { sv: "En sida", en: "One page" },
      pages: [{ name: "only", elements: [{ type: "text", name: "q", title: { sv: "Vad?", en: "What?" } }] }],
    };
    const world = await aRespondentWorld(database.db, { questionnaire });
    const link = await world.link();
    const only = { ...filedAs, token, shown: ["q:q"], "q:q": "så" };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(world, `/s/${link}/p/only`, only)),
    );
    expect(new Set(answers.map(({ headers }) => headers.get("location")))).toEqual(
      new Set([`/s/${link}/receipt/${token}`]),
    );
    expect((await events(world)).toSorted()).toEqual(["created", "started", "submitted"]);
    expect((await world.response())?.answers).toEqual({ q: "så" });
  });

  test("going back after sending and pressing again on any page changes nothing", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    await send(world, link);
    const before = await world.response();
    const first = await post(world, `/s/${link}/p/first`, { ...filedAs, "q:meets": "yes" });
    expect(first.status).toBe(409);
    expect(await first.text()).toContain(swedish.received.thisTime);
    expect(await world.response()).toEqual(before);
    const opened = await world.app.request(`/s/${link}`);
    expect(opened.status).toBe(200);
    expect(await opened.text()).toContain(swedish.received.title);
  });

  test("answers of a page saved in another tab meanwhile are part of what is sent", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    const why = { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no", "q:why_not": "need" };
    await Promise.all([post(world, `/s/${link}/p/first`, why), send(world, link)]);
    const stored = await world.response();
    expect(stored?.submitted_at).not.toBeNull();
    expect(["time", "need"]).toContain(stored?.answers?.why_not);
    expect(stored?.answers?.times).toBe(7);
  });
});

describe("closing", () => {
  test("R1 whatever was acknowledged around the closing is there, and nothing comes in after it", async () => {
    const people = 24;
    const world = await aRespondentWorld(database.db, { people });
    const links = await Promise.all(Array.from({ length: people }, (_, place) => onLastPage(world, place)));
    const sending = links.map((link, place) =>
      place % 2 === 0 ? send(world, link) : post(world, `/s/${link}/p/last`, { ...lastPage, press: "later" }),
    );
    const closing = close(world);
    const answers = await Promise.all(sending);
    expect((await closing).kind).toBe("closed");
    for (const [place, answer] of answers.entries()) {
      expect([303, 409]).toContain(answer.status);
      const stored = await world.response(place);
      const isAcknowledged = answer.status === 303;
      const kept = place % 2 === 0 ? stored?.submitted_at !== null : stored?.draft?.times === 7;
      expect(kept, `case ${place}`).toBe(isAcknowledged);
      if (!isAcknowledged) expect(await answer.text()).toContain(swedish.situation.closed.notSaved);
      // Three of three routed items when the last page came in, two of three when it did not.
      const outcome = (await events(world, place)).at(-1);
      const expected = isAcknowledged
        ? place % 2 === 0
          ? "submitted"
          : "closed_complete"
        : "closed_partial";
      expect(outcome, `case ${place}`).toBe(expected);
    }
  });

  test("drafts count by their share of routed items; those of people who said no do not", async () => {
    const world = await aRespondentWorld(database.db, { people: 5 });
    const yes = { ...filedAs, shown: ["q:meets"], "q:meets": "yes" };
    const links = await Promise.all([0, 1, 2, 3, 4].map((place) => world.link(place)));
    for (const link of links) await post(world, `/s/${link}/p/first`, yes);
    // Routed: meets, two rows, topics, times. Open text is not counted.
    const middle = { ...filedAs, shown: ["q:effects", "q:topics"] };
    const skill = { "q:effects:skill": "1" };
    const both = { ...skill, "q:effects:trust": "2" };
    await post(world, `/s/${links[0]}/p/middle`, { ...middle, ...both, "q:topics": "shop" });
    await post(world, `/s/${links[0]}/p/last`, { ...lastPage, press: "later" });
    await post(world, `/s/${links[1]}/p/middle`, { ...middle, ...both, "q:topics": "shop" });
    await post(world, `/s/${links[2]}/p/middle`, { ...middle, ...skill });
    await post(world, `/s/${links[2]}/p/last`, {
      ...filedAs,
      shown: ["q:times", "q:more"],
      "q:more": "text",
      press: "later",
    });
    await post(world, `/s/${links[3]}/p/middle`, { ...middle, ...both, "q:topics": "shop" });
    await post(world, `/s/${links[3]}/decline`, { language: "sv", stance: "declined" });
    await post(world, `/s/${links[4]}/p/middle`, { ...middle, ...skill });
    await post(world, `/s/${links[4]}/p/last`, { ...lastPage, "q:times": "många" });

    expect((await close(world)).kind).toBe("closed");
    const outcomes = await Promise.all(
      [0, 1, 2, 3, 4].map(async (place) => (await events(world, place)).at(-1)),
    );
    expect(outcomes).toEqual([
      "closed_complete",
      "closed_partial",
      "closed_break_off",
      "declined",
      "closed_break_off",
    ]);
    const counted = await Promise.all(
      [0, 1, 2, 3, 4].map(async (place) => (await world.response(place))?.answers),
    );
    expect(counted).toEqual([
      { meets: "yes", effects: { skill: 1, trust: 2 }, topics: ["shop"], times: 7 },
      { meets: "yes", effects: { skill: 1, trust: 2 }, topics: ["shop"] },
      null,
      null,
      null,
    ]);
    await reopenDrafts(world.db, { studyId: world.wave.study.studyId, waveNumber: world.wave.waveNumber });
    expect((await world.response(0))?.answers).toBeNull();
    expect((await world.response(0))?.draft).toMatchObject({ times: 7 });
  });

  test("after the closing the link says so and leads to one's own data", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    await close(world);
    const opened = await world.app.request(`/s/${link}`);
    expect(opened.status).toBe(200);
    const text = await opened.text();
    expect(text).toContain(swedish.situation.closed.title);
    expect(text).toContain(swedish.situation.closed.hasDraft);
    const own = await world.app.request(`/s/${link}/own`);
    expect(await own.text()).toContain("Ingen tid");
  });
});

describe("the receipt", () => {
  test("shows the same word every time, and the database holds neither word nor token", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    const location = (await send(world, link)).headers.get("location")!;
    const word = await wordOn(world, location);
    expect(await wordOn(world, location)).toBe(word);
    const stored = JSON.stringify(await world.response());
    expect(stored).not.toContain(word);
    expect(stored).not.toContain(token);
    expect(await wordOn(world, `/s/${link}/receipt/${"B".repeat(22)}`)).toBe("");
  });

  test("a token that no form of ours carried is replaced by one of ours", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    const answer = await send(world, link, { token: "1" });
    const location = answer.headers.get("location")!;
    expect(location).toMatch(/\/receipt\/[A-Za-z0-9_-]{22}$/);
    expect(await wordOn(world, location)).not.toBe("");
  });

  test("R8 no answer sets a cookie, and no page names a place outside", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await onLastPage(world);
    const sent = await send(world, link);
    for (const path of [`/s/${link}`, `/s/${link}/own`, sent.headers.get("location")!, "/lost", "/code"]) {
      const answer = await world.app.request(`${origin}${path}`);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.text()).not.toMatch(/(src|href|action)="(https?:)?\/\//);
    }
  });
});
