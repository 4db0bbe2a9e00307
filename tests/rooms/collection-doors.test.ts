// Ways out and ways in: saying no, a code from a letter, a lost link, links that open nothing.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mintAccessCode } from "../../src/access/access-code.ts";
import { setDraftAside } from "../../src/collection/draft-store.ts";
import { respondent as english } from "../../src/language/en/respondent.ts";
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
const filedAs = { version: "1", language: "sv", press: "next" };
const first = { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no", "q:why_not": "time" };
const last = { ...filedAs, shown: ["q:times", "q:more"], "q:times": "7", "q:more": "Ärligt <b>talat</b>" };

/** A case whose answers have been sent. */
async function sent(world: RespondentWorld): Promise<{ link: string }> {
  const link = await world.link();
  await post(world, `/s/${link}/p/first`, first);
  await post(world, `/s/${link}/p/last`, last);
  return { link };
}
const text = async (world: RespondentWorld, path: string) => (await world.app.request(path)).text();

describe("saying no", () => {
  test("no thank you is one press, can be undone, and is noted once", async () => {
    const world = await aRespondentWorld(database.db);
    const hand = world.hand();
    const link = await world.link();
    await hand.open(`/s/${link}`);
    await hand.follow(swedish.footer.decline);
    await hand.press(swedish.decline.no, { twice: true });
    expect(await hand.text()).toContain(swedish.decline.done.declined);
    expect(await events(world)).toEqual(["created", "declined"]);
    await hand.press(swedish.decline.undo);
    expect(await hand.text()).toContain(swedish.decline.undone);
    expect(await events(world)).toEqual(["created", "declined", "decline_undone"]);
  });

  test("whoever answers after a no takes it back", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    await post(world, `/s/${link}/decline`, { language: "sv", stance: "not_me" });
    expect(await text(world, `/s/${link}`)).toContain(swedish.intro.hasStance.not_me);
    await post(world, `/s/${link}/p/first`, first);
    expect((await events(world)).toSorted()).toEqual(["created", "decline_undone", "not_me", "started"]);
    expect(await text(world, `/s/${link}/p/first`)).not.toContain(swedish.intro.hasStance.not_me);
  });

  test("no longer in the post, with the last day or without, and not with nonsense", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    const leave = (on: string) => post(world, `/s/${link}/decline`, { stance: "left_office", on });
    const wrong = await leave("31 maj");
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="31 maj"');
    expect((await leave("28.2.2026")).status).toBe(303);
    const event = await world.db
      .selectFrom("case_event")
      .select("detail")
      .where("study_id", "=", world.wave.study.studyId)
      .where("kind", "=", "left_office")
      .executeTakeFirstOrThrow();
    expect(event.detail).toEqual({ on: "2026-02-28" });
  });

  test("after sending or closing there is nothing to decline", async () => {
    const world = await aRespondentWorld(database.db);
    const { link } = await sent(world);
    expect((await post(world, `/s/${link}/decline`, { stance: "declined" })).status).toBe(409);
    const other = await world.link(1);
    await world.close();
    expect((await post(world, `/s/${other}/decline`, { stance: "declined" })).status).toBe(409);
    expect(await events(world, 1)).toEqual(["created"]);
  });
});

describe("ways in", () => {
  test("a code from a letter opens the questions; a wrong one looks like an unknown one", async () => {
    const world = await aRespondentWorld(database.db);
    const code = await mintAccessCode(world.db, {
      studyId: world.wave.study.studyId,
      caseId: world.wave.cases[0]!.caseId,
      now: world.clock.now,
      expiresAt: new Date("2030-01-01"),
      keys: world.keys,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    });
    const right = await post(world, "/code", { code: code.toLowerCase().replaceAll("-", " ") });
    expect(right.status).toBe(303);
    expect(await text(world, right.headers.get("location")!)).toContain("Träffas ni?");
    const pages = await Promise.all(
      ["ZZZZ", "K4TX-9PQR-23BW"].map(async (typed) => {
        const answer = await post(world, "/code", { code: typed, language: "en" });
        expect(answer.status).toBe(422);
        return (await answer.text()).replaceAll(typed, "").replaceAll(/nonce="[^"]*"/g, "");
      }),
    );
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain(english.code.wrong);
  });

  test("a lost link: the answer is the same whether the address is in the panel or not", async () => {
    const world = await aRespondentWorld(database.db);
    const answers = await Promise.all(
      ["person-1@example.org", "nobody@example.org"].map((email) =>
        post(world, "/lost", { email, language: "en" }),
      ),
    );
    expect(answers.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
      [303, "/lost/sent?lang=en"],
      [303, "/lost/sent?lang=en"],
    ]);
    expect(world.woken()).toBe(2);
    expect((await post(world, "/lost", { email: "no address" })).status).toBe(422);
  });

  test("unknown, expired and revoked links each say what to do, in the reader's language", async () => {
    const world = await aRespondentWorld(database.db);
    const open = (link: string) =>
      world.app.request(`/s/${link}`, { headers: { "accept-language": "nn;q=0.5, no" } });
    expect((await open("nothing")).status).toBe(404);
    expect(await (await open("nothing")).text()).toContain('lang="nb"');
    const old = await world.link(0, { expiresAt: new Date("2026-03-10T09:59:59Z") });
    expect((await open(old)).status).toBe(410);
    const revoked = await world.link();
    await world.db
      .updateTable("survey_link")
      .set({ revoked_at: world.clock.now })
      .where("study_id", "=", world.wave.study.studyId)
      .execute();
    expect((await open(revoked)).status).toBe(410);
    expect((await post(world, `/s/${revoked}/p/first`, first)).status).toBe(410);
    expect(await world.response()).toBeUndefined();
  });

  test("whoever gets a case's new address starts without the old draft", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link();
    await post(world, `/s/${link}/p/first`, first);
    const { studyId } = world.wave.study;
    const { caseId } = world.wave.cases[0]!;
    await setDraftAside(world.db, { studyId, caseId, now: world.clock.now });
    expect(await world.response()).toBeUndefined();
    const aside = await world.db
      .selectFrom("draft_set_aside")
      .selectAll()
      .where("study_id", "=", studyId)
      .execute();
    expect(aside.map(({ draft }) => draft)).toEqual([{ meets: "no", why_not: "time" }]);
  });
});
