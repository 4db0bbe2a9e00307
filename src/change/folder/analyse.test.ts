import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectedOf, wrongFigures } from "../../../tests/support/expected-figures.ts";
import { buildCube } from "../cube/cube-builder.ts";
import { cubeFromJson, cubeToJson } from "../cube/cube-json.ts";
import { WeightingError } from "../weights.ts";
import { analyse } from "./analyse.ts";
import { readAnalysisFolder } from "./analysis-folder.ts";
import type { Results } from "./results.ts";

const directory = join(import.meta.dirname, "../../../tests/fixtures/change");
const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());

async function resultsOf(folder: string): Promise<Results> {
  const reading = await readAnalysisFolder(join(directory, folder));
  if (reading.kind === "invalid") throw new Error(reading.problems.join("\n"));
  const stored = JSON.stringify(cubeToJson(buildCube(reading.plan, reading.rows)));
  return analyse(reading.plan, cubeFromJson(JSON.parse(stored)));
}

describe("analysis folders computed in R", { timeout: 60_000 }, () => {
  it.each(folders.map((folder) => folder.name))(
    "E1 every figure of %s equals R's to 1e-9",
    async (folder) => {
      const expected = expectedOf(join(directory, folder));
      if ("error" in expected) {
        await expect(resultsOf(folder)).rejects.toThrow(WeightingError);
        return;
      }
      expect(wrongFigures(expected.results, await resultsOf(folder))).toEqual([]);
    },
  );
});
