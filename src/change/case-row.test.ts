import { describe, expect, test } from "vitest";
import type { Variable } from "../questionnaire/instrument.ts";
import { rowAnswers } from "./case-row.ts";
import { type ItemType, plainItem } from "./cube/analysis-plan.ts";

function answerTo(type: ItemType, values: readonly string[], refused: string | null = null) {
  const variable = {
    name: "q",
    values: refused === null ? [] : [{ code: refused, missing: "refused" }],
  } as unknown as Variable;
  const answers = rowAnswers(
    [{ variable: "q", values }],
    new Map([["q", variable]]),
    new Map([["q", plainItem("q", type)]]),
  );
  return answers.q;
}

describe("an answer as the cube reads it", () => {
  test.each([
    ["ordinal", ["good"], "good"],
    ["numeric", ["12"], "12"],
    ["multi", ["a", "b"], ["a", "b"]],
    ["multi", ["__none__"], []],
    ["multi", ["__na__"], "__na__"],
    ["ordinal", ["__na__"], "__na__"],
    ["top3", ["1:b", "2:a"], ["b", "a"]],
    ["top3", ["1:b", "3:a"], ["b", "", "a"]],
    ["top3", ["b", "a"], ["b", "a"]],
  ] as const)("%s %j is %j", (type, values, expected) => {
    expect(answerTo(type, values)).toEqual(expected);
  });

  test("says of a text only that it was written", () => {
    expect(answerTo("open", ["Kim bor i Flen"])).toBe("1");
  });

  test("tells a refusal from an answer", () => {
    expect(answerTo("ordinal", ["no_answer"], "no_answer")).toBe("__refused__");
  });

  test("leaves out what the plan does not have", () => {
    expect(rowAnswers([{ variable: "x", values: ["1"] }], new Map(), new Map())).toEqual({});
  });
});
