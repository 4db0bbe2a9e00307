import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { options, planOf, roles, rowsIn, scale } from "../../tests/support/a-change-study.ts";
import { type Analysis, everyone, type GroupSelector, openAnalysis } from "./analysis.ts";
import { type Change, estimateChange } from "./change.ts";
import type { AnalysisPlan, PlanItem } from "./cube/analysis-plan.ts";
import { buildCube } from "./cube/cube-builder.ts";
import { cubeToJson } from "./cube/cube-json.ts";
import type { WaveRow } from "./cube/wave-row.ts";
import { estimateLevel, itemBases } from "./estimate.ts";
import { trendOf } from "./trend.ts";

const waves = ["1", "2"] as const;
const rows = rowsIn(waves);
const open = (plan: AnalysisPlan, data: WaveRow[]): Analysis => openAnalysis(plan, buildCube(plan, data));
const change = (analysis: Analysis, measure: string, group: GroupSelector = everyone): Change =>
  estimateChange(analysis, "q", measure, group, ["1", "2"]);
const measures = ["top", "mean", "top@all"];

/** The same change, but for rounding. */
function expectSame(have: Change, want: Change): void {
  expect(have.kind).toBe(want.kind);
  expect([have.earlierN, have.laterN, have.bothN, have.flag]).toEqual([
    want.earlierN,
    want.laterN,
    want.bothN,
    want.flag,
  ]);
  if (have.kind === "not-computable" || want.kind === "not-computable") return;
  for (const field of ["earlier", "later", "change", "covariance", "standardError", "df"] as const) {
    expect(have[field]).toBeCloseTo(want[field], 10);
  }
  expect(have.interval === null).toBe(want.interval === null);
  expect(have.interval?.lower ?? 0).toBeCloseTo(want.interval?.lower ?? 0, 8);
  expect(have.interval?.upper ?? 0).toBeCloseTo(want.interval?.upper ?? 0, 8);
  expect(have.p ?? 2).toBeCloseTo(want.p ?? 2, 7);
}

describe("a change does not depend on", { timeout: 60_000 }, () => {
  it("the order of the rows or the names of the people", () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (data, keys) => {
        const plan = planOf(waves, { strata: "region" });
        const names = new Map(
          [...new Set(data.map((row) => row.unit))].map((unit, index) => [
            unit,
            `${keys.next().value}-${index}`,
          ]),
        );
        const renamed = data.map((row) => ({ ...row, unit: names.get(row.unit)! })).reverse();
        expect(JSON.stringify(cubeToJson(buildCube(plan, renamed)))).toBe(
          JSON.stringify(cubeToJson(buildCube(plan, data))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("what the groups and the answer codes are called", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const plan = planOf(waves);
        const other: Record<string, string> = {
          politician: "z",
          official: "a",
          "1": "z1",
          "2": "y",
          "3": "b3",
          "4": "a4",
        };
        const renamed = data.map((row) => ({
          ...row,
          columns: { ...row.columns, role: other[row.columns.role!]! },
          answers: {
            ...row.answers,
            ...("q" in row.answers ? { q: other[row.answers.q as string] ?? row.answers.q! } : {}),
          },
        }));
        const item: PlanItem = {
          ...scale,
          values: scale.values.map((value) => other[value]!),
          scores: new Map([...scale.scores].map(([value, score]) => [other[value]!, score])),
          top: scale.top.map((value) => other[value]!),
        };
        const renamedPlan = {
          ...planOf(waves, {}, [item, options]),
          groups: [{ variable: "role", levels: ["z", "a"] }],
        };
        const [before, after] = [open(plan, data), open(renamedPlan, renamed)];
        for (const measure of measures) {
          expectSame(change(after, measure), change(before, measure));
          const [was, is] = [
            { variable: "role", level: "politician" },
            { variable: "role", level: "z" },
          ];
          expectSame(change(after, measure, [is]), change(before, measure, [was]));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("the unit of the weights", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const plan = planOf(waves, { strata: "region" });
        const doubled = data.map((row) => ({
          ...row,
          columns: { ...row.columns, weight: String(2 * Number(row.columns.weight)) },
        }));
        for (const measure of measures)
          expectSame(change(open(plan, doubled), measure), change(open(plan, data), measure));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a change", { timeout: 60_000 }, () => {
  it("turns round when the waves are swapped", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const plan = planOf(waves);
        const swapped = data.map((row) => ({ ...row, wave: row.wave === "1" ? "2" : "1" }));
        for (const measure of measures) {
          const [there, back] = [change(open(plan, data), measure), change(open(plan, swapped), measure)];
          expect(back.kind).toBe(there.kind);
          if (there.kind === "not-computable" || back.kind === "not-computable") continue;
          expect(back.change).toBeCloseTo(-there.change, 12);
          expect(back.standardError).toBeCloseTo(there.standardError, 12);
          expect(back.interval?.lower ?? 0).toBeCloseTo(-(there.interval?.upper ?? 0), 9);
          expect(back.p ?? 2).toBeCloseTo(there.p ?? 2, 8);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("of a mean stays the same when a constant is added to the scores", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -50, max: 50 }), (data, constant) => {
        const shifted = {
          ...scale,
          scores: new Map([...scale.scores].map(([value, score]) => [value, score + constant])),
        };
        const [plain, moved] = [open(planOf(waves), data), open(planOf(waves, {}, [shifted, options]), data)];
        const [a, b] = [change(plain, "mean"), change(moved, "mean")];
        if (a.kind === "not-computable" || b.kind === "not-computable") return;
        expect(b.earlier).toBeCloseTo(a.earlier + constant, 9);
        expect(b.change).toBeCloseTo(a.change, 9);
        expect(b.standardError).toBeCloseTo(a.standardError, 9);
      }),
      { numRuns: 40 },
    );
  });

  it("is the slope of a trend of two waves times the time between them", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const analysis = open(planOf(waves, { strata: "region" }), data);
        const trend = trendOf(analysis, "q", "mean", everyone, waves, [2019, 2022]);
        const whole = change(analysis, "mean");
        if (whole.kind === "not-computable" || trend.kind === "not-computable") return;
        expect(trend.slope * 3).toBeCloseTo(whole.change, 10);
        expect(trend.total.standardError).toBeCloseTo(whole.standardError, 10);
      }),
      { numRuns: 40 },
    );
  });

  it("is not touched by weighting to the shares the answers have already, but its variance is", () => {
    const data = Array.from({ length: 40 }, (_, index) =>
      ["1", "2"].map((wave): WaveRow => {
        const role = roles[index % 2]!;
        const q = String(1 + ((index * 7 + Number(wave) * (1 + (index % 3))) % 4));
        return {
          unit: `u${String(index).padStart(2, "0")}`,
          wave,
          disposition: "1.1",
          columns: { role, region: "x", weight: "1" },
          answers: { q },
        };
      }),
    ).flat();
    const margin = { variable: "role", shares: new Map(roles.map((role) => [role, 0.5])) };
    const plain = change(open(planOf(waves), data), "top");
    const calibrated = change(
      open(planOf(waves, { weighting: { kind: "poststratify", margin, collapse: new Map() } }), data),
      "top",
    );
    if (plain.kind === "not-computable" || calibrated.kind === "not-computable") throw new Error("no change");
    expect(calibrated.change).toBeCloseTo(plain.change, 12);
    expect(calibrated.standardError).toBeLessThan(plain.standardError + 1e-12);
  });
});

