// How often the reported interval of a change of a share holds the true change, and how wide it is beside Wald's:
// every outcome of a panel enumerated with its probability, over a grid of true shares, changes and associations.

import { normalCritical, tCritical } from "../../src/statistics/distributions.ts";
import { continuityPhi, differenceLimitsAt } from "../../src/statistics/proportion-difference.ts";

/** Who answered: both waves, the earlier only, the later only. */
export type SampleSizes = { panel: number; leavers: number; joiners: number };

/** What was found over the combinations. Chances and widths on the 0–1 scale. */
export type Coverage = {
  /** Chance that the interval holds the true change: mean and minimum over the combinations. */
  mean: number;
  smallest: number;
  /** Part of the combinations whose chance lies below `below`. */
  belowShare: number;
  /** Mean width. */
  width: number;
  combinations: number;
};

/** The reported interval, and Wald's with the t quantile (as exported for comparison) and with z. */
export type Coverages = { reported: Coverage; waldT: Coverage; waldZ: Coverage };

/** True shares, changes, and associations as parts of the strongest positive correlation that the shares allow. */
const earlierShares = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9];
const changes = [0, 0.05, 0.1, 0.2, 0.4, -0.05, -0.1, -0.2, -0.4];
const associations = [0, 0.25, 0.5, 0.75, 0.95];

/** One point of the grid: the true change, log chances of yes/yes, yes/no, no/yes, no/no, and of single answers. */
type Truth = { change: number; logs: readonly number[]; left: Float64Array; joined: Float64Array };

const logFactorials = [0];
function logFactorial(n: number): number {
  while (logFactorials.length <= n)
    logFactorials.push(logFactorials.at(-1)! + Math.log(logFactorials.length));
  return logFactorials[n]!;
}

/** Chances of 0 … n yes answers, each yes with chance `share`. */
function binomialChances(n: number, share: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, yes) =>
    Math.exp(
      logFactorial(n) -
        logFactorial(yes) -
        logFactorial(n - yes) +
        yes * Math.log(share) +
        (n - yes) * Math.log(1 - share),
    ),
  );
}

function truthsFor({ leavers, joiners }: SampleSizes): Truth[] {
  const truths: Truth[] = [];
  for (const earlier of earlierShares) {
    for (const change of changes) {
      const later = earlier + change;
      if (later < 0.02 - 1e-9 || later > 0.98 + 1e-9) continue;
      for (const association of associations) {
        const apart = earlier * later;
        const yesYes = apart + association * (Math.min(earlier, later) - apart);
        const chances = [yesYes, earlier - yesYes, later - yesYes, 1 - earlier - later + yesYes];
        truths.push({
          change,
          logs: chances.map((chance) => Math.log(Math.max(chance, 1e-300))),
          left: binomialChances(leavers, earlier),
          joined: binomialChances(joiners, later),
        });
      }
    }
  }
  return truths;
}

/** Outcomes less likely than this are left out; all of them together weigh less than 1e-7. */
const negligible = 1e-13;
const tolerance = 1e-12;
/** Positions in the sums below: how often held, and how wide. */
const methods = ["reported", "waldT", "waldZ"] as const;

/**
 * Coverage of the reported interval of a change between two shares, by exact enumeration, unweighted.
 *
 * @param sizes the outcomes number panel³/6 · leavers · joiners; 75/26/26 takes some minutes
 * @param level confidence level, 0–1
 * @param below counts the part of the combinations whose coverage lies below this
 */
export function coverageOf(sizes: SampleSizes, level = 0.95, below = 0.925): Coverages {
  const { panel: m, leavers, joiners } = sizes;
  const truths = truthsFor(sizes);
  const [earlierSize, laterSize] = [m + leavers, m + joiners];
  const singles = (leavers + 1) * (joiners + 1);
  const lower = methods.map(() => new Float64Array(singles));
  const upper = methods.map(() => new Float64Array(singles));
  const held = methods.map(() => new Float64Array(truths.length));
  const width = methods.map(() => new Float64Array(truths.length));
  const fill = limitsOf(sizes, level, lower, upper);
  const ways = logFactorial(m);
  for (let yesYes = 0; yesYes <= m; yesYes++) {
    for (let yesNo = 0; yesYes + yesNo <= m; yesNo++) {
      for (let noYes = 0; yesYes + yesNo + noYes <= m; noYes++) {
        const noNo = m - yesYes - yesNo - noYes;
        const phi = continuityPhi({ yesYes, yesNo, noYes, noNo });
        const bound = (phi * m) / Math.sqrt(earlierSize * laterSize);
        fill(yesYes, yesNo, noYes, Math.max(-1, Math.min(1, bound)));
        const logWays =
          ways - logFactorial(yesYes) - logFactorial(yesNo) - logFactorial(noYes) - logFactorial(noNo);
        truths.forEach(({ change, logs, left, joined }, at) => {
          const log = yesYes * logs[0]! + yesNo * logs[1]! + noYes * logs[2]! + noNo * logs[3]!;
          const chance = Math.exp(logWays + log);
          if (chance < negligible) return;
          for (let method = 0; method < methods.length; method++) {
            const [lows, highs] = [lower[method]!, upper[method]!];
            let holding = 0;
            let wide = 0;
            for (let a = 0; a <= leavers; a++) {
              if (left[a]! < negligible) continue;
              let holdingHere = 0;
              let wideHere = 0;
              const row = a * (joiners + 1);
              for (let b = 0; b <= joiners; b++) {
                const low = lows[row + b]!;
                const high = highs[row + b]!;
                if (low <= change + tolerance && high >= change - tolerance) holdingHere += joined[b]!;
                wideHere += joined[b]! * (high - low);
              }
              holding += left[a]! * holdingHere;
              wide += left[a]! * wideHere;
            }
            held[method]![at]! += chance * holding;
            width[method]![at]! += chance * wide;
          }
        });
      }
    }
  }
  const [reported, waldT, waldZ] = methods.map((_, method) => summary(held[method]!, width[method]!, below));
  return { reported: reported!, waldT: waldT!, waldZ: waldZ! };
}

