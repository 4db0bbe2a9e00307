import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlan } from "./read-plan.ts";

const item = {
  id: "q",
  type: "ordinal",
  values: ["1", "2", "3"],
  top: ["3"],
  measures: ["top", "mean"],
  main: ["top"],
};
const plan = { id: "p", waves: [1, 2, 3], items: [item] };

const problemsOf = (json: unknown): readonly string[] => {
  const reading = readPlan(json);
  return reading.kind === "invalid" ? reading.problems : [];
};

describe("an analysis plan", () => {
  it("fills in what may be left out", () => {
    const reading = readPlan(plan);
    if (reading.kind === "invalid") throw new Error(reading.problems.join());
    expect(reading.plan).toMatchObject({ waves: ["1", "2", "3"], level: 0.95, trend: null, panelGroups: [] });
    expect(reading.plan.comparisons).toEqual([
      ["1", "2"],
      ["2", "3"],
    ]);
    expect(reading.plan.design).toMatchObject({ finitePopulation: "none", weighting: { kind: "none" } });
    expect([...reading.plan.items[0]!.scores]).toEqual([
      ["1", 1],
      ["2", 2],
      ["3", 3],
    ]);
  });

  it("warns of keys that it does not know", () => {
    const reading = readPlan({
      ...plan,
      colour: 1,
      items: [{ ...item, hint: "x" }],
      design: { fcp: "none" },
    });
    expect(reading.kind).toBe("plan");
    expect(reading.warnings).toEqual([
      "colour is not known and was ignored",
      "design.fcp is not known and was ignored",
      "items[0].hint is not known and was ignored",
    ]);
  });

  it("reads comparability for all pairs of waves or for each", () => {
    const reading = readPlan({ ...plan, items: [{ ...item, comparability: { "1-2": "mapped" } }] });
    if (reading.kind === "invalid") throw new Error(reading.problems.join());
    expect(reading.plan.items[0]).toMatchObject({ comparability: "identical" });
    expect(reading.plan.items[0]!.pairComparability.get("1-2")).toBe("mapped");
  });

  it.each([
    ["no waves", { waves: [] }, "waves must name at least one wave"],
    ["a comparison backwards", { comparisons: [[2, 1]] }, "comparisons[0] must name the earlier wave first"],
    [
      "a comparison with another wave",
      { comparisons: [[1, 4]] },
      'comparisons[0] names wave "4", which is not among the waves',
    ],
    [
      "a panel group that is none",
      { panel_groups: ["role"] },
      'panel_groups names "role", which is not among the groups',
    ],
    [
      "a group by an answer that nobody gives",
      { groups: [{ var: "answer:z", levels: [] }] },
      'groups has "answer:z", which no item answers',
    ],
    ["a level of confidence of 95", { level: 95 }, "level must lie between 0 and 1"],
    [
      "shares that do not add to 1",
      { design: { weighting: { type: "poststratify", var: "size", shares: { a: 0.5, b: 0.4 } } } },
      "design.weighting.shares must add to 1, not to 0.9",
    ],
    ["an unknown correction", { design: { fpc: "yes" } }, "design.fpc must be one of none, per_wave"],
    [
      "a trend without times",
      { trend: { waves: [1, 2, 3], times: [1, 2] } },
      "trend.times must have one time per wave",
    ],
    ["the same item twice", { items: [item, item] }, 'items has "q" twice'],
    [
      "a measure that the item cannot have",
      { items: [{ ...item, measures: ["opt=3"], main: [] }] },
      'items[0] (q): cannot have the measure "opt=3"',
    ],
    [
      "a main measure that is not computed",
      { items: [{ ...item, main: ["v=1"] }] },
      'items[0] (q): main has "v=1", which is not a measure',
    ],
    [
      "a top that is no value",
      { items: [{ ...item, top: ["4"] }] },
      'items[0] (q): top has "4", which is not a value',
    ],
    [
      "a crosswalk to nowhere",
      { items: [{ ...item, by_wave: { "1": { map: { a: "9" } } } }] },
      'items[0] (q): by_wave maps to "9", which is not a common code',
    ],
    [
      "a type that is none",
      { items: [{ ...item, type: "likert" }] },
      "items[0].type must be one of ordinal, yesno, scale, multi, top3, numeric, open",
    ],
  ])("refuses %s", (_, change, problem) => {
    expect(problemsOf({ ...plan, ...change })).toContain(problem);
  });

  it("takes what other programs write for nothing and for one", () => {
    const reading = readPlan({
      ...plan,
      panel_groups: [],
      unit_map: null,
      mdc: null,
      items: [
        {
          ...item,
          scores: [],
          measures: "top",
          main: "top",
          dk: "9",
          by_wave: { "1": { map: { a: "1", b: null } } },
        },
      ],
    });
    if (reading.kind === "invalid") throw new Error(reading.problems.join());
    expect(reading.plan.items[0]).toMatchObject({ measures: ["top"], dontKnow: ["9"] });
    expect([...reading.plan.items[0]!.scores]).toEqual([]);
    expect([...reading.plan.items[0]!.crosswalk.get("1")!]).toEqual([["a", "1"]]);
  });

  it("takes shares that were rounded, and says so", () => {
    const design = {
      weighting: { type: "poststratify", var: "size", shares: { a: 0.333, b: 0.333, c: 0.333 } },
    };
    const reading = readPlan({ ...plan, design });
    expect(reading.kind).toBe("plan");
    expect(reading.warnings).toEqual(["design.weighting.shares add to 0.999, not to 1"]);
  });

  it("never throws, whatever the JSON", () => {
    const keys = ["waves", "groups", "design", "items", "comparisons", "trend", "mdc", "unit_map", "level"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), fc.jsonValue(), (some, any) => {
        expect(["plan", "invalid"]).toContain(readPlan({ ...plan, ...some }).kind);
        expect(readPlan(any).kind).toBe("invalid");
      }),
    );
  });
});

describe("targets of a weighting", () => {
  const weightingOf = (weighting: object) => readPlan({ waves: [1], design: { weighting } });

  it("may be totals with source and date, which become shares", () => {
    const totals = { small: 174, medium: 146, large: 36 };
    const known = { source: "a register", date: "2023-01-01" };
    const reading = weightingOf({ type: "poststratify", var: "size", totals, ...known });
    if (reading.kind !== "plan" || reading.plan.design.weighting.kind !== "poststratify") throw new Error();
    const { margin } = reading.plan.design.weighting;
    expect(margin).toMatchObject({ variable: "size", ...known });
    expect(margin.shares.get("small")).toBeCloseTo(174 / 356, 15);
    expect(reading.warnings).toEqual([]);
  });

  it("must not be negative, and not all nothing", () => {
    for (const totals of [{ small: -1, large: 2 }, { small: 0 }])
      expect(weightingOf({ type: "rake", margins: [{ var: "size", totals }] }).kind).toBe("invalid");
  });
});
