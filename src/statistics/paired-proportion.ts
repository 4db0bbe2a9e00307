// Two yes/no answers of the same persons: intervals of the change, and McNemar's tests.

import { fairCoinAtMost, fairCoinExactly, normalCritical } from "./distributions.ts";
import { continuityPhi, differenceInterval, type PanelTable } from "./proportion-difference.ts";
import type { Interval } from "./proportion-interval.ts";

/** Number of pairs in a panel table. */
export function pairCount(table: PanelTable): number {
  return table.yesYes + table.yesNo + table.noYes + table.noNo;
}

/** Change of the yes share among pairs, later − earlier, −1 to 1; null without pairs. */
export function pairedDifference(table: PanelTable): number | null {
  const pairs = pairCount(table);
  return pairs === 0 ? null : (table.noYes - table.yesNo) / pairs;
}

/**
 * Newcombe's hybrid score interval of a paired change. Source: Newcombe 1998, Stat. Med. 17:2635, method 10.
 *
 * @param level confidence level 0–1
 * @returns limits −1 to 1; null without pairs
 */
export function newcombePairedInterval(table: PanelTable, level: number): Interval | null {
  const pairs = pairCount(table);
  if (pairs === 0) return null;
  return differenceInterval(
    {
      earlier: (table.yesYes + table.yesNo) / pairs,
      later: (table.yesYes + table.noYes) / pairs,
      earlierSize: pairs,
      laterSize: pairs,
      correlation: continuityPhi(table),
    },
    level,
  );
}

/**
 * Tango's score interval of a paired change: all differences that the score test does not reject.
 * Source: Tango 1998, Stat. Med. 17:891. R: PropCIs::scoreci.mp (coarser).
 *
 * @param level confidence level 0–1
 * @returns limits −1 to 1; null without pairs
 */
export function tangoInterval(table: PanelTable, level: number): Interval | null {
  const pairs = pairCount(table);
  if (pairs === 0) return null;
  const estimate = pairedDifference(table)!;
  const z = normalCritical(level);
  const isInside = (difference: number): boolean => tangoScore(table, difference) <= z;
  return {
    lower: estimate === -1 ? -1 : boundary(isInside, estimate, -1),
    upper: estimate === 1 ? 1 : boundary(isInside, estimate, 1),
  };
}

function tangoScore({ yesYes, yesNo: b, noYes: c, noNo }: PanelTable, difference: number): number {
  const m = yesYes + b + c + noNo;
  const quadratic = 2 * m;
  const linear = -c - b + (2 * m - c + b) * difference;
  const constant = -b * difference * (1 - difference);
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * quadratic * constant));
  const q = (root - linear) / (2 * quadratic);
  const variance = m * (2 * q + difference * (1 - difference));
  const distance = Math.abs(c - b - m * difference);
  if (variance <= 0) return distance === 0 ? 0 : Number.POSITIVE_INFINITY;
  return distance / Math.sqrt(variance);
}

/** The last point on the way from `inside` to `outside` at which `isInside` holds, by bisection. */
function boundary(isInside: (point: number) => boolean, inside: number, outside: number): number {
  let [near, far] = [inside, outside];
  for (let step = 0; step < 200; step++) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) break;
    if (isInside(middle)) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
}

/**
 * Bonett and Price's adjusted Wald interval of a paired change. Source: Bonett & Price 2012, J. Educ. Behav. Stat. 37.
 *
 * @param level confidence level 0–1
 * @returns limits cut at −1 and 1; null without pairs
 */
export function bonettPriceInterval(table: PanelTable, level: number): Interval | null {
  const pairs = pairCount(table);
  if (pairs === 0) return null;
  const gained = (table.noYes + 1) / (pairs + 2);
  const lost = (table.yesNo + 1) / (pairs + 2);
  const difference = gained - lost;
  const half = normalCritical(level) * Math.sqrt((gained + lost - difference ** 2) / (pairs + 2));
  return { lower: Math.max(-1, difference - half), upper: Math.min(1, difference + half) };
}

/**
 * McNemar's test of no change, exact and mid-p, on the pairs that changed.
 *
 * Source: McNemar 1947, Psychometrika 12; Fagerland, Lydersen & Laake 2013, BMC Med. Res. Methodol. 13:91 (mid-p;
 * as many gained as lost gives 1 here). R: binom.test(table$yesNo, table$yesNo + table$noYes).
 *
 * @returns two-sided p-values 0–1; 1 if nobody changed
 */
export function mcnemarTests(table: PanelTable): { exact: number; midP: number } {
  const changed = table.yesNo + table.noYes;
  const fewer = Math.min(table.yesNo, table.noYes);
  if (table.yesNo === table.noYes) return { exact: 1, midP: 1 };
  return {
    exact: Math.min(1, 2 * fairCoinAtMost(fewer, changed)),
    midP: Math.min(1, 2 * (fairCoinAtMost(fewer - 1, changed) + 0.5 * fairCoinExactly(fewer, changed))),
  };
}