describe("whoever is followed", { timeout: 60_000 }, () => {
  it("changes the covariance, never the estimates: the same post or the same person", () => {
    const rowsOf = (unit: (person: number, wave: number) => string): WaveRow[] =>
      Array.from({ length: 30 }, (_, person) =>
        [1, 2].map((wave): WaveRow => {
          const q = String(1 + ((person + wave * (person % 3)) % 4));
          return {
            unit: unit(person, wave),
            wave: String(wave),
            disposition: "1.1",
            columns: { role: "official", region: "x", weight: "1" },
            answers: { q },
          };
        }),
      ).flat();
    const persons = change(
      open(
        planOf(waves),
        rowsOf((person) => `p${person}`),
      ),
      "mean",
    );
    const seats = change(
      open(
        planOf(waves),
        rowsOf((person, wave) => `s${(person + wave) % 30}`),
      ),
      "mean",
    );
    if (persons.kind === "not-computable" || seats.kind === "not-computable") throw new Error("no change");
    expect(seats.change).toBe(persons.change);
    expect(seats.bothN).toBe(30);
    expect(seats.covariance).not.toBeCloseTo(persons.covariance, 6);
  });
});

describe("groups", { timeout: 60_000 }, () => {
  it("add up to everybody, also when crossed", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const plan = {
          ...planOf(waves),
          groups: [
            { variable: "role", levels: roles },
            { variable: "region", levels: ["north", "south"] },
          ],
        };
        const analysis = open(plan, data);
        const all = itemBases(analysis, "q", everyone, "1");
        const sum = roles
          .flatMap((role) =>
            ["north", "south"].map((region) =>
              itemBases(
                analysis,
                "q",
                [
                  { variable: "role", level: role },
                  { variable: "region", level: region },
                ],
                "1",
              ),
            ),
          )
          .reduce((total, bases) => total + bases.valid, 0);
        expect(sum).toBe(all.valid);
      }),
      { numRuns: 30 },
    );
  });

  it("can be the answers to another item", () => {
    const plan = { ...planOf(waves), groups: [{ variable: "answer:m/a", levels: ["chosen", "no"] }] };
    const data = ["1", "2", "3"].map(
      (q, index): WaveRow => ({
        unit: `u${index}`,
        wave: "1",
        disposition: "1.1",
        columns: { role: "official", region: "x", weight: "1" },
        answers: { q, m: index === 0 ? ["b"] : ["a", "b"] },
      }),
    );
    const level = estimateLevel(
      open(plan, data),
      "q",
      "mean",
      [{ variable: "answer:m/a", level: "chosen" }],
      "1",
    );
    expect(level).toMatchObject({ kind: "mean", n: 2, estimate: 2.5 });
  });
});
