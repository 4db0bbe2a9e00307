// The competence-centre answers collected in 2023: synthetic, and true to the numbers that were published.
import { describe, expect, test } from "vitest";
import { openAnalysis } from "../src/change/analysis.ts";
import { buildCube } from "../src/change/cube/cube-builder.ts";
import { designOf } from "../src/change/design.ts";
import { analyse } from "../src/change/folder/analyse.ts";
import { readAnalysisFolder } from "../src/change/folder/analysis-folder.ts";
import { ksCases } from "../src/demo/ks-answers.ts";
import { ksRoles, ksSeed } from "../src/demo/ks-case.ts";
import { ksMunicipalities } from "../src/demo/ks-municipalities.ts";
import {
  answersCsv,
  casesCsv,
  collectedAnalysisJson,
  groupsCsv,
  type KsAnalysis,
} from "./fixtures/norwegian-studies/study-files.ts";
import { studyFile, studyJson } from "./support/study-folder-rules.ts";

const study = "ks-kompetansesentre";
const reading = await readAnalysisFolder(`surveys/${study}/collected-2023`);
if (reading.kind === "invalid") throw new Error(reading.problems.join("\n"));
const { plan, rows, warnings } = reading;
const respondents = rows.filter(({ disposition }) => /^1\.[12]/.test(disposition));
const cube = buildCube(plan, rows);

test("the committed files are what the seed makes, and read without a warning", () => {
  expect(studyFile(study, "collected-2023/cases.csv")).toBe(casesCsv());
  expect(studyFile(study, "collected-2023/answers.csv")).toBe(answersCsv());
  expect(studyFile(study, "groups.csv")).toBe(groupsCsv());
  const analysis = studyJson<KsAnalysis>(study, "analysis.json");
  expect(studyFile(study, "collected-2023/analysis.json")).toBe(collectedAnalysisJson(analysis, ksRoles));
  expect(warnings).toEqual([]);
});

describe("who was asked and who answered", () => {
  test("134 answers from 119 municipalities and 5 from 4 counties", () => {
    const answering = ksCases(ksSeed).filter(({ answers }) => answers.size > 0);
    const municipal = answering.filter(({ county }) => county === null);
    const county = answering.filter((one) => one.county !== null);
    expect([municipal.length, county.length]).toEqual([134, 5]);
    expect(new Set(municipal.map(({ municipality }) => municipality.code)).size).toBe(119);
    expect(new Set(county.map((one) => one.county)).size).toBe(4);
    expect(county.every(({ role }) => role === "dental")).toBe(true);
    expect(respondents).toHaveLength(139);
  });

  test("every municipality and every county was asked", () => {
    expect(rows).toHaveLength(1083);
    expect(new Set(rows.map(({ columns }) => columns.municipality)).size).toBe(356);
  });

  test.each([1, 7, 2023])("whatever the seed (%i), the numbers of answers are the same", (seed) => {
    const answering = ksCases(seed).filter(({ answers }) => answers.size > 0);
    const countOf = (key: "size" | "centrality", value: string) =>
      answering.filter(({ municipality }) => municipality[key] === value).length;
    expect(["small", "medium", "large"].map((size) => countOf("size", size))).toEqual([47, 64, 28]);
    expect(["high", "medium", "low"].map((one) => countOf("centrality", one))).toEqual([14, 61, 64]);
    const withDental = answering.filter(({ answers }) => answers.get("responsible")?.includes("dental"));
    expect(withDental).toHaveLength(16);
    for (const { answers, disposition } of answering) {
      const asked = [...answers].filter(([, [first]]) => first !== "__na__");
      expect(asked.length).toBeGreaterThan(8);
      expect(["1.1", "1.2"]).toContain(disposition);
    }
  });
});

