// The study folder of the competence-centre survey: one turn of a loop per field that a leader is responsible for.
import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { ksPopulationShares, ksRoles } from "../src/demo/ks-case.ts";
import { ksFields } from "../src/demo/ks-fields.ts";
import { ksReferenceDate } from "../src/demo/ks-municipalities.ts";
import { supportedTypes } from "../src/questionnaire/check-instrument.ts";
import { fixInstrument } from "../src/questionnaire/fix-instrument.ts";
import type { Variable } from "../src/questionnaire/instrument.ts";
import { readStudyFolder } from "../src/study/read-study-folder.ts";
import type { StudyDefinition } from "../src/study/study.ts";
import type { StudyTexts } from "../src/study/study-texts.ts";
import type { KsAnalysis } from "./fixtures/norwegian-studies/study-files.ts";
import {
  describePanel,
  describeTexts,
  fitsVariable,
  isPlan,
  type PlannedItem,
  readsWithoutComplaint,
  saysEverythingInBoth,
  studyJson,
} from "./support/study-folder-rules.ts";

const study = "ks-kompetansesentre";
interface Json {
  readonly [key: string]: unknown;
}
interface Page extends Json {
  readonly name: string;
  readonly elements: readonly (Json & { readonly templateElements?: readonly Json[] })[];
}
const definition = studyJson<StudyDefinition>(study, "study.json");
const json = studyJson<Json & { readonly pages: readonly Page[] }>(study, "instrument-1.json");
const analysis = studyJson<Omit<KsAnalysis, "items"> & { readonly items: readonly PlannedItem[] }>(
  study,
  "analysis.json",
);
const loop = json.pages.find(({ name }) => name === "fields")!.elements[0]!;
const checked = await readStudyFolder(`surveys/${study}`);

/** The variables of a part of the questionnaire, as they would be fielded. */
function variablesOf(part: Json): readonly Variable[] {
  const fixed = fixInstrument(part, { version: "1", languages: ["nb", "nn"] });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  return fixed.instrument.variables;
}

/** Every page but that of the loop, whose condition is the only thing that names it. */
const besideLoop = variablesOf({ ...json, pages: json.pages.filter(({ name }) => name !== "fields") });
/** The questions of one turn, asked on a page of their own. */
const ofOneTurn = variablesOf({ elements: loop.templateElements });

describe("the folder", () => {
  test("has no fault, or that loops cannot be fielded as the only one", () => {
    if (checked.kind === "no-folder") throw new Error(checked.path);
    const expected = supportedTypes.includes("paneldynamic") ? [] : ["pages[2].elements[0]"];
    expect(checked.findings.map(({ path }) => path)).toEqual(expected);
    expect(checked.kind).toBe(expected.length === 0 ? "sound" : "faulty");
  });

  test("asks leaders of municipalities and counties, in Bokmål and Nynorsk, and names nobody real", () => {
    expect(definition).toMatchObject({ studyId: study, country: "NO", languages: ["nb", "nn"] });
    expect(definition.roles.map(({ role }) => role)).toEqual(ksRoles);
    expect(definition.controller.name).toContain("oppdiktet");
    expect(definition.contact.email).toMatch(/\.example$/);
    expect(studyJson(study, "comparability.json")).toEqual({ verdicts: [] });
  });
});

describe("the questionnaire", () => {
  readsWithoutComplaint(study);

  test("says everything in both languages", () => {
    const variables = [...besideLoop, ...ofOneTurn];
    const labels = variables.flatMap(({ label, rowLabel, values }) => [
      label,
      ...(rowLabel === null ? [] : [rowLabel]),
      ...values.map((value) => value.label),
    ]);
    saysEverythingInBoth(
      labels,
      variables.filter(({ name }) => name !== "which"),
    );
  });

  test("lists 26 centres in six fields, and lets people say that they don't know", () => {
    const known = besideLoop.filter(({ name }) => name.startsWith("known_"));
    const centres = known.map(({ values }) =>
      values.filter(({ role, missing }) => role === "choice" && !missing),
    );
    expect(known).toHaveLength(6);
    expect(centres.flat()).toHaveLength(26);
    expect(ksFields.map(({ field }) => `known_${field}`)).toEqual(known.map(({ name }) => name));
    expect(ksFields.map((field) => field.centres)).toEqual(centres.map((own) => own.map(({ code }) => code)));
    const closed = [...known, ...ofOneTurn, ...besideLoop.filter(({ page }) => page === "together")].filter(
      ({ kind, name }) => kind !== "open" && name !== "which",
    );
    for (const { name, values } of closed) {
      expect(
        values.map(({ code }) => code),
        name,
      ).toContain("dontknow");
    }
  });

  test("asks for an interview on a page of its own, by yes or no and nothing else", () => {
    const page = json.pages.at(-1)!;
    expect(page.elements).toHaveLength(1);
    const [variable] = besideLoop.filter((one) => one.page === page.name);
    expect(variable).toMatchObject({ name: "interview", kind: "single", isRequired: false });
    expect(variable!.values.map(({ code }) => code)).toEqual(["yes", "no"]);
  });
});

