import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixInstrument } from "../questionnaire/fix-instrument.ts";
import { prepareQuestionnaire } from "../questionnaire/prepare-questionnaire.ts";
import type { StudyDefinition } from "../study/study.ts";
import { firstView } from "./first-view.ts";

const folder = join(import.meta.dirname, "../../tests/instruments");
const kinds = [
  ...readdirSync(folder).filter((file) => file.endsWith(".json")),
  ...["today() > '2027-01-01'", "age({known}) > 30", "currentYear() > 2026"],
];

const questionnaireOf = (kind: string): unknown =>
  kind.endsWith(".json")
    ? JSON.parse(readFileSync(join(folder, kind), "utf8"))
    : {
        pages: [
          {
            name: "p",
            elements: [
              { type: "text", name: "a" },
              { type: "text", name: "b", visibleIf: kind },
            ],
          },
        ],
      };

const contexts = [
  { seed: 1, now: new Date("2026-01-01T10:00:00Z"), known: "1997-01-01" },
  { seed: 77_777, now: new Date("2026-01-01T10:00:00Z"), known: "1997-01-01" },
  { seed: 1, now: new Date("2027-06-06T20:00:00Z"), known: "1997-01-01" },
  { seed: 1, now: new Date("2026-01-01T10:00:00Z"), known: "1960-01-01" },
].map(({ seed, now, known }) => ({ seed, now, language: "en", variables: { known } }));

describe("the first page of somebody who has not answered", () => {
  test.each(kinds)("%s: is what that person would be shown, whoever came before", (kind) => {
    const definition = questionnaireOf(kind) as object;
    const languages = JSON.stringify(definition).includes('"sv":') ? ["en", "sv"] : ["en"];
    const fixed = fixInstrument(definition, {
      version: "1",
      languages,
      knownVariables: ["known", "municipality", "role_label"],
    });
    if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
    const study = {} as StudyDefinition;
    const questionnaire = prepareQuestionnaire(fixed.instrument);
    for (const context of contexts) {
      const alone = prepareQuestionnaire(fixed.instrument);
      const [first] = alone.route({}, context);
      expect(firstView({ study, questionnaire }, 1, context)).toEqual(
        first === undefined ? null : alone.page(first.name, {}, context),
      );
    }
  });
});
