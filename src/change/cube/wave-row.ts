// One case (unit × wave) as the cube reads it, whether it comes from the service or from files.

/** The question was filtered away or not shown. */
export const NOT_ASKED = "__na__";

/** The respondent chose "I would rather not answer": asked, but no answer. */
export const REFUSED = "__refused__";

/**
 * The answer to one item. A string is one value code (for a numeric item the number as written, for an open
 * item any mark that something was written; never hand in the text itself), or `NOT_ASKED` or `REFUSED`.
 * A list is the options chosen: of a multi-select in any order, empty for "none of these"; of a "choose the
 * top three" in rank order, "" for a rank left open. No answer is the absence of the key.
 */
export type Answer = string | readonly string[];

/**
 * One row: what a unit did in one wave. At most one row per unit and wave.
 *
 * `unit` is an opaque key of whoever is followed from wave to wave: the member, or the seat if the same post
 * is to be compared. `disposition` is the final AAPOR code. `columns` holds group levels, weighting
 * variables, stratum and base weight as they were at the wave's reference date, under the names that the
 * plan uses. Answers of rows that are not unit respondents (1.1*, 1.2*) are not read.
 */
export type WaveRow = {
  unit: string;
  wave: string;
  disposition: string;
  columns: Readonly<Record<string, string>>;
  answers: Readonly<Record<string, Answer>>;
};
