import { describe, expect, test } from "vitest";
import { type Analysis, openAnalysis } from "../../change/analysis.ts";
import { type AnalysisPlan, plainItem, plainPlan } from "../../change/cube/analysis-plan.ts";
import { createCubeBuilder } from "../../change/cube/cube-builder.ts";
import type { Answer } from "../../change/cube/wave-row.ts";
import { type ProtectedRow, protectTable } from "../../disclosure/protect-table.ts";
import { changeTable, familyKey } from "./change-table.ts";
import { distributionTable } from "./distribution-table.ts";
import { levelTable } from "./level-table.ts";
import { responseTable } from "./response-table.ts";

interface Person {
  readonly role: string;
  /** Answer in wave 1 and 2; null: did not answer the questionnaire; "": answered, but not this question. */
  readonly answers: readonly [string | null, string | null];
}

const people = (count: number, role: string, ...answers: [string | null, string | null]): Person[] =>
  Array.from({ length: count }, () => ({ role, answers }));

function analysisOf(persons: readonly Person[], change: Partial<AnalysisPlan> = {}): Analysis {
  const item = {
    ...plainItem("q", "yesno"),
    values: ["yes", "no"],
    scores: new Map([
      ["yes", 1],
      ["no", 0],
    ]),
    dontKnow: ["dk"],
    top: ["yes"],
    measures: ["top", "mean"],
    main: ["top"],
  };
  const plan: AnalysisPlan = {
    ...plainPlan("s", ["1", "2"], [item]),
    groups: [{ variable: "role", levels: ["a", "b", "c"] }],
    ...change,
  };
  const builder = createCubeBuilder(plan);
  persons.forEach(({ role, answers }, index) => {
    answers.forEach((answer, wave) => {
      const given: Record<string, Answer> = answer === null || answer === "" ? {} : { q: answer };
      builder.add({
        unit: String(index).padStart(4, "0"),
        wave: String(wave + 1),
        disposition: answer === null ? "2.2" : "1.1",
        columns: { role },
        answers: given,
      });
    });
  });
  return openAnalysis(plan, builder.finish());
}

/** 40 of role a, of whom 10 go from no to yes; 30 of role b unchanged; 3 of role c. */
const sample = [
  ...people(10, "a", "no", "yes"),
  ...people(10, "a", "no", "no"),
  ...people(20, "a", "yes", "yes"),
  ...people(15, "b", "yes", "yes"),
  ...people(15, "b", "no", "no"),
  ...people(3, "c", "yes", "no"),
];
const rowOf = (rows: readonly ProtectedRow[], level: string) =>
  rows.find((row) => row.level === level)!.figures;

describe("a change table", () => {
  const analysis = analysisOf(sample);
  const adjusted = new Map([
    [familyKey("q", "top", "all"), 0.004],
    [familyKey("q", "top", "role=a"), 0.2],
    [familyKey("q", "top", "role=b"), null],
  ]);
  const raw = changeTable(analysis, ["1", "2"], "q", "top", "role", adjusted);

  test("counts bases and those in both by hand", () => {
    expect(raw.everyone.figures).toMatchObject({ n_a: 73, n_b: 73, n_ab: 73, family: 2 });
    expect(raw.rows[0]!.figures).toMatchObject({ n_a: 40, n_b: 40, est_a: 0.5, est_b: 0.75, est: 0.25 });
    expect(raw.rows[0]!.counts["1"]).toEqual({ invited: 40, respondents: 40, base: 40 });
    expect(raw.rows[0]!.both).toBe(40);
  });

  test("says by the adjusted p what may be said, and what the doubt is", () => {
    expect(raw.rows[0]!.figures).toMatchObject({
      verdict: "cannot-tell",
      doubt: "many-comparisons",
      direction: "up",
    });
    expect(changeTable(analysis, ["1", "2"], "q", "top", null, adjusted).rows).toEqual([]);
  });

  test("gives no verdict on a measure outside the family", () => {
    const mean = changeTable(analysis, ["1", "2"], "q", "mean", null, adjusted);
    expect(mean.everyone.figures.verdict).toBeNull();
    expect(mean.columns.find(({ name }) => name === "est")!.unit).toBe("score-points");
  });

  test("E4 leaves nothing of a small group, and takes the next along", () => {
    const { rows, everyone } = protectTable(raw, { minimumBase: 5 });
    expect(Object.values(rowOf(rows, "c")).filter(({ kind }) => kind === "number")).toHaveLength(1);
    expect(rowOf(rows, "b").n_a!.kind).toBe("hidden");
    expect(everyone.figures.n_ab).toMatchObject({ value: 73 });
  });

  test("E3 gives no figures for what is not comparable", () => {
    const item = { ...analysis.plan.items[0]!, comparability: "not_comparable" as const };
    const { figures } = changeTable(
      analysisOf(sample, { items: [item] }),
      ["1", "2"],
      "q",
      "top",
      null,
      new Map(),
    ).everyone;
    expect(figures).toMatchObject({ est: null, ci_lo: null, p: null, verdict: "not-comparable" });
  });
});

describe("a distribution table", () => {
  const analysis = analysisOf([
    ...people(12, "a", "yes", null),
    ...people(6, "a", "no", null),
    ...people(2, "a", "dk", null),
    ...people(1, "a", "", null),
  ]);

  test("leaves don't know out of the shares and shows it by itself", () => {
    const { figures } = distributionTable(analysis, "1", "q").everyone;
    expect(figures).toMatchObject({ n: 18, n_item: 20, dk: 0.1, "share:yes": 12 / 18, "share:no": 6 / 18 });
  });

  test("of a wave that nobody answered has no figures", () => {
    const { figures } = distributionTable(analysis, "2", "q").everyone;
    expect(figures).toMatchObject({ n: 0, "share:yes": null, dk: null });
  });
});

describe("a level table", () => {
  test("has Wilson's interval of 12 of 18", () => {
    const { figures } = levelTable(
      analysisOf([...people(12, "a", "yes", null), ...people(6, "a", "no", null)]),
      "1",
      "q",
      "top",
      null,
    ).everyone;
    // R: prop.test(12, 18, correct = FALSE)$conf.int
    expect(figures.ci_lo).toBeCloseTo(0.437494673, 6);
    expect(figures.ci_hi).toBeCloseTo(0.8372122525, 6);
    expect(figures.flag).toBe("uncertain");
  });
});

describe("a response table", () => {
  test("L8 names who was asked, who answered, and RR2", () => {
    const raw = responseTable(
      analysisOf([...people(6, "a", "yes", null), ...people(2, "b", null, null)]),
      "1",
      "role",
    );
    expect(raw.everyone.figures).toEqual({ invited: 8, answered: 6, rr2: 0.75 });
    expect(raw.rows.map(({ figures }) => figures.invited)).toEqual([6, 2, 0]);
  });

  test("E4 shows how many were asked even where the answers are hidden", () => {
    const raw = responseTable(
      analysisOf([...people(30, "a", "yes", null), ...people(3, "b", "yes", null)]),
      "1",
      "role",
    );
    const { rows } = protectTable(raw, { minimumBase: 5 });
    expect(rowOf(rows, "b").invited).toMatchObject({ value: 3 });
    expect(rowOf(rows, "b").answered!.kind).toBe("hidden");
    expect(rowOf(rows, "a").answered!.kind).toBe("hidden");
  });
});
