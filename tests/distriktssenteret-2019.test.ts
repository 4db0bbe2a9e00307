// The study folder of the knowledge centre's user survey: sound, in both written Norwegians, with its branches.
import { describe, expect, test } from "vitest";
import { districtDays } from "../src/demo/district-panels.ts";
import type { Answers } from "../src/questionnaire/instrument.ts";
import { prepareQuestionnaire } from "../src/questionnaire/prepare-questionnaire.ts";
import { readStudyFolder } from "../src/study/read-study-folder.ts";
import {
  describePanel,
  describeTexts,
  fitsVariable,
  isPlan,
  type PlannedItem,
  readsWithoutComplaint,
  saysEverythingInBoth,
} from "./support/study-folder-rules.ts";

const study = "distriktssenteret-2019";
const checked = await readStudyFolder(`surveys/${study}`);
if (checked.kind !== "sound") throw new Error(JSON.stringify(checked));
const { definition, texts, instruments, analysis, comparability } = checked.folder;
const { instrument } = instruments[0]!;
const questionnaire = prepareQuestionnaire(instrument);
const context = { language: "nn", seed: 1, now: new Date("2019-05-06T08:00:00Z") };
const pagesFor = (answers: Answers) => questionnaire.route(answers, context).map(({ name }) => name);
const itemsFor = (answers: Answers) => questionnaire.route(answers, context).flatMap(({ items }) => items);

test("the folder is sound, without a single remark", () => {
  expect(checked.findings).toEqual([]);
  expect(comparability).toEqual({ verdicts: [] });
});

test("study.json asks leaders of municipalities, in Bokmål and Nynorsk, and names nobody real", () => {
  expect(definition).toMatchObject({ studyId: study, country: "NO", languages: ["nb", "nn"] });
  expect(definition.roles.map(({ role }) => role)).toEqual(["mayor", "chief_executive", "development_lead"]);
  expect(definition.controller.name).toContain("oppdiktet");
  expect(definition.contact.email).toMatch(/\.example$/);
});

describe("the questionnaire", () => {
  readsWithoutComplaint(study);

  test("says everything in both languages", () => {
    const { title, description, pages, variables } = instrument;
    const labels = variables.flatMap(({ label, rowLabel, values }) => [
      label,
      ...(rowLabel === null ? [] : [rowLabel]),
      ...values.map((value) => value.label),
    ]);
    saysEverythingInBoth([title, description, ...pages.map((page) => page.title), ...labels], variables);
  });

  test("asks seven effects on one scale, with don't know", () => {
    const effects = instrument.variables.filter(({ question }) => question === "effects");
    expect(effects.map(({ name }) => name.replace("effects_", ""))).toEqual([
      "new_ways",
      "projects",
      "measures",
      "partners",
      "competence",
      "resources",
      "services",
    ]);
    for (const { values } of effects) expect(values.map(({ code }) => code)).toContain("dontknow");
    expect(new Set(effects.map(({ values }) => JSON.stringify(values))).size).toBe(1);
  });

  test("can be sent without any answer", () => {
    expect(questionnaire.openPages({}, context)).toEqual([]);
  });
});

describe("the route", () => {
  test("without an answer about contact asks what everybody is asked", () => {
    expect(pagesFor({})).toEqual(["contact_page", "knowledge", "ahead"]);
    expect(pagesFor({ contact: "dontknow" })).toEqual(["contact_page", "knowledge", "ahead"]);
  });

  test("asks those without contact why, and nothing about help or effects", () => {
    expect(pagesFor({ contact: "no" })).toEqual(["contact_page", "no_contact", "knowledge", "ahead"]);
  });

  test("asks those in contact about help and effects, and about the worth of the help they had", () => {
    const contact = { contact: "yes" };
    expect(pagesFor(contact)).toEqual(["contact_page", "help", "effects_page", "knowledge", "ahead"]);
    expect(pagesFor({ ...contact, guidance: "no", process_help: "no" })).not.toContain("help_worth");
    const guided = itemsFor({ ...contact, guidance: "yes", process_help: "no" });
    expect(guided).toContain("guidance_worth");
    expect(guided).not.toContain("process_worth");
    const both = itemsFor({ ...contact, guidance: "yes", process_help: "yes" });
    expect(both).toEqual(expect.arrayContaining(["guidance_worth", "process_worth"]));
  });

  test("asks the worth of the products used, and of no other", () => {
    const worth = (products_used: string[]) =>
      itemsFor({ products_used }).filter((item) => item.startsWith("products_worth"));
    expect(worth([])).toEqual([]);
    expect(worth(["none"])).toEqual([]);
    expect(worth(["dontknow"])).toEqual([]);
    expect(worth(["tools", "website"])).toEqual(["products_worth_website", "products_worth_tools"]);
  });

  test("keeps no answer of a branch that was left", () => {
    const completed = questionnaire.complete(
      { contact: "no", guidance: "yes", effects: { projects: "large" }, no_contact_reasons: ["no_time"] },
      context,
    );
    expect(completed).toEqual({ contact: "no", no_contact_reasons: ["no_time"] });
    const coded = questionnaire.codedAnswers(completed, context);
    expect(coded).toContainEqual({ variable: "guidance", values: ["__na__"] });
    expect(coded).toContainEqual({ variable: "effects_projects", values: ["__na__"] });
    expect(coded).toContainEqual({ variable: "no_contact_reasons", values: ["no_time"] });
  });
});

describe("analysis.json", () => {
  const items = analysis!.items as PlannedItem[];

  test("is a plan for every variable of the codebook, in its codes", () => {
    isPlan(study);
    expect(items.map(({ id }) => id)).toEqual(instrument.variables.map(({ name }) => name));
    for (const variable of instrument.variables) {
      fitsVariable(items.find(({ id }) => id === variable.name)!, variable);
    }
  });

  test("sums a large and a very large degree for each effect", () => {
    const effects = items.filter(({ id }) => id.startsWith("effects_"));
    expect(effects).toHaveLength(7);
    for (const { top } of effects) expect(top).toEqual(["very_large", "large"]);
  });
});

describeTexts(texts, definition);
describePanel(definition, districtDays[study], 60);
