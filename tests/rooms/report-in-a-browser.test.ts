// The evaluator's pages in a real browser: nothing is blocked, nothing sticks out, and axe finds nothing.
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anEvaluator } from "../support/an-evaluator.ts";
import { axeFaults } from "../support/axe-faults.ts";
import { launchBrowser } from "../support/browser.ts";
import { coreCaseWaves, countWaves } from "../support/core-case-waves.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { serveApp } from "../support/serve-app.ts";

const now = new Date("2027-11-02T09:00:00Z");
let database: TestDatabase;
let browser: Browser;
let origin: string;
let stop: (() => void) | undefined;
let cookies: { name: string; value: string; url: string }[];
let paths: string[];

beforeAll(async () => {
  database = await freshDatabase();
  const study = await coreCaseWaves(database.db);
  const { studyId } = study;
  await countWaves(database.db, studyId, { now });
  const reader = await anEvaluator(database.db, study, { now });
  ({ origin, stop } = await serveApp(reader.app));
  cookies = `${reader.cookie}; tidvis_language=sv`.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin };
  });
  const base = `/evaluate/${studyId}`;
  paths = [
    "/evaluate",
    base,
    `${base}/change/1-2?mention=fem`,
    `${base}/change/1-2/collaboration`,
    `${base}/wave/1`,
    `${base}/wave/1/takes_part`,
    `${base}/method`,
  ];
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  stop?.();
  await database?.close();
});

async function contextOf(options: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  await context.addCookies(cookies);
  return context;
}

const screens = [
  ["phone in the dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }, "rgb(121, 194, 206)"],
  ["desk in the light", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }, "rgb(11, 85, 99)"],
] as const;

describe.each(screens)("on a %s", (_, screen, accent) => {
  test("no page is wider than the screen, and the content policy blocks nothing", async () => {
    const context = await contextOf(screen);
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    for (const path of paths) {
      await page.goto(path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
    }
    expect(said.filter((line) => !line.includes("422"))).toEqual([]);
    const dot = page.locator(".chart-dot.clear circle").first();
    await page.goto(paths[3]!);
    const fill = await dot.evaluate((circle) => getComputedStyle(circle).fill);
    expect(fill).toBe(accent);
    await context.close();
  });

  test("R4 axe finds nothing", async () => {
    const context = await contextOf({ ...screen, bypassCSP: true });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(path);
      expect(await axeFaults(page), path).toEqual([]);
    }
    await context.close();
  }, 60_000);
});
