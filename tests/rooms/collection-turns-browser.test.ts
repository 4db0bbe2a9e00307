// Loops, tables and the rarer kinds of question in a real browser: with and without script, by keyboard, without network.
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { respondent } from "../../src/language/en/respondent.ts";
import { unsaved } from "../../src/language/en/unsaved.ts";
import { aRespondentWorld, type RespondentWorld } from "../support/a-respondent.ts";
import { axeFaults, tooWide } from "../support/axe-faults.ts";
import { launchBrowser } from "../support/browser.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { manyKinds } from "../support/many-kinds.ts";
import { serveApp } from "../support/serve-app.ts";

const isVerify = inject("isVerify");
const languages = ["sv", "en", "nb", "nn"] as const;
const inAll = (text: string) => Object.fromEntries(languages.map((language) => [language, text]));
const roles = ["politician", "official"].map((role) => ({
  role: role as never,
  label: Object.fromEntries(languages.map((language) => [language, { singular: role, plural: role }])),
}));
const study = { languages: [...languages], title: inAll("A study"), roles };

let database: TestDatabase;
let browser: Browser;
let world: RespondentWorld;
let origin: string;
let stop: () => void;
/** Whatever the browser refused or the script threw. */
const problems: string[] = [];
afterEach(() => expect(problems.splice(0)).toEqual([]));

