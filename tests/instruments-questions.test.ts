// One small instrument per kind of question: what is asked, what an answer becomes, what is refused.
import { describe, expect, test } from "vitest";
import { InstrumentWalk } from "./support/instrument-walk.ts";

const answered = (name: string, fields: Parameters<InstrumentWalk["post"]>[0]): InstrumentWalk => {
  const walk = new InstrumentWalk(name);
  walk.post(fields);
  return walk;
};

describe("one of several", () => {
  test("a list keeps the value behind its code, and says when nothing was chosen", () => {
    expect(answered("dropdown", { "q:size": "2" }).answers).toEqual({ size: 2 });
    expect(answered("dropdown", { "q:size": "" }).problems).toEqual(["q:size Please answer this question."]);
  });

  test("yes and no are stored in the questionnaire's own values", () => {
    expect(answered("boolean", { "q:member": "no" }).answers).toEqual({ member: "no" });
    const question = new InstrumentWalk("boolean").question("q:member");
    expect("choices" in question && question.choices.map(({ label }) => label)).toEqual(["Yes, I am", "No"]);
  });

  test("pictures are chosen by their value and shown with their text", () => {
    expect(answered("imagepicker", { "q:view": "hill" }).answers).toEqual({ view: "hill" });
    expect(new InstrumentWalk("imagepicker").question("q:view")).toMatchObject({
      choices: [{ imageUrl: "/sea.png", label: "The sea" }, { imageUrl: "/hill.png" }],
    });
  });

  test("stars and smileys are scales with as many steps as asked for", () => {
    const walk = answered("scales", { "q:stars": "3", "q:faces": "1" });
    expect(walk.answers).toEqual({ stars: 3, faces: 1 });
    expect(walk.codes("q:stars")).toEqual(["1", "2", "3"]);
    expect(walk.question("q:faces")).toMatchObject({ look: "smileys", lowestLabel: "sad" });
  });

  test("other, none, refused and don't know are choices; only other has a text", () => {
    const walk = new InstrumentWalk("special-choices");
    expect(walk.codes("q:travel")).toEqual(["bus", "car", "none", "refused", "dontknow", "other"]);
    walk.post({ "q:travel": "other", "q:travel:*comment": "by boat" });
    expect(walk.completed).toEqual({ travel: "other", "travel-Comment": "by boat" });
    walk.post({ "q:travel": "refused", "q:travel:*comment": "by boat" });
    expect(walk.completed).toEqual({ travel: "refused" });
  });
});

describe("several of several", () => {
  test("a list of many stores what was chosen", () => {
    expect(answered("tagbox", { "q:partners": ["school", "shop"] }).answers).toEqual({
      partners: ["school", "shop"],
    });
  });

  test("an exclusive choice stands alone, and gives way to what is ticked afterwards", () => {
    const walk = answered("special-choices", { "q:tools": ["phone", "nothing"] });
    expect(walk.answers.tools).toEqual(["nothing"]);
    walk.post({ "q:tools": ["nothing", "paper"] });
    expect(walk.answers.tools).toEqual(["paper"]);
    expect(answered("special-choices", { "q:tools": ["phone", "none"] }).answers.tools).toEqual(["none"]);
  });

  test("select all offers no code of its own: all are simply ticked", () => {
    const walk = answered("special-choices", { "q:tools": ["phone", "paper"] });
    expect(walk.codes("q:tools")).toEqual(["phone", "paper", "nothing", "none", "dontknow"]);
    expect(walk.completed.tools).toEqual(["phone", "paper"]);
  });

  test("no fewer and no more than asked for", () => {
    expect(answered("top-three", { "q:tasks": ["a"] }).problems).toEqual([
      "q:tasks Please choose at least 2.",
    ]);
    expect(answered("top-three", { "q:tasks": ["a", "b", "c", "d"] }).problems).toEqual([
      "q:tasks Please choose at most 3.",
    ]);
    expect(answered("top-three", { "q:tasks": ["a", "b", "c"] }).problems).toEqual([]);
  });

  test("a ranking stores the options in the order of their places", () => {
    const walk = answered("ranking", { "q:order:shop": "1", "q:order:roads": "2", "q:order:school": "" });
    expect(walk.answers).toEqual({ order: ["shop", "roads"] });
    expect(
      answered("ranking", { "q:order:shop": "1", "q:order:roads": "2", "q:order:school": "3" }).problems,
    ).toHaveLength(1);
  });
});

describe("texts and what is shown", () => {
  test("several short texts are one answer, each checked for itself", () => {
    const walk = answered("multipletext", { "q:office:staff": "12" });
    expect(walk.answers).toEqual({ office: { staff: 12 } });
    expect(walk.problems).toEqual(["q:office:street Please answer this question."]);
    expect(walk.variables).toEqual(["office_street", "office_staff"]);
  });

  test("texts and pictures are shown, answers filled in as text and never as markup", () => {
    const walk = answered("html-and-image", { "q:place": "<i>Vik</i>" });
    expect(walk.elements()[0]).toMatchObject({
      kind: "html",
      markup: expect.stringContaining("&#60;i&#62;Vik"),
    });
    expect(walk.elements()[1]).toMatchObject({ kind: "image", url: "/map.png", altText: "A map" });
    expect(walk.completed).toEqual({ place: "<i>Vik</i>" });
  });

  test("a formula is worked out from the answers, and nobody can post it", () => {
    const walk = answered("expression", { "q:adults": "2", "q:children": "3", "q:all": "99" });
    expect(walk.question("q:all")).toMatchObject({ kind: "expression", text: "5" });
    expect(walk.completed).toEqual({ adults: 2, children: 3, all: 5 });
  });
});
