// The core case's committed files: made by its seed, consistent with each other, and true to the declared change.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { coreSeed } from "../src/demo/core-case.ts";
import { panelAfter, panelMovesBeforeWave2 } from "../src/demo/panel-moves.ts";
import { type SyntheticCase, syntheticWave } from "../src/demo/synthetic-answers.ts";
import { syntheticPanel } from "../src/demo/synthetic-panel.ts";
import { type CoreItem, coreItems, trueShare } from "../src/demo/true-change.ts";
import { continuityPhi, differenceInterval } from "../src/statistics/proportion-difference.ts";
import {
  analysisJson,
  answersCsv,
  casesCsv,
  csv,
  panelChangeRows,
  panelHeadings,
  panelRows,
} from "./fixtures/core-case/core-case-files.ts";

const fixture = new URL("./fixtures/core-case/", import.meta.url);
const study = new URL("../surveys/service-i-samverkan/", import.meta.url);
const text = (name: string, folder = fixture) => readFileSync(new URL(name, folder), "utf8");
const studyAnalysis = JSON.parse(text("analysis.json", study));
const topOf = (item: CoreItem): string[] =>
  studyAnalysis.items.find(({ id }: { id: string }) => id === item).top;

describe("the committed files", () => {
  test("are what the seed makes", () => {
    expect(text("panel.csv", study)).toBe(csv([panelHeadings, ...panelRows()], ";"));
    expect(text("panel-changes.csv", study)).toBe(csv([panelHeadings, ...panelChangeRows()], ";"));
    expect(text("cases.csv")).toBe(casesCsv());
    expect(text("answers.csv")).toBe(answersCsv());
    expect(text("analysis.json")).toBe(analysisJson(studyAnalysis));
  });

  test("have the same panel in the workbook as in the text file, days as dates", async () => {
    const path = new URL("panel.xlsx", study).pathname;
    const sheet = await readSheet(path);
    const shown = sheet.map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? ""))),
    );
    expect(shown).toEqual([panelHeadings, ...panelRows()]);
    expect(sheet[1]![panelHeadings.indexOf("uppdrag från")]).toBeInstanceOf(Date);
  });
});

