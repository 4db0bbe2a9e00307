// One small instrument per thing that a questionnaire can do by itself.
import { describe, expect, test } from "vitest";
import { InstrumentWalk } from "./support/instrument-walk.ts";

describe("conditions", () => {
  test("enableIf and requiredIf: greyed out until it applies, then demanded", () => {
    const walk = new InstrumentWalk("enable-and-require");
    expect(walk.question("q:chair")).toMatchObject({ isReadOnly: true, isRequired: false });
    walk.post({ "q:board": "yes" });
    expect(walk.problems).toEqual(["q:chair Please answer this question."]);
    expect(walk.question("q:chair")).toMatchObject({ isReadOnly: false, isRequired: true });
  });

  test("resetValueIf empties, setValueIf with its expression fills in", () => {
    const walk = new InstrumentWalk("reset-and-set");
    walk.post({ "q:country": "se", "q:town": "Lund", "q:currency": "" });
    expect(walk.completed).toMatchObject({ country: "se", town: "Lund" });
    const of = (country: string) => walk.questionnaire.complete({ town: "Lund", country }, walk.context);
    expect(of("se")).toMatchObject({ currency: "krona" });
    expect(of("no")).toMatchObject({ currency: "krone" });
  });

  test("choices come, go and are greyed out by condition; what went is no answer", () => {
    const walk = new InstrumentWalk("choices-by-condition");
    expect(walk.codes("q:duties")).toEqual(["meetings"]);
    walk.post({ "q:role": "teacher" });
    expect(walk.codes("q:duties")).toEqual(["lessons", "meetings"]);
    expect(walk.codes("q:day")).toEqual(["monday"]);
    walk.post({ "q:role": "teacher", "q:duties": ["lessons", "meetings"] });
    walk.post({ "q:role": "nurse", "q:duties": ["lessons", "meetings"] });
    expect(walk.completed).toEqual({ role: "nurse", duties: ["meetings"] });
    expect(walk.codes("q:day")).toEqual(["monday", "sunday"]);
  });

  test("carry-forward: what was chosen, and what was not, with the own text of other", () => {
    const walk = new InstrumentWalk("carry-forward");
    walk.post({ "q:used": ["pool", "other"], "q:used:*comment": "The lake" });
    expect(walk.question("q:best", "page2")).toMatchObject({
      choices: [{ label: "The pool" }, { label: "The lake" }],
    });
    expect(walk.codes("q:missing", "page2")).toEqual(["library", "hall"]);
  });
});

describe("values", () => {
  test("defaults stand in the fields, and an emptied one stays empty or comes from its formula", () => {
    const walk = new InstrumentWalk("defaults");
    expect(walk.question("q:year")).toMatchObject({ text: "2026" });
    expect(walk.question("q:next")).toMatchObject({ text: "2027" });
    walk.post({ "q:year": "1999", "q:next": "2030" });
    expect(walk.completed).toEqual({ year: 1999, next: 2030 });
  });

  test("calculated values can be piped and come along into the response", () => {
    const walk = new InstrumentWalk("calculated-values");
    walk.post({ "q:a": "4" });
    expect(walk.titles()).toContain("You have given 4 so far");
    expect(walk.completed).toEqual({ a: 4, total: 4 });
  });

  test("triggers copy and set values, and lead past a page", () => {
    const walk = new InstrumentWalk("triggers");
    walk.post({ "q:post": "Main Street 1" });
    walk.answers = { post: "Main Street 1", same: "yes" };
    expect(walk.completed).toMatchObject({ visit: "Main Street 1" });
    expect(walk.pages).toEqual(["page1", "page3"]);
    walk.answers = { post: "Main Street 1", same: "no" };
    expect(walk.completed).toMatchObject({ visit: "elsewhere" });
    expect(walk.pages).toEqual(["page1", "page2", "page3"]);
  });

  test("a trigger ends the questionnaire early", () => {
    const walk = new InstrumentWalk("ends-early");
    walk.post({ "q:go": "no" });
    expect(walk.pages).toEqual(["page1"]);
    walk.post({ "q:go": "yes" });
    expect(walk.pages).toEqual(["page1", "page2"]);
  });
});

describe("order, numbers and ends", () => {
  test("random orders are the same for a case every time, and differ between cases", () => {
    const ordered = (seed: number): string => {
      const walk = new InstrumentWalk("random-order", seed);
      return [...walk.titles(), ...walk.codes("q:pick", "page2")].join(" ");
    };
    expect(ordered(3)).toBe(ordered(3));
    expect(new Set([1, 2, 3, 4, 5].map(ordered)).size).toBeGreaterThan(1);
    expect(ordered(3).endsWith("other")).toBe(true);
  });

  test("numbers count what is visible and has a number, on from page to page", () => {
    const walk = new InstrumentWalk("numbering");
    const numbers = () =>
      ["page1", "page2"].flatMap((page) => walk.elements(page).map((one) => "number" in one && one.number));
    expect(numbers()).toEqual(["A.", "", "B."]);
    walk.post({ "q:a": "x" });
    expect(numbers()).toEqual(["A.", "B.", "", "C."]);
  });

  test("an introduction is a page without questions", () => {
    const walk = new InstrumentWalk("intro-page");
    expect(walk.pages).toEqual(["page1", "page2"]);
    expect(walk.titles()).toEqual([]);
    walk.post({});
    expect(walk.problems).toEqual([]);
  });

  test("the closing words follow from the answers", () => {
    const walk = new InstrumentWalk("completed-text");
    expect(walk.completedText).toBe("<p>Thank you</p>");
    walk.post({ "q:again": "yes" });
    expect(walk.completedText).toBe("<p>See you</p>");
  });
});
