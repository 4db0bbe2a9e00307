// The respondents' pages in a real browser: readable by everyone, within the screen, fetching nothing, without script.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { respondent as swedish } from "../../src/language/sv/respondent.ts";
import { aRespondentWorld, post, type RespondentWorld } from "../support/a-respondent.ts";
import { axeFaults, tooWide } from "../support/axe-faults.ts";
import { launchBrowser } from "../support/browser.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { serveApp } from "../support/serve-app.ts";

let database: TestDatabase;
let browser: Browser;
let world: RespondentWorld;
let origin: string;
let stop: () => void;

const filedAs = { version: "1", language: "sv", press: "next" };
const languages = ["sv", "en", "nb", "nn"] as const;
const inAll = <T>(of: (language: string) => T) =>
  Object.fromEntries(languages.map((language) => [language, of(language)]));
const label = (word: string) => inAll(() => ({ singular: word, plural: word }));

beforeAll(async () => {
  [database, browser] = await Promise.all([freshDatabase(), launchBrowser()]);
  const roles = ["politician", "official"].map((role) => ({ role: role as never, label: label(role) }));
  const study = { languages: [...languages], title: inAll((language) => `Study ${language}`), roles };
  world = await aRespondentWorld(database.db, { people: 6, study });
  ({ origin, stop } = await serveApp(world.app));
});
afterAll(async () => {
  stop();
  await browser.close();
  await database.close();
});

/** Every page there is, each by its address. */
async function everyPage(): Promise<[string, string][]> {
  const begun = await world.link(0);
  await post(world, `/s/${begun}/p/first`, { ...filedAs, shown: "q:meets", "q:meets": "yes" });
  const sent = await world.link(1);
  const first = { ...filedAs, shown: ["q:meets", "q:why_not"], "q:meets": "no" };
  await post(world, `/s/${sent}/p/first`, first);
  const last = { ...filedAs, shown: ["q:times", "q:more"], token: "A".repeat(22) };
  const receipt = (await post(world, `/s/${sent}/p/last`, last)).headers.get("location")!;
  const word = /<p class="word"[^>]*>([^<]+)</.exec(await (await world.app.request(receipt)).text())![1]!;
  const own = (await post(world, `/s/${sent}/own/word`, { word })).headers.get("location")!;
  const said = await world.link(2);
  await post(world, `/s/${said}/decline`, { stance: "declined" });
  const gone = await world.link(3);
  await post(world, `/s/${gone}/own/withdraw`, { scope: "wave" });
  return [
    ["first page", `/s/${await world.link(4)}`],
    ["first page after a no", `/s/${said}`],
    ["matrix and ticks", `/s/${begun}/p/middle?notice=more`],
    ["nothing answered", `/s/${said}/p/first?notice=blank`],
    ["last page", `/s/${begun}/p/last`],
    ["later", `/s/${begun}/later`],
    ["own page before sending", `/s/${begun}/own`],
    ["receipt", receipt],
    ["received", `/s/${sent}`],
    ["own page", own],
    ["withdraw", `${own}/withdraw`],
    ["withdrawn", `/s/${gone}`],
    ["decline", `/s/${begun}/decline`],
    ["declined", `/s/${said}/declined`],
    ["privacy", `/s/${begun}/privacy`],
    ["unknown link", "/s/nothing"],
    ["start", "/"],
    ["code", "/code"],
    ["lost", "/lost"],
    ["lost, sent", "/lost/sent"],
    ["accessibility", "/accessibility"],
  ];
}

const isVerify = inject("isVerify");
const plain = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" } as const;
const looks = [
  { colorScheme: "dark" },
  { contrast: "more" },
  { colorScheme: "dark", contrast: "more" },
] as const;
describe("the pages", () => {
  test("R4 axe finds nothing on any page, light, dark and in high contrast, and nothing runs out of any screen", async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    const outside: string[] = [];
    page.on("request", (request) => {
      if (!/^(data:|http:\/\/127\.0\.0\.1)/.test(request.url())) outside.push(request.url());
    });
    const found: string[] = [];
    for (const [at, [name, path]] of (await everyPage()).entries()) {
      const spoken = isVerify ? languages : [languages[at % languages.length]!];
      for (const language of spoken) {
        await page.emulateMedia(plain);
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`${origin}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
        const wrong = await axeFaults(page);
        for (const look of isVerify ? looks : looks.slice(at % 7, (at % 7) + 1)) {
          await page.emulateMedia({ ...plain, ...look });
          wrong.push(...(await axeFaults(page, ["color-contrast"])));
        }
        await page.emulateMedia(plain);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          if ((await tooWide(page)) > 0) wrong.push(`runs out of ${width} pixels`);
        }
        if (isVerify) wrong.push(...(await axeFaults(page)));
        found.push(...wrong.map((fault) => `${name} (${language}): ${fault}`));
      }
    }
    await context.close();
    expect(found).toEqual([]);
    expect(outside, "R8").toEqual([]);
  }, 600_000);

  test("R4 with the keyboard alone and without script: skip, answer, mend a mistake, send", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "sv" });
    const page = await context.newPage();
    await page.goto(`${origin}/s/${await world.link(5)}?lang=sv`);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Hoppa till innehållet");
    await page.keyboard.press("Enter");
    const enter = async () => {
      const loaded = page.waitForEvent("load");
      await page.keyboard.press("Enter");
      await loaded;
    };
    const focus = async (name: string) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press("Tab");
        const at = await page.locator(":focus").evaluate((element) => {
          const input = element as HTMLInputElement;
          return input.name === "press" || input.name === "" ? (element.textContent ?? "") : input.name;
        });
        if (at.trim() === name) return;
      }
      throw new Error(`nothing called ${name} can be reached`);
    };
    await focus(swedish.page.next);
    await enter();
    expect(await page.title()).toContain("Fel:");
    expect(await page.getByRole("alert").textContent()).toContain("Träffas ni?");
    await focus("q:meets");
    await page.keyboard.press("ArrowDown");
    await enter();
    expect(await page.textContent("h1")).toBe("Först");
    await focus("q:why_not");
    await page.keyboard.press("Space");
    await enter();
    expect(await page.textContent("h1")).toBe("Sist");
    await focus("q:times");
    await page.keyboard.type("3");
    await enter();
    expect(await page.textContent("h1")).toBe(swedish.receipt.title);
    expect((await world.response(5))?.answers).toEqual({ meets: "no", why_not: "time", times: 3 });
    await context.close();
  }, 120_000);

  test("the message at a mistake leads to the field", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/s/${await world.link(4)}?lang=sv`);
    await page.getByRole("button", { name: swedish.page.next, exact: true }).click();
    const target = await page.getByRole("alert").getByRole("link").getAttribute("href");
    const id = decodeURIComponent(target!.slice(1));
    expect(await page.locator(`[id="${id}"]`).getAttribute("type")).toBe("radio");
    await context.close();
  }, 120_000);
});
