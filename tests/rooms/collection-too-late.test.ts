// What cannot be taken as it was sent: too late, too long, not on offer, or nothing at all. It is told, never lost.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { questionnaire } from "../../src/language/sv/questionnaire.ts";
import { respondent as swedish } from "../../src/language/sv/respondent.ts";
import { unsaved } from "../../src/language/sv/unsaved.ts";
import { aRespondentWorld, post, type RespondentWorld } from "../support/a-respondent.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const filedAs = { version: "1", language: "sv", press: "next" };
const lastPage = {
  ...filedAs,
  shown: ["q:times", "q:more"],
  "q:times": "3",
  "q:more": "En tanke som <b>tog tid</b>.",
};
const optional = {
  title: { sv: "Frivilligt", en: "Optional" },
  pages: [
    {
      name: "only",
      elements: [
        { type: "comment", name: "text", title: { sv: "Vad?", en: "What?" }, maxLength: 20 },
        { type: "radiogroup", name: "choice", title: { sv: "Vilken?", en: "Which?" }, choices: ["a", "b"] },
      ],
    },
  ],
};
const only = { ...filedAs, shown: ["q:text", "q:choice"], token: "A".repeat(22) };
const begun = async (world: RespondentWorld) => {
  const link = await world.link();
  await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets"], "q:meets": "no" });
  await post(world, `/s/${link}/p/first`, { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no" });
  return link;
};

describe("what comes too late", () => {
  test("R6 a page sent after the closing is shown back in words, and nothing of it is stored", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await begun(world);
    await world.close();
    const before = await world.response();
    const late = await post(world, `/s/${link}/p/last`, lastPage);
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain(swedish.situation.closed.notSaved);
    expect(text).toContain(unsaved.typedText);
    expect(text).toContain("En tanke som &lt;b&gt;tog tid&lt;/b&gt;.");
    expect(text).toContain("Hur många gånger?");
    expect(await world.response()).toEqual(before);
  });

  test("R6 so is a page sent with a link that has expired meanwhile", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await world.link(0, { expiresAt: new Date("2026-03-10T10:30:00Z") });
    expect((await world.app.request(`/s/${link}`)).status).toBe(200);
    world.clock.now = new Date("2026-03-10T10:31:00Z");
    const late = await post(world, `/s/${link}/p/last`, lastPage);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain("En tanke som &lt;b&gt;tog tid&lt;/b&gt;.");
    expect(await world.response()).toBeUndefined();
  });

  test("what was sent before is not shown to whoever sends a form with nothing in it", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await begun(world);
    const secret = { ...lastPage, "q:more": "Bara för mig själv." };
    expect((await post(world, `/s/${link}/p/last`, secret)).status).toBe(303);
    const probe = await post(world, `/s/${link}/p/last`, { ...filedAs, shown: [""], "q:x": "något annat" });
    expect(probe.status).toBe(409);
    expect(await probe.text()).not.toContain("Bara för mig");
  });

  test("the script is told by status, and the case is told apart by marks that say nothing", async () => {
    const world = await aRespondentWorld(database.db);
    const link = await begun(world);
    const page = await (await world.app.request(`/s/${link}`)).text();
    expect(/data-c="([^"]+)"/.exec(page)?.[1]).not.toContain("case");
    const keep = (body: Record<string, string | string[]>) => post(world, `/s/${link}/p/last/keep`, body);
    expect((await keep({ ...filedAs, shown: ["", "q:times"], "q:times": "2" })).status).toBe(200);
    expect((await world.response())?.draft).toMatchObject({ times: 2, meets: "no" });
    expect((await keep({ ...filedAs, version: "7", shown: ["", "q:times"], "q:times": "5" })).status).toBe(
      409,
    );
    await world.close();
    expect((await keep({ ...filedAs, shown: ["", "q:times"], "q:times": "5" })).status).toBe(409);
    expect((await world.response())?.draft).toMatchObject({ times: 2 });
  });
});

describe("what cannot be taken as it is", () => {
  test("a text that is too long is told and kept, whatever the browser let through", async () => {
    const world = await aRespondentWorld(database.db, { questionnaire: optional });
    const link = await world.link();
    const long = "Tjugoen tecken är det";
    const answer = await post(world, `/s/${link}/p/only`, { ...only, "q:text": long });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(questionnaire.tooLong(20));
    expect(text).toContain(long);
    const fits = await post(world, `/s/${link}/p/only`, { ...only, "q:text": long.slice(0, 20) });
    expect(fits.headers.get("location")).toContain("/receipt/");
  });

  test("a choice that is not on offer is told, not dropped in silence", async () => {
    const world = await aRespondentWorld(database.db, { questionnaire: optional });
    const link = await world.link();
    const answer = await post(world, `/s/${link}/p/only`, { ...only, "q:choice": "c" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(questionnaire.notOffered);
    expect((await post(world, `/s/${link}/p/only`, { ...only, "q:choice": "b" })).status).toBe(303);
    expect((await world.response())?.answers).toEqual({ choice: "b" });
  });

  test("a questionnaire without any answer is asked about once, and can be sent all the same", async () => {
    const world = await aRespondentWorld(database.db, { questionnaire: optional });
    const link = await world.link();
    const first = await post(world, `/s/${link}/p/only`, only);
    expect(first.headers.get("location")).toBe(`/s/${link}/p/only?notice=blank`);
    expect((await world.response())?.submitted_at ?? null).toBeNull();
    const page = await (await world.app.request(first.headers.get("location")!)).text();
    expect(page).toContain(swedish.notice.blank.title);
    expect(page).toContain('name="blank" value="yes"');
    const second = await post(world, `/s/${link}/p/only`, { ...only, blank: "yes" });
    expect(second.headers.get("location")).toContain("/receipt/");
  });
});

test("the ways out speak the language of the page, and a withdrawn link has one", async () => {
  const world = await aRespondentWorld(database.db);
  const link = await begun(world);
  const page = await (await world.app.request(`/s/${link}?lang=en`)).text();
  expect(page).toContain('href="/lost?lang=en"');
  expect(page).toContain('href="/accessibility?lang=en"');
  await post(world, `/s/${link}/own/withdraw`, { scope: "wave", language: "sv" });
  const gone = await (await world.app.request(`/s/${link}?lang=sv`)).text();
  expect(gone).toContain(unsaved.withdrawnOn);
  expect(gone).toContain(`href="/s/${link}/privacy"`);
  expect((await world.app.request(`/s/${link}/privacy`)).status).toBe(200);
});
