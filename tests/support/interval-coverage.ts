// How often the reported interval of a change of a share holds the true change: all outcomes of a small panel
// enumerated with their probabilities, over a grid of true shares, changes and associations.

import { continuityPhi, differenceInterval } from "../../src/statistics/proportion-difference.ts";

/** Who answered: both waves, the earlier only, the later only. */
export type SampleSizes = { panel: number; leavers: number; joiners: number };

/** Chance that the interval holds the true change: mean and minimum over the combinations, and how many there are. */
export type Coverage = { mean: number; smallest: number; combinations: number; belowShare: number };

/** True shares, changes, and associations as parts of the strongest positive correlation that the shares allow. */
const earlierShares = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9];
const changes = [0, 0.05, 0.1, 0.2, 0.4, -0.05, -0.1, -0.2, -0.4];
const associations = [0, 0.25, 0.5, 0.75, 0.95];

type Outcome = { counts: readonly number[]; lower: number; upper: number; logWays: number };

const logFactorials = [0];
function logFactorial(n: number): number {
  while (logFactorials.length <= n)
    logFactorials.push(logFactorials.at(-1)! + Math.log(logFactorials.length));
  return logFactorials[n]!;
}

/** Every outcome of the panel and of the two single samples, with its interval at `level`. */
function outcomesOf({ panel: m, leavers, joiners }: SampleSizes, level: number): Outcome[] {
  const outcomes: Outcome[] = [];
  const [earlierN, laterN] = [m + leavers, m + joiners];
  for (let yesYes = 0; yesYes <= m; yesYes++) {
    for (let yesNo = 0; yesYes + yesNo <= m; yesNo++) {
      for (let noYes = 0; yesYes + yesNo + noYes <= m; noYes++) {
        const noNo = m - yesYes - yesNo - noYes;
        const phi = continuityPhi({ yesYes, yesNo, noYes, noNo });
        for (let left = 0; left <= leavers; left++) {
          for (let joined = 0; joined <= joiners; joined++) {
            const earlier = (yesYes + yesNo + left) / earlierN;
            const later = (yesYes + noYes + joined) / laterN;
            const correlation = Math.max(-1, Math.min(1, (phi * m) / Math.sqrt(earlierN * laterN)));
            const sizes = { earlierSize: earlierN, laterSize: laterN };
            const counts = [yesYes, yesNo, noYes, noNo, left, leavers - left, joined, joiners - joined];
            const logWays =
              [m, leavers, joiners].reduce((sum, n) => sum + logFactorial(n), 0) -
              counts.reduce((sum, n) => sum + logFactorial(n), 0);
            outcomes.push({
              counts,
              logWays,
              ...differenceInterval({ earlier, later, ...sizes, correlation }, level),
            });
          }
        }
      }
    }
  }
  return outcomes;
}

/**
 * Coverage of the reported interval of a change between two shares, by exact enumeration.
 *
 * @param sizes small: the outcomes number about panel³/6 · leavers · joiners
 * @param below counts the share of combinations whose coverage lies below this
 */
export function coverageOf(sizes: SampleSizes, level = 0.95, below = 0.925): Coverage {
  const outcomes = outcomesOf(sizes, level);
  const found: number[] = [];
  for (const earlier of earlierShares) {
    for (const change of changes) {
      const later = earlier + change;
      if (later < 0.02 - 1e-9 || later > 0.98 + 1e-9) continue;
      for (const association of associations) {
        const apart = earlier * later;
        const yesYes = apart + association * (Math.min(earlier, later) - apart);
        const chances = [yesYes, earlier - yesYes, later - yesYes, 1 - earlier - later + yesYes];
        const single = [earlier, 1 - earlier, later, 1 - later];
        found.push(chanceOfHolding(outcomes, [...chances, ...single], change));
      }
    }
  }
  return {
    mean: found.reduce((sum, chance) => sum + chance, 0) / found.length,
    smallest: Math.min(...found),
    combinations: found.length,
    belowShare: found.filter((chance) => chance < below).length / found.length,
  };
}

function chanceOfHolding(outcomes: readonly Outcome[], chances: readonly number[], change: number): number {
  const logs = chances.map((chance) => Math.log(Math.max(chance, 1e-300)));
  let total = 0;
  for (const { counts, lower, upper, logWays } of outcomes) {
    if (lower > change + 1e-12 || upper < change - 1e-12) continue;
    let log = logWays;
    for (let index = 0; index < counts.length; index++) log += counts[index]! * logs[index]!;
    total += Math.exp(log);
  }
  return total;
}

/**
 * Coverage where nobody answered twice, for every pair of true shares from .02 to .98 in steps of .01.
 *
 * @param n answers in each wave
 */
export function coverageWithoutOverlap(n: number, level = 0.95, below = 0.925): Coverage {
  const shares = Array.from({ length: 97 }, (_, index) => (index + 2) / 100);
  const chancesOf = (share: number): number[] =>
    Array.from({ length: n + 1 }, (_, yes) => {
      const log = logFactorial(n) - logFactorial(yes) - logFactorial(n - yes);
      return Math.exp(log + yes * Math.log(share) + (n - yes) * Math.log(1 - share));
    });
  const chances = shares.map(chancesOf);
  const limits = chancesOf(0.5).map((_, a) =>
    chancesOf(0.5).map((__, b) =>
      differenceInterval(
        { earlier: a / n, later: b / n, earlierSize: n, laterSize: n, correlation: 0 },
        level,
      ),
    ),
  );
  const found = shares.flatMap((earlier, i) =>
    shares.map((later, j) => {
      const change = later - earlier;
      let total = 0;
      for (let a = 0; a <= n; a++) {
        for (let b = 0; b <= n; b++) {
          const { lower, upper } = limits[a]![b]!;
          if (lower <= change + 1e-12 && upper >= change - 1e-12) total += chances[i]![a]! * chances[j]![b]!;
        }
      }
      return total;
    }),
  );
  return {
    mean: found.reduce((sum, chance) => sum + chance, 0) / found.length,
    smallest: found.reduce((least, chance) => Math.min(least, chance), 1),
    combinations: found.length,
    belowShare: found.filter((chance) => chance < below).length / found.length,
  };
}
