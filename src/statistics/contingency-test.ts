// Tests on tables of counts: Fisher's exact test of a 2×2 table, Stuart–Maxwell marginal homogeneity.

import { chiSquareUpperTail } from "./distributions.ts";
import { generalisedInverse, quadraticForm } from "./symmetric-matrix.ts";

/**
 * Fisher's exact test of two independent shares, two-sided: all tables with the same margins that are at
 * most as probable as the observed one (times 1 + 1e-7). R: fisher.test(matrix).
 *
 * @param first yes answers and answers in the first part
 * @param second the same in the second part
 * @returns p-value 0–1
 */
export function fisherExactTest(
  first: { yes: number; n: number },
  second: { yes: number; n: number },
): number {
  const yes = first.yes + second.yes;
  const fewest = Math.max(0, yes - second.n);
  const most = Math.min(yes, first.n);
  const logs: number[] = [];
  let log = 0;
  for (let k = fewest; k <= most; k++) {
    logs.push(log);
    log += Math.log(((first.n - k) * (yes - k)) / ((k + 1) * (second.n - yes + k + 1)));
  }
  const largest = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - largest));
  const observed = weights[first.yes - fewest]!;
  const total = weights.reduce((sum, value) => sum + value, 0);
  const extreme = weights.reduce((sum, value) => (value <= observed * (1 + 1e-7) ? sum + value : sum), 0);
  return Math.min(1, extreme / total);
}

/**
 * Stuart–Maxwell test that the two margins of a square table of pairs are the same.
 *
 * Source: Stuart 1955, Biometrika 42; Maxwell 1970, Br. J. Psychiatry 116. R: coin::mh_test(as.table(table)).
 * Bhapkar's version is another test.
 *
 * @param table pairs by earlier (row) and later (column) category, unweighted
 * @returns chi-square, df = rank, p 0–1; 0, 0 and 1 if no category changed
 */
export function stuartMaxwellTest(table: readonly (readonly number[])[]): {
  chi2: number;
  df: number;
  p: number;
} {
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const moving = (j: number): number => rowSums[j]! + columnSums[j]! - 2 * table[j]![j]!;
  const kept = [...table.keys()].filter((j) => moving(j) > 0);
  if (kept.length === 0) return { chi2: 0, df: 0, p: 1 };
  const differences = kept.map((j) => rowSums[j]! - columnSums[j]!);
  const covariance = kept.map((j) =>
    kept.map((k) => (j === k ? moving(j) : -(table[j]![k]! + table[k]![j]!))),
  );
  const { inverse, rank } = generalisedInverse(covariance, 1e-9);
  const chi2 = quadraticForm(differences, inverse);
  const isZero = differences.every((difference) => difference === 0);
  return isZero ? { chi2: 0, df: rank, p: 1 } : { chi2, df: rank, p: chiSquareUpperTail(chi2, rank) };
}
