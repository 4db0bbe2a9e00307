// The file of figures by hand, and the notes beneath results of one wave.
import { expect, test } from "vitest";
import { protectTable } from "../disclosure/protect-table.ts";
import type { RawRow, RawTable } from "../disclosure/table.ts";
import { figuresFile } from "./figures-file.ts";
import { levelLine, levelNotes } from "./item-report.ts";
import { evaluatorTexts } from "./report-texts.ts";

const row = (level: string | null, n: number, est: number, coverage: string | null = null): RawRow => ({
  level,
  counts: { "1": { invited: 100, respondents: n, base: n } },
  both: null,
  figures: { n, est, ci_lo: est - 0.25, ci_hi: null, flag: "ok", coverage },
});

const levels = (unit: "percent" | "score", rows: readonly RawRow[], everyone: RawRow): RawTable => ({
  tableId: "t",
  waves: ["1"],
  breakdown: "role",
  layer: "q",
  columns: (
    [
      ["n", "count"],
      ["est", unit],
      ["ci_lo", unit],
      ["ci_hi", unit],
      ["flag", "word"],
      ["coverage", "word"],
    ] as const
  ).map(([name, columnUnit]) => ({ name, unit: columnUnit, waves: ["1"], isOfPanel: false })),
  everyone,
  rows,
});

const fileOf = (raw: RawTable) =>
  figuresFile("s", [
    {
      subject: { kind: "level", item: "q,1", measure: "top", breakdown: "role" },
      table: protectTable(raw, { minimumBase: 5 }),
    },
  ])
    .split("\r\n")
    .map((line) =>
      line
        .split(",")
        .filter((cell) => cell !== "")
        .join(" "),
    );

test("E4 a share is whole per cent, a small group is hidden with all its figures, and nothing else is told of it", () => {
  const lines = fileOf(
    levels("percent", [row("a", 40, 0.4149), row("b", 3, 0.6667), row("c", 6, 0.5)], row(null, 49, 0.44)),
  );
  expect(lines.slice(1)).toEqual([
    's level 1 "q 1" top role a percent 41 16 40 ok',
    's level 1 "q 1" top role b percent hidden hidden hidden hidden hidden hidden',
    's level 1 "q 1" top role c percent hidden hidden hidden hidden hidden hidden',
    "",
  ]);
});

test("a mean has one decimal also where it is a whole number", () => {
  const lines = fileOf(levels("score", [row("a", 40, 3), row("b", 30, 2.25)], row(null, 70, 2.7)));
  expect(lines.slice(1, 3)).toEqual([
    's level 1 "q 1" top role a score 3.0 2.8 40 ok',
    's level 1 "q 1" top role b score 2.3 2.0 30 ok',
  ]);
});

test("E2 results say that the limits of means are approximate, and from whom no answers came", () => {
  const { report: texts, sentences } = evaluatorTexts("en");
  const reader = { language: "en" as const, texts, sentences, mentionFrom: 5 };
  const notesOf = (unit: "percent" | "score", coverage: string | null) => {
    const table = protectTable(levels(unit, [], row(null, 70, 0.5, coverage)), { minimumBase: 5 });
    return levelNotes([levelLine(table.everyone, "all")], reader);
  };
  expect(notesOf("percent", null)).toEqual([]);
  expect(notesOf("score", null).join()).toMatch(/approximate/);
  expect(notesOf("percent", "population-part-not-covered")).toEqual([sentences.partNotCovered]);
});
