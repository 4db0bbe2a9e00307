// What the checker finds before fieldwork.
import { describe, expect, test } from "vitest";
import { check, found, of, radio } from "../../tests/support/a-checked-questionnaire.ts";
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
