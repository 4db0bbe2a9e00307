// Loops and tables: turns that are fixed, driven by an earlier answer, or added; rows with several columns.
import { describe, expect, test } from "vitest";
import { InstrumentWalk } from "./support/instrument-walk.ts";

describe("a loop with fixed turns", () => {
  test("has a turn per ticked field, named after it, at the field's own place", () => {
    const walk = new InstrumentWalk("loop-fixed");
    expect(walk.pages).toEqual(["page1"]);
    walk.post({ "q:responsible": ["dental", "care"] });
    expect(walk.question("q:field", "page2")).toMatchObject({
      turns: [
        { title: "About Care", place: 0, removeField: null },
        { title: "About dental", place: 2 },
      ],
      add: null,
    });
    expect(walk.titles("page2")).toEqual(["Your fields", "How often?", "How often?"]);
  });

  test("keeps each turn's answers in place, shows what depends on them, and says what is missing where", () => {
    const walk = new InstrumentWalk("loop-fixed");
    walk.post({ "q:responsible": ["dental", "care"] });
    walk.post({ "q:field:2:often": "seldom" }, "page2");
    expect(walk.problems).toEqual(["q:field:0:often Please answer this question."]);
    expect(walk.latest?.hasNewQuestions).toBe(true);
    walk.post(
      { "q:field:0:often": "weekly", "q:field:2:often": "seldom", "q:field:2:why": "Far away" },
      "page2",
    );
    expect(walk.problems).toEqual([]);
    expect(walk.completed.field).toEqual([
      { which: "care", often: "weekly" },
      {},
      { which: "dental", often: "seldom", why: "Far away" },
    ]);
  });

  test("drops the answers of a turn that was left, and only those", () => {
    const walk = new InstrumentWalk("loop-fixed");
    walk.post({ "q:responsible": ["care", "school"] });
    walk.post({ "q:field:0:often": "weekly", "q:field:1:often": "weekly" }, "page2");
    walk.post({ "q:responsible": ["school"] });
    expect(walk.completed.field).toEqual([{}, { which: "school", often: "weekly" }, {}]);
    walk.post({ "q:responsible": ["care", "school"] });
    expect(walk.question("q:field:0:often", "page2")).toMatchObject({
      choices: [{ code: "weekly", isChosen: true }, { isChosen: false }],
    });
  });

  test("gives a variable per turn and question", () => {
    expect(new InstrumentWalk("loop-fixed").variables).toEqual([
      "responsible",
      ...[1, 2, 3].flatMap((turn) => ["which", "often", "why"].map((name) => `field_${turn}_${name}`)),
    ]);
  });
});

describe("a loop driven by an earlier answer", () => {
  test("has as many turns as were counted, and loses those that are too many", () => {
    const walk = new InstrumentWalk("loop-driven");
    walk.post({ "q:children": "2" });
    expect(walk.question("q:child", "page2")).toMatchObject({
      turns: [{ title: "Child 1" }, { title: "Child 2" }],
      add: null,
    });
    walk.post({ "q:child:0:age": "7", "q:child:1:age": "3" }, "page2");
    expect(walk.latest?.hasNewQuestions).toBe(true);
    walk.post({ "q:child:0:age": "7", "q:child:0:school": "true", "q:child:1:age": "3" }, "page2");
    expect(walk.problems).toEqual([]);
    expect(walk.completed).toEqual({
      children: 2,
      child: [{ age: 7, school: true }, { age: 3 }],
      sum: 10,
    });
    walk.post({ "q:children": "1" });
    expect(walk.completed).toMatchObject({ child: [{ age: 7, school: true }], sum: 7 });
  });

  test("shows a turn as typed where a number cannot be read", () => {
    const walk = new InstrumentWalk("loop-driven");
    walk.post({ "q:children": "1" });
    walk.post({ "q:child:0:age": "seven" }, "page2");
    expect(walk.problems).toEqual(["q:child:0:age Please write a number, in digits."]);
    expect(walk.question("q:child:0:age", "page2")).toMatchObject({ text: "seven" });
  });
});

