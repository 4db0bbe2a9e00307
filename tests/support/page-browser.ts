// A hand in a real browser.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Hand } from "../../src/demo/hand.ts";

const folded = (text: string) => text.replace(/\s+/g, " ").trim();

/** @param options e.g. script off, a phone's screen, a language */
export async function pageBrowser(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Hand & { page: Page }> {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  let status = 0;
  page.on("response", (response) => {
    const own = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    if (own && (response.status() < 300 || response.status() >= 400)) status = response.status();
  });
  const button = (label: string) => page.getByRole("button", { name: label, exact: true });
  /** Does what leads to another page, and is there when it has loaded. */
  const arrive = async (leave: () => Promise<unknown>) => {
    const navigated = page.waitForEvent("framenavigated");
    await leave();
    await navigated;
    await page.waitForLoadState("load");
  };
  return {
    page,
    open: async (address) => {
      await page.goto(address);
    },
    address: () => page.url(),
    text: async () => folded((await page.textContent("body")) ?? ""),
    status: () => status,
    language: async () => (await page.getAttribute("html", "lang")) ?? "",
    write: (name, value) => page.locator(`[name="${name}"]`).fill(value),
    type: (label, value) => page.getByLabel(label).first().fill(value),
    choose: async (name, value) => {
      const select = page.locator(`select[name="${name}"]`);
      if ((await select.count()) > 0) await select.selectOption(value);
      else {
        const id = await page.locator(`input[name="${name}"][value="${value}"]`).getAttribute("id");
        await page.locator(`label[for="${id}"]`).click();
      }
    },
    attach: (name, file) =>
      page
        .locator(`input[name="${name}"]`)
        .setInputFiles({ name: file.name, mimeType: "", buffer: Buffer.from(file.bytes) }),
    press: async (label, { twice = false } = {}) => {
      await arrive(() => (twice ? button(label).dblclick() : button(label).click()));
    },
    follow: async (label) => {
      await arrive(() => page.getByRole("link", { name: label, exact: true }).first().click());
    },
    fields: async () => {
      const names: string[] = [];
      for (const control of await page.locator("input[name], select[name], textarea[name]").all()) {
        names.push((await control.getAttribute("name")) ?? "");
      }
      return [...new Set(names)];
    },
    back: async () => {
      await page.goBack();
    },
    close: () => context.close(),
  };
}
