import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, rowsIn } from "../../tests/support/a-change-study.ts";
import { everyone, openAnalysis } from "./analysis.ts";
import type { PlanDesign } from "./cube/analysis-plan.ts";
import { buildCube } from "./cube/cube-builder.ts";
import type { WaveRow } from "./cube/wave-row.ts";
import { estimateLevel } from "./estimate.ts";
import { analyse } from "./folder/analyse.ts";
import { WeightingError } from "./weights.ts";

describe("degenerate data", { timeout: 60_000 }, () => {
  it("gives values or null, never NaN and never a crash, whatever the data and the design", () => {
    const designs = fc.record({
      strata: fc.constantFrom(null, "region", "role"),
      finitePopulation: fc.constantFrom("none" as const, "per_wave" as const),
      weighting: fc.constantFrom<PlanDesign["weighting"]>(
        { kind: "none" },
        {
          kind: "poststratify",
          margin: {
            variable: "role",
            shares: new Map([
              ["politician", 0.6],
              ["official", 0.4],
            ]),
          },
          collapse: new Map([["official", "politician"]]),
        },
        {
          kind: "poststratify",
          margin: {
            variable: "region",
            shares: new Map([
              ["north", 0.5],
              ["south", 0.5],
            ]),
          },
          collapse: new Map(),
        },
        {
          kind: "rake",
          margins: [
            {
              variable: "role",
              shares: new Map([
                ["politician", 0.6],
                ["official", 0.4],
              ]),
            },
          ],
        },
      ),
    });
    const three = ["1", "2", "3"];
    fc.assert(
      fc.property(rowsIn(three), designs, (data, design) => {
        const plan = planOf(three, design);
        let results: Record<string, unknown>;
        try {
          results = analyse(plan, buildCube(plan, data));
        } catch (error) {
          expect(error).toBeInstanceOf(WeightingError);
          return;
        }
        for (const [key, value] of Object.entries(results)) {
          if (typeof value === "number" && !Number.isFinite(value)) throw new Error(key);
          if (/\/p(_bh)?$/.test(key) && value !== null) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("makes a share that everybody chose exactly 1 under any weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (weights) => {
          const data = weights.map(
            (weight, index): WaveRow => ({
              unit: `u${String(index).padStart(2, "0")}`,
              wave: "1",
              disposition: "1.1",
              columns: { role: "official", region: "x", weight: String(weight) },
              answers: { q: "4" },
            }),
          );
          const plan = planOf(["1", "2"]);
          const level = estimateLevel(openAnalysis(plan, buildCube(plan, data)), "q", "top", everyone, "1");
          expect(level).toMatchObject({
            kind: "share",
            estimate: 1,
            standardError: 0,
            wilson: { upper: 1 },
            beta: { upper: 1 },
            logit: null,
          });
        },
      ),
    );
  });
});
