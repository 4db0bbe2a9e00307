// The spreadsheet template: a questionnaire goes into it and comes out the same.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LanguageCode, languageCodes } from "../../language/language-code.ts";
import { questionnaireOfRows } from "./questionnaire-of-rows.ts";
import { readTemplate } from "./read-workbook.ts";
import { rowsOfQuestionnaire } from "./rows-of-questionnaire.ts";
import { everydayColumns, sheetNames } from "./template-columns.ts";
import { headingOf, propertyOf, readingWords, typeName, yesNoWords } from "./template-words.ts";
import { writeTemplate } from "./write-workbook.ts";

type Json = Record<string, unknown>;

/** A code without a label is the same as the code alone. */
const alike = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(alike);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === "value"
    ? alike((value as Json).value)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, alike(inner)]));
};

const throughRows = (json: Json, language: LanguageCode = "en") => {
  const { rows, leftOut } = rowsOfQuestionnaire(json, yesNoWords(language), (type) =>
    typeName(type, language),
  );
  return { ...questionnaireOfRows(rows, readingWords(language)), leftOut };
};

const throughWorkbook = async (json: Json, language: LanguageCode = "en") => {
  const { bytes, leftOut } = await writeTemplate(json, [], language);
  const read = await readTemplate(bytes, language);
  if (read.kind === "unreadable") throw new Error(read.reason);
  return { ...read, leftOut };
};

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "Å ä ö",
      " json:",
      "json:1",
      "_x000D_",
      "a\r\nb",
      "1",
      "yes",
      "",
      " x ",
      "=1+1",
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: "binary" }) },
);
const texts = fc.oneof(
  { weight: 3, arbitrary: text },
  {
    weight: 2,
    arbitrary: fc.dictionary(fc.constantFrom("default", "en", "sv", "nb", "nn"), text, { minKeys: 1 }),
  },
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const name = fc.constantFrom("a", "b", "c", "d", "meets", "a.b", "Å", "1", "page");
const whatever = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const properties = {
  title: texts,
  description: texts,
  isRequired: fc.oneof(fc.boolean(), scalar),
  visibleIf: text,
  showDontKnowItem: fc.boolean(),
  maxSelectedChoices: fc.oneof(fc.nat(), scalar),
  min: scalar,
  defaultValue: whatever,
  validators: whatever,
  placeholder: texts,
  valueName: text,
  rateMin: fc.integer(),
};

const item = fc.oneof(
  scalar,
  fc.record({ value: scalar, text: texts, visibleIf: text, enableIf: text }, { requiredKeys: ["value"] }),
  fc.record({ text: texts }),
);
const items = fc.array(item, { maxLength: 4 });

const { element } = fc.letrec<{ element: Json }>((tie) => {
  const own = { ...properties, name };
  const simple = fc.record(
    {
      ...own,
      type: fc.constantFrom("text", "comment", "radiogroup", "checkbox", "file", "html"),
      choices: items,
    },
    { requiredKeys: ["type"] },
  );
  const grid = fc.record(
    { ...own, type: fc.constant("matrix"), rows: items, columns: items },
    { requiredKeys: ["type", "name"] },
  );
  const inside = (type: string, key: string) =>
    fc
      .record({ ...own, inner: fc.array(tie("element"), { maxLength: 3 }) }, { requiredKeys: ["name"] })
      .map(({ inner, ...rest }) => ({ ...rest, type, ...(inner === undefined ? {} : { [key]: inner }) }));
  const column = fc.record(
    { ...own, cellType: fc.constantFrom("text", "dropdown", "default"), choices: items },
    { requiredKeys: ["name"] },
  );
  const table = fc.record(
    {
      ...own,
      type: fc.constantFrom("matrixdropdown", "matrixdynamic"),
      columns: fc.array(column),
      rows: items,
    },
    { requiredKeys: ["type", "name"] },
  );
  const parts = fc.record(
    { ...own, type: fc.constant("multipletext"), items: fc.array(fc.record(own), { maxLength: 3 }) },
    { requiredKeys: ["type", "name"] },
  );
  return {
    element: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      simple,
      grid,
      table,
      parts,
      inside("panel", "elements"),
      inside("paneldynamic", "templateElements"),
    ) as fc.Arbitrary<Json>,
  };
});

