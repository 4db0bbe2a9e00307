// The worked examples of docs/methods.md, run through the change engine: each example's people, and where its values
// stand among the results.

import type { PlanItem } from "../../src/change/cube/analysis-plan.ts";
import type { Results } from "../../src/change/folder/results.ts";
import { benjaminiHochberg } from "../../src/statistics/multiple-testing.ts";
import { wilsonInterval } from "../../src/statistics/proportion-interval.ts";
import { roundHalfAway } from "../../src/statistics/rounding.ts";
import {
  finitePair,
  finitePopulation,
  level,
  poststratified,
  raked,
  rates,
  strata,
} from "./worked-levels.ts";
import { people, run, scale, type Values, values, yesNo } from "./worked-people.ts";

const chapter8 = { yy: 4, yn: 1, ny: 3, nn: 1, "y-": 1, "n-": 2, "-y": 3, "-n": 1 };
const moves = [
  [12, 5, 1],
  [3, 14, 6],
  [0, 2, 9],
];
const both = ["1", "2"];
const threeSteps: PlanItem = { ...scale, values: ["1", "2", "3"], top: ["3"] };

function change(): Values {
  const found = run(people(chapter8), yesNo, both);
  const head = "change_share/q/top/all/1-2";
  const figures = values(found, head, [
    "est",
    "cov",
    "se",
    "df",
    "wald_lo",
    "wald_hi",
    "wald_p",
    "se_a",
    "se_b",
  ]);
  const [vA, vB] = [figures.se_a! ** 2, figures.se_b! ** 2];
  return { ...figures, V_A: vA, V_B: vB, se_without_overlap: Math.sqrt(vA + vB) };
}

function reported(): Values {
  const [a, b] = [wilsonInterval(6 / 12, 12, 0.95), wilsonInterval(10 / 13, 13, 0.95)];
  const found = values(run(people(chapter8), yesNo, both), "change_share/q/top/all/1-2", [
    "phi",
    "ci_lo",
    "ci_hi",
    "p",
  ]);
  return { ...found, lA: a.lower, uA: a.upper, lB: b.lower, uB: b.upper };
}

function paired(): Values {
  const found = run(people({ yy: 10, yn: 2, ny: 6, nn: 4 }), yesNo, both);
  const limits = ["newcombe", "tango", "bp"].flatMap((name) => [`${name}_lo`, `${name}_hi`]);
  return {
    ...values(found, "panel_share/q/top/all/1-2", ["est", ...limits, "mcnemar_exact", "mcnemar_midp"]),
    ...values(found, "change_share/q/top/all/1-2", ["phi"]),
  };
}

function meanChange(): Values {
  const found = run(people({ "23": 1, "33": 1, "34": 1, "45": 1, "2-": 1, "-4": 1, "-5": 1 }), scale, both);
  const fields = ["est", "cov", "se", "df", "ci_lo", "ci_hi", "p", "d_av", "se_a", "se_b"];
  const figures = values(found, "change_mean/q/mean/all/1-2", fields);
  return { ...figures, V_A: figures.se_a! ** 2, V_B: figures.se_b! ** 2 };
}

function movesFound(): Results {
  const patterns = moves.flatMap((row, from) =>
    row.map((count, to) => [`${from + 1}${to + 1}`, count] as const),
  );
  return run(people(Object.fromEntries(patterns)), threeSteps, both);
}

function tests(): Values {
  const found = movesFound();
  const turnover = ["wilcoxon_v", "wilcoxon_p", "wilcoxon_exact_p", "t_stat", "t_df", "t_p"];
  return {
    ...values(found, "turnover/q//all/1-2", turnover),
    ...values(found, "stuart_maxwell/q//all/1-2", ["chi2", "df", "p"], { p: "sm_p" }),
  };
}

function transition(): Values {
  const found = movesFound();
  return {
    ...values(found, "turnover/q//all/1-2", ["gross", "net", "up", "down"]),
    ...values(found, "transition/q/1>1/all/1-2", ["row_share"], { row_share: "stayed_low" }),
  };
}

function attrition(): Values {
  const found = run(people(chapter8), yesNo, both);
  return {
    ...values(found, "retention///all/1-2", ["rate", "lo", "hi"]),
    ...values(found, "attrition/q/top/all/1-2", ["diff", "lo", "hi", "p"], { lo: "diff_lo", hi: "diff_hi" }),
  };
}

