// Weights on the whole road: the competence-centre answers of 2023, taken in, weigh as was published.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAnalysis } from "../../src/change/analysis.ts";
import { findCube } from "../../src/change/cube-store.ts";
import { designOf } from "../../src/change/design.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { type ImportTerminal, importTerminal } from "../support/import-road.ts";

const study = join(import.meta.dirname, "../../surveys/ks-kompetansesentre");
let database: TestDatabase;
let terminal: ImportTerminal;

beforeAll(async () => {
  database = await freshDatabase();
  terminal = await importTerminal(database.db);
  expect(await terminal.run("study", "load", study)).toMatchObject({ exit: 0 });
});
afterAll(async () => {
  await terminal.close();
  await database.close();
});

test("E1 the published weighting table comes out of imported answers, to the whole per cent", async () => {
  const files = ["cases", "answers"].flatMap((name) => [
    `--${name}`,
    join(study, `collected-2023/${name}.csv`),
  ]);
  const dates = ["--opens", "2023-04-01", "--closes", "2023-04-30"];
  const taken = await terminal.run("wave", "import", "ks-kompetansesentre", "1", ...files, ...dates);
  expect([taken.exit, taken.err]).toEqual([0, ""]);
  const { plan, cube, provenance } = (await findCube(database.db, "ks-kompetansesentre", ["1"]))!;
  expect(provenance.weighting).toBeNull();
  const { rows, weights } = designOf(openAnalysis(plan, cube), [0]);
  const percentages = (
    variable: string,
    levels: readonly string[],
    weightOf: (profile: number) => number,
  ) => {
    const column = cube.columns.indexOf(variable);
    const total = (isCounted: (profile: number) => boolean) =>
      [...cube.profiles.keys()]
        .filter(isCounted)
        .reduce((sum, profile) => sum + rows[0]![profile]! * weightOf(profile), 0);
    const all = total(() => true);
    return levels.map((level) =>
      Math.round((100 * total((profile) => cube.profiles[profile]!.values[column] === level)) / all),
    );
  };
  const weight = (profile: number) => weights[0]!.weight[profile]!;
  expect(percentages("size", ["small", "medium", "large"], () => 1)).toEqual([34, 46, 20]);
  expect(percentages("size", ["small", "medium", "large"], weight)).toEqual([49, 41, 10]);
  expect(percentages("centrality", ["high", "medium", "low"], () => 1)).toEqual([10, 44, 46]);
  expect(percentages("centrality", ["high", "medium", "low"], weight)).toEqual([6, 36, 58]);
  const margin = plan.design.weighting.kind === "poststratify" ? plan.design.weighting.margin : null;
  expect(margin).toMatchObject({ variable: "size", date: "2023-01-01", source: expect.stringMatching(/./) });
});

test("the levels of one wave are given out too, by the study's own groups, with what the weights cost", async () => {
  const words = ["ks-kompetansesentre", "--from", "1", "--to", "1", "--by", "economy,region"];
  const said = await terminal.run("change", ...words, "--unprotected", "--format", "json");
  expect(said.exit).toBe(0);
  const { results } = JSON.parse(said.out) as { results: Record<string, number> };
  const answered = ["below", "middle", "above"].map(
    (level) => results[`item/responsible//economy=${level}/1/n_resp`]!,
  );
  expect(answered.reduce((sum, n) => sum + n, 0)).toBe(139);
  const weights = (field: string) => results[`weights///all/1/${field}`];
  expect(weights("min")).toBeCloseTo(0.496429, 6);
  expect(weights("max")).toBeCloseTo(1.449149, 6);
  expect(weights("neff")).toBeCloseTo(123.5755448, 6);
});
