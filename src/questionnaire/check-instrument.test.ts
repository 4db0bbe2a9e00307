// What the checker finds before fieldwork.
import { describe, expect, test } from "vitest";
import { languageCodes } from "../language/language-code.ts";
import { type CheckContext, checkInstrument, type Finding } from "./check-instrument.ts";
import { findingWords, placeInWords, reasonInWords } from "./checks/finding-words.ts";
import {
  carriedProperties,
  looksOnly,
  ofTheTool,
  refusedProperties,
  supportedTypes,
} from "./checks/supported-features.ts";
import { versionFindings } from "./checks/version-findings.ts";
import { fixInstrument } from "./fix-instrument.ts";
import { propertiesOf } from "./survey-model.ts";

const check = (json: unknown, languages: readonly string[] = ["en"], more: Partial<CheckContext> = {}) =>
  checkInstrument(json, { languages, ...more });

const found = (findings: readonly Finding[], kind: string): Finding | undefined =>
  findings.find((finding) => finding.kind === kind);

const kindsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ kind }) => kind);

const radio = (name: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  title: name.toUpperCase(),
  choices: ["x", "y"],
  ...more,
});

const of = (...elements: object[]) => ({ elements });

describe("checking a questionnaire", () => {
  test("a sound one has no findings", () => {
    expect(check(of(radio("a")))).toEqual([]);
  });

  test("what is no questionnaire is said so, whatever it is", () => {
    for (const json of [null, undefined, 1, "x", [], true])
      expect(check(json)).toMatchObject([{ severity: "error", kind: "not-a-questionnaire" }]);
    expect(found(check({}), "no-questions")).toBeDefined();
    expect(found(check({ elements: 7 }), "no-questions")).toBeDefined();
  });

  test("all findings come at once, errors first, each with its place", () => {
    const findings = check(
      {
        pages: [
          {
            name: "p",
            elements: [
              { type: "signaturepad", name: "sign" },
              { type: "radiogroup", name: "a", title: { default: "A" }, choices: ["x", "y"] },
              { type: "radiogroup", name: "a", title: "A", choices: ["x"] },
              { type: "text", name: "b", title: "B", visibleIf: "{gone} = 1" },
              { type: "dropdown", name: "c", title: "C", choicesByUrl: { url: "https://example.org/x" } },
            ],
          },
        ],
      },
      ["en", "sv"],
    );
    expect(found(findings, "type-not-supported")).toMatchObject({
      path: "pages[0].elements[0]",
      element: "sign",
      facts: { name: "signaturepad" },
    });
    expect(found(findings, "rule/name/duplicate")?.path).toMatch(/elements\[[12]\]/);
    expect(found(findings, "rule/reference/unknown")).toMatchObject({
      path: "pages[0].elements[3].visibleIf",
    });
    expect(found(findings, "choices-by-url")).toMatchObject({ element: "c" });
    expect(found(findings, "translation-missing")).toMatchObject({ facts: { list: ["sv"] } });
    const severities = findings.map((finding) => finding.severity);
    expect(severities).toEqual([...severities].sort());
  });

  test("names known to the study may be piped in", () => {
    const json = of({ type: "text", name: "a", title: "In {municipality}" });
    expect(found(check(json), "rule/reference/unknown")).toBeDefined();
    expect(check(json, ["en"], { knownVariables: ["municipality"] })).toEqual([]);
  });
});

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

  test("every one of them at once", () => {
    const elements = cases.flatMap(([, , json]) => ("elements" in json ? (json.elements as object[]) : []));
    const kinds = new Set(kindsOf(check({ elements }, ["en", "sv"])));
    for (const kind of ["type-not-supported", "choices-by-url", "no-choices", "translation-missing"])
      expect(kinds).toContain(kind);
  });
});

describe("every property that survey-core reads", () => {
  const classes = [
    ...["survey", "page", "choiceitem", "checkboxitem", "imageitemvalue", "ratingitem", "matrixcolumn"],
    ...["matrixdropdowncolumn", "multipletextitem", "calculatedvalue", "htmlconditionitem"],
    ...["numeric", "text", "answercount", "regex", "email", "expression"].map((type) => `${type}validator`),
    ...["setvalue", "copyvalue", "runexpression", "visible", "skip", "complete"].map((t) => `${t}trigger`),
    ...supportedTypes,
  ];
  test.each(classes)("of %s is kept, said to have no effect, or refused", (name) => {
    const known = [carriedProperties, looksOnly, ofTheTool, new Set(Object.keys(refusedProperties))];
    expect(propertiesOf(name).filter((property) => !known.some((set) => set.has(property)))).toEqual([]);
  });
});

describe("a later version", () => {
  const instrument = (...elements: object[]) => {
    const fixed = fixInstrument(of(...elements), { version: "1", languages: ["en"] });
    if (fixed.kind === "refused") throw new Error("refused");
    return fixed.instrument;
  };

  test("that uses a name for another kind of question is noticed", () => {
    const later = instrument({ type: "comment", name: "a", title: "A" });
    expect(versionFindings(instrument(radio("a")), 1, later)).toMatchObject([
      { kind: "name-reused", element: "a", facts: { name: "a", other: "1" } },
    ]);
  });

  test("that uses a code for another choice is noticed", () => {
    const choices = (first: string) => ({ choices: [{ value: 1, text: first }, 2] });
    const findings = versionFindings(
      instrument(radio("a", choices("Often"))),
      1,
      instrument(radio("a", choices("Never"))),
    );
    expect(findings).toMatchObject([{ kind: "code-reused", facts: { value: "1", other: "Often" } }]);
  });

  test("with other wording and more choices is not", () => {
    const later = instrument(radio("a", { title: "Other", choices: ["x", "y", "z"] }), radio("b"));
    expect(versionFindings(instrument(radio("a")), 1, later)).toEqual([]);
  });
});

describe("fixing an instrument", () => {
  const json = {
    title: { sv: "Titel", default: "Title" },
    elements: [{ type: "text", name: "a", title: "A" }],
  };

  test("is refused with the reasons when there is an error", () => {
    const fixed = fixInstrument(
      { elements: [{ type: "file", name: "f", title: "F" }] },
      { version: "1", languages: ["en"] },
    );
    expect(fixed).toMatchObject({ kind: "refused", findings: [{ kind: "type-not-supported" }] });
  });

  test("gives plain data that survives storing as JSON, and does not touch the author's", () => {
    const before = structuredClone(json);
    const fixed = fixInstrument(json, { version: "2026-1", languages: ["en", "sv"] });
    expect(json).toEqual(before);
    if (fixed.kind !== "fixed") throw new Error("refused");
    expect(JSON.parse(JSON.stringify(fixed.instrument))).toEqual(fixed.instrument);
    expect(fixed.instrument).toMatchObject({ version: "2026-1", title: { en: "Title", sv: "Titel" } });
  });
});
