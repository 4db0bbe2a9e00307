// Weights per wave: base weights, calibrated to known population shares by post-stratification or raking,
// and the projection that the variance of calibrated estimates needs.

import { ServiceError } from "../db/service-error.ts";
import { generalisedInverse } from "../statistics/symmetric-matrix.ts";
import type { Margin, Weighting } from "./cube/analysis-plan.ts";
import type { Profile } from "./cube/cube.ts";

/** The weighting cannot be carried out as declared; the message names the category. */
export class WeightingError extends ServiceError {
  override readonly name = "WeightingError";
  readonly code = "weighting-impossible";
  /** What is wrong, with the category. */
  readonly reason: string;

  constructor(reason: string) {
    super(`the weighting cannot be carried out: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Takes the part of scores that calibration explains: from the sum of the scores of each profile's rows to
 * the fitted score x'B of one row of each profile (methods: B = (Σ d x x')⁻ Σ d x ρ over all rows of the wave).
 */
export type Projection = (scoreSums: Float64Array) => Float64Array;

/** Weights of one wave. `uncovered`: categories with a population share in which nobody answered. */
export type WaveWeights = {
  /** Final weight of a row, per profile; 0 where the profile has no row in the wave. */
  weight: Float64Array;
  /** Null where nothing is calibrated. */
  projection: Projection | null;
  uncovered: readonly string[];
};

/**
 * Weights of the waves of one analysis. They sum to the sum of the base weights in each wave. Not trimmed.
 *
 * Post-stratification: d·P·D / (Σ d of the cell). Source: Holt & Smith 1979, JRSS A 142. R: postStratify() on
 * the stacked design. Raking: the same factor over the margins in turn until no factor differs from 1 by more
 * than 1e-13. Source: Deming & Stephan 1940; Deville & Särndal 1992, JASA 87. R: calibrate(calfun = "raking",
 * epsilon = 1e-13). A cell without respondents in any of the waves is joined as the collapse rule says, in all
 * of the waves; without a rule it is dropped and the other shares are scaled to 1 in that wave.
 *
 * @param profiles the cube's profiles, with base weights
 * @param columns names of the values of a profile
 * @param rows per wave: respondents per profile
 * @throws WeightingError for a respondent in a category without a share, a raking category without
 *   respondents, or raking that does not settle in 5,000 rounds
 */
export function weightsOf(
  profiles: readonly Profile[],
  columns: readonly string[],
  weighting: Weighting,
  rows: readonly Float64Array[],
): WaveWeights[] {
  if (weighting.kind === "none") {
    return rows.map((counts) => ({
      weight: Float64Array.from(counts, (count, profile) => (count > 0 ? profiles[profile]!.baseWeight : 0)),
      projection: null,
      uncovered: [],
    }));
  }
  const margins = weighting.kind === "rake" ? weighting.margins : [weighting.margin];
  const cells = margins.map((margin) => {
    const column = columns.indexOf(margin.variable);
    return profiles.map((profile) => profile.values[column]!);
  });
  for (const counts of rows) checkCategories(margins, cells, counts);
  if (weighting.kind === "rake") {
    return rows.map((counts) => rake(profiles, margins, cells, counts));
  }
  const joined = collapse(weighting.margin, weighting.collapse, cells[0]!, rows);
  return rows.map((counts) => poststratify(profiles, joined.shares, joined.cells, counts));
}

function checkCategories(margins: readonly Margin[], cells: string[][], counts: Float64Array): void {
  margins.forEach((margin, index) => {
    counts.forEach((count, profile) => {
      const category = cells[index]![profile]!;
      if (count > 0 && !((margin.shares.get(category) ?? 0) > 0)) {
        throw new WeightingError(
          `respondents in ${margin.variable} "${category}", which has no population share`,
        );
      }
    });
  });
}

/** Joins cells that are empty in some wave with the cell that the rule names, until no rule applies any more. */
function collapse(
  margin: Margin,
  rule: ReadonlyMap<string, string>,
  cells: readonly string[],
  rows: readonly Float64Array[],
): { shares: Map<string, number>; cells: string[] } {
  const shares = new Map(margin.shares);
  let current = [...cells];
  const fielded = rows.filter((counts) => counts.some((count) => count > 0));
  const isEmptySomewhere = (category: string): boolean =>
    fielded.some((counts) => !counts.some((count, profile) => count > 0 && current[profile] === category));
  for (;;) {
    const next = [...shares].find(
      ([category, share]) =>
        share > 0 && rule.has(category) && rule.get(category) !== category && isEmptySomewhere(category),
    );
    if (next === undefined) return { shares, cells: current };
    const [category, share] = next;
    const target = rule.get(category)!;
    shares.delete(category);
    shares.set(target, (shares.get(target) ?? 0) + share);
    current = current.map((cell) => (cell === category ? target : cell));
  }
}

function poststratify(
  profiles: readonly Profile[],
  shares: ReadonlyMap<string, number>,
  cells: readonly string[],
  counts: Float64Array,
): WaveWeights {
  const categories = [...shares.keys()];
  const cellOf = Int32Array.from(cells, (cell) => categories.indexOf(cell));
  const present = Int32Array.from([...counts.keys()].filter((profile) => counts[profile]! > 0));
  const baseWeight = Float64Array.from(profiles, (profile) => profile.baseWeight);
  const baseSums = new Float64Array(categories.length);
  for (const profile of present) baseSums[cellOf[profile]!]! += counts[profile]! * baseWeight[profile]!;
  const total = baseSums.reduce((sum, base) => sum + base, 0);
  const uncovered = categories.filter((category, cell) => shares.get(category)! > 0 && baseSums[cell] === 0);
  const covered = categories.reduce(
    (sum, category, cell) => (baseSums[cell]! > 0 ? sum + shares.get(category)! : sum),
    0,
  );
  const rescale = uncovered.length === 0 ? 1 : covered;
  const factors = categories.map(
    (category, cell) => ((shares.get(category)! / rescale) * total) / baseSums[cell]!,
  );
  const weight = new Float64Array(counts.length);
  for (const profile of present) weight[profile] = baseWeight[profile]! * factors[cellOf[profile]!]!;
  return {
    weight,
    projection: (scoreSums) => {
      const sums = new Float64Array(categories.length);
      for (const profile of present) sums[cellOf[profile]!]! += scoreSums[profile]! * baseWeight[profile]!;
      const fitted = new Float64Array(counts.length);
      for (const profile of present) fitted[profile] = sums[cellOf[profile]!]! / baseSums[cellOf[profile]!]!;
      return fitted;
    },
    uncovered: total === 0 ? [] : uncovered,
  };
}

const MOST_ROUNDS = 5000;
const LARGEST_FACTOR_DEVIATION = 1e-13;

function rake(
  profiles: readonly Profile[],
  margins: readonly Margin[],
  cells: readonly string[][],
  counts: Float64Array,
): WaveWeights {
  const present = [...counts.keys()].filter((profile) => counts[profile]! > 0);
  const weight = new Float64Array(counts.length);
  for (const profile of present) weight[profile] = profiles[profile]!.baseWeight;
  if (present.length === 0)
    return { weight, projection: (sums) => new Float64Array(sums.length), uncovered: [] };
  const total = present.reduce((sum, profile) => sum + counts[profile]! * weight[profile]!, 0);
  margins.forEach((margin, index) => {
    for (const [category, share] of margin.shares) {
      if (share > 0 && !present.some((profile) => cells[index]![profile] === category)) {
        throw new WeightingError(
          `nobody answered in ${margin.variable} "${category}", which has a population share`,
        );
      }
    }
  });
  for (let round = 0; ; round++) {
    if (round === MOST_ROUNDS) {
      const names = margins.map((margin) => margin.variable).join(", ");
      throw new WeightingError(`raking to ${names} did not settle in ${MOST_ROUNDS} rounds`);
    }
    let deviation = 0;
    margins.forEach((margin, index) => {
      const sums = new Map<string, number>();
      for (const profile of present) {
        const category = cells[index]![profile]!;
        sums.set(category, (sums.get(category) ?? 0) + counts[profile]! * weight[profile]!);
      }
      for (const profile of present) {
        const category = cells[index]![profile]!;
        const factor = (margin.shares.get(category)! * total) / sums.get(category)!;
        weight[profile]! *= factor;
        deviation = Math.max(deviation, Math.abs(factor - 1));
      }
    });
    if (deviation <= LARGEST_FACTOR_DEVIATION) break;
  }
  return { weight, projection: rakingProjection(profiles, margins, cells, counts, present), uncovered: [] };
}

function rakingProjection(
  profiles: readonly Profile[],
  margins: readonly Margin[],
  cells: readonly string[][],
  counts: Float64Array,
  present: readonly number[],
): Projection {
  const position = new Map<string, number>();
  margins.forEach((margin, index) => {
    for (const category of margin.shares.keys()) position.set(`${index} ${category}`, position.size);
  });
  const dummies = profiles.map((_, profile) =>
    margins.map((__, index) => position.get(`${index} ${cells[index]![profile]!}`) ?? -1),
  );
  const moments = Array.from({ length: position.size }, () => Array<number>(position.size).fill(0));
  for (const profile of present) {
    const base = counts[profile]! * profiles[profile]!.baseWeight;
    for (const i of dummies[profile]!) for (const j of dummies[profile]!) moments[i]![j]! += base;
  }
  const { inverse } = generalisedInverse(moments, 1e-10);
  return (scoreSums) => {
    const right = Array<number>(position.size).fill(0);
    for (const profile of present) {
      const base = scoreSums[profile]! * profiles[profile]!.baseWeight;
      for (const i of dummies[profile]!) right[i]! += base;
    }
    const coefficients = inverse.map((row) => row.reduce((sum, entry, j) => sum + entry * right[j]!, 0));
    const fitted = new Float64Array(scoreSums.length);
    for (const profile of present) {
      for (const i of dummies[profile]!) fitted[profile]! += coefficients[i]!;
    }
    return fitted;
  };
}
