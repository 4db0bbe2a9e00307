import { describe, expect, it } from "vitest";
import { everyone, openAnalysis } from "./analysis.ts";
import { estimateChange } from "./change.ts";
import { type AnalysisPlan, type PlanItem, plainItem, plainPlan } from "./cube/analysis-plan.ts";
import { buildCube } from "./cube/cube-builder.ts";
import { cubeFromJson, cubeToJson } from "./cube/cube-json.ts";
import type { WaveRow } from "./cube/wave-row.ts";
import { estimateLevel, itemBases } from "./estimate.ts";
import { verdictOf } from "./verdict.ts";

const yesNo: PlanItem = {
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

/** Rows from patterns such as "yn": the answers in the two waves, "-" for no row, with how many gave them. */
function rowsOf(
  patterns: Record<string, number>,
  columns: Record<string, string> = {},
  prefix = "u",
): WaveRow[] {
  const rows: WaveRow[] = [];
  let serial = 0;
  for (const [pattern, count] of Object.entries(patterns)) {
    for (let copy = 0; copy < count; copy++) {
      const unit = `${prefix}${String(serial++).padStart(4, "0")}`;
      [...pattern].forEach((letter, index) => {
        if (letter === "-") return;
        const answer = { y: "yes", n: "no", d: "dk" }[letter];
        const answers = answer === undefined ? {} : { q: answer };
        rows.push({ unit, wave: String(index + 1), disposition: "1.1", columns, answers });
      });
    }
  }
  return rows;
}

/** Panel 4/1/3/1, only A 1 yes of 3, only B 3 yes of 4. */
const exampleA = { yy: 4, yn: 1, ny: 3, nn: 1, "y-": 1, "n-": 2, "-y": 3, "-n": 1 };

function analysisOf(plan: AnalysisPlan, rows: WaveRow[]) {
  return openAnalysis(plan, buildCube(plan, rows));
}

const plan = plainPlan("test", ["1", "2"], [yesNo]);

describe("change of a share", () => {
  it("E1 gives the worked numbers of the overlapping panel", () => {
    const change = estimateChange(analysisOf(plan, rowsOf(exampleA)), "q", "top", everyone, ["1", "2"]);
    if (change.kind !== "share") throw new Error(change.kind);
    expect(change).toMatchObject({ earlierN: 12, laterN: 13, bothN: 9, flag: "uncertain", df: 15, phi: 0 });
    expect(change.change).toBeCloseTo(0.2692307692, 10);
    expect(change.earlierStandardError ** 2).toBeCloseTo(0.02222222222, 11);
    expect(change.laterStandardError ** 2).toBeCloseTo(0.01456531634, 11);
    expect(change.covariance).toBeCloseTo(0.0007889546351, 13);
    expect(change.standardError).toBeCloseTo(0.1876422908, 10);
    expect(change.wald!.lower).toBeCloseTo(-0.1307193062, 10);
    expect(change.wald!.upper).toBeCloseTo(0.6691808447, 10);
    expect(change.waldP).toBeCloseTo(0.1718627704, 10);
    expect(change.interval!.lower).toBeCloseTo(-0.09750587673, 11);
    expect(change.interval!.upper).toBeCloseTo(0.5570097426, 10);
    expect(change.p).toBeCloseTo(0.1597207728, 10);
    expect(change.effectSize).toBeCloseTo(0.5686103003, 10);
    expect(verdictOf(change)).toBe("too-few-to-say");
  });

  it("E2 gives words, not numbers, when a wave has no answers", () => {
    const analysis = analysisOf(plan, rowsOf({ "y-": 6, "n-": 7 }));
    const change = estimateChange(analysis, "q", "top", everyone, ["1", "2"]);
    expect(change).toMatchObject({
      kind: "not-computable",
      reason: "no-valid-answers",
      earlierN: 13,
      laterN: 0,
    });
    expect(verdictOf(change)).toBe("hidden");
  });

  it("E3 refuses a comparison across a changed question", () => {
    const changed = plainPlan("test", ["1", "2"], [{ ...yesNo, comparability: "not_comparable" }]);
    const change = estimateChange(analysisOf(changed, rowsOf(exampleA)), "q", "top", everyone, ["1", "2"]);
    expect(verdictOf(change)).toBe("not-comparable");
  });
});

describe("estimate of one wave", () => {
  it("E1 gives the worked numbers of the post-stratified share", () => {
    const cells: [string, number, number][] = [
      ["large", 20, 27],
      ["medium", 40, 24],
      ["small", 21, 7],
    ];
    const shares = new Map([
      ["large", 0.49],
      ["medium", 0.41],
      ["small", 0.1],
    ]);
    const weighted: AnalysisPlan = {
      ...plainPlan("test", ["1"], [yesNo]),
      design: {
        strata: null,
        baseWeight: null,
        finitePopulation: "none",
        weighting: { kind: "poststratify", margin: { variable: "size", shares }, collapse: new Map() },
      },
    };
    const rows = cells.flatMap(([size, yes, no]) => rowsOf({ y: yes, n: no }, { size }, size));
    const share = estimateLevel(analysisOf(weighted, rows), "q", "top", everyone, "1");
    if (share.kind !== "share") throw new Error(share.kind);
    expect(share.estimate).toBeCloseTo(0.5397606383, 10);
    expect(share.standardError).toBeCloseTo(0.04410622058, 11);
    expect(share.effectiveSize).toBeCloseTo(123.5755448, 7);
    expect(share.wilson.lower).toBeCloseTo(0.4520116136, 10);
    expect(share.wilson.upper).toBeCloseTo(0.6251121988, 10);
    expect(share.beta!.lower).toBeCloseTo(0.4493548511, 10);
    expect(share.beta!.upper).toBeCloseTo(0.6282804679, 10);
    expect(share.logit!.lower).toBeCloseTo(0.4522245769, 8);
    expect(share.logit!.upper).toBeCloseTo(0.6249106994, 8);
  });

  it("counts the bases on raw answers", () => {
    const analysis = analysisOf(plan, rowsOf({ y: 3, n: 2, d: 4, x: 1 }));
    expect(itemBases(analysis, "q", everyone, "1")).toEqual({
      respondents: 10,
      asked: 10,
      answered: 9,
      dontKnow: 4,
      valid: 5,
      itemNonresponse: 1 - 9 / 10,
      dontKnowRate: 4 / 9,
    });
  });
});

describe("cube", () => {
  it("E6 is the same whatever the order of the rows, and after a round through JSON", () => {
    const rows = rowsOf(exampleA);
    const text = JSON.stringify(cubeToJson(buildCube(plan, rows)));
    expect(JSON.stringify(cubeToJson(buildCube(plan, [...rows].reverse())))).toBe(text);
    expect(JSON.stringify(cubeToJson(cubeFromJson(JSON.parse(text))))).toBe(text);
  });

  it("refuses two rows of one unit in a wave", () => {
    const rows = rowsOf({ y: 1 });
    expect(() => buildCube(plan, [...rows, ...rows])).toThrow(RangeError);
  });
});
