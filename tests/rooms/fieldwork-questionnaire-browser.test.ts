// The preview and the test run in a real browser: the respondent's own look in the frames, and nothing axe objects to.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessTexts } from "../../src/access/access-texts.ts";
import { addStaff } from "../../src/access/add-staff.ts";
import { mintSignInToken } from "../../src/access/staff-sign-in.ts";
import { fixInstrument } from "../../src/questionnaire/fix-instrument.ts";
import { storeQuestionnaire } from "../../src/study/store-questionnaire.ts";
import { instrumentVariables } from "../../src/study/study-folder.ts";
import { staffSheetRoute } from "../../src/web/kept-file-routes.ts";
import { aDesk, type Desk } from "../support/a-lead.ts";
import { axeFaults } from "../support/axe-faults.ts";
import { launchBrowser } from "../support/browser.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { memoryKeys } from "../support/memory-keys.ts";
import { pageBrowser } from "../support/page-browser.ts";
import { serveApp } from "../support/serve-app.ts";

let database: TestDatabase;
let browser: Browser;
let desk: Desk;
let origin: string;
let stop: () => void;
const now = new Date("2026-03-02T08:00:00Z");
const shots = process.env.TIDVIS_SHOTS;

beforeAll(async () => {
  [database, browser] = await Promise.all([freshDatabase(), launchBrowser()]);
  desk = await aDesk(database.db);
  const definition = JSON.parse(readFileSync("surveys/service-i-samverkan/instrument-1.json", "utf8"));
  const context = { version: "2", languages: ["sv", "en"], knownVariables: instrumentVariables };
  const fixed = fixInstrument(definition, context);
  if (fixed.kind === "refused") throw new Error("refused");
  const { studyId } = desk.study;
  await database.db
    .transaction()
    .execute((tx) => storeQuestionnaire(tx, { studyId, version: 2, instrument: fixed.instrument, now }));
  const app = new Hono().route("/", staffSheetRoute()).route("/", desk.app);
  ({ origin, stop } = await serveApp(app));
});
afterAll(async () => {
  stop();
  await browser.close();
  await database.close();
});

const signedIn = async (width: number, height: number) => {
  const person = await pageBrowser(browser, origin, {
    viewport: { width, height },
    locale: "en-GB",
    javaScriptEnabled: true,
  });
  const email = `${randomBytes(4).toString("hex")}@staff.example`;
  const deps = { keys: memoryKeys(), randomBytes };
  const added = await addStaff(database.db, deps, desk.study, {
    email,
    role: "lead",
    actor: "operator",
    now,
  });
  if (added.kind !== "added") throw new Error(added.kind);
  const token = await mintSignInToken(database.db, { staffId: added.staffId, now, randomBytes });
  await person.open(`/sign-in/${token}`);
  await person.press(accessTexts("en").access.link.button);
  return person;
};

const shoot = async (page: Page, name: string) => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

/** The desk's turn comes with the long checks. */
const devices: readonly (readonly [string, number, number])[] = [
  ["a phone", 390, 844],
  ...(inject("isVerify") ? [["a desk", 1280, 900] as const] : []),
];

describe.each(devices)("on %s", (device, width, height) => {
  test("the lead's pages about the questionnaire are readable by everyone, and the frames hold the respondent's look", async () => {
    const person = await signedIn(width, height);
    await person.open(`${desk.base}/questionnaire`);
    await shoot(person.page, `list ${device}`);
    expect(await axeFaults(person.page)).toEqual([]);
    await person.open(`${desk.base}/questionnaire/2`);
    await person.page.locator("iframe").last().scrollIntoViewIfNeeded();
    const widths: number[] = [];
    for (const handle of await person.page.locator("iframe").elementHandles()) {
      const frame = await handle.contentFrame();
      await frame!.waitForSelector("h1");
      widths.push(await handle.evaluate((element) => (element as HTMLElement).clientWidth));
      const family = await frame!.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(family).not.toBe("rgba(0, 0, 0, 0)");
      expect(await frame!.locator("form button").count()).toBeGreaterThan(0);
    }
    expect(widths).toEqual([390, 1280]);
    await person.page.locator("iframe").first().scrollIntoViewIfNeeded();
    await shoot(person.page, `version ${device}`);
    expect(await axeFaults(person.page)).toEqual([]);
    const overflow = await person.page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(overflow).toBe(false);
    await person.open(`${desk.base}/questionnaire`);
    const faulty = {
      questionsOnPageMode: "singlePage",
      pages: [
        {
          name: "p",
          elements: [
            { type: "signaturepad", name: "sign", title: { sv: "Skriv under", en: "Sign" } },
            { type: "radiogroup", name: "a", title: { sv: "A?" }, choices: [1, 2], visibleIf: "{gone} = 1" },
          ],
        },
      ],
    };
    await person.attach("file", {
      name: "faulty.json",
      bytes: new TextEncoder().encode(JSON.stringify(faulty)),
    });
    await person.press("See the questionnaire");
    await shoot(person.page, `refused ${device}`);
    expect(await axeFaults(person.page)).toEqual([]);
    const definition = JSON.parse(readFileSync("surveys/service-i-samverkan/instrument-1.json", "utf8"));
    await person.open(`${desk.base}/questionnaire`);
    await person.attach("file", {
      name: "service.json",
      bytes: new TextEncoder().encode(JSON.stringify(definition)),
    });
    await person.press("See the questionnaire");
    await shoot(person.page, `file ${device}`);
    await person.press("2. Service in the municipality and where you live");
    const seen = await person.page.locator("iframe").first().elementHandle();
    const heading = (await seen!.contentFrame())!.locator("h1");
    expect(await heading.textContent()).toContain("Service in the municipality");
    expect(await axeFaults(person.page)).toEqual([]);
    await person.open(`${desk.base}/questionnaire/2`);
    await person.press("Start the test run");
    await shoot(person.page, `test run ${device}`);
    expect(await axeFaults(person.page)).toEqual([]);
    await person.page.context().close();
  });
});
