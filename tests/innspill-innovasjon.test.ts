// The study folder of the input conference: three open questions to people in six roles, nothing that points to them.
import { describe, expect, test } from "vitest";
import { districtDays } from "../src/demo/district-panels.ts";
import { prepareQuestionnaire } from "../src/questionnaire/prepare-questionnaire.ts";
import { readStudyFolder } from "../src/study/read-study-folder.ts";
import { panelOf } from "./fixtures/norwegian-studies/study-files.ts";
import {
  describePanel,
  describeTexts,
  fitsVariable,
  isPlan,
  type PlannedItem,
  readsWithoutComplaint,
  saysEverythingInBoth,
} from "./support/study-folder-rules.ts";

const study = "innspill-innovasjon";
const checked = await readStudyFolder(`surveys/${study}`);
if (checked.kind !== "sound") throw new Error(JSON.stringify(checked));
const { definition, texts, instruments, analysis, comparability } = checked.folder;
const { instrument } = instruments[0]!;
const questionnaire = prepareQuestionnaire(instrument);
const context = { language: "nn", seed: 1, now: new Date("2022-10-03T08:00:00Z") };

test("the folder is sound, without a single remark", () => {
  expect(checked.findings).toEqual([]);
  expect(comparability).toEqual({ verdicts: [] });
});

test("study.json asks six roles, in Bokmål and Nynorsk, and names nobody real", () => {
  expect(definition).toMatchObject({ studyId: study, country: "NO", languages: ["nb", "nn"] });
  expect(definition.roles).toHaveLength(6);
  expect(definition.controller.name).toContain("oppdiktet");
  expect(definition.contact.email).toMatch(/\.example$/);
});

describe("the questionnaire", () => {
  readsWithoutComplaint(study);

  test("asks three open questions and no fact about the person", () => {
    expect(instrument.variables.map(({ name, kind }) => [name, kind])).toEqual([
      ["map_fit", "open"],
      ["room_for_innovation", "open"],
      ["own_resources", "open"],
    ]);
  });

  test("says everything in both languages", () => {
    const { title, description, pages, variables } = instrument;
    saysEverythingInBoth([title, description, ...pages.map((page) => page.title)], variables);
  });

  test("asks on every page not to write names, and shows the map in words in the reader's language", () => {
    for (const language of ["nb", "nn"] as const) {
      const shown = instrument.pages.map(({ name }) =>
        JSON.stringify(questionnaire.page(name, {}, { ...context, language })),
      );
      expect(shown).toHaveLength(3);
      for (const page of shown)
        expect(page).toContain(language === "nb" ? "Ikke skriv navn" : "Ikkje skriv namn");
      expect(shown[0]).toContain(
        language === "nb" ? "innbyggere, lag og bedrifter" : "innbyggjarar, lag og bedrifter",
      );
    }
  });

  test("takes one answer alone, or none", () => {
    expect(questionnaire.openPages({}, context)).toEqual([]);
    const completed = questionnaire.complete(
      { own_resources: "Oppdikta svar: vi låner folk av kvarandre." },
      context,
    );
    expect(questionnaire.codedAnswers(completed, context)).toEqual([
      { variable: "own_resources", values: ["Oppdikta svar: vi låner folk av kvarandre."] },
    ]);
  });
});

test("analysis.json counts the answers and says nothing of what stands in them", () => {
  isPlan(study);
  const items = analysis!.items as (PlannedItem & { measures: string[] })[];
  expect(items.map(({ id }) => id)).toEqual(instrument.variables.map(({ name }) => name));
  for (const item of items) {
    fitsVariable(item, instrument.variables.find(({ name }) => name === item.id)!);
    expect(item.measures).toEqual([]);
  }
});

describeTexts(texts, definition);
describePanel(definition, districtDays[study], 50);

test("every role is held by enough participants to be shown", () => {
  for (const { role } of definition.roles) {
    const held = panelOf[study]!.filter((person) => person.role === role);
    expect(held.length, role).toBeGreaterThan(definition.minimumBase);
  }
});
