// Which variables loops and tables give, and where their answers lie.
import { describe, expect, test } from "vitest";
import { fixInstrument } from "./fix-instrument.ts";

const variablesOf = (element: object, languages: readonly string[] = ["en"]) => {
  const fixed = fixInstrument({ elements: [element] }, { version: "1", languages });
  if (fixed.kind === "refused") throw new Error(JSON.stringify(fixed.findings));
  return fixed.instrument.variables;
};
const placesOf = (element: object) => variablesOf(element).map(({ name, path }) => [name, ...path]);

const often = {
  type: "radiogroup",
  name: "often",
  title: "How often?",
  choices: [1, 2],
  showOtherItem: true,
};

describe("the codebook", () => {
  test("holds every question of every turn of a loop", () => {
    const loop = { type: "paneldynamic", name: "club", title: "Clubs", templateElements: [often] };
    expect(placesOf({ ...loop, maxPanelCount: 2 })).toEqual([
      ["club_1_often", "club", 0, "often"],
      ["club_1_often_comment", "club", 0, "often-Comment"],
      ["club_2_often", "club", 1, "often"],
      ["club_2_often_comment", "club", 1, "often-Comment"],
    ]);
  });

  test("holds only the turns there are where none can be added", () => {
    const loop = { type: "paneldynamic", name: "club", title: "Clubs", templateElements: [often] };
    expect(placesOf({ ...loop, panelCount: 1, allowAddPanel: false })).toHaveLength(2);
  });

  test("holds every cell of a table, said by its row and its column", () => {
    const table = {
      type: "matrixdropdown",
      name: "t",
      title: "T",
      choices: ["yes", "no"],
      columns: [
        { name: "now", title: "Now" },
        { name: "why", title: "Why?", cellType: "text" },
      ],
      rows: [{ value: "shop", text: "The shop" }],
    };
    const [now, why] = variablesOf(table);
    expect(now).toMatchObject({ name: "t_shop_now", path: ["t", "shop", "now"], kind: "single" });
    expect(now?.rowLabel).toEqual({ en: "The shop: Now" });
    expect(now?.values.map(({ code }) => code)).toEqual(["yes", "no"]);
    expect(why).toMatchObject({ name: "t_shop_why", kind: "open", label: { en: "T" } });
  });

  test("holds as many rows of a table that grows as may be added", () => {
    const columns = [{ name: "n", title: "N", cellType: "text", inputType: "number" }];
    const table = { type: "matrixdynamic", name: "t", title: "T", columns, maxRowCount: 3 };
    expect(placesOf(table)).toEqual([
      ["t_1_n", "t", 0, "n"],
      ["t_2_n", "t", 1, "n"],
      ["t_3_n", "t", 2, "n"],
    ]);
    expect(variablesOf(table)[0]?.kind).toBe("number");
  });

  test("holds choices that are a range of numbers", () => {
    const age = { type: "dropdown", name: "age", title: "Age", choicesMin: 18, choicesMax: 21 };
    expect(variablesOf(age)[0]?.values.map(({ code }) => code)).toEqual(["18", "19", "20", "21"]);
  });
});
