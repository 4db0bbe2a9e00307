// Everything about one wave that published tables are added up from: the finest groups, and per group how many were
// invited, answered, and stand in the base of each measure.

/** A sum over the persons of a base: how many gave an answer, or the total of their scores. */
export interface SumLayer {
  readonly name: string;
  /** The most that one person adds; the least is 0. */
  readonly most: number;
  /** Per cell. */
  readonly sums: readonly number[];
}

/** Persons who stand in a base, which lies within another. */
export interface BaseLayer {
  /** Unique within the wave. */
  readonly name: string;
  /** Position of the layer that contains this one; null for the first, which lies within the invited. */
  readonly within: number | null;
  /** Persons per cell. */
  readonly counts: readonly number[];
  /** What is told of them wherever their number is told. */
  readonly sums: readonly SumLayer[];
}

/** One wave by its finest groups (cells): every combination of group levels in which anybody was invited. */
export interface WaveCounts {
  /** Persons invited per cell: known to everybody. */
  readonly invited: readonly number[];
  /** The respondents first, then the bases, each after the layer that contains it. */
  readonly layers: readonly BaseLayer[];
}

/** A group that tables have a row for. */
export interface Entry {
  /** "role=politician", "municipality=1001&role=politician"; "all" for everybody. */
  readonly name: string;
  /** What it is a level of: the entries of one breakdown share no person. */
  readonly breakdown: string;
  readonly cells: readonly number[];
}

/** Which rows are hidden: for every layer, and for some layers in addition. By entry name. */
export interface Pattern {
  readonly everywhere: ReadonlySet<string>;
  readonly within: ReadonlyMap<string, ReadonlySet<string>>;
}

export const nothingHidden: Pattern = { everywhere: new Set(), within: new Map() };

/** Whether an entry is hidden in a layer. */
export function isHiddenIn({ everywhere, within }: Pattern, layer: string, entry: string): boolean {
  return everywhere.has(entry) || within.get(layer)?.has(entry) === true;
}

/** Both patterns together. */
export function joined(one: Pattern, other: Pattern): Pattern {
  const layers = new Set([...one.within.keys(), ...other.within.keys()]);
  const both = (layer: string) => [...(one.within.get(layer) ?? []), ...(other.within.get(layer) ?? [])];
  return {
    everywhere: new Set([...one.everywhere, ...other.everywhere]),
    within: new Map([...layers].map((layer) => [layer, new Set(both(layer))])),
  };
}

/** The entry of everybody. */
export const wholeOf = ({ invited }: WaveCounts): Entry => ({
  name: "all",
  breakdown: "",
  cells: invited.map((_, cell) => cell),
});

/** Sum of some cells. */
export const sumOf = (counts: readonly number[], { cells }: Entry): number =>
  cells.reduce((total, cell) => total + counts[cell]!, 0);
