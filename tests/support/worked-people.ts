// People for the worked examples of docs/methods.md, written as patterns of their answers, and their results.

import {
  type AnalysisPlan,
  type PlanItem,
  plainItem,
  plainPlan,
} from "../../src/change/cube/analysis-plan.ts";
import { buildCube } from "../../src/change/cube/cube-builder.ts";
import type { WaveRow } from "../../src/change/cube/wave-row.ts";
import { analyse } from "../../src/change/folder/analyse.ts";
import type { Results } from "../../src/change/folder/results.ts";

export type Values = Readonly<Record<string, number>>;
type Columns = Readonly<Record<string, string>>;

export const yesNo: PlanItem = {
  ...plainItem("q", "yesno"),
  values: ["y", "n"],
  scores: new Map([
    ["y", 1],
    ["n", 0],
  ]),
  dontKnow: ["d"],
  top: ["y"],
  measures: ["top"],
  main: ["top"],
};
export const steps = ["1", "2", "3", "4", "5"];
export const scale: PlanItem = {
  ...plainItem("q", "scale"),
  values: steps,
  scores: new Map(steps.map((step) => [step, Number(step)])),
  top: ["4", "5"],
  measures: ["top", "mean"],
  main: ["mean"],
};

/**
 * People by their answers in each wave: "yn" said yes, then no; "-" stands for a wave without a case, "." for one
 * without reply, "," for a question that was not asked, "0" for a question left empty.
 */
export function people(patterns: Readonly<Record<string, number>>, columns: Columns = {}): WaveRow[] {
  const prefix = Object.values(columns).join();
  return Object.entries(patterns).flatMap(([pattern, count]) =>
    Array.from({ length: count }, (_, copy) =>
      [...pattern].flatMap((letter, index): WaveRow[] => {
        if (letter === "-") return [];
        const given = letter === "." || letter === "0" ? {} : { q: letter === "," ? "__na__" : letter };
        const disposition = letter === "." ? "2.2" : "1.1";
        const unit = `${prefix}${pattern}${String(copy).padStart(3, "0")}`;
        return [{ unit, wave: String(index + 1), disposition, columns: { ...columns }, answers: given }];
      }),
    ).flat(),
  );
}

export function run(
  rows: WaveRow[],
  item: PlanItem,
  waves: readonly string[],
  more: Partial<AnalysisPlan> = {},
): Results {
  const plan: AnalysisPlan = { ...plainPlan("worked", waves, [item]), ...more };
  return analyse(plan, buildCube(plan, rows));
}

/** Values of one row of the results under the names of the document: `{ lo: "diff_lo" }` renames. */
export function values(
  results: Results,
  head: string,
  fields: readonly string[],
  names: Columns = {},
): Values {
  return Object.fromEntries(
    fields.map((field) => {
      const value = results[`${head}/${field}`];
      if (typeof value !== "number") throw new Error(`${head}/${field} is ${value}`);
      return [names[field] ?? field, value];
    }),
  );
}
