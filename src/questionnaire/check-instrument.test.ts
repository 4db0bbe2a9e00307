// What the checker finds before fieldwork.
import { describe, expect, test } from "vitest";
import { checkInstrument, type Finding } from "./check-instrument.ts";
import { fixInstrument } from "./fix-instrument.ts";

const check = (json: unknown, languages: readonly string[] = ["en"]): readonly Finding[] =>
  checkInstrument(json, { languages });

const found = (findings: readonly Finding[], kind: string): Finding | undefined =>
  findings.find((finding) => finding.kind === kind);

describe("checking a questionnaire", () => {
  test("a sound one has no findings", () => {
    expect(check({ elements: [{ type: "radiogroup", name: "a", title: "A", choices: ["x", "y"] }] })).toEqual(
      [],
    );
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
      data: { type: "signaturepad" },
    });
    expect(found(findings, "rule/name/duplicate")?.path).toMatch(/elements\[[12]\]/);
    expect(found(findings, "rule/reference/unknown")).toMatchObject({
      path: "pages[0].elements[3].visibleIf",
    });
    expect(found(findings, "choices-by-url")).toMatchObject({ element: "c" });
    expect(found(findings, "translation-missing")).toMatchObject({ data: { missing: ["sv"] } });
    const severities = findings.map((finding) => finding.severity);
    expect(severities).toEqual([...severities].sort());
  });

  test("two questions that would give the same variable", () => {
    const findings = check({
      elements: [
        { type: "matrix", name: "a", title: "A", columns: [1, 2], rows: ["x"] },
        { type: "text", name: "a_x", title: "B" },
      ],
    });
    expect(found(findings, "variable-twice")).toMatchObject({ data: { variable: "a_x", other: "a" } });
  });

  test("names known to the study may be piped in", () => {
    const json = { elements: [{ type: "text", name: "a", title: "In {municipality}" }] };
    expect(found(check(json), "rule/reference/unknown")).toBeDefined();
    expect(checkInstrument(json, { languages: ["en"], knownVariables: ["municipality"] })).toEqual([]);
  });
});

describe("fixing an instrument", () => {
  const json = {
    title: { sv: "Titel", default: "Title" },
    elements: [{ type: "text", name: "a", title: "A" }],
  };

  test("is refused with the reasons when there is an error", () => {
    const fixed = fixInstrument(
      { elements: [{ type: "file", name: "f" }] },
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
