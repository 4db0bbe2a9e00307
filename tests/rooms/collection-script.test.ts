// The respondents' script in a real browser: nothing typed is lost, whatever the network does.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { unsaved as english } from "../../src/language/en/unsaved.ts";
import { unsaved as swedish } from "../../src/language/sv/unsaved.ts";
import { eventsOf } from "../support/a-fielded-wave.ts";
import { aRespondentWorld, type RespondentWorld } from "../support/a-respondent.ts";
import { launchBrowser } from "../support/browser.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { serveApp } from "../support/serve-app.ts";

let database: TestDatabase;
let browser: Browser;
let world: RespondentWorld;
let origin: string;
let stop: () => void;
let nextPerson = 0;
/** Whatever the browser refused or the script threw. */
const problems: string[] = [];
afterEach(() => expect(problems.splice(0)).toEqual([]));
/** What reached the service, in order. */
const posts: { path: string; body: string }[] = [];

beforeAll(async () => {
  [database, browser] = await Promise.all([freshDatabase(), launchBrowser()]);
  world = await aRespondentWorld(database.db, { people: 10 });
  const answer = async (request: Request) => {
    if (request.method === "POST") {
      const body = await request.text();
      posts.push({ path: new URL(request.url).pathname.replace(/^\/s\/[^/]+/, ""), body });
      return world.app.request(request.url, { method: "POST", body, headers: request.headers });
    }
    return world.app.fetch(request);
  };
  ({ origin, stop } = await serveApp({ fetch: answer }));
});
afterAll(async () => {
  stop();
  await browser.close();
  await database.close();
});

interface Respondent {
  readonly place: number;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly link: string;
  draft(): Promise<unknown>;
  /** What the device holds of ours. */
  inDevice(): Promise<string[]>;
  saved(text?: string): Promise<void>;
}

/** A person of their own with their first page open. */
async function aRespondent(lang = "sv"): Promise<Respondent> {
  const place = nextPerson++;
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  const link = await world.link(place);
  await page.goto(`${origin}/s/${link}?lang=${lang}`);
  posts.length = 0;
  return {
    place,
    context,
    page,
    link,
    draft: async () => (await world.response(place))?.draft,
    inDevice: () => page.evaluate(() => Object.keys(localStorage)),
    saved: async (text = swedish.saved) => {
      await page.locator("[role=status].saved", { hasText: text }).waitFor();
    },
  };
}

const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });

