import { describe, expect, test } from "vitest";
import type { Variable } from "../questionnaire/instrument.ts";
import { planFromJson, planToJson } from "./stored-plan.ts";
import { type StudyPlanParts, studyPlan } from "./study-plan.ts";

const variable = (name: string, change: Partial<Variable> = {}): Variable => ({
  name,
  kind: "single",
  questionType: "radiogroup",
  path: [name],
  question: name,
  page: "one",
  label: { en: `What about ${name}?` },
  rowLabel: null,
  values: ["good", "bad", "unknown"].map((code) => ({
    code,
    value: code,
    label: { en: code },
    missing: code === "unknown" ? "dont-know" : null,
    role: "choice",
  })),
  isRequired: false,
  ...change,
});

const parts = (change: Partial<StudyPlanParts> = {}): StudyPlanParts => ({
  studyId: "s",
  analysis: null,
  waves: ["1", "2"].map((wave) => ({ wave, instrumentVersion: 1, variables: [variable("q")] })),
  roles: ["politician", "official"],
  municipalities: ["0482", "2039"],
  unitMap: null,
  ...change,
});

const versions = (later: Variable): StudyPlanParts["waves"] => [
  { wave: "1", instrumentVersion: 1, variables: [variable("q")] },
  { wave: "2", instrumentVersion: 2, variables: [later] },
];

const itemOf = (given: StudyPlanParts, id = "q") =>
  studyPlan(given).plan.items.find((item) => item.id === id)!;

describe("a study's plan without analysis.json", () => {
  test("gives the share of each answer, don't know apart", () => {
    expect(itemOf(parts())).toMatchObject({
      type: "ordinal",
      values: ["good", "bad"],
      dontKnow: ["unknown"],
      main: ["v=good", "v=bad"],
    });
  });

  test("gives the mean of a rating and never the text of an open question", () => {
    const values = ["1", "2", "3"].map((code) => ({
      code,
      value: Number(code),
      label: { en: code },
      missing: null,
      role: "choice" as const,
    }));
    const variables = [
      variable("r", { questionType: "rating", values }),
      variable("o", { kind: "open", questionType: "comment", values: [] }),
    ];
    const given = parts({ waves: [{ wave: "1", instrumentVersion: 1, variables }] });
    expect(itemOf(given, "r")).toMatchObject({ type: "scale", main: ["mean"] });
    expect(itemOf(given, "r").scores.get("3")).toBe(3);
    expect(itemOf(given, "o")).toMatchObject({ type: "open", measures: [], main: [] });
  });

  test("has roles and municipalities as groups, and compares every pair of waves", () => {
    const { plan } = studyPlan(parts());
    expect(plan.groups).toEqual([
      { variable: "role", levels: ["politician", "official"] },
      { variable: "municipality", levels: ["0482", "2039"] },
    ]);
    expect(plan.comparisons).toEqual([["1", "2"]]);
  });
});

