// The cheapest rows to hide beside the small ones, as a mixed integer program: for every hidden row there must be two
// worlds far enough apart that agree with every row still shown. Source: Fischetti & Salazar 2001, Management Science 47.
import type { Fact, Solver, Term } from "./linear-program.ts";
import type { DisclosureRules } from "./minimum-base.ts";
import { type Release, widthOf } from "./reader-knowledge.ts";
import { type Entry, isHiddenIn, sumOf } from "./wave-counts.ts";

/** A row that may be hidden: for one with `isNeeded` there is no choice. */
export interface RowChoice {
  readonly entry: Entry;
  readonly isNeeded: boolean;
}

/** A row whose hiding is protected. */
export interface GuardedRow {
  /** Its position. */
  readonly at: number;
  /** Whether from a reader who is told which hidden rows are small. */
  readonly isCredited: boolean;
}

/** Programs beyond these take too long; the search by trying out takes over. */
const [mostRows, mostCells, seconds] = [30, 60, 2];

/**
 * Positions of the rows to hide so that the number of persons in hidden rows is smallest.
 *
 * @param before what is out already, of which the first layer (the respondents) is looked at
 * @param guarded the rows whose hiding is protected; others may be hidden without a world of their own
 * @returns null where the program is too large, has no solution, or takes too long
 */
export function optimalRows(
  solver: Solver,
  before: Release,
  rows: readonly RowChoice[],
  guarded: readonly GuardedRow[],
  rules: DisclosureRules,
): number[] | null {
  const { invited, layers } = before.counts;
  if (rows.length > mostRows || invited.length > mostCells) return null;
  const { counts, name } = layers[0]!;
  const least: number[] = rows.map(({ isNeeded }) => (isNeeded ? 1 : 0));
  const most = rows.map(() => 1);
  const facts: Fact[] = [];
  const ceiling = (entry: Entry) => sumOf(invited, entry);
  const world = (isCredited: boolean): number => {
    const offset = most.length;
    most.push(...invited);
    least.push(...invited.map(() => 0));
    const sum = (entry: Entry): Term[] => entry.cells.map((cell) => ({ at: offset + cell, times: 1 }));
    for (const entry of before.entries) {
      const count = sumOf(counts, entry);
      if (!isHiddenIn(before.hidden, name, entry.name))
        facts.push({ terms: sum(entry), least: count, most: count });
      else if (isCredited && count < rules.minimumBase)
        facts.push({ terms: sum(entry), least: 0, most: rules.minimumBase - 1 });
    }
    rows.forEach(({ entry }, at) => {
      const count = sumOf(counts, entry);
      const top =
        isCredited && count < rules.minimumBase
          ? Math.min(rules.minimumBase - 1, ceiling(entry))
          : ceiling(entry);
      // Shown: exactly the count. Hidden: from none up to the ceiling.
      facts.push({ terms: [...sum(entry), { at, times: count }], least: count, most: 1e7 });
      facts.push({ terms: [...sum(entry), { at, times: count - top }], least: -1e7, most: count });
    });
    return offset;
  };
  for (const { at, isCredited } of guarded) {
    const { entry } = rows[at]!;
    const [low, high] = [world(isCredited), world(isCredited)];
    const terms: Term[] = [
      ...entry.cells.map((cell) => ({ at: high + cell, times: 1 })),
      ...entry.cells.map((cell) => ({ at: low + cell, times: -1 })),
      { at, times: -widthOf(ceiling(entry), rules) },
    ];
    facts.push({ terms, least: 0, most: 1e7 });
  }
  const whole = most.map((_, at) => at < rows.length);
  const program = solver.open({ least, most, facts, whole }, seconds);
  try {
    const cost = rows.map(({ entry }, at) => ({ at, times: -1 - sumOf(counts, entry) }));
    const found = program.largest(cost);
    return found === null ? null : [...rows.keys()].filter((at) => found[at]! > 0.5);
  } finally {
    program.close();
  }
}
