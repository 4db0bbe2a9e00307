// The minimum base: which counts are too small to be shown, and what hangs on them.

/** What a study promised about its figures. */
export interface DisclosureRules {
  /** Smallest number of persons that a figure may rest on, 3 or more. */
  readonly minimumBase: number;
}

/**
 * Whether a base must not be shown: fewer than the minimum. None at all is hidden too, so that an empty group
 * and a small one look alike.
 *
 * @param base number of persons, 0 or more
 */
export function isBelowMinimum(base: number, rules: DisclosureRules): boolean {
  return base < rules.minimumBase;
}

/**
 * Whether a count that can be worked out from others gives somebody away: 1 up to the minimum less one.
 * None is harmless here: that nobody left tells of no small group.
 */
export function isTelling(count: number, rules: DisclosureRules): boolean {
  return count > 0 && count < rules.minimumBase;
}

/**
 * Whether figures about those who answered in both waves may be shown. Beside the bases of the two waves they
 * tell how many left and how many joined; each of the three must be none or at least the minimum.
 *
 * @param earlier base of the earlier wave
 * @param later base of the later wave
 * @param both persons in both bases
 */
export function isPanelSafe(earlier: number, later: number, both: number, rules: DisclosureRules): boolean {
  return ![both, earlier - both, later - both].some((count) => isTelling(count, rules));
}
