import { describe, expect, test } from "vitest";
import type { Variable, VariableKind } from "../../questionnaire/instrument.ts";
import { type ImportMap, plainMap, readImportMap, renamed } from "./import-map.ts";
import { type ImportTable, importProblemWords } from "./import-table.ts";
import { type AnswerRule, readImportedAnswers } from "./imported-answers.ts";
import { type CaseRules, readImportedCases } from "./imported-cases.ts";
import { surveyAnswers } from "./survey-answers.ts";

/** A table from lines; the heading is line 1. */
const tableOf = (...lines: readonly string[]): ImportTable => {
  const [columns = [], ...rows] = lines.map((line) => line.split(","));
  return {
    columns,
    rows: rows.map((cells, index) => ({
      line: index + 2,
      cells: Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""])),
    })),
  };
};

const rules: CaseRules = {
  waveLabels: ["1", "spring"],
  roles: ["politician", "official"],
  analysedRoles: new Set(),
  languages: ["sv", "en"],
  isMunicipality: (code) => code === "0482",
  neededColumns: [],
  weightColumn: null,
};

const heading = "member_id,wave,role,municipality,disposition";
const cases = (lines: readonly string[], change: Partial<CaseRules> = {}, map: ImportMap = plainMap) => {
  const [first = heading, ...rest] = lines;
  const read = readImportedCases(renamed(tableOf(first, ...rest), map), { ...rules, ...change }, map);
  return { ...read, said: read.problems.map(importProblemWords) };
};

describe("cases.csv of a wave collected elsewhere", () => {
  test("L5 every problem is named with file, line, column and value", () => {
    const { said } = cases([
      heading,
      "P1,1,mayor,0482,1.1",
      "P2,2,official,0482,9.9",
      "P2,1,official,,2.2",
      ",1,official,0482,2.2",
      "kim@example.org,1,official,0482,2.2",
    ]);
    expect(said).toEqual([
      "cases.csv, line 2, column role, “mayor”: is not a role of the study (politician, official)",
      "cases.csv, line 3, column wave, “2”: is another wave; this file is for wave 1 or spring",
      "cases.csv, line 3, column disposition, “9.9”: is not an outcome code (1.1, 1.2, 2.11, 2.2, 3.19, 4.1 …)",
      "cases.csv, line 4, column member_id, “P2”: is on line 3 already; one row per person and wave",
      "cases.csv, line 4, column municipality, “”: is empty",
      "cases.csv, line 5, column member_id, “”: is empty",
      "cases.csv, line 6, column member_id, “kim@example.org”: is an e-mail address: use an id that says nothing",
    ]);
  });

  test("missing columns are named, those that the analysis needs with what for", () => {
    const { said } = cases(["member_id,wave,role,municipality", "P1,1,official,0482"], {
      neededColumns: [{ column: "region", needed: "the sampling design" }],
    });
    expect(said).toEqual([
      "cases.csv, line 1, column disposition: is missing: the file has no such column",
      "cases.csv, line 1, column region: is missing: the sampling design needs it",
    ]);
  });

  test("codes keep their zeros, further columns are groups, and outcomes say whose answers count", () => {
    const { records, problems } = cases([
      `${heading},size,seat,language`,
      "P1,spring,official,0482,1.10,small,mayor-0482,sv",
      "P2,1,official,0482,2.10,,,",
    ]);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        memberId: "P1",
        disposition: "1.10",
        isRespondent: true,
        seat: "mayor-0482",
        language: "sv",
        groups: { size: "small" },
      },
      {
        memberId: "P2",
        municipality: "0482",
        isRespondent: false,
        seat: null,
        language: null,
        groups: { size: "" },
      },
    ]);
  });

  test("a weight that is no number of 0 or more is a problem", () => {
    const lines = [
      `${heading},w`,
      "P1,1,official,0482,1.1,-1",
      "P2,1,official,0482,1.1,0",
      "P3,1,official,0482,1.1,x",
    ];
    expect(cases(lines, { weightColumn: "w" }).problems.map(({ row }) => row)).toEqual([2, 4]);
  });

  test("a municipality that the register does not know is noticed once and taken in", () => {
    const { problems, notices } = cases([heading, "P1,1,official,2001,1.1", "P2,1,official,2001,1.1"]);
    expect(problems).toEqual([]);
    expect(notices).toMatchObject([{ row: 2, column: "municipality", value: "2001" }]);
  });

  test("map.json names columns and codes otherwise", () => {
    const { map, problems } = readImportMap({
      wave: 2019,
      columns: { id: "member_id", note: null },
      values: { role: { Tjänsteman: "official" }, disposition: { svarat: "1.1" } },
    });
    expect(problems).toEqual([]);
    const lines = ["id,wave,role,municipality,disposition,note", "P1,2019,Tjänsteman,0482,svarat,hello"];
    const read = cases(lines, { waveLabels: ["2019"] }, map);
    expect(read.said).toEqual([]);
    expect(read.records).toMatchObject([
      { memberId: "P1", role: "official", disposition: "1.1", groups: {} },
    ]);
    expect(
      cases(lines, { waveLabels: ["2019"], analysedRoles: new Set(["Tjänsteman"]) }, map).records[0],
    ).toMatchObject({
      role: "official",
      groups: { role: "Tjänsteman" },
    });
  });

  test("a map.json that is none says where", () => {
    const said = (json: unknown) => readImportMap(json).problems.map(importProblemWords);
    expect(said([])).toEqual(["map.json, column map.json: must be an object with a name for each name"]);
    expect(said({ vales: {}, columns: { id: {} } })).toEqual([
      "map.json, column vales: is not one of wave, columns, variables, values",
      "map.json, column columns.id: must be a name, or null to leave it out",
    ]);
  });
});

