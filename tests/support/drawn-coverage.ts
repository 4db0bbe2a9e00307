// How often the reported interval of a change holds the true change where the outcomes are too many to count:
// seeded draws, for shares and means, weighted or not. The figures of each draw follow the same formulas as the
// change engine, worked on persons instead of cells; a test draws panels and compares the two.

import { normalCritical, tCritical } from "../../src/statistics/distributions.ts";
import { continuityPhi, differenceLimitsAt } from "../../src/statistics/proportion-difference.ts";
import { type Coverages, summary } from "./interval-coverage.ts";

/** A weighting cell: its known share of the population, and who of it answered. */
export type DrawnCell = { share: number; panel: number; leavers: number; joiners: number };

/** The truth of one combination: chances of each score, per cell and wave, and how alike panel members answer. */
export type DrawnTruth = {
  scores: readonly number[];
  earlier: readonly (readonly number[])[];
  later: readonly (readonly number[])[];
  /** Part of the panel whose later answer holds the same place among all as the earlier one (0–1). */
  association: number;
};

/** A generator of numbers from 0 to below 1 (mulberry32 by T. Ettinger, public domain). */
export function seededDraws(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Answers of one cell as positions in `scores`: of the panel in both waves, of leavers, of joiners. */
export type DrawnAnswers = { earlier: Int8Array; later: Int8Array; left: Int8Array; joined: Int8Array };

export function emptyAnswers(cells: readonly DrawnCell[]): DrawnAnswers[] {
  return cells.map(({ panel, leavers, joiners }) => ({
    earlier: new Int8Array(panel),
    later: new Int8Array(panel),
    left: new Int8Array(leavers),
    joined: new Int8Array(joiners),
  }));
}

const cumulated = (chances: readonly number[]): number[] => {
  let sum = 0;
  return chances.map((chance) => {
    sum += chance;
    return sum;
  });
};

function place(limits: readonly number[], draw: number): number {
  let at = 0;
  while (at < limits.length - 1 && draw >= limits[at]!) at++;
  return at;
}

/** Draws everybody's answers into `answers`. */
export function drawAnswers(
  truth: DrawnTruth,
  answers: readonly DrawnAnswers[],
  draw: () => number,
  limits = { earlier: truth.earlier.map(cumulated), later: truth.later.map(cumulated) },
): void {
  answers.forEach(({ earlier, later, left, joined }, cell) => {
    const [first, second] = [limits.earlier[cell]!, limits.later[cell]!];
    for (let i = 0; i < earlier.length; i++) {
      const one = draw();
      earlier[i] = place(first, one);
      later[i] = place(second, draw() < truth.association ? one : draw());
    }
    for (let i = 0; i < left.length; i++) left[i] = place(first, draw());
    for (let i = 0; i < joined.length; i++) joined[i] = place(second, draw());
  });
}

/** Weights of a cell in each wave, scaled to a mean of 1. */
function cellWeights(cells: readonly DrawnCell[]): { earlier: number[]; later: number[] } {
  const totals = [0, 0];
  for (const { panel, leavers, joiners } of cells) {
    totals[0]! += panel + leavers;
    totals[1]! += panel + joiners;
  }
  return {
    earlier: cells.map(({ share, panel, leavers }) => (share * totals[0]!) / (panel + leavers)),
    later: cells.map(({ share, panel, joiners }) => (share * totals[1]!) / (panel + joiners)),
  };
}

/** Limits of one draw: the reported interval, Wald's with t, Wald's with z. */
export type DrawnLimits = { lower: Float64Array; upper: Float64Array; change: number };

/**
 * A function that works out the limits of one draw, post-stratified to the shares of the cells (one cell:
 * unweighted).
 *
 * @param isShare scores are 0 and 1 and the interval is that of a share; else that of a mean
 */
export function drawnInterval(
  cells: readonly DrawnCell[],
  scores: readonly number[],
  isShare: boolean,
  level = 0.95,
) {
  const weights = cellWeights(cells);
  const sumOf = (of: (cell: DrawnCell, index: number) => number) =>
    cells.reduce((sum, cell, index) => sum + of(cell, index), 0);
  const earlierSize = sumOf(({ panel, leavers }) => panel + leavers);
  const laterSize = sumOf(({ panel, joiners }) => panel + joiners);
  const squaresA = sumOf(({ panel, leavers }, c) => (panel + leavers) * weights.earlier[c]! ** 2);
  const squaresB = sumOf(({ panel, joiners }, c) => (panel + joiners) * weights.later[c]! ** 2);
  const products = sumOf(({ panel }, c) => panel * weights.earlier[c]! * weights.later[c]!);
  const respondents = sumOf(({ panel, leavers, joiners }) => panel + leavers + joiners);
  const z = normalCritical(level);
  const t = tCritical(level, respondents - 1);
  const scale = respondents / (respondents - 1);
  const found: DrawnLimits = { lower: new Float64Array(3), upper: new Float64Array(3), change: 0 };
  const table = { yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 };

  return (answers: readonly DrawnAnswers[]): DrawnLimits => {
    let [meanA, meanB, variance] = [0, 0, 0];
    table.yesYes = table.yesNo = table.noYes = table.noNo = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      const { earlier, later, left, joined } = answers[cell]!;
      let [sumA, squareA, sumB, squareB, product, panelA, panelB] = [0, 0, 0, 0, 0, 0, 0];
      for (let i = 0; i < earlier.length; i++) {
        const a = scores[earlier[i]!]!;
        const b = scores[later[i]!]!;
        panelA += a;
        panelB += b;
        squareA += a * a;
        squareB += b * b;
        product += a * b;
        if (a === 1) b === 1 ? table.yesYes++ : table.yesNo++;
        else b === 1 ? table.noYes++ : table.noNo++;
      }
      for (let i = 0; i < left.length; i++) {
        const a = scores[left[i]!]!;
        sumA += a;
        squareA += a * a;
      }
      for (let i = 0; i < joined.length; i++) {
        const b = scores[joined[i]!]!;
        sumB += b;
        squareB += b * b;
      }
      sumA += panelA;
      sumB += panelB;
      const m = earlier.length;
      const nA = m + left.length;
      const nB = m + joined.length;
      const [wA, wB] = [weights.earlier[cell]! / earlierSize, weights.later[cell]! / laterSize];
      meanA += wA * sumA;
      meanB += wB * sumB;
      const [cellA, cellB] = [sumA / nA, sumB / nB];
      variance +=
        wA * wA * Math.max(0, squareA - nA * cellA * cellA) +
        wB * wB * Math.max(0, squareB - nB * cellB * cellB) -
        2 * wA * wB * (product - cellA * panelB - cellB * panelA + m * cellA * cellB);
    }
    const change = meanB - meanA;
    const error = variance < 1e-14 ? 0 : Math.sqrt(variance * scale);
    found.change = change;
    found.lower[1] = change - t * error;
    found.upper[1] = change + t * error;
    found.lower[2] = change - z * error;
    found.upper[2] = change + z * error;
    if (isShare) {
      const correlation = (continuityPhi(table) * products) / Math.sqrt(squaresA * squaresB);
      const limits = differenceLimitsAt(
        {
          earlier: exact(meanA),
          later: exact(meanB),
          earlierSize: earlierSize ** 2 / squaresA,
          laterSize: laterSize ** 2 / squaresB,
          correlation: Math.max(-1, Math.min(1, correlation)),
        },
        z,
      );
      found.lower[0] = limits.lower;
      found.upper[0] = limits.upper;
    } else {
      found.lower[0] = found.lower[1]!;
      found.upper[0] = found.upper[1]!;
    }
    return found;
  };
}

