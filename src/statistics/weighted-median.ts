// The median of weighted values.

const TOLERANCE = 1e-12;

/**
 * Weighted median: the smallest value at which the cumulated share of the weights reaches one half; where it
 * is exactly one half, the mean of that value and the next.
 * R: svyquantile(~y, design, 0.5, qrule = "school"), except that survey 4.1 returns the second value when the
 * first alone carries half the weight.
 *
 * @param values distinct values in ascending order, at least one
 * @param weights sum of the weights at each value, parallel, > 0
 */
export function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let cumulated = 0;
  for (let index = 0; index < values.length; index++) {
    cumulated += weights[index]!;
    const share = cumulated / total;
    if (Math.abs(share - 0.5) <= TOLERANCE)
      return (values[index]! + (values[index + 1] ?? values[index]!)) / 2;
    if (share > 0.5) return values[index]!;
  }
  return values[values.length - 1]!;
}