describe("the script", () => {
  test("shows a question that an answer brings along, saves as one goes, and says so after the server did", async () => {
    const { page, context, draft, inDevice, saved, place } = await aRespondent();
    expect(await page.locator('[data-question="q:why_not"]').count()).toBe(0);
    await choose(page, "q:meets", "no");
    await page.locator('[data-question="q:why_not"]').waitFor();
    await saved(swedish.more);
    expect(await draft()).toEqual({ meets: "no" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("value"))).toBe("no");
    await choose(page, "q:why_not", "time");
    await saved(swedish.saved);
    await choose(page, "q:meets", "yes");
    await page.locator('[data-question="q:why_not"]').waitFor({ state: "detached" });
    expect(await page.locator(".progress").textContent()).toContain("av 3");
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByText("Vad har det gett?").waitFor();
    expect(await inDevice()).toEqual([]);
    expect(await eventsOf(world.db, world.wave, world.wave.cases[place]!.caseId)).toEqual([
      "created",
      "started",
    ]);
    await context.close();
  });

  test("R6 the network is cut in the middle of a page: nothing is lost, nothing is called saved, and it arrives once", async () => {
    const { page, context, draft, inDevice, saved, place } = await aRespondent();
    await choose(page, "q:meets", "no");
    await saved(swedish.more);
    await choose(page, "q:why_not", "time");
    await saved(swedish.saved);
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByText("Något mer?").waitFor();
    await context.setOffline(true);
    posts.length = 0;
    await page.locator('[name="q:times"]').fill("4");
    await page.locator('[name="q:more"]').pressSequentially("Vi träffas – å, ä och ö.");
    await saved(swedish.waiting);
    expect(await page.locator(".saved").textContent()).not.toContain(swedish.saved);
    expect(await inDevice()).toHaveLength(1);
    await page.getByRole("button", { name: "Skicka mina svar" }).click();
    await saved(swedish.goOn);
    expect(await page.locator('[name="q:more"]').inputValue()).toBe("Vi träffas – å, ä och ö.");
    expect(posts).toEqual([]);
    expect(await draft()).toEqual({ meets: "no", why_not: "time" });
    await context.setOffline(false);
    await page.locator(".word").waitFor();
    expect((await world.response(place))?.answers).toEqual({
      meets: "no",
      why_not: "time",
      times: 4,
      more: "Vi träffas – å, ä och ö.",
    });
    expect(posts.map(({ path }) => path)).toEqual(["/p/last/keep", "/p/last"]);
    const events = await eventsOf(world.db, world.wave, world.wave.cases[place]!.caseId);
    expect(events).toEqual(["created", "started", "submitted"]);
    expect(await inDevice()).toEqual([]);
    await context.close();
  });

  test("R6 what was typed without network is there when the link is opened again, and is sent in order", async () => {
    const { page, context, draft, inDevice, saved, link } = await aRespondent();
    await choose(page, "q:meets", "yes");
    await saved();
    await page.getByRole("button", { name: "Nästa" }).click();
    await page.getByText("Vad har det gett?").waitFor();
    await context.setOffline(true);
    await choose(page, "q:effects:skill", "2");
    await choose(page, "q:effects:trust", "1");
    await saved(swedish.waiting);
    await page.close();
    await context.setOffline(false);
    expect(await draft()).toEqual({ meets: "yes" });
    const later = await context.newPage();
    posts.length = 0;
    await later.goto(`${origin}/s/${link}`);
    await later.locator("[role=status].saved", { hasText: swedish.saved }).waitFor();
    expect(await draft()).toEqual({ meets: "yes", effects: { skill: 2, trust: 1 } });
    expect(await later.locator('[name="q:effects:skill"][value="2"]').isChecked()).toBe(true);
    expect(posts).toHaveLength(1);
    expect(await later.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await inDevice().catch(() => [])).toEqual([]);
    await context.close();
  });

  test("what is typed while an answer is under way stays, and the field that is typed in keeps cursor and text", async () => {
    const { page, context, draft, saved } = await aRespondent();
    await choose(page, "q:meets", "no");
    await saved(swedish.more);
    await page.goto(page.url().replace(/\/s\/([^/?]+).*/, "/s/$1/p/last"));
    await page.locator('[name="q:more"]').pressSequentially("En lång mening som skrivs ", { delay: 15 });
    await page.locator('[name="q:times"]').fill("4,5");
    await page.locator('[name="q:more"]').focus();
    await saved();
    await page.locator('[name="q:more"]').pressSequentially("medan svaret är på väg.", { delay: 15 });
    await saved();
    expect(await page.locator('[name="q:more"]').inputValue()).toContain("skrivs medan svaret");
    expect(await page.locator('[name="q:times"]').inputValue()).toBe("4,5");
    expect(await draft()).toMatchObject({
      times: 4.5,
      more: "En lång mening som skrivs medan svaret är på väg.",
    });
    await context.close();
  });

  test("the language switch keeps what is not saved yet, and the new language says what is saved", async () => {
    const { page, context, saved } = await aRespondent();
    await choose(page, "q:meets", "no");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("Why not?").waitFor();
    expect(await page.locator('[name="q:meets"][value="no"]').isChecked()).toBe(true);
    await choose(page, "q:why_not", "need");
    await saved(english.saved);
    await context.close();
  });

  test("when the wave closes meanwhile, it is not called saved, and the page that says why shows what was typed", async () => {
    const ending = await aRespondentWorld(database.db, { people: 1 });
    const before = world;
    world = ending;
    nextPerson = 0;
    try {
      const { page, context, saved } = await aRespondent();
      await choose(page, "q:meets", "no");
      await saved(swedish.more);
      await page.goto(page.url().replace(/\/s\/([^/?]+).*/, "/s/$1/p/last"));
      await ending.close();
      await page.locator('[name="q:more"]').fill("Det här vill jag behålla.");
      await saved(swedish.refused);
      await page.getByRole("button", { name: "Skicka mina svar" }).click();
      await page.getByText("Det här vill jag behålla.").waitFor();
      expect(await page.textContent("main")).toContain(swedish.typedText);
      await context.close();
    } finally {
      world = before;
      nextPerson = 9;
    }
  });

  test("withdrawing leaves nothing in the device", async () => {
    const { page, context, inDevice, saved, link } = await aRespondent();
    await choose(page, "q:meets", "no");
    await saved(swedish.more);
    await context.setOffline(true);
    await choose(page, "q:why_not", "need");
    await saved(swedish.waiting);
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const other = await context.newPage();
    await other.goto(`${origin}/s/${link}/own/withdraw?lang=sv`);
    expect(await other.evaluate(() => Object.keys(localStorage))).toHaveLength(1);
    await other.locator('[value="wave"]').check({ force: true });
    await other.locator('main button[type="submit"]').click();
    await other.getByText("Dina svar är tillbakatagna").first().waitFor();
    expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await inDevice().catch(() => [])).toEqual([]);
    await context.close();
  });
});
