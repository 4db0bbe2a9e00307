// The whole story on every ground the service runs on; what the evaluator reads is what R computes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { playTwoWaves, signInAsEvaluator, study } from "./core-case-story.ts";
import { nodeStage, type Stage, workerStage } from "./stage.ts";

const fixture = join(import.meta.dirname, "../fixtures/core-case/expected.json");

describe.each([
  ["Node and the embedded database", () => nodeStage("pglite")],
  [
    "Node and PostgreSQL, in a browser without script",
    () => nodeStage("postgres", { withBrowser: true, isWhole: inject("isVerify") }),
  ],
  ["workerd and PostgreSQL", () => workerStage()],
])("the core case on %s", (_name, open) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  });
  afterAll(() => stage?.close());

  test("L1 L2 R3 R5 from an Excel list of 140 people to two closed waves", () => playTwoWaves(stage));

  test("E1 every figure is the one that R computes", async () => {
    const { results: expected } = JSON.parse(await readFile(fixture, "utf8")) as {
      results: Record<string, number | string | null>;
    };
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
    const evaluator = await signInAsEvaluator(stage);
    await evaluator.open(`/evaluate/${study}`);
    expect(evaluator.status()).toBe(200);
    await evaluator.close();
  });
});

/** Equal to nine digits; null and words exactly. */
function isSame(ours: number | string | null | undefined, theirs: number | string | null): boolean {
  if (typeof ours !== "number" || typeof theirs !== "number") return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(theirs), 1e-4);
}