describe("a study's plan with analysis.json", () => {
  const analysis = {
    items: [{ id: "q", type: "ordinal", values: ["good"], top: ["good"], measures: ["top"], main: ["top"] }],
  };

  test("takes what is declared, and keeps answers legal that it forgot", () => {
    expect(itemOf(parts({ analysis }))).toMatchObject({
      top: ["good"],
      main: ["top"],
      values: ["good", "bad"],
      dontKnow: ["unknown"],
    });
  });

  test("takes weights and further groups, and only the waves there are", () => {
    const shares = { small: 0.5, large: 0.5 };
    const { plan, problems } = studyPlan(
      parts({
        analysis: {
          groups: [{ var: "size", levels: ["small", "large"] }],
          design: { weighting: { type: "poststratify", var: "size", shares } },
          items: [],
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(plan.waves).toEqual(["1", "2"]);
    expect(plan.design.weighting.kind).toBe("poststratify");
    expect(plan.groups.map((group) => group.variable)).toEqual(["role", "municipality", "size"]);
  });

  test("that names its waves is taken as it stands, under the numbers of the waves", () => {
    const item = (id: string, more: object = {}) => ({ id, type: "yesno", values: ["good", "bad"], ...more });
    const analysis = {
      waves: ["spring", "autumn", "winter"],
      groups: [{ var: "unit", levels: ["1+2"] }],
      unit_map: { spring: { "0482": "1+2" } },
      panel_groups: ["unit"],
      comparisons: [["spring", "winter"]],
      items: [item("q", { measures: ["v=good"], main: ["v=good"], waves: ["autumn"] }), item("gone")],
    };
    const waves = ["1", "2", "3"].map((wave) => ({
      wave,
      instrumentVersion: 1,
      variables: [variable("q"), variable("more")],
    }));
    const { plan, problems } = studyPlan(parts({ analysis, waves }));
    expect(problems).toEqual([]);
    expect(plan.groups).toEqual([{ variable: "unit", levels: ["1+2"] }]);
    expect(plan.panelGroups).toEqual(["unit"]);
    expect(plan.unitMap?.get("1")?.get("0482")).toBe("1+2");
    expect(plan.comparisons).toEqual([["1", "3"]]);
    expect(plan.items.map(({ id, main, waves: asked }) => [id, main, asked])).toEqual([
      ["q", ["v=good"], ["2"]],
      ["gone", [], null],
      ["more", [], null],
    ]);
  });

  test("does without it where it is wrong, and says what is wrong", () => {
    const { plan, problems } = studyPlan(parts({ analysis: { items: [{ id: "q", type: "guess" }] } }));
    expect(problems.length).toBeGreaterThan(0);
    expect(plan.items.find(({ id }) => id === "q")).toMatchObject({
      type: "ordinal",
      main: ["v=good", "v=bad"],
    });
  });

  test("leaves out what the questionnaires do not ask", () => {
    const given = parts({ analysis: { items: [{ id: "gone", type: "ordinal", values: [], measures: [] }] } });
    expect(studyPlan(given).plan.items.map(({ id }) => id)).toEqual(["q"]);
  });
});

describe("E3 a questionnaire that changed between the waves", () => {
  test("makes an item with another wording not comparable", () => {
    const given = parts({ waves: versions(variable("q", { label: { en: "Something else?" } })) });
    expect(itemOf(given).pairComparability.get("1-2")).toBe("not_comparable");
  });

  test("leaves an item alone that stayed the same", () => {
    expect(itemOf(parts({ waves: versions(variable("q")) })).pairComparability.size).toBe(0);
  });

  test("follows analysis.json where it says how the item compares", () => {
    const analysis = {
      items: [{ id: "q", type: "ordinal", values: ["good", "bad"], comparability: "mapped" }],
    };
    const waves = versions(variable("q", { label: { en: "Something else?" } }));
    const item = itemOf(parts({ analysis, waves }));
    expect([item.comparability, item.pairComparability.size]).toEqual(["mapped", 0]);
  });

  test("knows in which waves an item was asked", () => {
    const waves = [
      { wave: "1", instrumentVersion: 1, variables: [variable("q")] },
      { wave: "2", instrumentVersion: 2, variables: [variable("q"), variable("new")] },
    ];
    expect(itemOf(parts({ waves }), "new").waves).toEqual(["2"]);
    expect(itemOf(parts({ waves })).waves).toBeNull();
  });
});

describe("comparability.json", () => {
  const changed = variable("q", { label: { en: "What do you think of q now?" } });
  const comparability = (verdict: object) => ({ verdicts: [{ item: "q", versions: [1, 2], ...verdict }] });

  test("says that an item whose words were changed is the same question", () => {
    expect(itemOf(parts({ waves: versions(changed) })).pairComparability.get("1-2")).toBe("not_comparable");
    const given = parts({ waves: versions(changed), comparability: comparability({ status: "identical" }) });
    expect(itemOf(given).pairComparability.get("1-2")).toBe("identical");
  });

  test("says that an item whose words were not changed is another question", () => {
    const given = parts({
      waves: versions(variable("q")),
      comparability: comparability({ status: "not_comparable" }),
    });
    expect(itemOf(given).pairComparability.get("1-2")).toBe("not_comparable");
  });

  test("maps the codes of each version to common ones, in every wave fielded with it", () => {
    const map = { "1": { good: "fine", bad: "poor" }, "2": { best: "fine", worst: "poor" } };
    const analysis = { items: [{ id: "q", type: "yesno", values: ["fine", "poor"], measures: ["v=fine"] }] };
    const given = parts({
      analysis,
      waves: versions(changed),
      comparability: comparability({ status: "collapsed", map }),
    });
    const item = itemOf(given);
    expect(item.pairComparability.get("1-2")).toBe("collapsed");
    expect(item.crosswalk.get("2")?.get("worst")).toBe("poor");
    expect(item.values).toEqual(["fine", "poor"]);
  });

  test("that cannot be read says where, and analysis.json is then not used either", () => {
    const given = parts({ comparability: comparability({ status: "mapped" }) });
    expect(studyPlan(given).problems).toEqual([
      "comparability.json: verdicts[0]: a mapped item needs a map from code to common code",
    ]);
  });
});

test("E3 municipalities that merged are compared as one unit", () => {
  const unitMap = new Map([
    [
      "1",
      new Map([
        ["1001", "1001+1002"],
        ["1002", "1001+1002"],
      ]),
    ],
    ["2", new Map([["1003", "1001+1002"]])],
  ]);
  const { groups } = studyPlan(parts({ unitMap })).plan;
  expect(groups.map(({ variable: name, levels }) => [name, levels])).toEqual([
    ["role", ["politician", "official"]],
    ["unit", ["1001+1002"]],
  ]);
});

test("a plan comes back from JSON as it was", () => {
  const { plan } = studyPlan(
    parts({
      analysis: {
        items: [
          {
            id: "q",
            type: "scale",
            values: ["good"],
            scores: { good: 2 },
            by_wave: { "2": { map: { bad: "good" } } },
          },
        ],
      },
    }),
  );
  expect(planFromJson(JSON.parse(JSON.stringify(planToJson(plan))))).toEqual(plan);
});