/** A share that rounding alone has moved from 0 or 1 is put back. */
const exact = (share: number) => (share < 1e-12 ? 0 : share > 1 - 1e-12 ? 1 : share);

/**
 * Coverage over a list of truths by seeded draws; at 20,000 draws one chance of .95 is known to ± .003, a mean
 * over 100 of them to ± .0003.
 *
 * @param draws at each truth
 */
export function drawnCoverage(
  cells: readonly DrawnCell[],
  truths: readonly DrawnTruth[],
  isShare: boolean,
  draws: number,
  seed = 20_261_121,
): Coverages {
  const held = [0, 1, 2].map(() => new Float64Array(truths.length));
  const width = [0, 1, 2].map(() => new Float64Array(truths.length));
  const answers = emptyAnswers(cells);
  truths.forEach((truth, at) => {
    const draw = seededDraws(seed + 7919 * at);
    const limits = { earlier: truth.earlier.map(cumulated), later: truth.later.map(cumulated) };
    const intervalOf = drawnInterval(cells, truth.scores, isShare);
    const level = (wave: readonly (readonly number[])[]) =>
      cells.reduce(
        (sum, { share }, cell) =>
          sum + share * wave[cell]!.reduce((mean, chance, i) => mean + chance * truth.scores[i]!, 0),
        0,
      );
    const change = level(truth.later) - level(truth.earlier);
    for (let round = 0; round < draws; round++) {
      drawAnswers(truth, answers, draw, limits);
      const { lower, upper } = intervalOf(answers);
      for (let method = 0; method < 3; method++) {
        if (lower[method]! <= change + 1e-9 && upper[method]! >= change - 1e-9)
          held[method]![at]! += 1 / draws;
        width[method]![at]! += (upper[method]! - lower[method]!) / draws;
      }
    }
  });
  const [reported, waldT, waldZ] = [0, 1, 2].map((method) => summary(held[method]!, width[method]!));
  return { reported: reported!, waldT: waldT!, waldZ: waldZ! };
}
