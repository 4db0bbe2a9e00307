import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildSheet, sheetModule } from "./build-style.ts";
import { respondentSheet } from "./respondent-sheet.ts";
import { staffSheet } from "./staff-sheet.ts";

describe("the sheets", () => {
  it.each(["respondent", "staff"] as const)("the %s sheet is what the .css files say now", async (name) => {
    const carried = await readFile(new URL(`./${name}-sheet.ts`, import.meta.url), "utf8");
    const isCurrent = sheetModule(name, await buildSheet(name)) === carried;
    expect(isCurrent, "run `npm run build:css`").toBe(true);
  });

  it("respondents' sheet leaves most of the first 14 KB to the questions", () => {
    expect(gzipSync(respondentSheet, { level: 6 }).length).toBeLessThanOrEqual(6 * 1024);
  });

  it.each([
    ["respondent", respondentSheet],
    ["staff", staffSheet],
  ])("R8 the %s sheet fetches nothing", (_, sheet) => {
    expect(sheet).not.toMatch(/@import|@font-face|url\((?!"?data:)/);
  });

  it.each([
    ["respondent", respondentSheet],
    ["staff", staffSheet],
  ])("the %s sheet reads no value that is not set", (_, sheet) => {
    const read = [...sheet.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
    const missing = read.filter((name) => !sheet.includes(`${name}:`));
    expect([...new Set(missing)]).toEqual([]);
  });
});
