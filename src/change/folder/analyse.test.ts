import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildCube } from "../cube/cube-builder.ts";
import { cubeFromJson, cubeToJson } from "../cube/cube-json.ts";
import { WeightingError } from "../weights.ts";
import { analyse } from "./analyse.ts";
import { readAnalysisFolder } from "./analysis-folder.ts";
import type { Results, ResultValue } from "./results.ts";

const directory = join(import.meta.dirname, "../../../tests/fixtures/change");
const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());

type Expected = { results: Results } | { error: string };

async function resultsOf(folder: string): Promise<Results> {
  const reading = await readAnalysisFolder(join(directory, folder));
  if (reading.kind === "invalid") throw new Error(reading.problems.join("\n"));
  const stored = JSON.stringify(cubeToJson(buildCube(reading.plan, reading.rows)));
  return analyse(reading.plan, cubeFromJson(JSON.parse(stored)));
}

/** What a difference is measured against: the figure itself, or for covariances the two standard errors. */
function scaleOf(key: string, expected: Results): number {
  const head = key.slice(0, key.lastIndexOf("/") + 1);
  const field = key.slice(head.length);
  if (field === "cov") return Number(expected[`${head}se_a`]) * Number(expected[`${head}se_b`]);
  if (!/^V\d\d$/.test(field)) return Math.max(Math.abs(Number(expected[key])), 1e-4);
  const [s, t] = [field[1], field[2]];
  return Math.sqrt(Number(expected[`${head}V${s}${s}`]) * Number(expected[`${head}V${t}${t}`]));
}

function isSame(key: string, want: ResultValue, have: ResultValue | undefined, expected: Results): boolean {
  if (typeof want !== "number" || typeof have !== "number") return want === have;
  return want === have || Math.abs(want - have) <= 1e-9 * scaleOf(key, expected);
}

describe("analysis folders computed in R", { timeout: 60_000 }, () => {
  it.each(folders.map((folder) => folder.name))(
    "E1 every figure of %s equals R's to 1e-9",
    async (folder) => {
      const packed = readFileSync(join(directory, folder, "expected.json.gz"));
      const expected = JSON.parse(gunzipSync(packed).toString()) as Expected;
      if ("error" in expected) {
        await expect(resultsOf(folder)).rejects.toThrow(WeightingError);
        return;
      }
      const results = await resultsOf(folder);
      const wrong = Object.entries(expected.results)
        .filter(([key, want]) => !isSame(key, want, results[key], expected.results))
        .map(([key, want]) => ({ key, want, have: results[key] }));
      expect(wrong).toEqual([]);
      expect(
        Object.values(results).filter((value) => typeof value === "number" && !Number.isFinite(value)),
      ).toEqual([]);
    },
  );
});
