// What axe finds on the page that is open, and whether it runs out of the screen.
import axe from "axe-core";
import type { Page } from "playwright-core";

/** All of WCAG 2.2 AA, and what axe calls good practice. */
export const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What stands in frames of the page is left out. @returns each fault with the first element that has it */
export async function axeFaults(page: Page, runOnly: readonly string[] = everyRule): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (only) =>
      (globalThis as unknown as { axe: Axe }).axe.run({
        runOnly: only,
        resultTypes: ["violations"],
        iframes: false,
      }),
    [...runOnly],
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** How many pixels the page is wider than its window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