describe("the weighting table", () => {
  const design = designOf(openAnalysis(plan, cube), [0]);
  const { weight, uncovered } = design.weights[0]!;
  /** Whole per cent of the respondents per level, each counted with `weightOf` its profile. */
  const percentages = (
    variable: string,
    levels: readonly string[],
    weightOf: (profile: number) => number,
  ) => {
    const column = cube.columns.indexOf(variable);
    const total = (isCounted: (profile: number) => boolean) =>
      cube.profiles.reduce(
        (sum, _, profile) => (isCounted(profile) ? sum + design.rows[0]![profile]! * weightOf(profile) : sum),
        0,
      );
    return levels.map((level) =>
      Math.round(
        (100 * total((profile) => cube.profiles[profile]!.values[column] === level)) / total(() => true),
      ),
    );
  };
  const sizes = ["small", "medium", "large"];
  const centralities = ["high", "medium", "low"];

  test("by size: 34/46/20 % of the answers become the population's 49/41/10 %", () => {
    expect(percentages("size", sizes, () => 1)).toEqual([34, 46, 20]);
    expect(percentages("size", sizes, (profile) => weight[profile]!)).toEqual([49, 41, 10]);
    expect(uncovered).toEqual([]);
  });

  test("by centrality, which is not weighted to: 10/44/46 % become 6/36/58 %", () => {
    expect(percentages("centrality", centralities, () => 1)).toEqual([10, 44, 46]);
    expect(percentages("centrality", centralities, (profile) => weight[profile]!)).toEqual([6, 36, 58]);
  });

  test("the weights are P · 139 / n, by hand .49·139/47, .41·139/64 and .10·139/28", () => {
    const column = cube.columns.indexOf("size");
    const byHand: Record<string, number> = { small: 1.449149, medium: 0.890469, large: 0.496429 };
    cube.profiles.forEach(({ values }, profile) => {
      if (design.rows[0]![profile]! > 0) expect(weight[profile]).toBeCloseTo(byHand[values[column]!]!, 6);
    });
  });

  test("the register's own municipalities have the population's shares, one per cent aside", () => {
    const municipalities = ksMunicipalities(ksSeed);
    const shareOf = (key: "size" | "centrality", level: string) =>
      (100 * municipalities.filter((one) => one[key] === level).length) / municipalities.length;
    const off = [
      ...[49, 41, 10].map((published, index) => shareOf("size", sizes[index]!) - published),
      ...[7, 33, 60].map((published, index) => shareOf("centrality", centralities[index]!) - published),
    ];
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(1);
  });
});

describe("the figures", () => {
  const results = analyse(plan, cube);
  const need = (turn: number, field: string) => results[`share/field_${turn}_need/top/all/1/${field}`];

  test("flag the field with 16 answers as too uncertain, and no other", () => {
    const asked = [1, 2, 3, 4, 5, 6].map((turn) => results[`item/field_${turn}_need//all/1/n_asked`]);
    expect(asked[3]).toBe(16);
    expect([1, 2, 3, 4, 5, 6].map((turn) => need(turn, "flag"))).toEqual([
      "ok",
      "ok",
      "ok",
      "uncertain",
      "ok",
      "ok",
    ]);
  });

  test("have every base: don't know apart, filtered fields not asked", () => {
    for (let turn = 1; turn <= 6; turn += 1) {
      const id = `field_${turn}_need`;
      const of = (field: string) => Number(results[`item/${id}//all/1/${field}`]);
      const given = respondents.flatMap(({ answers }) => {
        const answer = answers[id];
        return typeof answer === "string" && answer !== "__na__" ? [answer] : [];
      });
      const filtered = respondents.filter(({ answers }) => answers[id] === "__na__").length;
      expect(of("n_resp")).toBe(139);
      expect(of("n_asked")).toBe(139 - filtered);
      expect(of("n_item")).toBe(given.length);
      expect(of("n_dk")).toBe(given.filter((answer) => answer === "dontknow").length);
      expect(of("n_valid")).toBe(of("n_item") - of("n_dk"));
    }
  });

  test("by economy and region stand on everybody, whatever the group", () => {
    for (const variable of ["economy", "region", "role"]) {
      const { levels } = plan.groups.find((group) => group.variable === variable)!;
      const answering = levels.map((level) => Number(results[`response///${variable}=${level}/1/I`]));
      const partly = levels.map((level) => Number(results[`response///${variable}=${level}/1/P`]));
      expect(
        [...answering, ...partly].reduce((sum, count) => sum + count, 0),
        variable,
      ).toBe(139);
    }
  });
});