describe("the loop, as survey-core walks it", () => {
  const started = (language: string) => {
    const model = new Model(json);
    model.locale = language;
    return model;
  };
  // biome-ignore lint/suspicious/noExplicitAny: the library's question has no type of its own here
  const turnsOf = (model: Model): any[] => (model.getQuestionByName("field") as any).visiblePanels;

  test("has no turn, and the page is left out, until a field is ticked", () => {
    const model = started("nb");
    const pages = () => model.visiblePages.map(({ name }) => name);
    expect(pages()).toEqual(["known", "responsibility", "together", "interview_page"]);
    model.setValue("responsible", ["none"]);
    expect(pages()).not.toContain("fields");
    model.setValue("responsible", ["dental"]);
    expect(pages()).toEqual(["known", "responsibility", "fields", "together", "interview_page"]);
  });

  test.each([
    ["nb", ["Helsetjenester i kommunen", "Oppvekst og barnevern"]],
    ["nn", ["Helsetenester i kommunen", "Oppvekst og barnevern"]],
  ])("in %s has a turn per ticked field in the order of the fields, named after it", (language, titles) => {
    const model = started(language);
    model.setValue("responsible", ["upbringing", "primary_health"]);
    expect(turnsOf(model).map((turn) => turn.processedTitle)).toEqual(titles);
    const asked = turnsOf(model)[0].questions.filter((one: { isVisible: boolean }) => one.isVisible);
    expect(asked.map(({ name }: { name: string }) => name)).toEqual([
      "frequency",
      "mandate",
      "fulfilled",
      "properties",
      "need",
      "tasks",
      "strategic",
      "remark",
    ]);
  });

  test("keeps a turn's answers at the field's own place, whichever fields are ticked", () => {
    const model = started("nb");
    model.setValue("responsible", ["migration_sami", "dental"]);
    const [dental, migration] = turnsOf(model);
    dental.getQuestionByName("need").value = "same";
    migration.getQuestionByName("properties").value = { relevance: 4 };
    const stored = model.getValue("field");
    expect(stored.map(({ which }: { which: string }) => which)).toEqual(ksFields.map(({ field }) => field));
    expect(stored[3]).toEqual({ which: "dental", need: "same" });
    expect(stored[5]).toEqual({ which: "migration_sami", properties: { relevance: 4 } });
  });

  test("takes three tasks and not four, and don't know alone", () => {
    const model = started("nb");
    model.setValue("responsible", ["care"]);
    const tasks = turnsOf(model)[0].getQuestionByName("tasks");
    tasks.value = ["advice", "training", "networks"];
    expect(tasks.validate()).toBe(true);
    tasks.value = ["advice", "training", "networks", "figures"];
    expect(tasks.validate()).toBe(false);
    tasks.renderedValue = ["advice", "dontknow"];
    expect([...tasks.value]).toEqual(["dontknow"]);
  });

  test("can be sent without any answer", () => {
    const model = started("nb");
    model.setValue("responsible", ["care"]);
    expect(model.validate(false)).toBe(true);
  });
});

describe("analysis.json", () => {
  const itemOf = (id: string) => analysis.items.find((item) => item.id === id)!;

  test("is a plan for every variable of the codebook, in its codes", () => {
    isPlan(study);
    const turns = ksFields.flatMap((_, index) => ofOneTurn.map(({ name }) => `field_${index + 1}_${name}`));
    const beside = besideLoop.map(({ name }) => name);
    const [asked, afterwards] = [beside.slice(0, 7), beside.slice(7)];
    expect(analysis.items.map(({ id }) => id)).toEqual([...asked, ...turns, ...afterwards]);
    for (const variable of besideLoop) fitsVariable(itemOf(variable.name), variable);
    for (const [index] of ksFields.entries()) {
      for (const variable of ofOneTurn) fitsVariable(itemOf(`field_${index + 1}_${variable.name}`), variable);
    }
    if (checked.kind !== "sound") return;
    const names = checked.folder.instruments[0]!.instrument.variables.map(({ name }) => name);
    expect(names).toEqual(analysis.items.map(({ id }) => id));
  });

  test("weights to the known shares of small, medium and large municipalities", () => {
    expect(analysis.design).toMatchObject({
      weighting: { type: "poststratify", var: "size", shares: ksPopulationShares },
    });
    expect(analysis.groups.map((group) => group.var)).toEqual(["size", "centrality", "economy", "region"]);
  });
});

const texts = {
  nb: studyJson<StudyTexts>(study, "texts/nb.json"),
  nn: studyJson<StudyTexts>(study, "texts/nn.json"),
};
describeTexts(texts, definition);
describePanel(definition, ksReferenceDate, 1083);
