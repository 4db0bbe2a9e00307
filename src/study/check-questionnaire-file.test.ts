// Whatever stands in a file, it is answered in words.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { languageCodes } from "../language/language-code.ts";
import { writeTemplate } from "../questionnaire/template/write-workbook.ts";
import { checkQuestionnaireFile } from "./check-questionnaire-file.ts";

const check = (bytes: Uint8Array, name = "a.json", language: (typeof languageCodes)[number] = "en") =>
  checkQuestionnaireFile({ name, bytes }, { languages: null, version: 1, language });
const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

const files = [
  "surveys/ks-kompetansesentre/instrument-1.json",
  "surveys/distriktssenteret-2019/instrument-1.json",
  "tests/instruments/validators.json",
  "tests/instruments/panel.json",
];

/** Every place in a value, as the way to it. */
const waysInto = (value: unknown, way: readonly (string | number)[] = []): (string | number)[][] =>
  value === null || typeof value !== "object"
    ? [[...way]]
    : [
        [...way],
        ...Object.entries(value).flatMap(([key, inner]) =>
          waysInto(inner, [...way, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

const replaced = (json: unknown, way: readonly (string | number)[], value: unknown): unknown => {
  const [step, ...rest] = way;
  if (step === undefined) return value;
  const copy = Array.isArray(json) ? [...json] : { ...(json as object) };
  (copy as Record<string, unknown>)[step] = replaced((json as Record<string, unknown>)[step], rest, value);
  return copy;
};

const spoiled = fc.constantFrom(...files).chain((file) => {
  const json = JSON.parse(readFileSync(file, "utf8")) as unknown;
  return fc
    .tuple(fc.constantFrom(...waysInto(json).filter((way) => way.length > 0)), fc.jsonValue({ maxDepth: 1 }))
    .map(([way, value]) => replaced(json, way, value));
});

describe("a questionnaire's file", () => {
  test("with anything wrong anywhere is answered in words, and used only where nothing is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: spoiled }, { weight: 1, arbitrary: fc.jsonValue() }),
        fc.constantFrom(...languageCodes),
        async (json, language) => {
          const { instrument, lines } = await check(bytesOf(json), "a.json", language);
          expect(instrument === null).toBe(lines.some(({ severity }) => severity === "error"));
          for (const { said } of lines) expect(said).not.toMatch(/undefined|\[object/);
        },
      ),
      { numRuns: inject("isVerify") ? 1_000 : 25 },
    );
  }, 300_000);

  test("that is no file of ours is answered in words", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom("a.json", "a.xlsx"),
        async (bytes, name) => {
          expect((await check(bytes, name)).lines.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("that is a workbook with its bytes spoiled is answered in words", async () => {
    const { bytes } = await writeTemplate({ elements: [{ type: "text", name: "a", title: "A" }] }, [], "en");
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (place, value) => {
        const changed = bytes.slice();
        changed[place] = value;
        const { instrument, lines } = await check(changed, "a.xlsx");
        expect(instrument !== null || lines.length > 0).toBe(true);
      }),
      { numRuns: inject("isVerify") ? 300 : 25 },
    );
  });
});
