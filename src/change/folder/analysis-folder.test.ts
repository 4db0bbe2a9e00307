import { describe, expect, it } from "vitest";
import { buildCube } from "../cube/cube-builder.ts";
import { analyse } from "./analyse.ts";
import { type FolderReading, readAnalysisFolder, readFolderFiles } from "./analysis-folder.ts";

const plan = {
  id: "small",
  waves: [1, 2],
  groups: [{ var: "role", levels: ["official", "förtroendevald"] }],
  design: { base_weight: "weight" },
  comparisons: [[1, 2]],
  items: [
    {
      id: "q",
      type: "yesno",
      values: ["ja", "nej"],
      scores: { ja: 1, nej: 0 },
      dk: ["9"],
      top: ["ja"],
      measures: ["top"],
      main: ["top"],
    },
    { id: "m", type: "multi", options: ["a", "b"], measures: ["opt=a"], main: [] },
    { id: "t", type: "top3", options: ["x", "y", "z"], measures: ["first=x"], main: [] },
    { id: "n", type: "numeric", measures: ["mean"], main: [], waves: [1] },
  ],
};
const cases = [
  "member_id,wave,role,weight,disposition",
  "A,1,official,1,1.1",
  "A,2,official,1,1.1",
  "B,1,förtroendevald,0.5,2.10",
].join("\n");
const answers = [
  "member_id,wave,variable,value",
  "A,1,q,ja",
  "A,2,q,9",
  "A,1,m,__none__",
  "A,1,t,1:x",
  "A,1,n,2.5",
];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function read(
  changes: { plan?: unknown; cases?: string | Uint8Array; answers?: readonly string[] } = {},
): FolderReading {
  const caseFile = changes.cases ?? cases;
  return readFolderFiles({
    plan: bytes(JSON.stringify(changes.plan ?? plan)),
    cases: typeof caseFile === "string" ? bytes(caseFile) : caseFile,
    answers: bytes((changes.answers ?? answers).join("\n")),
  });
}

function problemsOf(reading: FolderReading): readonly string[] {
  return reading.kind === "invalid" ? reading.problems : [];
}

describe("an analysis folder", () => {
  it("becomes rows for the cube", () => {
    const reading = read();
    if (reading.kind === "invalid") throw new Error(reading.problems.join());
    expect(reading.rows.map((row) => [row.unit, row.wave, row.answers])).toEqual([
      ["A", "1", { q: "ja", m: [], t: ["x", "", ""], n: "2.5" }],
      ["A", "2", { q: "9" }],
      ["B", "1", {}],
    ]);
    const results = analyse(reading.plan, buildCube(reading.plan, reading.rows));
    expect(results["share/q/top/all/1/est"]).toBe(1);
    expect(results["share/t/first=x/all/1/x"]).toBe(1);
    expect(results["item/q//all/2/n_dk"]).toBe(1);
    expect(results["response///role=förtroendevald/1/R"]).toBe(1);
  });

  it.each([
    ["with a byte order mark", bytes(`\uFEFF${cases}`)],
    ["with semicolons and Windows line ends", bytes(cases.replaceAll(",", ";").replaceAll("\n", "\r\n"))],
    ["in Windows-1252", latin1(cases)],
  ])("L5 is read %s", (_, file) => {
    const reading = read({ cases: file });
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.kind === "folder" && reading.rows[2]!.columns.role).toBe("förtroendevald");
  });

  it("L5 names every problem with its line", () => {
    const wrong = read({
      cases: `${cases}\nB,1,official,1,1.1\nC,3,official,1,1.1\nD,1,official,-2,7.7`,
      answers: [...answers, "A,1,q,nej", "A,2,m,c", "E,1,q,ja", "A,2,t,4:x"],
    });
    expect(problemsOf(wrong)).toEqual([
      "cases.csv line 5: member B is already in wave 1 on line 4",
      'cases.csv line 6: wave "3" is not in analysis.json',
      'cases.csv line 7: disposition "7.7" is not known',
      'cases.csv line 7: weight "-2" is not a number of 0 or more',
      'answers.csv line 9: no case of member "E" in wave "1"',
      'answers.csv line 7: q has both "ja" and "nej"',
      'answers.csv line 8: m has no option "c"',
      'answers.csv line 10: t has no ranked option "4:x"',
    ]);
  });

  it.each([
    ["a value outside the list", "A,1,q,kanske", 'answers.csv line 2: q has no value "kanske"'],
    ["a number that is none", "A,1,n,2;5", 'answers.csv line 2: n has no value "2;5"'],
    [
      "none of these beside an option",
      "A,1,m,a\nA,1,m,__none__",
      'answers.csv line 3: m has both "a" and "__none__"',
    ],
    ["an option chosen twice", "A,1,m,a\nA,1,m,a", 'answers.csv line 3: m has the value "a" twice'],
    [
      "an option at two ranks",
      "A,1,t,1:x\nA,1,t,2:x",
      'answers.csv line 3: t has the option "x" at two ranks',
    ],
    ["two options at one rank", "A,1,t,1:x\nA,1,t,1:y", "answers.csv line 3: t has two options at rank 1"],
  ])("refuses %s", (_, row, problem) => {
    expect(problemsOf(read({ answers: [answers[0]!, row] }))).toEqual([problem]);
  });

  it("ignores with a warning what belongs to no question or to a wave that did not ask it", () => {
    const reading = read({ answers: [...answers, "A,2,n,4", "A,1,colour,red", "A,2,colour,blue"] });
    expect(reading.warnings).toEqual([
      "answers.csv: item n is not asked in wave 2; 1 row(s) ignored",
      'answers.csv: variable "colour" is not in analysis.json; 2 row(s) ignored',
    ]);
  });

  it("lets raw codes that no crosswalk maps leave the base", () => {
    const [first, ...others] = plan.items;
    const crosswalk = { ...first, by_wave: { "1": { map: { "1": "ja", "2": "nej" } } } };
    const reading = read({
      plan: { ...plan, items: [crosswalk, ...others] },
      answers: [answers[0]!, "A,1,q,3", "A,2,q,nej"],
    });
    if (reading.kind === "invalid") throw new Error(reading.problems.join());
    const results = analyse(reading.plan, buildCube(reading.plan, reading.rows));
    expect(results["item/q//all/1/n_valid"]).toBe(1);
    expect(results["share/q/top/all/1/n"]).toBe(0);
    expect(results["share/q/top/all/2/est"]).toBe(0);
  });

  it("says which column or file is missing", async () => {
    expect(problemsOf(read({ cases: "member_id,wave\nA,1" }))[0]).toBe(
      'cases.csv: the column "disposition", "role", "weight" is missing',
    );
    expect(problemsOf(read({ cases: "" }))[0]).toBe("cases.csv: the file is empty");
    expect(problemsOf(await readAnalysisFolder("/nowhere"))[0]).toBe(
      "analysis.json cannot be read in /nowhere",
    );
  });
});