describe("the figures that R made", () => {
  const expected: Record<string, number | string | null> = JSON.parse(text("expected.json")).results;
  const rows = (name: string) => parse(text(name), { columns: true }) as Record<string, string>[];
  const cases = rows("cases.csv").filter(({ disposition }) => /^1\.[12]/.test(disposition!));
  const answers = new Map(
    rows("answers.csv").map(({ member_id, wave, variable, value }) => [
      `${member_id} ${wave} ${variable}`,
      value,
    ]),
  );
  const groups = [
    { name: "all", isIn: () => true },
    ...JSON.parse(text("analysis.json")).groups.flatMap((group: { var: string; levels: string[] }) =>
      group.levels.map((level) => ({
        name: `${group.var}=${level}`,
        isIn: (row: Record<string, string>) => row[group.var] === level,
      })),
    ),
  ];

  test("rest on the same answers: bases and shares counted here by hand", () => {
    let compared = 0;
    for (const { id, values, top } of studyAnalysis.items.slice(0, 5)) {
      for (const { name, isIn } of groups) {
        for (const wave of ["1", "2"]) {
          const given = cases
            .filter((row) => row.wave === wave && isIn(row))
            .map(({ member_id }) => answers.get(`${member_id} ${wave} ${id}`))
            .filter((value) => values.includes(value));
          const measures = [["top", top], ...values.map((value: string) => [`v=${value}`, [value]])];
          for (const [code, counted] of measures) {
            const key = (field: string) => `share/${id}/${code}/${name}/${wave}/${field}`;
            const count = given.filter((value) => counted.includes(value)).length;
            expect(expected[key("n")], key("n")).toBe(given.length);
            expect(expected[key("est")], key("est")).toBeCloseTo(count / given.length, 13);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBe(15 * 2 * (4 + 6 + 4 + 6 + 6));
  });

  test("have a change with interval and p wherever both waves have answers", () => {
    for (const { id, measures } of studyAnalysis.items.slice(0, 5)) {
      for (const code of measures) {
        for (const { name } of groups) {
          const key = (field: string) =>
            `${code === "mean" ? "change_mean" : "change_share"}/${id}/${code}/${name}/1-2/${field}`;
          const [est, low, high, p] = ["est", "ci_lo", "ci_hi", "p"].map(
            (field) => expected[key(field)] as number | null,
          );
          expect(typeof est === "number" && low! <= est && est <= high!, key("est")).toBe(true);
          if (p !== null) expect(p! >= 0 && p! <= 1, key("p")).toBe(true);
          if (p !== null) expect(p! < 0.05, key("p")).toBe(low! > 0 || high! < 0);
        }
      }
    }
  });

  test("contain the true change of every item, and find the two large ones", () => {
    const panel = syntheticPanel(coreSeed);
    const later = panelAfter(panel, panelMovesBeforeWave2(panel, coreSeed));
    for (const item of coreItems) {
      const change = trueShare(item, topOf(item), 2, later) - trueShare(item, topOf(item), 1, panel);
      const figure = (field: string) => expected[`change_share/${item}/top/all/1-2/${field}`] as number;
      expect(figure("ci_lo")).toBeLessThan(change);
      expect(figure("ci_hi")).toBeGreaterThan(change);
      const isLarge = item === "takes_part" || item === "collaboration";
      expect(figure("ci_lo") > 0, item).toBe(isLarge);
    }
  });

  test("name the R and the survey package that made them", () => {
    expect(JSON.parse(text("expected.json")).made_with).toMatch(/^R [4-9].*, survey [4-9]/);
  });
});

test("E2 over many seeds the reported intervals cover the true change about as often as they say", () => {
  let covered = 0;
  let intervals = 0;
  for (let seed = 1; seed <= 80; seed += 1) {
    const panel = syntheticPanel(seed);
    const later = panelAfter(panel, panelMovesBeforeWave2(panel, seed));
    const [first, second] = [syntheticWave(seed, 1, panel), syntheticWave(seed, 2, later)];
    for (const item of coreItems) {
      const [earlier, latest] = [opinions(first, item), opinions(second, item)];
      const interval = changeInterval(earlier, latest, topOf(item));
      const truth =
        trueShare(item, topOf(item), 2, [...latest.values()]) -
        trueShare(item, topOf(item), 1, [...earlier.values()]);
      intervals += 1;
      if (interval.lower <= truth && truth <= interval.upper) covered += 1;
    }
  }
  expect(covered / intervals).toBeGreaterThan(0.925);
  expect(covered / intervals).toBeLessThan(0.985);
});

type Opinion = SyntheticCase & { value: string };

function opinions(wave: readonly SyntheticCase[], item: CoreItem): ReadonlyMap<string, Opinion> {
  const found = new Map<string, Opinion>();
  for (const one of wave) {
    const { outcome, memberId } = one;
    const counts =
      outcome.kind === "submits" || (outcome.kind === "stops" && outcome.afterPage === "service");
    const value = counts ? outcome.answers[item] : undefined;
    if (value !== undefined && value !== "dontknow") found.set(memberId, { ...one, value });
  }
  return found;
}

function changeInterval(
  earlier: ReadonlyMap<string, Opinion>,
  later: ReadonlyMap<string, Opinion>,
  top: readonly string[],
) {
  const share = (wave: ReadonlyMap<string, Opinion>) =>
    [...wave.values()].filter(({ value }) => top.includes(value)).length / wave.size;
  const table = { yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 };
  for (const [memberId, { value }] of earlier) {
    const then = later.get(memberId);
    if (!then) continue;
    const first = top.includes(value) ? "yes" : "no";
    table[`${first}${top.includes(then.value) ? "Yes" : "No"}`] += 1;
  }
  const both = table.yesYes + table.yesNo + table.noYes + table.noNo;
  const correlation = (continuityPhi(table) * both) / Math.sqrt(earlier.size * later.size);
  const pair = {
    earlier: share(earlier),
    later: share(later),
    earlierSize: earlier.size,
    laterSize: later.size,
  };
  return differenceInterval({ ...pair, correlation }, 0.95);
}
