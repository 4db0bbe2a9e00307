// Data collected elsewhere, through files, database and cube: the same figures as R and as tidvis analyse.
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildCube } from "../../src/change/cube/cube-builder.ts";
import { analyse } from "../../src/change/folder/analyse.ts";
import { readAnalysisFolder } from "../../src/change/folder/analysis-folder.ts";
import { freshDatabase, freshPglite, type TestDatabase } from "../support/database.ts";
import { expectedOf, wrongFigures } from "../support/expected-figures.ts";
import { type ImportTerminal, importTerminal } from "../support/import-road.ts";

const directory = join(import.meta.dirname, "../fixtures/change");
const all = readdirSync(directory, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const practice = all.filter((name) => name.startsWith("practice"));
/** Beside the practice folders: named and many waves, crosswalks, mergers, moving strata, odd names, nobody. */
const alsoAlways = [
  "named-waves",
  "four-waves",
  "crosswalk-weighted",
  "merger",
  "moving-strata",
  "odd-labels",
];
const always = [...practice, ...alsoAlways, "empty-wave", "nobody", "unknown-cell"];
const folders = inject("isVerify") ? all : always;

/** practice-1 asked with other kinds of questions than a draft makes: a yes/no switch, a matrix, a rating. */
const questionnaire = {
  pages: [
    {
      name: "one",
      elements: [
        { type: "boolean", name: "takes_part", valueTrue: "ja", valueFalse: "nej" },
        { type: "matrix", name: "collaboration", columns: [1, 2, 3, 4, 5], rows: ["1", "2"] },
        { type: "checkbox", name: "services", choices: ["post", "shop", "care"], showNoneItem: true },
      ],
    },
  ],
};

const grounds = [
  ["PostgreSQL", freshDatabase, folders],
  ["the embedded database", freshPglite, ["practice-3"]],
] as const;

/** Otherwise the journey on the embedded database shows that its figures are R's. */
describe.each(inject("isVerify") ? grounds : [grounds[0]])("on %s", (_, fresh, wanted) => {
  let database: TestDatabase;
  let terminal: ImportTerminal;
  beforeAll(async () => {
    database = await fresh();
    terminal = await importTerminal(database.db);
  });
  afterAll(async () => {
    await terminal.close();
    await database.close();
  });

  if (wanted.length > 1) {
    test("E1 a study of its own questions and a plan that leaves its waves to the study give R's figures too", async () => {
      const folder = join(directory, "practice-1");
      const said = await terminal.run("study", "draft", folder, "own-questions");
      expect(said.exit).toBe(0);
      const study = join(terminal.folder, "own-questions");
      const {
        waves: _,
        id: __,
        ...analysis
      } = JSON.parse(await readFile(join(folder, "analysis.json"), "utf8"));
      await writeFile(join(study, "analysis.json"), JSON.stringify(analysis));
      await writeFile(join(study, "instrument-1.json"), JSON.stringify({ title: "Own", ...questionnaire }));
      expect(await terminal.run("study", "load", "own-questions")).toMatchObject({ exit: 0 });
      for (const wave of ["1", "2"]) {
        const plan = ["--opens", `202${wave}-03-01`, "--closes", `202${wave}-03-31`];
        expect(await terminal.run("wave", "plan", "own-questions", wave, ...plan)).toMatchObject({ exit: 0 });
        const files = ["cases", "answers"].flatMap((name) => [
          `--${name}`,
          `own-questions/collected/wave-${wave}/${name}.csv`,
        ]);
        const taken = await terminal.run("wave", "import", "own-questions", wave, ...files);
        expect([taken.exit, taken.err]).toEqual([0, ""]);
      }
      const expected = expectedOf(folder);
      if ("error" in expected) throw new Error(expected.error);
      expect(wrongFigures(expected.results, await terminal.changes("own-questions"))).toEqual([]);
    });
  }

  test.each(wanted)("E1 %s, taken in wave by wave, gives R's figures to 1e-9", async (name) => {
    const folder = join(directory, name);
    const expected = expectedOf(folder);
    await terminal.takeIn(folder, name);
    if ("error" in expected) {
      const said = await terminal.run("change", name, "--from", "1", "--to", "2", "--unprotected");
      expect([said.exit, said.err]).toEqual([1, expect.stringContaining("population share")]);
      return;
    }
    const results = await terminal.changes(name);
    expect(wrongFigures(expected.results, results)).toEqual([]);
    const read = await readAnalysisFolder(folder);
    if (read.kind === "invalid") throw new Error(read.problems.join("\n"));
    const analysed = analyse(read.plan, buildCube(read.plan, read.rows));
    expect(wrongFigures(analysed, results)).toEqual([]);
  });
});
