// Adjustment of p-values for many comparisons.

/**
 * Benjamini–Hochberg adjusted p-values of one family.
 *
 * Source: Benjamini & Hochberg 1995, JRSS B 57. R: p.adjust(p, "BH") on the values that are not null.
 *
 * @param values p-values 0–1 in any order; null where a change has no test: it is not part of the family
 * @returns adjusted values in the same order, null where the input was null
 */
export function benjaminiHochberg(values: readonly (number | null)[]): (number | null)[] {
  const family = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  family.sort((a, b) => b.value - a.value);
  const adjusted: (number | null)[] = values.map(() => null);
  let smallest = 1;
  family.forEach(({ value, index }, position) => {
    const rank = family.length - position;
    smallest = Math.min(smallest, (family.length * value) / rank);
    adjusted[index] = smallest;
  });
  return adjusted;
}

/** Number of p-values in the family: those that are not null. */
export function familySize(values: readonly (number | null)[]): number {
  return values.filter((value) => value !== null).length;
}
