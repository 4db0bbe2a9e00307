// The stacked sampling design of the waves that one figure looks at: weights, strata, respondents per
// stratum, and the finite-population factors of variances and covariances.

import { type Analysis, remembered } from "./analysis.ts";
import { pairIndex } from "./cube/cube.ts";
import { type WaveWeights, weightsOf } from "./weights.ts";

/** The design of a set of waves; "per wave" means per position in `waves`. */
export type Design = {
  /** Wave indices, earlier first. */
  waves: readonly number[];
  /** Per profile: position of its stratum. */
  stratumOf: Int32Array;
  stratumCount: number;
  /** Per wave: respondents per profile. */
  rows: readonly Float64Array[];
  /** Per wave: respondents per stratum. */
  stratumRows: readonly Float64Array[];
  /** Per wave: weights and calibration. */
  weights: readonly WaveWeights[];
  /** Respondents of a stratum with a row in any of the waves. */
  respondents: Float64Array;
  /** Sum of `respondents`. */
  respondentCount: number;
  /** Per wave: sampling fraction per stratum; 0 without finite-population correction. */
  fractions: readonly Float64Array[];
  /** k_h of the covariance of two waves (positions), per stratum; 1 without finite-population correction. */
  factors: readonly (readonly Float64Array[])[];
};

/**
 * The design of a set of waves.
 *
 * @param waves indices, earlier first; three or more only as a set whose paths the cube keeps
 * @param withFinitePopulation false leaves the correction out even where the plan asks for it
 * @throws WeightingError if the weighting cannot be carried out; RangeError for a set without paths
 */
export function designOf(analysis: Analysis, waves: readonly number[], withFinitePopulation = true): Design {
  const isCorrected = withFinitePopulation && analysis.plan.design.finitePopulation === "per_wave";
  return remembered(analysis, `design ${waves.join("-")} ${isCorrected}`, () =>
    computeDesign(analysis, waves, isCorrected),
  );
}

function computeDesign(analysis: Analysis, waves: readonly number[], isCorrected: boolean): Design {
  const { cube, plan } = analysis;
  const strata = [...new Set(cube.profiles.map((profile) => profile.stratum))].sort();
  const stratumOf = Int32Array.from(cube.profiles, (profile) => strata.indexOf(profile.stratum));
  const rows = waves.map((wave) => {
    const counts = new Float64Array(cube.profiles.length);
    const cells = cube.presence.waves[wave]!;
    cells.profile.forEach((profile, index) => {
      counts[profile] = cells.count[index]!;
    });
    return counts;
  });
  const byStratum = (counts: Float64Array): Float64Array => {
    const sums = new Float64Array(strata.length);
    counts.forEach((count, profile) => {
      sums[stratumOf[profile]!]! += count;
    });
    return sums;
  };
  const stratumRows = rows.map(byStratum);
  const bothRows = (s: number, t: number): Float64Array => {
    const sums = new Float64Array(strata.length);
    const cells = cube.presence.pairs[pairIndex(cube.waves.length, waves[s]!, waves[t]!)]!;
    cells.earlierProfile.forEach((profile, index) => {
      sums[stratumOf[profile]!]! += cells.count[index]!;
    });
    return sums;
  };
  const respondents = respondentsOf(analysis, waves, stratumOf, stratumRows, bothRows);
  const eligible = new Map(cube.eligible.map((counts) => [counts.stratum, counts]));
  const fractions = stratumRows.map((counts, t) =>
    counts.map((count, h) =>
      isCorrected ? fraction(count, eligible.get(strata[h]!)!.waves[waves[t]!]!) : 0,
    ),
  );
  const factors = waves.map((_, s) =>
    waves.map((__, t) => {
      if (!isCorrected) return new Float64Array(strata.length).fill(1);
      if (s === t) return fractions[s]!.map((f) => 1 - f);
      const [a, b] = [Math.min(s, t), Math.max(s, t)];
      const pair = pairIndex(cube.waves.length, waves[a]!, waves[b]!);
      return bothRows(a, b).map((both, h) => {
        const bothFraction = fraction(both, eligible.get(strata[h]!)!.pairs[pair]!);
        return both === 0 ? 0 : 1 - (fractions[a]![h]! * fractions[b]![h]!) / bothFraction;
      });
    }),
  );
  return {
    waves,
    stratumOf,
    stratumCount: strata.length,
    rows,
    stratumRows,
    weights: weightsOf(cube.profiles, cube.columns, plan.design.weighting, rows),
    respondents,
    respondentCount: respondents.reduce((sum, count) => sum + count, 0),
    fractions,
    factors,
  };
}

function fraction(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function respondentsOf(
  analysis: Analysis,
  waves: readonly number[],
  stratumOf: Int32Array,
  stratumRows: readonly Float64Array[],
  bothRows: (s: number, t: number) => Float64Array,
): Float64Array {
  if (waves.length === 1) return stratumRows[0]!;
  if (waves.length === 2) {
    const both = bothRows(0, 1);
    return stratumRows[0]!.map((count, h) => count + stratumRows[1]![h]! - both[h]!);
  }
  const set = waveSetIndex(analysis, waves);
  const cells = analysis.cube.presence.paths[set]!;
  const sums = new Float64Array(stratumRows[0]!.length);
  cells.count.forEach((count, index) => {
    const path = cells.path.subarray(index * waves.length, (index + 1) * waves.length);
    const first = path.find((packed) => packed >= 0)!;
    sums[stratumOf[first >> 2]!]! += count;
  });
  return sums;
}

/** Position of a set of three or more waves among those whose paths the cube keeps. @throws RangeError if it keeps none */
export function waveSetIndex(analysis: Analysis, waves: readonly number[]): number {
  const index = analysis.cube.waveSets.findIndex((set) => set.join("-") === waves.join("-"));
  if (index < 0) throw new RangeError(`the cube keeps no paths for the waves ${waves.join("-")}`);
  return index;
}
