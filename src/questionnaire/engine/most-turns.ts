// How many turns or rows there can be.

/** Turns or rows that can be added or counted at most, and that the codebook describes, whatever the author allows. */
const maximumTurns = 50;

/**
 * How many turns or rows there can be: what the author allows, no more than `maximumTurns`, and no fewer than there
 * are to begin with.
 */
export const mostTurns = (allowed: number, atFirst: number): number =>
  Math.max(atFirst, Math.min(allowed, maximumTurns));
