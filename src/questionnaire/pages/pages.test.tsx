// What the questions look like as HTML: complete without script, every input named and labelled.
import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { fixInstrument } from "../fix-instrument.ts";
import { readFormFields } from "../form-fields.ts";
import { prepareQuestionnaire } from "../prepare-questionnaire.ts";
import { PageQuestions } from "./element.tsx";

const context = { language: "en", seed: 1, now: new Date("2026-05-17T10:00:00Z") };

const rendered = (name: string, posted?: Record<string, string>): Document => {
  const json = JSON.parse(readFileSync(`tests/instruments/${name}.json`, "utf8"));
  const fixed = fixInstrument(json, { version: "1", languages: ["en"], knownVariables: ["municipality"] });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  const questionnaire = prepareQuestionnaire(fixed.instrument);
  const page = questionnaire.route({}, context)[0]?.name ?? "";
  const answered = posted
    ? questionnaire.answerPage(page, {}, readFormFields(Object.entries(posted)), context)
    : null;
  const view = questionnaire.page(page, answered?.answers ?? {}, context, answered?.problems);
  if (!view) throw new Error("no page");
  return parseHTML(`<html><body><form>${(<PageQuestions page={view} />).toString()}</form></body></html>`)
    .document as unknown as Document;
};

const inputs = (document: Document): Element[] => [
  ...document.querySelectorAll("input:not([type=hidden]), select, textarea"),
];

describe("every kind of question", () => {
  test.each([
    "radiogroup",
    "checkbox",
    "matrix",
    "rating",
    "comment",
    "text",
    "panel",
    "visible-if",
    "piping",
    "validators",
  ])("%s: each input has a name, an id of its own and a label or name in words", (name) => {
    const document = rendered(name);
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const input of inputs(document)) {
      expect(input.getAttribute("name")).toMatch(/^q:/);
      const label = [...document.querySelectorAll("label")].find(
        (one) => one.getAttribute("for") === input.id,
      );
      expect((label?.textContent ?? input.getAttribute("aria-label") ?? "").trim()).not.toBe("");
    }
    for (const element of document.querySelectorAll("[aria-describedby]"))
      for (const id of (element.getAttribute("aria-describedby") ?? "").split(" ")) expect(ids).toContain(id);
  });

  test("groups of inputs are fieldsets whose first child is their legend", () => {
    for (const name of ["radiogroup", "checkbox", "matrix", "rating"])
      for (const set of rendered(name).querySelectorAll("fieldset"))
        expect(set.firstElementChild?.tagName).toBe("LEGEND");
  });

  test("R4 a matrix has a fieldset of its own per row, in one markup without a table", () => {
    const document = rendered("matrix");
    const rows = [...document.querySelectorAll("fieldset fieldset")];
    expect(rows.map((row) => row.querySelector("legend")?.textContent?.trim())).toEqual([
      "new ways of working (must be answered)",
      "projects that were started (must be answered)",
      "new partners (must be answered)",
    ]);
    expect(document.querySelector("table")).toBeNull();
  });
});

describe("problems", () => {
  test("stand at the field that a summary links to, and are read with it", () => {
    const document = rendered("text", { "q:name": "x", "q:members": "ten" });
    const input = document.getElementById("q:members");
    expect(input?.getAttribute("value")).toBe("ten");
    expect(input?.getAttribute("aria-invalid")).toBe("true");
    const message = document.getElementById(input?.getAttribute("aria-describedby") ?? "");
    expect(message?.textContent).toContain("Please write a number, in digits.");
  });

  test("of a group are read with its fieldset, and its first input carries the field's id", () => {
    const document = rendered("radiogroup", {});
    const set = document.querySelector("fieldset");
    expect(document.getElementById(set?.getAttribute("aria-describedby") ?? "")?.textContent).toContain(
      "Please answer this question.",
    );
    expect(document.getElementById("q:meets")?.tagName).toBe("INPUT");
  });

  test("required is said in words", () => {
    expect(rendered("radiogroup").querySelector("legend")?.textContent).toContain("(must be answered)");
  });
});

test("O4 authors' markup is let through an allow-list", () => {
  const document = rendered("panel");
  expect(document.querySelector(".tv-text b")?.textContent).toBe("the village");
  expect(document.querySelector("script")).toBeNull();
  expect(document.body.textContent).not.toContain("alert(1)");
});
