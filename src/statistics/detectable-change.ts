// The smallest change of a share or mean that a planned wave could detect.

import { normalQuantile } from "./distributions.ts";

/**
 * A planned later wave. Rates, shares, `phi` (correlation of the two answers of one person), `alpha` and
 * `power` on the 0–1 scale (phi −1 to 1); `invited` is also the population size where it counts.
 */
export type DetectionPlan = {
  invited: number;
  earlierAnswers: number;
  laterResponseRate: number;
  retention: number;
  phi: number;
  alpha: number;
  power: number;
  finitePopulation: boolean;
};

/** Expected answers in the later wave and in both, not rounded. */
export function expectedAnswers(plan: DetectionPlan): { later: number; both: number } {
  return { later: plan.invited * plan.laterResponseRate, both: plan.earlierAnswers * plan.retention };
}

/** Variance of the change when the two waves have the unit variances `earlier` and `later`. */
function changeVariance(plan: DetectionPlan, earlier: number, later: number): number {
  const { later: nB, both } = expectedAnswers(plan);
  const nA = plan.earlierAnswers;
  const fA = plan.finitePopulation ? nA / plan.invited : 0;
  const fB = plan.finitePopulation ? nB / plan.invited : 0;
  const shared = both === 0 ? 0 : both * (1 - (plan.finitePopulation ? (fA * fB * plan.invited) / both : 0));
  const covariance = (shared / (nA * nB)) * plan.phi * Math.sqrt(earlier * later);
  return Math.max(0, (earlier * (1 - fA)) / nA + (later * (1 - fB)) / nB - 2 * covariance);
}

function deviates(plan: DetectionPlan): number {
  return normalQuantile(1 - plan.alpha / 2) + normalQuantile(plan.power);
}

/**
 * Smallest rise and fall of a share that would be found with the wanted power.
 *
 * The change d solves d = (z of alpha + z of power) · SE(p ± d), by bisection. R: uniroot.
 *
 * @param earlierShare 0–1
 * @returns changes on the 0–1 scale, both positive; null = not detectable within 0–1
 */
export function detectableShareChange(
  plan: DetectionPlan,
  earlierShare: number,
): { up: number | null; down: number | null } {
  const factor = deviates(plan);
  const spread = earlierShare * (1 - earlierShare);
  const excess = (change: number, later: number): number =>
    change - factor * Math.sqrt(changeVariance(plan, spread, later * (1 - later)));
  return {
    up: root((change) => excess(change, Math.min(1, earlierShare + change)), 1 - earlierShare),
    down: root((change) => excess(change, Math.max(0, earlierShare - change)), earlierShare),
  };
}

/**
 * Smallest change of a mean that would be found with the wanted power, in scale points.
 *
 * @param earlierSd standard deviation of the answers, scale points
 * @param laterSd the same in the planned wave
 */
export function detectableMeanChange(plan: DetectionPlan, earlierSd: number, laterSd = earlierSd): number {
  return deviates(plan) * Math.sqrt(changeVariance(plan, earlierSd ** 2, laterSd ** 2));
}

function root(excess: (change: number) => number, largest: number): number | null {
  if (largest <= 0 || excess(largest) < 0) return null;
  let [low, high] = [0, largest];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
