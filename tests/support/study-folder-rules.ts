// What holds for every study folder of ours: texts alike in all languages, a plan that fits the codebook, a panel
// that can be read in.
import { readFileSync } from "node:fs";
import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { readPlan } from "../../src/change/cube/read-plan.ts";
import type { LanguageCode } from "../../src/language/language-code.ts";
import { readPanelFile } from "../../src/panel/import/read-panel-file.ts";
import type { LocalizedText, Variable } from "../../src/questionnaire/instrument.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import { fillText, placesOfText, type StudyTexts } from "../../src/study/study-texts.ts";
import { panelCsv, panelOf } from "../fixtures/norwegian-studies/study-files.ts";

/** A file of a study folder as text. */
export const studyFile = (study: string, path: string): string =>
  readFileSync(new URL(`../../surveys/${study}/${path}`, import.meta.url), "utf8");

/** A JSON file of a study folder. */
export const studyJson = <T = Record<string, unknown>>(study: string, path: string): T =>
  JSON.parse(studyFile(study, path)) as T;

/** An item of analysis.json as far as it must fit the codebook. */
export interface PlannedItem {
  readonly id: string;
  readonly type: string;
  readonly values?: readonly string[];
  readonly options?: readonly string[];
  readonly scores?: Readonly<Record<string, number>>;
  readonly dk?: readonly string[];
  readonly top?: readonly string[];
}

/** The questionnaire is what SurveyJS reads without a complaint. */
export function readsWithoutComplaint(study: string): void {
  test("is SurveyJS JSON that SurveyJS itself reads without a complaint", () => {
    const model = new Model(studyJson(study, "instrument-1.json"));
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getUsedLocales().sort()).toEqual(["nb", "nn"]);
  });
}

/** No text of the instrument is missing in a language, and no wording was left in the other one. */
export function saysEverythingInBoth(texts: readonly LocalizedText[], variables: readonly Variable[]): void {
  for (const text of texts) {
    expect(Object.keys(text).sort()).toEqual(["nb", "nn"]);
    for (const words of Object.values(text)) expect(words.trim()).not.toBe("");
  }
  for (const { name, label } of variables) expect(label.nb, name).not.toBe(label.nn);
}

/** The planned item offers exactly the codes of the variable, and scores and top boxes from among them. */
export function fitsVariable(item: PlannedItem, variable: Variable): void {
  const codes = variable.values.map(({ code }) => code);
  const substantive = variable.values
    .filter(({ code, missing, role }) => missing === null && role !== "none" && code !== "dontknow")
    .map(({ code }) => code);
  const types = { single: ["ordinal", "yesno", "scale"], multi: ["multi"], open: ["open"] };
  expect(types[variable.kind as keyof typeof types], item.id).toContain(item.type);
  if (variable.kind === "open") return;
  expect(variable.kind === "multi" ? item.options : item.values, item.id).toEqual(substantive);
  expect(item.dk ?? [], item.id).toEqual(codes.filter((code) => code === "dontknow"));
  for (const code of [...Object.keys(item.scores ?? {}), ...(item.top ?? [])]) {
    expect(substantive, item.id).toContain(code);
  }
}

/** analysis.json is a plan without a problem or a warning. */
export function isPlan(study: string): void {
  const reading = readPlan(studyJson(study, "analysis.json"), { id: study, waves: ["1"] });
  expect(reading.kind === "invalid" ? reading.problems : []).toEqual([]);
  expect(reading.warnings).toEqual([]);
}

/** Mails, letter, thanks and privacy notice. */
export function describeTexts(
  texts: Readonly<Partial<Record<LanguageCode, StudyTexts>>>,
  { defaultLanguage, languages }: StudyDefinition,
): void {
  const names = Object.keys(placesOfText) as (keyof StudyTexts)[];
  describe.each([...languages])("texts in %s", (language) => {
    test("have as many paragraphs and the same places as in the main language", () => {
      const linesOf = (from: LanguageCode, name: keyof StudyTexts) => [
        texts[from]![name].subject,
        ...texts[from]![name].paragraphs,
      ];
      const placesIn = (line: string) => (line.match(/\{[a-z_]+\}/g) ?? []).sort();
      for (const name of names) {
        const main = linesOf(defaultLanguage, name);
        expect(linesOf(language, name).map(placesIn), name).toEqual(main.map(placesIn));
      }
    });

    test("leave no place open when filled, and no two spaces or full stops together", () => {
      for (const name of names) {
        const values = Object.fromEntries(placesOfText[name].may.map((place) => [place, "X"]));
        for (const line of [texts[language]![name].subject, ...texts[language]![name].paragraphs]) {
          expect(fillText(line, values)).not.toMatch(/[{}]| {2}|\.\.|undefined|^\s|\s$/);
        }
      }
    });

    test("tell in the privacy notice that the study is made up, and until when names can be joined", () => {
      const whole = texts[language]!.privacyNotice.paragraphs.join(" ");
      expect(whole).toContain(language === "nb" ? "oppdiktet" : "oppdikta");
      for (const place of ["{controller}", "{contact}", "{link_ends_on}", "{minimum_base}"]) {
        expect(whole).toContain(place);
      }
    });
  });
}

/** The committed panel file: what the seed makes, and a file that can be read in on the study's day. */
export function describePanel(definition: StudyDefinition, day: string, people: number): void {
  describe("the panel", () => {
    const text = studyFile(definition.studyId, "panel.csv");

    test("is what the seed makes", () => {
      expect(text).toBe(panelCsv(definition));
    });

    test("is read in whole, every municipality being one of that day", async () => {
      const file = { name: "panel.csv", bytes: new TextEncoder().encode(text) };
      const read = await readPanelFile(file, definition, day);
      expect(read.kind === "refused" ? read.problems.slice(0, 5) : []).toEqual([]);
      if (read.kind === "refused") return;
      expect(read.rows).toHaveLength(people);
      const made = panelOf[definition.studyId]!;
      expect(read.rows.map(({ municipality }) => municipality)).toEqual(
        made.map(({ municipality }) => municipality.code),
      );
      expect(read.rows.map(({ role }) => role)).toEqual(made.map(({ role }) => role));
    });

    test("has everybody once, at addresses that belong to nobody, in seats taken before that day", () => {
      const made = panelOf[definition.studyId]!;
      for (const key of ["memberId", "name", "email"] as const) {
        expect(new Set(made.map((person) => person[key])).size, key).toBe(people);
      }
      for (const { email, seatFrom } of made) {
        expect(email).toMatch(/^[a-z.]+@[a-z-]+\.example$/);
        expect(seatFrom < day).toBe(true);
      }
    });
  });
}
