// Where survey-core itself is wrong, or says what nobody should read: every place in which our engine differs on
// purpose. The random questionnaires keep off exactly these.
import { describe, expect, test } from "vitest";
import { compileInstrument } from "../src/questionnaire/compile-instrument.ts";
import { compiledEngine } from "../src/questionnaire/engine/compiled-walk.ts";
import type { Answers, Instrument } from "../src/questionnaire/instrument.ts";
import type { LoopView } from "../src/questionnaire/page-view.ts";
import { questionsOf } from "../src/questionnaire/read-answers.ts";
import { buildModel } from "../src/questionnaire/survey-model.ts";
import { surveyEngine } from "../src/questionnaire/survey-walk.ts";
import type { Walk } from "../src/questionnaire/walk.ts";

type Json = Readonly<Record<string, unknown>>;

const context = { language: "en", seed: 7, now: new Date("2026-05-17T10:00:00") };

const walked = (elements: readonly Json[], answers: Answers, more: Json = {}) => {
  const definition = { ...more, pages: [{ name: "page", elements }] };
  const instrument: Instrument = {
    version: "1",
    languages: ["en"],
    title: {},
    description: {},
    pages: [],
    variables: [],
    compiled: compileInstrument(definition, ["en"]),
    definition,
  };
  return {
    ours: compiledEngine(instrument)(answers, context),
    theirs: surveyEngine(instrument)(answers, context),
  };
};

const messages = (walk: Walk): readonly string[] => walk.problems("page").map(({ message }) => message);

const loopIn = (walk: Walk): LoopView => {
  const view = walk.page("page")?.elements.find((element) => element.kind === "loop");
  if (view?.kind !== "loop") throw new RangeError("there is no loop");
  return view;
};

const shownIn = (walk: Walk): readonly (readonly string[])[] =>
  loopIn(walk).turns.map((turn) => questionsOf(turn.elements).map(({ key }) => key));

const months = (elements: readonly Json[], more: Json = {}): Json => ({
  type: "paneldynamic",
  name: "loop",
  templateElements: elements,
  ...more,
});

describe("what is said", () => {
  test("the limit of a date is said in English whatever the language; ours says it as it is written", () => {
    const { ours, theirs } = walked([{ type: "text", name: "born", inputType: "date", min: "2002-01-01" }], {
      born: "2001-01-01",
    });
    expect(messages(theirs)[0]).toContain("Jan 01 2002");
    expect(messages(ours)).toEqual(["Please give 2002-01-01 or more."]);
  });

  test("a pattern without a text of its own is refused without a word; ours says what to do", () => {
    const pattern = { type: "regex", regex: "^[a-z]+$" };
    const { ours, theirs } = walked([{ type: "text", name: "code", validators: [pattern] }], { code: "A1" });
    expect(messages(theirs)).toEqual([""]);
    expect(messages(ours)).toEqual(["Please check this answer."]);
  });

  test("texts that refer to each other in a circle overflow the stack; ours stop", () => {
    const elements = [
      { type: "ranking", name: "a", choices: ["x", { value: "y", text: "{b}" }] },
      { type: "ranking", name: "b", choices: ["x", { value: "y", text: "{a}" }] },
    ];
    const { ours } = walked(elements, {});
    expect(() => ours.page("page")).not.toThrow();
    const answers = { a: ["y", "x"], b: ["y", "x"] };
    expect(() => walked(elements, answers).theirs.page("page")).toThrow(/call stack/);
  });
});

