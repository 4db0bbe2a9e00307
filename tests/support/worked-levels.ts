// The worked examples of docs/methods.md that look at one wave, its weights and its population.

import type { WaveRow } from "../../src/change/cube/wave-row.ts";
import { people, run, scale, steps, type Values, values, yesNo } from "./worked-people.ts";

const both = ["1", "2"];

export function rates(): Values {
  const codes = { "1.1": 60, "1.2": 10, "2.1": 8, "2.2": 30, "2.3": 2, "3.3": 10, "4.1": 5 };
  const rows = Object.entries(codes).flatMap(([disposition, count]) =>
    Array.from({ length: count }, (_, copy): WaveRow => {
      return { unit: `${disposition}-${copy}`, wave: "1", disposition, columns: {}, answers: {} };
    }),
  );
  const found = run(rows, yesNo, ["1"]);
  const names = ["rr1", "rr2", "rr3", "rr5", "rr6", "coop1", "ref1", "con1"];
  const figures = values(found, "response///all/1", names);
  const known = values(found, "response///all/1", ["I", "P", "R", "NC", "O", "NE"]);
  const eligible = known.I! + known.P! + known.R! + known.NC! + known.O!;
  return { ...figures, K: eligible, e: eligible / (eligible + known.NE!) };
}

export function level(): Values {
  const found = run(
    people({ "1": 2, "2": 3, "3": 5, "4": 7, "5": 3 }),
    { ...scale, measures: ["top", "mean"] },
    ["1"],
  );
  const balanced = { ...scale, scores: new Map(steps.map((step) => [step, Math.sign(Number(step) - 3)])) };
  const net = run(people({ "1": 2, "2": 3, "3": 5, "4": 7, "5": 3 }), balanced, ["1"]);
  return {
    ...values(found, "mean/q/mean/all/1", ["est", "sd", "median", "se", "t_lo", "t_hi"], { est: "mean" }),
    ...values(found, "share/q/top/all/1", ["est"], { est: "top" }),
    ...values(net, "mean/q/mean/all/1", ["est"], { est: "net_balance" }),
  };
}

export function strata(): Values {
  const rows = [...people({ y: 6, n: 4 }, { h: "a" }), ...people({ y: 2, n: 8 }, { h: "b" })];
  const design = {
    strata: "h",
    baseWeight: null,
    finitePopulation: "none",
    weighting: { kind: "none" },
  } as const;
  const head = "share/q/top/all/1";
  return {
    ...values(run(rows, yesNo, ["1"], { design }), head, ["est", "se", "df"]),
    ...values(run(rows, yesNo, ["1"]), head, ["se"], { se: "se_without" }),
  };
}

export function poststratified(): Values {
  const cells = { large: [20, 27], medium: [40, 24], small: [21, 7] } as const;
  const shares = new Map(Object.entries({ large: 0.49, medium: 0.41, small: 0.1 }));
  const rows = Object.entries(cells).flatMap(([size, [yes, no]]) => people({ y: yes, n: no }, { size }));
  const weighting = {
    kind: "poststratify",
    margin: { variable: "size", shares },
    collapse: new Map(),
  } as const;
  const design = { strata: null, baseWeight: null, finitePopulation: "none", weighting } as const;
  const found = run(rows, yesNo, ["1"], { design });
  const figures = values(found, "share/q/top/all/1", ["est", "se", "neff", "wilson_lo", "wilson_hi"]);
  const weights = [...shares.values()].map((share, cell) => (share * 139) / [47, 64, 28][cell]!);
  return { ...figures, deff: 139 / figures.neff!, w1: weights[0]!, w2: weights[1]!, w3: weights[2]! };
}

/** Each cell's share of the weighted answers, times 10 over its people, is its weight. */
export function raked(): Values {
  const cells = { ax: 3, ay: 2, bx: 1, by: 4 };
  const rows = Object.entries(cells).flatMap(([name, count], index) =>
    people({ [String(index + 1)]: count }, { row: name[0]!, column: name[1]! }),
  );
  const group = new Map(Object.entries({ a: 0.6, b: 0.4 }));
  const place = new Map(Object.entries({ x: 0.5, y: 0.5 }));
  const weightsBy = (margins: { variable: string; shares: Map<string, number> }[]) => {
    const design = {
      strata: null,
      baseWeight: null,
      finitePopulation: "none",
      weighting: { kind: "rake", margins },
    } as const;
    const item = { ...scale, measures: ["v=1", "v=2", "v=3", "v=4"], main: [] };
    const found = run(rows, item, ["1"], { design });
    return Object.values(cells).map((count, index) => {
      return (10 * values(found, `share/q/v=${index + 1}/all/1`, ["est"]).est!) / count;
    });
  };
  const first = weightsBy([{ variable: "row", shares: group }]);
  const last = weightsBy([
    { variable: "row", shares: group },
    { variable: "column", shares: place },
  ]);
  return { first_a: first[0]!, first_b: first[3]!, ax: last[0]!, ay: last[1]!, bx: last[2]!, by: last[3]! };
}

export function finitePopulation(): Values {
  const design = {
    strata: null,
    baseWeight: null,
    finitePopulation: "per_wave",
    weighting: { kind: "none" },
  } as const;
  const found = run(people({ y: 9, n: 5, ".": 6 }), yesNo, ["1"], { design });
  return values(found, "share/q/top/all/1", ["est", "se", "neff", "wilson_lo", "wilson_hi"]);
}

/** The factor of the covariance, from the covariance with and without correction. */
export function finitePair(): Values {
  const rows = people({ yy: 40, yn: 10, nn: 25, "y.": 16, "n.": 10, ".y": 12, ".n": 10, "..": 17 });
  const design = {
    strata: null,
    baseWeight: null,
    finitePopulation: "per_wave",
    weighting: { kind: "none" },
  } as const;
  const [free, corrected] = [run(rows, yesNo, both), run(rows, yesNo, both, { design })].map((found) =>
    values(found, "change_share/q/top/all/1-2", ["se_a", "se_b", "cov"]),
  );
  const fraction = (field: string) => 1 - (corrected![field]! / free![field]!) ** 2;
  const [fA, fB, g] = [fraction("se_a"), fraction("se_b"), corrected!.cov! / free!.cov!];
  return { f_A: fA, f_B: fB, f_AB: (fA * fB) / (1 - g), g };
}