const rule = (kind: VariableKind, change: Partial<AnswerRule> = {}): AnswerRule => ({
  kind,
  codes: new Set(["yes", "no", "post", "shop"]),
  alone: new Set(["dk"]),
  isOpenEnded: false,
  isAsked: true,
  ...change,
});
const codebook = new Map([
  ["q", rule("single")],
  ["m", rule("multi")],
  ["r", rule("rank")],
  ["n", rule("number")],
  ["mapped", rule("single", { isOpenEnded: true })],
  ["later", rule("single", { isAsked: false })],
]);
const answers = (...rows: readonly string[]) => {
  const { records } = cases([heading, "P1,1,official,0482,1.1", "P2,1,official,0482,2.12"]);
  const table = tableOf("member_id,wave,variable,value", ...rows);
  const read = readImportedAnswers(table, records, ["1"], codebook, plainMap);
  return { ...read, said: read.problems.map(importProblemWords) };
};

describe("answers.csv of a wave collected elsewhere", () => {
  test("L5 every problem is named with file, line, column and value", () => {
    const { said } = answers(
      "P9,1,q,yes",
      "P1,2,q,yes",
      "P1,1,q,maybe",
      "P1,1,x,1",
      "P1,1,x,2",
      "P1,1,n,many",
    );
    expect(said).toEqual([
      "answers.csv, line 2, column member_id, “P9”: has no row in cases.csv",
      "answers.csv, line 3, column wave, “2”: is another wave; this file is for wave 1",
      "answers.csv, line 4, column value, “maybe”: is not a code of the questionnaire (variable q)",
      "answers.csv, line 5, column variable, “x”: is not in the questionnaire (and on 1 more lines)",
      "answers.csv, line 7, column value, “many”: is not a number (variable n)",
    ]);
  });

  test("one answer is one answer: repeats, ranks held twice and what must stand alone are problems", () => {
    const rowsOf = (...rows: readonly string[]) => answers(...rows).problems.map(({ row }) => row);
    expect(rowsOf("P1,1,q,yes", "P1,1,q,no")).toEqual([2, 3]);
    expect(rowsOf("P1,1,m,post", "P1,1,m,post")).toEqual([3]);
    expect(rowsOf("P1,1,m,__none__", "P1,1,m,post")).toEqual([2]);
    expect(rowsOf("P1,1,r,1:post", "P1,1,r,1:shop")).toEqual([3]);
    expect(rowsOf("P1,1,r,1:post", "P1,1,r,2:post")).toEqual([3]);
    expect(rowsOf("P1,1,r,post")).toEqual([2]);
    expect(rowsOf("P1,1,r,2:post", "P1,1,r,1:shop", "P1,1,m,post", "P1,1,m,shop", "P1,1,q,__na__")).toEqual(
      [],
    );
  });

  test("codes of an earlier scale are legal where a crosswalk maps them", () => {
    expect(answers("P1,1,mapped,17").problems).toEqual([]);
  });

  test("answers that do not count are left out, and said", () => {
    const { records, notices } = answers("P1,1,q,yes", "P2,1,q,yes", "P1,1,later,yes");
    expect(records).toEqual([{ memberId: "P1", coded: { q: ["yes"] } }]);
    expect(notices.map(({ says }) => says)).toEqual([
      "1 answers to items that analysis.json does not ask in this wave were left out",
      "1 answers of people whose outcome is not 1.1 or 1.2 do not count and were left out",
    ]);
  });
});

test("answers are stored as the questionnaire would have stored them", () => {
  const variable = (name: string, kind: VariableKind, path: (string | number)[]): Variable => ({
    name,
    kind,
    questionType: "any",
    path,
    question: name,
    page: "one",
    label: {},
    rowLabel: null,
    isRequired: false,
    values: [
      { code: "1", value: 1, label: {}, missing: null, role: "choice" },
      { code: "post", value: "post", label: {}, missing: null, role: "choice" },
      { code: "none", value: "none", label: {}, missing: null, role: "none" },
    ],
  });
  const variables = new Map(
    [
      variable("m_row", "single", ["m", "row"]),
      variable("loop_2_q", "single", ["loop", 1, "q"]),
      variable("many", "multi", ["many"]),
      variable("ranked", "rank", ["ranked"]),
      variable("n", "number", ["n"]),
      variable("o", "open", ["o"]),
      variable("filtered", "single", ["filtered"]),
    ].map((one) => [one.name, one]),
  );
  const coded = {
    m_row: ["1"],
    loop_2_q: ["1"],
    many: ["__none__"],
    ranked: ["2:post", "1:1"],
    n: ["2.50"],
    o: ["a text"],
    filtered: ["__na__"],
    unknown: ["1"],
  };
  expect(surveyAnswers(coded, variables)).toEqual({
    m: { row: 1 },
    loop: [undefined, { q: 1 }],
    many: ["none"],
    ranked: [1, "post"],
    n: 2.5,
    o: "a text",
  });
  expect(surveyAnswers({ m_row: ["raw code"] }, variables)).toEqual({});
});
