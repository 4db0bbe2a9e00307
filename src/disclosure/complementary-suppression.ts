// Complementary suppression in a table with one breakdown and a total: what else must be hidden so that a
// hidden base cannot be found by subtraction. Sources: Willenborg & de Waal 2001; Hundepool et al. 2012, ch. 4.

/** One group of the breakdown in one wave. */
export interface BaseEntry {
  /** Number of persons. */
  readonly base: number;
  /** The most that everybody knows it can be: persons invited, or persons counted in another shown table. */
  readonly ceiling: number;
  /** Hidden already in a table that this one is part of. */
  readonly isHiddenAbove: boolean;
  /** The least that everybody may come to know it to be; 0 unless another table tells more. */
  readonly floor: number;
}

/** A breakdown in one wave: its groups in table order, whose bases add up to a shown total. */
export interface BaseTable {
  readonly entries: readonly BaseEntry[];
  /**
   * The most that the groups hidden above can have together: what is left of the total there. Infinity where
   * no table stands above.
   */
  readonly hiddenAboveTogether: number;
}

/** What a reader who adds and subtracts can know about a base: it lies between the two. */
export interface KnownRange {
  readonly least: number;
  readonly most: number;
}

/**
 * What is known about every hidden base when the total and all other bases are shown. The reader is also
 * credited with knowing which of them are below the minimum, so the ranges are, if anything, too narrow.
 *
 * With one equation (the hidden bases add up to what the others leave of the total), a range for each and a
 * limit for some of them together, the bounds of the linear program have a closed form.
 *
 * @param hidden per group whether its base is hidden
 * @param minimumBase smallest base that is shown
 * @returns per group its range; null for groups that are shown
 */
export function rangesOfHidden(
  { entries, hiddenAboveTogether }: BaseTable,
  hidden: readonly boolean[],
  minimumBase: number,
): (KnownRange | null)[] {
  const most = entries.map((entry) =>
    entry.base < minimumBase ? Math.min(minimumBase - 1, entry.ceiling) : entry.ceiling,
  );
  const sumWhere = (values: readonly number[], isCounted: (entry: BaseEntry) => boolean) =>
    values.reduce(
      (total, value, index) => (hidden[index] === true && isCounted(entries[index]!) ? total + value : total),
      0,
    );
  const remainder = sumWhere(
    entries.map(({ base }) => base),
    () => true,
  );
  const mostAbove = sumWhere(most, (entry) => entry.isHiddenAbove);
  const mostBeside = sumWhere(most, (entry) => !entry.isHiddenAbove);
  return entries.map((entry, index) => {
    if (hidden[index] !== true) return null;
    const own = most[index]!;
    return entry.isHiddenAbove
      ? {
          least: Math.max(0, remainder - (mostAbove - own) - mostBeside),
          most: Math.min(own, remainder, hiddenAboveTogether),
        }
      : {
          least: Math.max(0, remainder - Math.min(mostAbove, hiddenAboveTogether) - (mostBeside - own)),
          most: Math.min(own, remainder),
        };
  });
}

/**
 * Which groups to hide. All below the minimum and all hidden above are; then, as long as the range of a hidden
 * base is narrower than `minimumBase − 1` (or than its ceiling, if that is smaller), the smallest group that is
 * still shown goes as well; last, those that turned out not to be needed come back. Where nothing helps, every
 * group is hidden and only the total stays.
 *
 * For a group hidden above, what is known there must not be sharpened here either: the least that this table
 * tells of its base may not exceed its `floor`.
 *
 * @param minimumBase smallest base that is shown
 * @returns per group whether it is hidden
 */
export function groupsToHide(table: BaseTable, minimumBase: number): boolean[] {
  const { entries } = table;
  const needed = entries.map((entry) => entry.isHiddenAbove || entry.base < minimumBase);
  const hidden = [...needed];
  while (!isSafe(table, hidden, minimumBase)) {
    const smallest = smallestShown(entries, hidden);
    if (smallest === null) return hidden;
    hidden[smallest] = true;
  }
  const extra = entries
    .map((entry, index) => ({ base: entry.base, index }))
    .filter(({ index }) => hidden[index] && !needed[index])
    .sort((a, b) => b.base - a.base || a.index - b.index);
  for (const { index } of extra) {
    hidden[index] = false;
    if (!isSafe(table, hidden, minimumBase)) hidden[index] = true;
  }
  return hidden;
}

function isSafe(table: BaseTable, hidden: readonly boolean[], minimumBase: number): boolean {
  return rangesOfHidden(table, hidden, minimumBase).every((range, index) => {
    if (range === null) return true;
    const entry = table.entries[index]!;
    const isWide = range.most - range.least >= Math.min(minimumBase - 1, entry.ceiling);
    return isWide && (!entry.isHiddenAbove || range.least <= entry.floor);
  });
}

function smallestShown(entries: readonly BaseEntry[], hidden: readonly boolean[]): number | null {
  let smallest: number | null = null;
  entries.forEach((entry, index) => {
    if (hidden[index] === true) return;
    if (smallest === null || entry.base < entries[smallest]!.base) smallest = index;
  });
  return smallest;
}
