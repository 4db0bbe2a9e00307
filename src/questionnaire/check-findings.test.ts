// Every kind of finding once: a questionnaire that has it, where the checker says it is, and its words.
import { describe, expect, test } from "vitest";
import { check, found, kindsOf, of, radio } from "../../tests/support/a-checked-questionnaire.ts";
import { languageCodes } from "../language/language-code.ts";
import { findingWords, placeInWords, reasonInWords } from "./checks/finding-words.ts";

const cases: readonly (readonly [says: string, kind: string, json: object, place: object])[] = [
  [
    "an unknown type",
    "type-not-supported",
    of({ type: "hologram", name: "h" }),
    { severity: "error", path: "elements[0]", facts: { name: "hologram" } },
  ],
  [
    "a file to upload, by name",
    "type-not-supported",
    of(radio("a"), { type: "panel", name: "p", elements: [{ type: "file", name: "f" }] }),
    { severity: "error", path: "elements[1].elements[0]", element: "f", facts: { name: "file" } },
  ],
  [
    "a cell of a type that cannot be asked",
    "type-not-supported",
    of({
      type: "matrixdropdown",
      name: "t",
      title: "T",
      rows: [1],
      columns: [{ name: "c", cellType: "file" }],
    }),
    { severity: "error", path: "elements[0].columns[0]", element: "t" },
  ],
  [
    "a dead branch: a condition that contradicts itself",
    "rule/expression/contradiction",
    of(radio("a"), radio("b", { visibleIf: "{a} = 'x' and {a} = 'y'" })),
    { severity: "warning", path: "elements[1].visibleIf", element: "b" },
  ],
  [
    "a dead branch: it depends on what nobody is shown",
    "rule/element/never-visible",
    of(radio("a"), radio("b", { visibleIf: "1 = 2" }), radio("c", { visibleIf: "{b} = 'x'" })),
    { severity: "warning", path: "elements[2].visibleIf", element: "c" },
  ],
  [
    "a branch for an answer that is not offered",
    "rule/expression/unknown-choice",
    of(radio("a"), radio("b", { visibleIf: "{a} = 'z'" })),
    { path: "elements[1].visibleIf" },
  ],
  [
    "a reference to a question that is not there, with the one that may be meant",
    "rule/reference/unknown",
    of(radio("services"), radio("b", { visibleIf: "{servises} = 'x'" })),
    { severity: "error", path: "elements[1].visibleIf", facts: { suggestion: "services" } },
  ],
  [
    "a text that pipes in a question that is not there",
    "rule/reference/unknown",
    of(radio("a"), radio("b", { title: "You said {c}" })),
    { severity: "error", path: "elements[1].title" },
  ],
  [
    "a name used twice",
    "rule/name/duplicate",
    of(radio("a"), radio("a")),
    { severity: "error", path: "elements[1]", facts: { name: "a" } },
  ],
  [
    "two questions that would give the same variable",
    "variable-twice",
    of(
      { type: "matrix", name: "a", title: "A", columns: [1, 2], rows: ["x"] },
      { type: "text", name: "a_x", title: "B" },
    ),
    { severity: "error", element: "a_x", facts: { name: "a_x", other: "a" } },
  ],
  [
    "two choices that would get the same code",
    "code-twice",
    of(radio("a", { choices: [1, "1"] })),
    { severity: "error", element: "a", facts: { value: "1" } },
  ],
  [
    "a missing translation, with the language",
    "translation-missing",
    of(radio("a", { title: { en: "A", sv: "" }, choices: [{ value: 1, text: { en: "X", sv: "X" } }] })),
    { severity: "warning", path: "elements[0].title", facts: { list: ["sv"] } },
  ],
  [
    "a choice whose value would be shown in every language",
    "translation-missing",
    of(radio("a", { title: { en: "A", sv: "A" }, choices: ["often"] })),
    { severity: "warning", path: "elements[0].choices[0]", facts: { value: "often" } },
  ],
  [
    "choices by URL",
    "choices-by-url",
    of(radio("a", { choicesByUrl: { url: "https://example.org" } })),
    { severity: "error", path: "elements[0].choicesByUrl", element: "a" },
  ],
  [
    "a loop without an end, which no table can hold",
    "loop-without-limit",
    of({ type: "paneldynamic", name: "l", title: "L", templateElements: [radio("a")] }),
    { severity: "warning", path: "elements[0]", facts: { name: "maxPanelCount" } },
  ],
  [
    "a question that asks who answers",
    "asks-for-contact",
    of({ type: "text", name: "mail", title: "Your address?", inputType: "email" }),
    { severity: "warning", path: "elements[0].inputType" },
  ],
  [
    "a question without choices",
    "no-choices",
    of({ type: "checkbox", name: "a", title: "A" }),
    { severity: "error", element: "a" },
  ],
  [
    "a matrix without rows",
    "nothing-inside",
    of({ type: "matrix", name: "m", title: "M", columns: [1, 2] }),
    { severity: "error", element: "m", facts: { name: "rows" } },
  ],
  ["a question without wording", "no-title", of({ type: "text", name: "q7" }), { path: "elements[0]" }],
  [
    "an input mask, by name",
    "feature-not-supported",
    of({ type: "text", name: "t", title: "T", maskType: "pattern", maskSettings: { pattern: "99" } }),
    { severity: "error", path: "elements[0].maskType", facts: { name: "maskType", value: "pattern" } },
  ],
  [
    "a time limit, by name",
    "feature-not-supported",
    { ...of(radio("a")), showTimer: true, timeLimit: 60 },
    { severity: "error", path: "showTimer" },
  ],
  [
    "leading people elsewhere afterwards, by name",
    "feature-not-supported",
    { ...of(radio("a")), navigateToUrl: "https://example.org" },
    { severity: "error", path: "navigateToUrl" },
  ],
  [
    "what is asked under a row, by name",
    "feature-not-supported",
    of({
      type: "matrixdropdown",
      name: "t",
      title: "T",
      rows: [1],
      columns: [{ name: "c", title: "C", cellType: "text" }],
      detailPanelMode: "underRow",
      detailElements: [{ type: "text", name: "d", title: "D" }],
    }),
    { severity: "error", path: "elements[0].detailPanelMode" },
  ],
  [
    "a condition on a table's columns, by name",
    "feature-not-supported",
    of(radio("a"), {
      type: "matrixdropdown",
      name: "t",
      title: "T",
      rows: [1],
      columns: [{ name: "c", title: "C", cellType: "text" }],
      columnsVisibleIf: "{a} contains {item}",
    }),
    {
      severity: "error",
      path: "elements[1].columnsVisibleIf",
      element: "t",
      facts: { name: "columnsVisibleIf" },
    },
  ],
  [
    "questions that stand under a choice, by name",
    "feature-not-supported",
    of(radio("a", { choices: ["x", { value: "y", elements: [{ type: "text", name: "b" }] }] })),
    { severity: "error", path: "elements[0].choices[1].elements", facts: { name: "elements" } },
  ],
  [
    "what is written under other in place of the answer, by name",
    "feature-not-supported",
    of(radio("a", { showOtherItem: true, storeOthersAsComment: false })),
    { severity: "error", path: "elements[0].storeOthersAsComment" },
  ],
  [
    "turns that count their questions from elsewhere, by name",
    "feature-not-supported",
    of({
      type: "paneldynamic",
      name: "l",
      title: "L",
      maxPanelCount: 3,
      questionStartIndex: "5",
      templateElements: [radio("b")],
    }),
    { severity: "error", path: "elements[0].questionStartIndex" },
  ],
  [
    "a feature under the name it had before",
    "feature-not-supported",
    { ...of(radio("a")), mode: "display" },
    { severity: "error", path: "mode" },
  ],
  [
    "a function that is not there",
    "rule/expression/unknown-function",
    of(radio("a"), radio("b", { visibleIf: "ask({a}) = 1" })),
    { severity: "error", path: "elements[1].visibleIf", facts: { name: "ask" } },
  ],
  [
    "a property that nothing reads",
    "rule/property/unknown",
    of(radio("a", { requird: true })),
    { severity: "warning", path: "elements[0].requird" },
  ],
  [
    "what changes nothing here",
    "no-effect",
    of(radio("a", { colCount: 3 }), radio("b", { colCount: 3 })),
    { severity: "note", path: "elements[0].colCount", facts: { name: "colCount", count: 2 } },
  ],
  [
    "a text without a name, which it does not need",
    "rule/property/required",
    of(radio("a"), { type: "html", html: "Read this." }),
    { severity: "note", path: "elements[1]" },
  ],
  [
    "a question without a name, which it does",
    "rule/property/required",
    of(radio("a"), { type: "comment", title: "B" }),
    { severity: "error", path: "elements[1]" },
  ],
  [
    "that hidden answers are dropped all the same",
    "hidden-answers-dropped",
    { ...of(radio("a")), clearInvisibleValues: "none" },
    { severity: "note" },
  ],
];

