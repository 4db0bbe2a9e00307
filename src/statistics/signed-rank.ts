// Wilcoxon's signed rank test for paired score differences.

import { normalUpperTail } from "./distributions.ts";

/** A score difference (later − earlier) and how many pairs have it. */
export type CountedDifference = { difference: number; count: number };

/**
 * `statistic`: sum of the ranks of the positive differences. `nonzero`: pairs that differ. `p`: normal
 * approximation with continuity correction. `exactP`: over all sign patterns; null above 200 differences.
 */
export type SignedRankTest = { statistic: number; nonzero: number; p: number; exactP: number | null };

const MOST_EXACT = 200;

/**
 * Wilcoxon's signed rank test: pairs without a difference are dropped (not Pratt's version), tied sizes share
 * their mean rank.
 *
 * Source: Wilcoxon 1945, Biometrics Bull. 1. R: wilcox.test(later, earlier, paired = TRUE, exact = FALSE) and
 * coin::wilcoxsign_test(distribution = "exact", zero.method = "Wilcoxon"). No difference at all: statistic 0, p 1.
 *
 * @param differences in scale points, any order, a value may come more than once
 */
export function signedRankTest(differences: readonly CountedDifference[]): SignedRankTest {
  const bySize = new Map<number, { positive: number; total: number }>();
  for (const { difference, count } of differences) {
    if (difference === 0 || count === 0) continue;
    const size = Math.abs(difference);
    const group = bySize.get(size) ?? { positive: 0, total: 0 };
    group.total += count;
    if (difference > 0) group.positive += count;
    bySize.set(size, group);
  }
  const groups = [...bySize].sort((a, b) => a[0] - b[0]).map(([, group]) => group);
  let nonzero = 0;
  let statistic = 0;
  let ties = 0;
  const doubledRanks: { rank: number; total: number }[] = [];
  for (const { positive, total } of groups) {
    const doubled = 2 * nonzero + total + 1;
    statistic += (positive * doubled) / 2;
    ties += total ** 3 - total;
    doubledRanks.push({ rank: doubled, total });
    nonzero += total;
  }
  if (nonzero === 0) return { statistic: 0, nonzero: 0, p: 1, exactP: 1 };
  const variance = (nonzero * (nonzero + 1) * (2 * nonzero + 1)) / 24 - ties / 48;
  const distance = statistic - (nonzero * (nonzero + 1)) / 4;
  const z = (distance - Math.sign(distance) * 0.5) / Math.sqrt(variance);
  return {
    statistic,
    nonzero,
    p: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    exactP: nonzero > MOST_EXACT ? null : exactPValue(doubledRanks, Math.round(2 * statistic)),
  };
}

/** Doubles the smaller tail of the rank sum over all sign patterns; ranks and statistic doubled to whole numbers. */
function exactPValue(ranks: readonly { rank: number; total: number }[], doubledStatistic: number): number {
  const largest = ranks.reduce((sum, { rank, total }) => sum + rank * total, 0);
  const chance = new Float64Array(largest + 1);
  chance[0] = 1;
  let reach = 0;
  for (const { rank, total } of ranks) {
    for (let copy = 0; copy < total; copy++) {
      reach += rank;
      for (let sum = reach; sum >= 0; sum--) {
        chance[sum] = (chance[sum]! + (sum >= rank ? chance[sum - rank]! : 0)) / 2;
      }
    }
  }
  let [atMost, atLeast] = [0, 0];
  chance.forEach((value, sum) => {
    if (sum <= doubledStatistic) atMost += value;
    if (sum >= doubledStatistic) atLeast += value;
  });
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