function detectable(): Values {
  const planned = (id: string, finite: boolean) => ({
    id,
    invited: 140,
    earlierAnswers: 101,
    laterResponseRate: 0.7,
    retention: 0.75,
    earlierShare: 0.55,
    phi: 0.5,
    alpha: 0.05,
    power: 0.8,
    finitePopulation: finite,
  });
  const found = run([], yesNo, ["1"], { plannedWaves: [planned("a", false), planned("b", true)] });
  return {
    ...values(found, "mdc//a//", ["n_b", "n_ab", "up", "down"]),
    ...values(found, "mdc//b//", ["up", "down"], { up: "up_fpc", down: "down_fpc" }),
  };
}

function trend(): Values {
  const rows = people({ "y--": 20, "n--": 30, "-y-": 24, "-n-": 26, "--y": 31, "--n": 19 });
  const waves = ["1", "2", "3"];
  const times = [2019, 2021, 2024];
  const found = run(rows, yesNo, waves, { trend: { waves, times } });
  const middle = times.reduce((sum, time) => sum + time, 0) / 3;
  const spread = times.reduce((sum, time) => sum + (time - middle) ** 2, 0);
  const [c1, c2, c3] = times.map((time) => (time - middle) / spread) as [number, number, number];
  const fields = ["slope", "se", "df", "lo", "hi", "p", "total", "global_F", "global_p"];
  return { ...values(found, "trend/q/top/all/1-2-3", fields), c1, c2, c3 };
}

function crosswalk(): Values {
  const rows = people({
    "1-": 10,
    "2-": 8,
    "3-": 12,
    "4-": 10,
    "-1": 5,
    "-2": 7,
    "-3": 9,
    "-4": 14,
    "-5": 10,
  });
  const map = (codes: Readonly<Record<string, string>>) => new Map(Object.entries(codes));
  const item: PlanItem = {
    ...yesNo,
    comparability: "collapsed",
    crosswalk: new Map([
      ["1", map({ "1": "n", "2": "n", "3": "y", "4": "y" })],
      ["2", map({ "1": "n", "2": "n", "4": "y", "5": "y" })],
    ]),
  };
  return values(run(rows, item, both), "change_share/q/top/all/1-2", ["n_a", "n_b", "est_a", "est_b"], {
    n_a: "base_1",
    n_b: "base_2",
    est_a: "share_1",
    est_b: "share_2",
  });
}

function manyComparisons(): Values {
  const adjusted = benjaminiHochberg([0.001, 0.02, 0.03, 0.04, 0.6]);
  return Object.fromEntries(adjusted.map((p, index) => [`p${index + 1}`, p!]));
}

/** Every worked example by the name of its block in the document. */
export const workedExamples: Readonly<Record<string, () => Values>> = {
  rates,
  bases: () =>
    values(run(people({ y: 20, n: 16, d: 6, "0": 3, ",": 5 }), yesNo, ["1"]), "item/q//all/1", [
      "n_asked",
      "n_valid",
      "item_nonresponse",
      "dk_rate",
    ]),
  level,
  poststratify: poststratified,
  rake: raked,
  strata,
  wilson: () => ({
    ...values(run(people({ y: 12, n: 8 }), yesNo, ["1"]), "share/q/top/all/1", [
      "est",
      "se",
      "wilson_lo",
      "wilson_hi",
    ]),
    ...values(run(people({ n: 9 }), yesNo, ["1"]), "share/q/top/all/1", ["wilson_hi"], {
      wilson_hi: "zero_hi",
    }),
  }),
  otherlevel: () =>
    values(run(people({ y: 12, n: 8 }), yesNo, ["1"]), "share/q/top/all/1", [
      "beta_lo",
      "beta_hi",
      "logit_lo",
      "logit_hi",
    ]),
  change,
  reported,
  meanchange: meanChange,
  paired,
  fpc: finitePopulation,
  fpcpair: finitePair,
  transition,
  tests,
  raoscott: () => values(run(people(chapter8), yesNo, both), "raoscott/q//all/1-2", ["F", "df1", "df2", "p"]),
  composition: () =>
    values(run(people(chapter8), yesNo, both), "composition/q/top/all/1-2", [
      "total",
      "panel",
      "joiners",
      "leavers",
    ]),
  attrition,
  effect: () => values(run(people(chapter8), yesNo, both), "change_share/q/top/all/1-2", ["cohen_h"]),
  mdc: detectable,
  trend,
  crosswalk,
  many: manyComparisons,
  rounding: () => ({
    level_1: roundHalfAway(41.4),
    level_2: roundHalfAway(44.6),
    change: roundHalfAway(44.6 - 41.4),
  }),
};
