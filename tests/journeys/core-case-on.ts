// The whole story on one ground; what the evaluator reads is what R computes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coreItems } from "../../src/demo/true-change.ts";
import { playTwoWaves, signInAsEvaluator, study } from "./core-case-story.ts";
import type { Stage } from "./stage.ts";

const fixture = join(import.meta.dirname, "../fixtures/core-case/expected.json");

/** The journey's tests on the ground that `open` prepares. */
export function coreCaseOn(ground: string, open: () => Promise<Stage>): void {
  describe(`the core case on ${ground}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await open();
    });
    afterAll(() => stage?.close());

    test("L1 L2 R3 R5 from an Excel list of 140 people to two closed waves", () => playTwoWaves(stage));

    test("E1 every figure is the one that R computes", async () => {
      const expected = await figuresOfR();
      const printed = await stage.command(
        "change",
        study,
        "--from",
        "1",
        "--to",
        "2",
        "--by",
        "role,municipality",
        "--unprotected",
        "--format",
        "json",
      );
      const { results } = JSON.parse(printed) as { results: Record<string, number | string | null> };
      const off = Object.entries(expected).filter(([key, value]) => !isSame(results[key], value));
      expect(off.map(([key, value]) => `${key}: R ${value}, ours ${results[key]}`)).toEqual([]);
    });

    test("E2 the evaluator reads what changed, how sure one can be, and on how many answers it rests", async () => {
      const expected = await figuresOfR();
      const evaluator = await signInAsEvaluator(stage);
      await evaluator.open(`/evaluate/${study}/change/1-2`);
      const text = await evaluator.text();
      for (const item of coreItems) {
        const figure = (field: string) => Number(expected[`change_share/${item}/top/all/1-2/${field}`]);
        const [before, after] = [rounded(figure("est_a")), rounded(figure("est_b"))];
        const row = [
          `${before}%`,
          `${after}%`,
          signed(figure("est")),
          `${signed(figure("ci_lo"))} to ${signed(figure("ci_hi"))}`,
          `${figure("n_a")} and ${figure("n_b")}`,
        ];
        expect(text.replace(/\s+/g, ""), item).toContain(row.join("").replace(/\s+/g, ""));
      }
      expect(text).toMatch(/The share has risen by \d+ percentage points, from \d+ to \d+ per cent\./);
      await evaluator.open("/evaluate/nowhere");
      expect([evaluator.status(), await evaluator.text()]).toEqual([404, expect.stringMatching(/\S/)]);
      await evaluator.close();
    });
  });
}

async function figuresOfR(): Promise<Record<string, number | string | null>> {
  return JSON.parse(await readFile(fixture, "utf8")).results;
}

/** Whole per cent, half away from zero. */
const rounded = (proportion: number) =>
  Math.sign(proportion) * Math.floor(Math.abs(proportion) * 100 + 0.5 + 1e-9);

const signed = (proportion: number) => {
  const points = rounded(proportion);
  return points === 0 ? "0" : `${points > 0 ? "+" : "−"}${Math.abs(points)}`;
};

/** Equal to nine digits; null and words exactly. */
function isSame(ours: number | string | null | undefined, theirs: number | string | null): boolean {
  if (typeof ours !== "number" || typeof theirs !== "number") return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(theirs), 1e-4);
}
