// The truths over which drawn coverage is measured, and the weighting cells of its panels.

import type { DrawnCell, DrawnTruth } from "./drawn-coverage.ts";

/** How many of a panel answered in both waves. */
export type Overlap = "none" | "half" | "full";

/**
 * Cells of `n` answers in each wave.
 *
 * @param parts the part of the answers in each cell, adding up to 1
 * @param shares the cells' known shares of the population
 */
export function cellsOf(
  n: number,
  overlap: Overlap,
  parts: readonly number[],
  shares: readonly number[],
): DrawnCell[] {
  let taken = 0;
  let panelTaken = 0;
  let cumulated = 0;
  const panelAll = overlap === "full" ? n : overlap === "none" ? 0 : Math.ceil(n / 2);
  return parts.map((part, cell) => {
    cumulated += part;
    const end = cell === parts.length - 1 ? n : Math.round(cumulated * n);
    const answers = end - taken;
    taken = end;
    const panelEnd = Math.round((panelAll * end) / n);
    const panel = panelEnd - panelTaken;
    panelTaken = panelEnd;
    return { share: shares[cell]!, panel, leavers: answers - panel, joiners: answers - panel };
  });
}

/** Everybody alike: one cell. */
export const unweighted = { parts: [1], shares: [1] };
/** The competence-centre case: politicians, officials and others as they answered and as they are. */
export const moderateWeights = { parts: [0.34, 0.46, 0.2], shares: [0.49, 0.41, 0.1] };
/** Two in five answers stand for four in five of the population: a design effect of 1.67. */
export const strongWeights = { parts: [0.4, 0.6], shares: [0.8, 0.2] };

const earlierShares = [0.05, 0.2, 0.5, 0.8, 0.95];
const changes = [0, 0.1, 0.3, -0.1, -0.3];
const associations = [0, 0.5, 0.95];
/** How far apart the first and the last cell lie in their true share. */
const spreads = [0, 0.3];

/**
 * Truths of a share: the whole population's share is exact, the cells lie around it.
 *
 * @param shares the cells' known shares of the population
 */
export function shareTruths(shares: readonly number[]): DrawnTruth[] {
  const middle = shares.reduce((sum, share, cell) => sum + share * cell, 0);
  const reach = Math.max(1, shares.length - 1);
  const truths: DrawnTruth[] = [];
  for (const spread of shares.length === 1 ? [0] : spreads) {
    for (const share of earlierShares) {
      for (const change of changes) {
        for (const association of associations) {
          const wave = (level: number) => shares.map((_, cell) => level + (spread * (middle - cell)) / reach);
          const [earlier, later] = [wave(share), wave(share + change)];
          if ([...earlier, ...later].some((chance) => chance < 0.02 - 1e-9 || chance > 0.98 + 1e-9)) continue;
          const chances = (wave: number[]) => wave.map((yes) => [yes, 1 - yes]);
          truths.push({ scores: [1, 0], earlier: chances(earlier), later: chances(later), association });
        }
      }
    }
  }
  return truths;
}

/** Distributions over five steps: even, middling, leaning, skewed, parted, and nearly all at the top. */
const distributions = [
  [0.2, 0.2, 0.2, 0.2, 0.2],
  [0.1, 0.2, 0.4, 0.2, 0.1],
  [0.05, 0.1, 0.2, 0.4, 0.25],
  [0.02, 0.05, 0.13, 0.3, 0.5],
  [0.35, 0.1, 0.1, 0.1, 0.35],
  [0.01, 0.02, 0.04, 0.13, 0.8],
];

/** Truths of a mean of five steps: every pair of distributions, the cells shifted towards their ends. */
export function meanTruths(shares: readonly number[]): DrawnTruth[] {
  return distributions.flatMap((earlier) =>
    distributions.flatMap((later) =>
      associations.map((association) => ({
        scores: [1, 2, 3, 4, 5],
        earlier: shares.map((_, cell) => shifted(earlier, cell, shares.length)),
        later: shares.map((_, cell) => shifted(later, cell, shares.length)),
        association,
      })),
    ),
  );
}

/** In every other cell a tenth of the answers moves one step down. */
function shifted(chances: readonly number[], cell: number, cells: number): number[] {
  if (cells === 1 || cell % 2 === 0) return [...chances];
  return chances.map((chance, step) => {
    const from = chances[step + 1] ?? 0;
    return (step === 0 ? chance : 0.9 * chance) + 0.1 * from;
  });
}
