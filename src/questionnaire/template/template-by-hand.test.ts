import { describe, expect, test } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { languageCodes } from "../../language/language-code.ts";
import { readTemplate } from "./read-workbook.ts";
import { problemInWords, templateWords } from "./template-words.ts";
import { writeTemplate } from "./write-workbook.ts";

const workbook = async (
  sheets: Record<string, (string | number | boolean | null)[][]>,
): Promise<Uint8Array> =>
  new Uint8Array(
    await writeWorkbook(
      Object.entries(sheets).map(([sheet, rows]) => ({
        sheet,
        data: rows.map((row) => row.map((value) => (value === null ? null : { value }))) as SheetData,
      })),
    ).toBuffer(),
  );

const head = ["Type", "Name", "Page", "Inside", "Question (sv)", "Must be answered", "Choose at most"];
const row = (more: Partial<Record<(typeof head)[number], string | number>>) =>
  head.map((heading) => more[heading] ?? null);
const sound = { Type: "One choice", Name: "a", Page: "p", "Question (sv)": "A" };

const problemsOf = async (sheets: Record<string, (string | number | boolean | null)[][]>) => {
  const read = await readTemplate(await workbook(sheets), "en");
  if (read.kind === "unreadable") return [read.reason];
  for (const language of languageCodes)
    for (const problem of read.problems) expect(problemInWords(problem, language)).not.toMatch(/undefined/);
  return read.problems.map((problem) => problemInWords(problem, "en"));
};

describe("a template filled in by hand", () => {
  test("in any language, with friendly types, is a questionnaire", async () => {
    const bytes = await workbook({
      Frågor: [
        ["Typ", "Namn", "Sida", "Fråga (sv)", "Fråga (nb)", "Måste besvaras", "Vet inte", "Visas om"],
        ["Ett val", "meets", "one", "Träffas ni?", "Møtes dere?", "ja", "ja", null],
        ["lång text", "why", null, "Varför?", "Hvorfor?", "nej", null, "{meets} = 'no'"],
      ],
      Svarsalternativ: [
        ["Frågans namn", "Kod", "Etikett (sv)", "Etikett (nb)"],
        ["meets", "yes", "Ja", "Ja"],
        [null, "no", "Nej", "Nei"],
      ],
      Sidor: [
        ["Sida", "Rubrik (sv)"],
        ["one", "Möten"],
      ],
      Inställningar: [
        ["Inställning", "Text", "Text (sv)"],
        ["title", null, "Fem frågor"],
      ],
    });
    expect(await readTemplate(bytes, "sv")).toMatchObject({
      problems: [],
      json: {
        title: { sv: "Fem frågor" },
        pages: [
          {
            name: "one",
            title: { sv: "Möten" },
            elements: [
              {
                type: "radiogroup",
                name: "meets",
                title: { sv: "Träffas ni?", nb: "Møtes dere?" },
                isRequired: true,
                showDontKnowItem: true,
                choices: [
                  { value: "yes", text: { sv: "Ja", nb: "Ja" } },
                  { value: "no", text: { sv: "Nej", nb: "Nei" } },
                ],
              },
              { type: "comment", name: "why", isRequired: false, visibleIf: "{meets} = 'no'" },
            ],
          },
        ],
      },
    });
  });

  test("says every mistake at once, with sheet, row, column and value", async () => {
    const said = await problemsOf({
      Questions: [
        [...head, "Título!", null],
        [...row({ ...sound, "Must be answered": "perhaps" }), null, "lost"],
        row({ ...sound, Type: "Hologram", Name: "b" }),
        row({ Name: "c" }),
        row({ ...sound, Name: "d", Inside: "nowhere" }),
        row({ ...sound, Name: "e", Inside: "a" }),
        row({ ...sound, Name: "f", "Choose at most": "many" }),
        row({ ...sound, Name: "a", "Question (sv)": "json:{" }),
      ],
      Choices: [
        ["Question’s name", "List", "Code", "Label"],
        ["gone", null, 1, "One"],
        ["d", "heaps", 1, "One"],
        ["d", null, null, "One"],
        ["a", null, 1, "One"],
      ],
      Settings: [
        ["Setting", "Text"],
        ["title", "A"],
        ["title", "B"],
        [null, "C"],
      ],
      Pages: [["Page"], ["p"], ["p"]],
    });
    for (const expected of [
      "Questions, row 1, column H: “Título!” is no heading",
      "Questions, row 2, column I: “lost” stands in a column without a heading",
      "Questions, row 2, column F (Must be answered): “perhaps” must be yes or no",
      "Questions, row 3, column A (Type): “Hologram” is no type of question",
      "Questions, row 4, column A (Type): The question has no type",
      "Questions, row 5, column D (Inside): No question above this row is called “nowhere”",
      "Questions, row 6, column D (Inside): “a” cannot hold other questions",
      "Questions, row 7, column G (Choose at most): “many” must be a number",
      "Questions, row 8, column E (Question (sv)): “json:{” begins with json:",
      "Choices, row 2, column A (Question’s name): No question is called “gone”",
      "Choices, row 3, column B (List): “heaps” is no list",
      "Choices, row 4, column C (Code): The choice has no code",
      "Choices, row 5, column A (Question’s name): More than one question is called “a”",
      "Settings, row 3, column A (Setting): “title” stands here twice",
      "Settings, row 4, column A (Setting): The setting is not named",
      "Pages, row 3, column A (Page): “p” stands here twice",
    ])
      expect(said.some((line) => line.startsWith(expected))).toBe(true);
  });

  test.each([
    ["not a workbook", new TextEncoder().encode("type;name"), "not-excel"],
    ["cut off", (async () => (await writeTemplate(null, [], "en")).bytes.slice(0, 900))(), "damaged"],
    ["without its sheets", workbook({ Sheet1: [["a"]] }), "no-questions-sheet"],
    ["empty", new Uint8Array(), "not-excel"],
  ])("that is %s is refused in words", async (_, bytes, reason) => {
    expect(await readTemplate(await bytes, "en")).toEqual({ kind: "unreadable", reason });
    for (const language of languageCodes)
      expect(templateWords(language).unreadable[reason as "damaged"]).toMatch(/\w/);
  });
});