describe("a loop with turns to add", () => {
  test("grows by a button, keeping what was typed, and shrinks by another", () => {
    const walk = new InstrumentWalk("loop-open");
    const posted = walk.post({ "q:visit:0:place": "Bergen", "q:visit:*add": "2" });
    expect(posted.reshapedAt).toBe("q:visit:1");
    walk.post({ "q:visit:0:place": "Bergen", "q:visit:1:place": "Voss", "q:visit:1:with": "friends" });
    expect(walk.latest).toMatchObject({ reshapedAt: null, problems: [] });
    walk.post({
      "q:visit:0:place": "Bergen",
      "q:visit:1:place": "Voss",
      "q:visit:1:with": "friends",
      "q:visit:0:*remove": "1",
    });
    expect(walk.answers).toEqual({ visit: [{ place: "Voss", with: ["friends"] }] });
    expect(walk.question("q:visit")).toMatchObject({ turns: [{ removeField: null }] });
  });

  test("ends at the most turns allowed, and refuses the same twice", () => {
    const walk = new InstrumentWalk("loop-open");
    walk.post({ "q:visit:*add": "2" });
    walk.post({ "q:visit:*add": "3" });
    expect(walk.question("q:visit")).toMatchObject({ add: null, turns: [{}, {}, {}] });
    walk.post({ "q:visit:*add": "4" });
    expect(walk.question("q:visit")).toMatchObject({ turns: [{}, {}, {}] });
    walk.post({ "q:visit:0:place": "Voss", "q:visit:1:place": "Voss", "q:visit:2:place": "Lom" });
    expect(walk.problems).toEqual([
      "q:visit:1:place This is already given above. Please give each one only once.",
    ]);
  });

  test("R3 a button pressed twice adds one turn, or removes one, whatever was typed beside it", () => {
    const walk = new InstrumentWalk("loop-open");
    const shown = ["q:visit", "q:visit:0:place", "q:visit:0:with"];
    const added = { shown, "q:visit:0:place": "Bergen", "q:visit:*add": "2" };
    walk.post(added);
    expect(walk.post(added)).toMatchObject({ reshapedAt: "", answers: { visit: [{ place: "Bergen" }, {}] } });
    const removed = {
      shown: [...shown, "q:visit:1:place", "q:visit:1:with"],
      "q:visit:0:place": "Bergen",
      "q:visit:1:place": "Voss",
      "q:visit:0:*remove": "1",
    };
    expect(walk.post(removed).reshapedAt).toBe("q:visit");
    expect(walk.post(removed).answers).toEqual({ visit: [{ place: "Voss" }] });
  });

  test("keeps other's own text within the turn", () => {
    const walk = new InstrumentWalk("loop-open");
    walk.post({ "q:visit:0:place": "Lom", "q:visit:0:with": "other", "q:visit:0:with:*comment": "the dog" });
    expect(walk.completed).toEqual({ visit: [{ place: "Lom", with: ["other"], "with-Comment": "the dog" }] });
  });
});

describe("tables", () => {
  test("with fixed rows ask the same of each, by conditions on the row itself", () => {
    const walk = new InstrumentWalk("table-rows");
    expect(walk.variables).toEqual([
      "staff_day_full",
      "staff_day_trained",
      "staff_night_full",
      "staff_night_trained",
    ]);
    walk.post({ "q:staff:day:full": "3" });
    expect(walk.problems).toEqual(["q:staff:night:full Please answer this question."]);
    expect(walk.latest?.hasNewQuestions).toBe(true);
    walk.post({ "q:staff:day:full": "3", "q:staff:day:trained": "no", "q:staff:night:full": "0" });
    expect(walk.problems).toEqual([]);
    expect(walk.completed).toEqual({ staff: { day: { full: 3, trained: "no" }, night: { full: 0 } } });
  });

  test("with rows to add grow by a button and refuse a unique value twice", () => {
    const walk = new InstrumentWalk("table-growing");
    walk.post({ "q:trips:0:to": "Oslo", "q:trips:0:by": "bus", "q:trips:*add": "2" });
    expect(walk.question("q:trips")).toMatchObject({ isTable: true, turns: [{}, {}] });
    walk.post({ "q:trips:0:to": "Oslo", "q:trips:0:by": "bus", "q:trips:1:to": "oslo" });
    expect(walk.problems).toHaveLength(2);
    walk.post({ "q:trips:0:to": "Oslo", "q:trips:0:by": "bus", "q:trips:1:to": "Bodø" });
    expect(walk.completed).toEqual({ trips: [{ to: "Oslo", by: "bus" }, { to: "Bodø" }] });
  });
});
