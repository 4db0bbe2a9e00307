// The cube and the change report: 1,000 to 1,000,000 respondents, 40 questions, two waves, all + 3 roles + 11
// municipalities (1,200 changes), beside a plain loop that only counts one joint table from arrays.

import { openAnalysis } from "../src/change/analysis.ts";
import { estimateChange } from "../src/change/change.ts";
import { type AnalysisPlan, type PlanItem, plainItem, plainPlan } from "../src/change/cube/analysis-plan.ts";
import type { Cube } from "../src/change/cube/cube.ts";
import { createCubeBuilder } from "../src/change/cube/cube-builder.ts";
import type { WaveRow } from "../src/change/cube/wave-row.ts";
import { groupsOf } from "../src/change/folder/analyse.ts";

const roles = ["politician", "official", "local"];
const municipalities = Array.from({ length: 11 }, (_, index) => String(2000 + index));
const values = ["1", "2", "3", "4", "5"];
const codes = [...values, "dk"];
const items: PlanItem[] = Array.from({ length: 40 }, (_, index) => ({
  ...plainItem(`q${index}`, "scale"),
  values,
  scores: new Map(values.map((value) => [value, Number(value)])),
  dontKnow: ["dk"],
  top: ["4", "5"],
  measures: ["top", "mean"],
  main: ["top"],
}));
const plan: AnalysisPlan = {
  ...plainPlan("bench", ["1", "2"], items),
  groups: [
    { variable: "role", levels: roles },
    { variable: "municipality", levels: municipalities },
  ],
};

/** A repeatable source of numbers from 0 to 1. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** The rows of respondent after respondent; one in four misses a wave, a few move. */
function* rowsOf(respondents: number): Generator<WaveRow> {
  const draw = drawing(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  for (let serial = 0; serial < respondents; serial++) {
    let [role, municipality] = [pick(roles), pick(municipalities)];
    for (const wave of plan.waves) {
      if (wave === "2" && draw() < 0.05) role = pick(roles);
      if (wave === "2" && draw() < 0.03) municipality = pick(municipalities);
      if (draw() < 0.25) continue;
      const answers: Record<string, string> = {};
      for (const item of items) if (draw() > 0.05) answers[item.id] = pick(codes);
      const unit = String(serial).padStart(9, "0");
      yield { unit, wave, disposition: "1.1", columns: { role, municipality }, answers };
    }
  }
}

/** Milliseconds that this process has worked, so that other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

type Built = { cube: Cube; milliseconds: number; peakMegabytes: number };

/** Builds the cube from a stream; the time of inventing the rows is measured apart and taken off. */
function build(respondents: number): Built {
  const started = processorTime();
  for (const row of rowsOf(respondents)) if (row.unit === "") throw new Error("no unit");
  const inventing = processorTime() - started;
  const begun = processorTime();
  const builder = createCubeBuilder(plan);
  let peak = 0;
  let count = 0;
  for (const row of rowsOf(respondents)) {
    builder.add(row);
    if (++count % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  const cube = builder.finish();
  return { cube, milliseconds: processorTime() - begun - inventing, peakMegabytes: peak / 1e6 };
}

/** All changes from the cube, opened afresh. Milliseconds. */
function report(cube: Cube): { changes: number; milliseconds: number } {
  const started = processorTime();
  const analysis = openAnalysis(plan, cube);
  const groups = groupsOf(plan, () => true);
  let changes = 0;
  for (const item of items) {
    for (const measure of item.measures) {
      for (const group of groups) {
        estimateChange(analysis, item.id, measure, group, ["1", "2"]);
        changes++;
      }
    }
  }
  return { changes, milliseconds: processorTime() - started };
}

/** What a plain loop needs to count 40 joint tables of 36 cells from arrays that are there already. */
function plainLoop(respondents: number): number {
  const draw = drawing(2);
  const answers = items.map(() => Uint8Array.from({ length: 2 * respondents }, () => Math.floor(draw() * 6)));
  const profile = Uint8Array.from({ length: respondents }, () => Math.floor(draw() * 33));
  const started = processorTime();
  for (const column of answers) {
    const table = new Int32Array(33 * 36);
    for (let serial = 0; serial < respondents; serial++) {
      table[profile[serial]! * 36 + column[2 * serial]! * 6 + column[2 * serial + 1]!]!++;
    }
  }
  return processorTime() - started;
}

const sizes = process.argv.slice(2).map(Number);
for (const respondents of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000, 1_000_000]) {
  const { cube, milliseconds, peakMegabytes } = build(respondents);
  const runs = Array.from({ length: 7 }, () => report(cube));
  const times = runs.map((run) => run.milliseconds);
  const cells = cube.variables.reduce((sum, variable) => sum + variable.pairs[0]!.count.length, 0);
  console.log(
    [
      `${respondents.toLocaleString("en")} respondents`,
      `cube ${milliseconds.toFixed(0)} ms, heap at most ${peakMegabytes.toFixed(0)} MB, ${cells} joint cells`,
      `plain counting loop ${plainLoop(respondents).toFixed(0)} ms`,
      `report of ${runs[0]!.changes} changes: first ${times[0]!.toFixed(0)} ms, then best ${Math.min(...times).toFixed(0)} ms`,
    ].join("; "),
  );
}