const elements = fc.array(element, { maxLength: 4 });
const page = fc.record({ name, title: texts, visibleIf: text, elements });
const settings = { title: texts, completedHtml: texts, locale: text, triggers: whatever, $schema: text };
const questionnaires: fc.Arbitrary<Json> = fc
  .oneof(
    fc.record({ ...settings, elements }, { requiredKeys: ["elements"] }),
    fc.record({ ...settings, pages: fc.array(page, { maxLength: 3 }) }, { requiredKeys: ["pages"] }),
  )
  .map((json) => JSON.parse(JSON.stringify(json)) as Json);

describe("a questionnaire in the template", () => {
  test("comes out of its rows as it went in, whatever it is", () => {
    fc.assert(
      fc.property(questionnaires, fc.constantFrom(...languageCodes), (json, language) => {
        const back = throughRows(json, language);
        expect(back.leftOut).toEqual([]);
        expect(back.problems.filter(({ kind }) => kind !== "no-type")).toEqual([]);
        expect(alike(back.json)).toEqual(alike(json));
      }),
      { numRuns: 300 },
    );
  });

  test("comes out of an Excel file as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(questionnaires, fc.constantFrom(...languageCodes), async (json, language) => {
        const back = await throughWorkbook(json, language);
        expect(back.problems.filter(({ kind }) => kind !== "no-type")).toEqual([]);
        expect(alike(back.json)).toEqual(alike(json));
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  const studies = readdirSync("surveys").flatMap((study) =>
    readdirSync(`surveys/${study}`)
      .filter((file) => /^instrument-\d+\.json$/.test(file))
      .map((file) => `surveys/${study}/${file}`),
  );
  test.each([
    ...studies,
    ...readdirSync("tests/instruments")
      .filter((file) => file.endsWith(".json"))
      .map((file) => `tests/instruments/${file}`),
  ])("%s comes out as it went in", async (file) => {
    const json = JSON.parse(readFileSync(file, "utf8")) as Json;
    for (const language of file.startsWith("surveys") ? (["en", "nb"] as const) : (["sv"] as const)) {
      const back = await throughWorkbook(json, language);
      expect(back).toMatchObject({ leftOut: [], problems: [] });
      expect(alike(back.json)).toEqual(alike(json));
    }
  });

  test("what no cell can hold is named, and named in the file", async () => {
    const long = "x".repeat(40_000);
    const json = { elements: [{ type: "text", name: "a", title: "A", description: long, "my own": 1 }] };
    const { bytes, leftOut } = await writeTemplate(json, [], "en");
    expect(leftOut.map(({ path }) => path)).toEqual(["elements[0].description", "elements[0].my own"]);
    const read = await readTemplate(bytes, "en");
    expect(read).toMatchObject({ json: { elements: [{ type: "text", name: "a", title: "A" }] } });
  });

  test("an empty one has a column for every language, and is read as no questions yet", async () => {
    const { bytes } = await writeTemplate(null, ["sv", "nb"], "sv");
    expect(await readTemplate(bytes, "sv")).toMatchObject({ kind: "questionnaire", json: {}, problems: [] });
  });

  test("every heading is understood in every language", () => {
    for (const language of languageCodes)
      for (const sheet of sheetNames)
        for (const property of everydayColumns[sheet])
          expect([property, propertyOf(headingOf(property, sheet, language), sheet)]).toEqual([
            property,
            property,
          ]);
  });

  test("every place is known by its row", () => {
    const { places } = throughRows({
      pages: [
        { name: "p", elements: [{ type: "radiogroup", name: "a", choices: [{ value: 1, text: "x" }] }] },
      ],
    });
    expect([...places.keys()]).toEqual([
      "pages[0]",
      "pages[0].elements[0]",
      "pages[0].elements[0].choices[0]",
    ]);
  });
});
