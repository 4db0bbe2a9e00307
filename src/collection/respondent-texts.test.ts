import { describe, expect, it } from "vitest";
import { languageCodes } from "../language/language-code.ts";
import { browserLanguage, offeredLanguage, textsIn, writtenDay } from "./respondent-texts.ts";

describe("the language of a visitor without a study", () => {
  it.each([
    ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
    ["no", "nb"],
    ["de;q=0.9, nn;q=0.5", "nn"],
    ["en;q=0.2, nb;q=0.4", "nb"],
    ["sv;q=0, en", "en"],
    ["de", "en"],
    ["", "en"],
    [undefined, "en"],
    [";;;,,,q=q=q", "en"],
  ])("%s reads %s", (header, language) => {
    expect(browserLanguage(header)).toBe(language);
  });

  it("takes only what is on offer", () => {
    expect(offeredLanguage("nb", ["sv", "en"])).toBeUndefined();
    expect(offeredLanguage("en", ["sv", "en"])).toBe("en");
    expect(offeredLanguage("constructor", ["sv"])).toBeUndefined();
  });
});

describe("the texts", () => {
  it.each(languageCodes)("%s writes days as people do, and keeps them on one line", (language) => {
    const day = {
      sv: "30 november 2026",
      nb: "30. november 2026",
      nn: "30. november 2026",
      en: "30 November 2026",
    };
    expect(writtenDay("2026-11-30", language)).toBe(day[language]?.replaceAll(" ", "\u00a0"));
  });

  it.each(languageCodes)("%s says everything in words of its own, and fills every place", (language) => {
    const walk = (node: unknown): string[] => {
      if (typeof node === "string") return [node];
      if (typeof node === "function") return [String(node("A", "B", "C"))];
      return Object.values(node as object).flatMap(walk);
    };
    const texts = walk(textsIn(language));
    for (const text of texts) {
      expect(text.trim(), text).toBe(text);
      expect(text).not.toMatch(/undefined|\{|\$|^$/);
    }
    const english = new Set(walk(textsIn("en")));
    const same = texts.filter((text) => english.has(text) && text.length > 12);
    expect(language === "en" ? [] : same).toEqual([]);
  });
});