describe("the checker finds", () => {
  test.each(cases)("%s", (_, kind, json, place) => {
    const finding = found(check(json, kind === "translation-missing" ? ["en", "sv"] : ["en"]), kind);
    expect(finding).toMatchObject(place);
    for (const language of languageCodes) {
      const words = findingWords(language);
      const sentence = reasonInWords(finding!, words);
      expect(sentence).not.toMatch(/undefined|rule\//);
      expect(sentence.length).toBeGreaterThan(20);
      expect(placeInWords(finding!, words)).not.toBe("");
    }
  });

  test("one thing where a list belongs, and goes on", () => {
    const matrix = { type: "matrix", name: "m", title: "M", columns: "one", rows: ["x"] };
    const findings = check({ ...of(matrix), showTimer: true });
    expect(found(findings, "rule/property/not-an-array")).toMatchObject({ severity: "error" });
    expect(kindsOf(findings)).toContain("feature-not-supported");
  });

  test("every one of them at once", () => {
    const elements = cases.flatMap(([, , json]) => ("elements" in json ? (json.elements as object[]) : []));
    const kinds = new Set(kindsOf(check({ elements }, ["en", "sv"])));
    for (const kind of ["type-not-supported", "choices-by-url", "no-choices", "translation-missing"])
      expect(kinds).toContain(kind);
  });
});
