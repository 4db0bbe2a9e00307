// The attacker: from everything that is published, how closely can each hidden count be worked out? Source:
// Willenborg & de Waal 2001, ch. 4 (bounds of suppressed cells by linear programming).
import type { OpenProgram, Program, Solver, Term } from "./linear-program.ts";

/** A count that must not be worked out: a sum of unknowns. */
export interface Secret {
  readonly name: string;
  readonly terms: readonly Term[];
  /** The range in which it may be known to lie must be at least this wide, persons. */
  readonly width: number;
}

/** A secret that can be worked out too closely: it is a whole number from `least` to `most`. */
export interface Exposure {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly width: number;
}

/** What is published contradicts itself, or the solver gave up: nothing may be concluded from it. */
export class AttackFailedError extends Error {
  override readonly name = "AttackFailedError";
}

const tolerance = 1e-6;
const sweeps = 6;

/**
 * Every secret whose range is too narrow. Each solution of the linear program is one world that agrees with all
 * that is known; a secret is safe as soon as two worlds are far enough apart, whatever they were looked for. So
 * a few sweeps push all secrets to and fro at once, and only what is left is solved one by one.
 *
 * @param knowledge limits of every unknown and all published sums, each of them true
 * @throws AttackFailedError
 */
export function exposures(solver: Solver, knowledge: Program, secrets: readonly Secret[]): Exposure[] {
  if (secrets.length === 0) return [];
  const program = solver.open(knowledge);
  try {
    return exposuresIn(program, secrets);
  } finally {
    program.close();
  }
}

function exposuresIn(program: OpenProgram, secrets: readonly Secret[]): Exposure[] {
  const ranges = secrets.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }));
  const look = (sum: readonly Term[]) => {
    const world = program.largest(sum);
    if (world === null) throw new AttackFailedError("no world agrees with what is published");
    secrets.forEach(({ terms }, index) => {
      const value = terms.reduce((total, { at, times }) => total + times * world[at]!, 0);
      const range = ranges[index]!;
      range.least = Math.min(range.least, value);
      range.most = Math.max(range.most, value);
    });
  };
  const isWide = (index: number) => {
    const { least, most } = whole(ranges[index]!);
    return most - least >= secrets[index]!.width;
  };
  const open = () => [...secrets.keys()].filter((index) => !isWide(index));

  for (let sweep = 0; sweep < sweeps; sweep++) {
    const left = open();
    if (left.length < 4) break;
    const signs = left.map((index) => signOf(sweep, index));
    for (const side of [1, -1]) {
      look(left.flatMap((index, place) => scaled(secrets[index]!.terms, side * signs[place]!)));
    }
  }
  return open().flatMap((index) => {
    const { name, terms, width } = secrets[index]!;
    for (const side of [1, -1]) {
      if (isWide(index)) return [];
      look(scaled(terms, side));
    }
    return isWide(index) ? [] : [{ name, ...whole(ranges[index]!), width }];
  });
}

/** Counts are whole numbers: a bound of 3.7 is one of 3. */
const whole = ({ least, most }: { least: number; most: number }) => ({
  least: Math.ceil(least - tolerance),
  most: Math.floor(most + tolerance),
});

const scaled = (terms: readonly Term[], factor: number): Term[] =>
  terms.map(({ at, times }) => ({ at, times: times * factor }));

/** Directions that differ from sweep to sweep and are the same at every run; the first pushes all one way. */
function signOf(sweep: number, index: number): 1 | -1 {
  if (sweep === 0) return 1;
  if (sweep === 1) return index % 2 === 0 ? 1 : -1;
  const mixed = Math.imul(index + 1, 2654435761) ^ Math.imul(sweep + 7, 40503);
  return ((mixed >>> 13) & 1) === 0 ? 1 : -1;
}