/** Fills the limits of every method for all numbers of yes among leavers (rows) and joiners (columns). */
function limitsOf(
  { panel, leavers, joiners }: SampleSizes,
  level: number,
  lower: readonly Float64Array[],
  upper: readonly Float64Array[],
) {
  const [earlierSize, laterSize] = [panel + leavers, panel + joiners];
  const respondents = panel + leavers + joiners;
  const z = normalCritical(level);
  const quantiles = [tCritical(level, respondents - 1), z];
  return (yesYes: number, yesNo: number, noYes: number, correlation: number): void => {
    for (let a = 0; a <= leavers; a++) {
      for (let b = 0; b <= joiners; b++) {
        const at = a * (joiners + 1) + b;
        const earlier = (yesYes + yesNo + a) / earlierSize;
        const later = (yesYes + noYes + b) / laterSize;
        const limits = differenceLimitsAt({ earlier, later, earlierSize, laterSize, correlation }, z);
        lower[0]![at] = limits.lower;
        upper[0]![at] = limits.upper;
        const together =
          yesYes - earlier * (yesYes + noYes) - later * (yesYes + yesNo) + panel * earlier * later;
        const variance =
          (earlier * (1 - earlier)) / earlierSize +
          (later * (1 - later)) / laterSize -
          (2 * together) / (earlierSize * laterSize);
        const error = Math.sqrt(Math.max(0, variance * (respondents / (respondents - 1))));
        quantiles.forEach((quantile, index) => {
          lower[index + 1]![at] = later - earlier - quantile * error;
          upper[index + 1]![at] = later - earlier + quantile * error;
        });
      }
    }
  };
}

/** Mean, minimum and the rest from the chance and the mean width at each combination. */
export function summary(held: Float64Array, width: Float64Array, below = 0.925): Coverage {
  const average = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean: average(held),
    smallest: held.reduce((least, chance) => Math.min(least, chance), 1),
    belowShare: held.filter((chance) => chance < below).length / held.length,
    width: average(width),
    combinations: held.length,
  };
}

/**
 * Coverage of the reported interval where nobody answered twice, for every pair of true shares from .02 to .98
 * in steps of .01, by exact enumeration.
 *
 * @param n answers in each wave
 */
export function coverageWithoutOverlap(n: number, level = 0.95, below = 0.925): Coverage {
  const shares = Array.from({ length: 97 }, (_, index) => (index + 2) / 100);
  const chances = shares.map((share) => binomialChances(n, share));
  const side = n + 1;
  const lower = new Float64Array(side * side);
  const upper = new Float64Array(side * side);
  const z = normalCritical(level);
  for (let a = 0; a <= n; a++) {
    for (let b = 0; b <= n; b++) {
      const pair = { earlier: a / n, later: b / n, earlierSize: n, laterSize: n, correlation: 0 };
      const limits = differenceLimitsAt(pair, z);
      lower[a * side + b] = limits.lower;
      upper[a * side + b] = limits.upper;
    }
  }
  const held = new Float64Array(shares.length ** 2);
  const width = new Float64Array(shares.length ** 2);
  shares.forEach((earlier, i) => {
    shares.forEach((later, j) => {
      const change = later - earlier;
      const [first, second] = [chances[i]!, chances[j]!];
      let holding = 0;
      let wide = 0;
      for (let a = 0; a <= n; a++) {
        if (first[a]! < negligible) continue;
        for (let b = 0; b <= n; b++) {
          const [low, high] = [lower[a * side + b]!, upper[a * side + b]!];
          const chance = first[a]! * second[b]!;
          if (low <= change + tolerance && high >= change - tolerance) holding += chance;
          wide += chance * (high - low);
        }
      }
      held[i * shares.length + j] = holding;
      width[i * shares.length + j] = wide;
    });
  });
  return summary(held, width, below);
}
