// The study folder of the core case: sound, complete in four languages, and at one with its analysis.
import { describe, expect, test } from "vitest";
import { coreItems, valuesOfItem } from "../src/demo/true-change.ts";
import { isLanguageCode, languageCodes } from "../src/language/language-code.ts";
import { readStudyFolder } from "../src/study/read-study-folder.ts";
import { fillText, placesOfText, type StudyTexts } from "../src/study/study-texts.ts";

const checked = await readStudyFolder("surveys/service-i-samverkan");
if (checked.kind !== "sound") throw new Error(JSON.stringify(checked));
const { definition, texts, instruments, analysis, comparability } = checked.folder;
const { instrument } = instruments[0]!;
const items = analysis!.items as {
  id: string;
  values?: string[];
  dk?: string[];
  top?: string[];
  scores?: object;
}[];

test("the folder is sound, without a single remark", () => {
  expect(checked.findings).toEqual([]);
});

describe("study.json", () => {
  test("promises what the core case needs", () => {
    expect(definition).toMatchObject({
      studyId: "service-i-samverkan",
      country: "SE",
      timeZone: "Europe/Stockholm",
      privacyMode: "confidential",
      minimumBase: 5,
      silentDisposition: "2.2",
      defaultLanguage: "sv",
      onePersonTwoRoles: false,
    });
    expect(definition.languages).toEqual(languageCodes);
    expect(definition.roles.map(({ role }) => role)).toEqual(["politician", "official", "local_group"]);
  });

  test("names nobody real", () => {
    expect(definition.contact.email).toMatch(/\.example$/);
    expect(definition.controller.name).toContain("påhittad");
  });
});

describe("the instrument", () => {
  test("asks five questions and one open one on three pages", () => {
    expect(instrument.pages.map(({ name, items: asked }) => [name, asked])).toEqual([
      ["planning", ["takes_part", "collaboration"]],
      ["service", ["service_points", "local_service"]],
      ["local_groups", ["group_ability", "anything_else"]],
    ]);
    expect(instrument.variables.map(({ kind }) => kind)).toEqual([...coreItems.map(() => "single"), "open"]);
    expect(instrument.variables.some(({ isRequired }) => isRequired)).toBe(false);
  });

  test("offers the values that the analysis scores and the demo answers, and don't know as such", () => {
    for (const item of coreItems) {
      const { values } = instrument.variables.find(({ name }) => name === item)!;
      const planned = items.find(({ id }) => id === item)!;
      const substantive = values.filter(({ missing }) => missing === null).map(({ code }) => code);
      expect(substantive).toEqual(planned.values);
      expect(substantive).toEqual(valuesOfItem[item]);
      expect(Object.keys(planned.scores!)).toEqual(substantive);
      expect(planned.top!.every((code) => substantive.includes(code))).toBe(true);
      expect(values.filter(({ missing }) => missing === "dont-know").map(({ code }) => code)).toEqual(
        planned.dk,
      );
    }
    expect(items.map(({ id }) => id)).toEqual(instrument.variables.map(({ name }) => name));
    expect(comparability).not.toBeNull();
  });

  test("says everything in four languages, none left in another", () => {
    const labels = [
      instrument.title,
      instrument.description,
      ...instrument.pages.map(({ title }) => title),
      ...instrument.variables.flatMap(({ label, values }) => [label, ...values.map((value) => value.label)]),
    ];
    expect(instrument.languages).toEqual(languageCodes);
    for (const label of labels) {
      expect(Object.keys(label).filter(isLanguageCode).sort()).toEqual([...languageCodes].sort());
      for (const language of languageCodes) expect(label[language]?.trim()).toBeTruthy();
    }
    for (const { label } of instrument.variables) {
      expect(new Set(languageCodes.map((language) => label[language])).size).toBe(4);
    }
  });
});

describe("texts", () => {
  const names = Object.keys(placesOfText) as (keyof StudyTexts)[];

  test.each(languageCodes)("in %s have as many paragraphs and the same places as in Swedish", (language) => {
    for (const name of names) {
      const [here, swedish] = [texts[language]![name], texts.sv![name]];
      expect(here.paragraphs.length, name).toBe(swedish.paragraphs.length);
      const placesOf = (text: typeof here) =>
        [text.subject, ...text.paragraphs].map((line) => (line.match(/\{[a-z_]+\}/g) ?? []).sort());
      expect(placesOf(here), name).toEqual(placesOf(swedish));
    }
  });

  test.each(languageCodes)("in %s leave no place open when filled", (language) => {
    for (const name of names) {
      const values = Object.fromEntries(placesOfText[name].may.map((place) => [place, "X"]));
      for (const line of [texts[language]![name].subject, ...texts[language]![name].paragraphs]) {
        expect(fillText(line, values)).not.toMatch(/[{}]/);
      }
    }
  });

  test("tell in the privacy notice that the study is made up, and until when names can be joined", () => {
    const madeUp = { sv: "påhittade", nb: "oppdiktet", nn: "oppdikta", en: "invented" };
    for (const language of languageCodes) {
      const whole = texts[language]!.privacyNotice.paragraphs.join(" ");
      expect(whole).toContain(madeUp[language]);
      for (const place of ["{controller}", "{contact}", "{link_ends_on}", "{minimum_base}"]) {
        expect(whole).toContain(place);
      }
    }
  });
});
