import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { buildScript, scriptModule } from "./build-client.ts";
import { respondentScript } from "./respondent-script.ts";

describe("the respondents' script", () => {
  it("is what its sources say now", async () => {
    const carried = await readFile(new URL("./respondent-script.ts", import.meta.url), "utf8");
    const isCurrent = scriptModule(await buildScript()) === carried;
    expect(isCurrent, "run `npm run build:client`").toBe(true);
  });

  it("is at most 4 KB before it is compressed", () => {
    expect(new TextEncoder().encode(respondentScript).length).toBeLessThanOrEqual(4096);
  });

  it("R8 names no place and sets no cookie", () => {
    expect(respondentScript).not.toMatch(/https?:|document\.cookie|sendBeacon|navigator\.userAgent/);
  });
});