beforeAll(async () => {
  [database, browser] = await Promise.all([freshDatabase(), launchBrowser()]);
  const questionnaire = manyKinds(undefined, { isStrict: true, title: inAll("Many kinds") });
  world = await aRespondentWorld(database.db, { people: 5, questionnaire, study });
  ({ origin, stop } = await serveApp(world.app));
});
afterAll(async () => {
  stop();
  await browser.close();
  await database.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width: 390, height: 844 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return page;
}
const address = (link: string, page: string, language = "en") =>
  `${origin}/s/${link}/p/${page}?lang=${language}`;
/** Presses on, and is there when the next page has loaded. */
const goOn = async (page: Page) => {
  const loaded = page.waitForEvent("load");
  await page.locator('.actions [name="press"][value="next"]').click();
  await loaded;
};
const draft = async (place: number) => (await world.response(place))?.draft;

describe("a loop with the script", () => {
  test("R6 a turn's field is saved while it is typed; without network nothing is lost, and it arrives once", async () => {
    const page = await open();
    const link = await world.link(0);
    const saved = (text: string) => page.locator("[role=status].saved", { hasText: text }).waitFor();
    await page.goto(address(link, "loop-open"));
    await page.locator('[name="q:visit:0:place"]').fill("Lund");
    await saved(unsaved.saved);
    expect(await draft(0)).toEqual({ visit: [{ place: "Lund" }] });
    await page.getByRole("button", { name: "Add a visit" }).click();
    await page.locator('[name="q:visit:1:place"]').fill("Voss");
    await saved(unsaved.saved);
    expect(await draft(0)).toEqual({ visit: [{ place: "Lund" }, { place: "Voss" }] });
    await page.context().setOffline(true);
    const posts: string[] = [];
    page.on(
      "request",
      (request) => request.method() === "POST" && posts.push(new URL(request.url()).pathname),
    );
    await page.locator('[name="q:visit:1:with"][value="friends"]').check({ force: true });
    await saved(unsaved.waiting);
    await page.getByRole("button", { name: respondent.page.later }).click();
    await page.getByRole("button", { name: "Add a visit" }).click();
    await saved(unsaved.goOn);
    expect(await draft(0)).toEqual({ visit: [{ place: "Lund" }, { place: "Voss" }] });
    posts.length = 0;
    await page.context().setOffline(false);
    await page.locator('[name="q:visit:2:place"]').waitFor();
    expect(await draft(0)).toEqual({ visit: [{ place: "Lund" }, { place: "Voss", with: ["friends"] }, {}] });
    expect(posts.map((path) => path.replace(/.*\/p\//, ""))).toEqual(["loop-open/keep", "loop-open"]);
    await page.getByRole("button", { name: "Remove this visit" }).first().click();
    await page.locator('[name="q:visit:2:place"]').waitFor({ state: "detached" });
    expect(await draft(0)).toEqual({ visit: [{ place: "Voss", with: ["friends"] }, {}] });
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().close();
  });

  test("a row's answer brings its next question along where it stands", async () => {
    const page = await open();
    const link = await world.link(1);
    await page.goto(address(link, "table-rows"));
    await page.locator('[name="q:staff:day:full"]').fill("3");
    await page.locator('[name="q:staff:day:trained"]').first().waitFor();
    expect(await page.locator('[name="q:staff:night:trained"]').count()).toBe(0);
    await page.locator('[name="q:staff:day:trained"][value="yes"]').check({ force: true });
    await page.locator("[role=status].saved", { hasText: unsaved.saved }).waitFor();
    await expect.poll(() => draft(1)).toEqual({ staff: { day: { full: 3, trained: "yes" } } });
    await page.context().close();
  });
});

test("R4 with the keyboard alone and without script: add a turn, mend a mistake in it, remove it, pressing twice", async () => {
  const page = await open({ javaScriptEnabled: false });
  const link = await world.link(2);
  await page.goto(address(link, "loop-open"));
  const at = () =>
    page.locator(":focus").evaluate((element) => (element as HTMLInputElement).name || element.id);
  const focus = async (name: string) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press("Tab");
      if ((await at()) === name) return;
    }
    throw new Error(`nothing called ${name} can be reached`);
  };
  const enter = async () => {
    const loaded = page.waitForEvent("load");
    await page.keyboard.press("Enter");
    await loaded;
  };
  await focus("q:visit:0:place");
  await page.keyboard.type("Lund");
  await focus("q:visit:*add");
  await enter();
  expect(new URL(page.url()).hash).toBe("#q%3Avisit%3A1");
  await page.keyboard.press("Tab");
  expect(await at()).toBe("q:visit:1:place");
  await enter();
  expect(await page.title()).toContain("Error:");
  expect(await page.getByRole("alert").textContent()).toContain("2: Where?");
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await page.keyboard.press("Tab");
    if ((await page.locator(":focus").getAttribute("href"))?.startsWith("#q")) break;
  }
  await page.keyboard.press("Enter");
  expect(await at()).toBe("q:visit:1:place");
  await page.keyboard.type("Voss");
  await page.getByRole("button", { name: "Remove this visit" }).first().dblclick();
  await page.locator('[name="q:visit:1:place"]').waitFor({ state: "detached" });
  expect(await page.locator('[name="q:visit:0:place"]').inputValue()).toBe("Voss");
  expect(await draft(2)).toEqual({ visit: [{ place: "Voss" }] });
  await page.context().close();
});

describe("R4 axe finds nothing, and nothing runs out of the screen", () => {
  const usual = ["loop-open", "table-rows"];
  const rarer = [
    ...[
      "ranking",
      "multipletext",
      "loop-driven-2",
      "loop-fixed-2",
      "table-growing",
      "imagepicker",
      "matrix",
      "rating",
    ],
    ...["special-choices", "top-three"],
  ];
  const pages = isVerify ? [...usual, ...rarer] : usual;
  const spoken = (place: number) => (isVerify ? languages : [languages[place % languages.length]!]);

  const look = async (page: Page, what: string): Promise<string[]> => {
    const found: string[] = [];
    for (const width of [320, 1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = (await tooWide(page)) > 0 ? ["runs out of the screen"] : [];
      const faults = width === 390 || (isVerify && width === 1280) ? await axeFaults(page) : [];
      found.push(...[...wide, ...faults].map((fault) => `${what}, ${width}: ${fault}`));
    }
    return found;
  };

  test("on loops, tables and the rarer kinds, with mistakes in them", async () => {
    const page = await open();
    const link = await world.link(3);
    await page.goto(address(link, "loop-driven"));
    await page.locator('[name="q:children"]').fill("2");
    await goOn(page);
    await page.goto(address(link, "loop-fixed"));
    await page.locator('[name="q:responsible"][value="care"]').check({ force: true });
    await goOn(page);
    const found: string[] = [];
    for (const [place, name] of pages.entries()) {
      for (const language of spoken(place)) {
        await page.goto(address(link, name, language));
        if (isVerify) found.push(...(await look(page, `${name} ${language}`)));
        await goOn(page);
        if (!page.url().includes(`/p/${name}`)) await page.goto(address(link, name, language));
        found.push(...(await look(page, `${name} ${language} answered`)));
      }
    }
    await page.context().close();
    expect(found).toEqual([]);
  }, 600_000);

  const onAll = async () => {
    const questionnaire = JSON.parse(readFileSync("surveys/ks-kompetansesentre/instrument-1.json", "utf8"));
    const many = await aRespondentWorld(database.db, { people: 1, questionnaire, study });
    const served = await serveApp(many.app);
    const page = await open();
    const link = await many.link(0);
    const found: string[] = [];
    const to = (name: string, language: string) =>
      page.goto(`${served.origin}/s/${link}/p/${name}?lang=${language}`);
    await to("responsibility", "en");
    for (const box of await page.locator("input[type=checkbox]").all()) await box.check({ force: true });
    await goOn(page);
    for (const { name } of many.instrument.pages) {
      for (const language of languages) {
        await to(name, language);
        found.push(...(await look(page, `${name} ${language}`)));
      }
    }
    await page.context().close();
    served.stop();
    expect(found).toEqual([]);
  };
  if (isVerify) test("on every page of a questionnaire with six loops", onAll, 600_000);
});
