// The attacker: from everything that is published, how closely can each hidden count be worked out? Source:
// Willenborg & de Waal 2001, ch. 4 (bounds of suppressed cells by linear programming).
import type { Fact, OpenProgram, Program, Solver, Term } from "./linear-program.ts";

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

/**
 * Values of all unknowns that agreed with what was known at some time, newest last. They are kept from attack to
 * attack over the same unknowns: those that still agree spare the search for others.
 */
export type Worlds = Float64Array[];

/** What is published contradicts itself, or the solver gave up: nothing may be concluded from it. */
export class AttackFailedError extends Error {
  override readonly name = "AttackFailedError";
}

const tolerance = 1e-6;
const sweeps = 6;
/** Numbers that the kept worlds may hold together. */
const mostKept = 500_000;

/**
 * Every secret whose range is too narrow. Each solution of the linear program is one world that agrees with all
 * that is known; a secret is safe as soon as two worlds are far enough apart, whatever they were looked for. So
 * a few sweeps push all secrets to and fro at once, and only what is left is solved one by one.
 *
 * @param knowledge limits of every unknown and all published sums, each of them true
 * @param worlds of earlier attacks over the same unknowns; those found now are added
 * @param enough the search ends when so many are found
 * @throws AttackFailedError
 */
export function exposures(
  solver: Solver,
  knowledge: Program,
  secrets: readonly Secret[],
  worlds: Worlds = [],
  enough = Number.POSITIVE_INFINITY,
): Exposure[] {
  if (secrets.length === 0) return [];
  let opened: OpenProgram | null = null;
  const find = (sum: readonly Term[]): Float64Array => {
    opened ??= solver.open(knowledge);
    const world = opened.largest(sum);
    if (world === null) throw new AttackFailedError("no world agrees with what is published");
    worlds.push(world);
    return world;
  };
  try {
    const known = worlds.filter((world) => isWorldOf(knowledge, world));
    return exposuresIn(find, secrets, known, enough);
  } finally {
    (opened as OpenProgram | null)?.close();
    worlds.splice(0, worlds.length - Math.ceil(mostKept / Math.max(1, knowledge.most.length)));
  }
}

/** Whether values agree with all that is known. */
function isWorldOf({ least, most, facts }: Program, world: Float64Array): boolean {
  const isWithin = (value: number, from: number, to: number) =>
    value >= from - tolerance && value <= to + tolerance;
  return (
    facts.every((fact) => isWithin(sumIn(world, fact.terms), fact.least, fact.most)) &&
    world.every((value, at) => isWithin(value, least[at]!, most[at]!))
  );
}

function sumIn(world: Float64Array, terms: Fact["terms"]): number {
  let sum = 0;
  for (const { at, times } of terms) sum += times * world[at]!;
  return sum;
}

function exposuresIn(
  find: (sum: readonly Term[]) => Float64Array,
  secrets: readonly Secret[],
  known: readonly Float64Array[],
  enough: number,
): Exposure[] {
  const ranges = secrets.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }));
  const widen = (world: Float64Array) => {
    secrets.forEach(({ terms }, index) => {
      const value = sumIn(world, terms);
      const range = ranges[index]!;
      range.least = Math.min(range.least, value);
      range.most = Math.max(range.most, value);
    });
  };
  const look = (sum: readonly Term[]) => widen(find(sum));
  for (const world of known) widen(world);
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
  const found: Exposure[] = [];
  for (const index of open()) {
    if (found.length >= enough) break;
    const { name, terms, width } = secrets[index]!;
    for (const side of [1, -1]) if (!isWide(index)) look(scaled(terms, side));
    if (!isWide(index)) found.push({ name, ...whole(ranges[index]!), width });
  }
  return found;
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