describe("turns of loops", () => {
  test("a formula in a turn that comes with the answers is not worked out; ours is", () => {
    const loop = months([
      { type: "text", name: "n", inputType: "number" },
      { type: "expression", name: "twice", expression: "{panel.n} * 2" },
    ]);
    const { ours, theirs } = walked([loop], { loop: [{ n: 3 }] });
    expect(theirs.completed()).toEqual({ loop: [{ n: 3 }] });
    expect(ours.completed()).toEqual({ loop: [{ n: 3, twice: 6 }] });
  });

  test("where fewer turns are counted than were given, conditions stay as before the answers; ours run anew", () => {
    const elements = [
      { type: "text", name: "children", inputType: "number" },
      months(
        [
          { type: "text", name: "age", inputType: "number" },
          { type: "text", name: "school", visibleIf: "{panel.age} > 5" },
        ],
        { panelCountExpression: "{children}" },
      ),
    ];
    const { ours, theirs } = walked(elements, {
      children: 1,
      loop: [{ age: 7, school: "Vik" }, { age: 3 }],
    });
    expect(theirs.completed()).toMatchObject({ loop: [{ age: 7 }] });
    expect(theirs.completed()).not.toMatchObject({ loop: [{ school: "Vik" }] });
    expect(ours.completed()).toMatchObject({ loop: [{ age: 7, school: "Vik" }] });
  });

  test("where a turn changes by itself while it is made, the others keep conditions from before the answers", () => {
    const loop = months(
      [
        { type: "text", name: "seen", visibleIf: "{panel.known} empty", clearIfInvisible: "onHidden" },
        { type: "text", name: "known" },
      ],
      { panelCount: 1 },
    );
    const turns = [
      { seen: "x", known: "yes" },
      { seen: "y", known: "yes" },
    ];
    const { ours, theirs } = walked([loop], { loop: turns });
    expect(shownIn(theirs)).toEqual([["seen", "known"], ["known"]]);
    expect(shownIn(ours)).toEqual([["known"], ["known"]]);
  });
});

describe("tables", () => {
  test("what is said twice is refused also where nobody can change it; ours leave it be", () => {
    const table = {
      type: "matrixdropdown",
      name: "table",
      rows: ["r1", "r2"],
      readOnly: true,
      columns: [{ name: "t", cellType: "text", isUnique: true, isRequired: true }],
    };
    const { ours, theirs } = walked([table], { table: { r1: { t: "x" }, r2: { t: "x" } } });
    expect(messages(theirs)).toHaveLength(2);
    expect(messages(ours)).toEqual([]);
    expect(messages(walked([table], {}).theirs)).toEqual([]);
  });
});

describe("hidden answers, which never leave", () => {
  test("ours drop those of cells that a column's condition hides, which survey-core hands out", () => {
    const table = {
      type: "matrixdropdown",
      name: "table",
      rows: ["r1", "r2"],
      columns: [
        { name: "asked", cellType: "text" },
        { name: "why", cellType: "text", visibleIf: "{row.asked} = 'yes'" },
      ],
    };
    const given = { r1: { asked: "no", why: "secret" }, r2: { asked: "yes", why: "kept" } };
    const { ours } = walked([table], { table: given });
    expect(ours.completed()).toEqual({ table: { r1: { asked: "no" }, r2: { asked: "yes", why: "kept" } } });
    const model = buildModel({ elements: [table] }, context);
    model.setValue("table", given);
    model.doComplete();
    expect(model.data).toEqual({ table: given });
  });

  test("ours drop those of hidden questions also where the questionnaire says not to clear them", () => {
    const elements = [
      { type: "text", name: "a" },
      { type: "text", name: "b", visibleIf: "{a} = 'yes'" },
    ];
    const { ours } = walked(elements, { a: "no", b: "secret" }, { clearInvisibleValues: "none" });
    expect(ours.completed()).toEqual({ a: "no" });
  });

  test("ours drop those of hidden turns, and a hidden loop leaves nothing", () => {
    const fixed = { panelCount: 2, templateVisibleIf: "{a} contains {panelIndex}" };
    const elements = [
      { type: "checkbox", name: "a", choices: [0, 1] },
      months([{ type: "text", name: "t" }], fixed),
    ];
    const { ours } = walked(elements, { a: [1], loop: [{ t: "secret" }, { t: "kept" }] });
    expect(ours.completed()).toEqual({ a: [1], loop: [{}, { t: "kept" }] });
    const hidden = [
      { type: "text", name: "a" },
      months([{ type: "text", name: "t" }], { panelCount: 1, visibleIf: "{a} = 'yes'" }),
    ];
    expect(walked(hidden, { a: "no", loop: [{ t: "secret" }] }).ours.completed()).toEqual({ a: "no" });
  });
});
