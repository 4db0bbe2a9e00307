// Random small studies for the attacker: groups, who answered what in two waves, and what a reader sees of it.

import { type Exposure, exposures, type Secret } from "../../src/disclosure/attack.ts";
import type { Fact, Solver, Term } from "../../src/disclosure/linear-program.ts";
import {
  type BaseLayer,
  type Entry,
  isHiddenIn,
  type Pattern,
  sumOf,
  type WaveCounts,
} from "../../src/disclosure/wave-counts.ts";

/** One wave with its breakdowns: role, municipality and three groupings of municipalities; and two crossings. */
export interface RandomWave {
  readonly counts: WaveCounts;
  readonly declared: readonly Entry[];
  readonly crossings: readonly (readonly Entry[])[];
}

const roleCount = 3;

/** Two waves of one study with the same groups; `seed` decides all. */
export function randomStudy(seed: number): RandomWave[] {
  const random = drawsFrom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const municipalities = 3 + pick(9);
  const groupings = [2 + pick(3), 2 + pick(2), 2 + pick(3)].map((groups) =>
    Array.from({ length: municipalities }, () => pick(groups)),
  );
  const spread = [3, 8, 20][pick(3)]!;
  const size = Array.from({ length: municipalities }, () => 1 + pick(spread));
  const cells = size.flatMap((most, municipality) =>
    Array.from({ length: roleCount }, (_, role) => ({ role, municipality, invited: pick(most + 1) })),
  );
  const kept = cells.filter(({ invited }) => invited > 0);
  const rate = 0.4 + random() * 0.55;
  const draw = (n: number, p: number) =>
    Array.from({ length: n }, () => random()).filter((value) => value < p).length;
  return [rate, Math.min(0.97, rate + (random() - 0.5) * 0.2)].map((waveRate): RandomWave => {
    const invited = kept.map((cell) => cell.invited);
    const respondents = invited.map((n) => draw(n, waveRate));
    const layers: BaseLayer[] = [{ name: "respondents", within: null, counts: respondents, sums: [] }];
    for (let item = 0; item < 3; item++) {
      const answers = [0.99, 0.93, 0.5][item]!;
      const counts = respondents.map((n) => draw(n, answers));
      const lean = kept.map(({ role }) => (item === 1 ? role / (roleCount - 1) : 0.3 + random() * 0.4));
      const sums = counts.map((n, cell) => draw(n, lean[cell]!));
      layers.push({ name: `item ${item}`, within: 0, counts, sums: [{ name: "top", most: 1, sums }] });
    }
    const by = (breakdown: string, level: (cell: (typeof kept)[number]) => number | string): Entry[] => {
      const groups = new Map<string, number[]>();
      for (const [at, cell] of kept.entries()) {
        const name = `${breakdown}=${level(cell)}`;
        groups.set(name, [...(groups.get(name) ?? []), at]);
      }
      return [...groups].map(([name, own]) => ({ name, breakdown, cells: own }));
    };
    return {
      counts: { invited, layers },
      declared: [
        ...by("role", ({ role }) => role),
        ...by("municipality", ({ municipality }) => municipality),
        ...groupings.flatMap((groups, at) => by(`grouping${at}`, (cell) => groups[cell.municipality]!)),
      ],
      crossings: [
        by("role*grouping0", (cell) => `${cell.role}/${groupings[0]![cell.municipality]}`),
        by("role*municipality", (cell) => `${cell.role}/${cell.municipality}`),
      ],
    };
  });
}

/** Numbers from 0 up to 1, the same for the same seed (Mulberry32). */
function drawsFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What stands on the pages: a number, or that it is hidden; and the share that goes with it in whole per cent. */
interface Published {
  readonly layer: string;
  readonly entry: Entry;
  readonly count: number | null;
  readonly shares: readonly { readonly name: string; readonly percent: number | null }[];
}

/** Everything that is published when the rows are shown but for the pattern. */
export function published(counts: WaveCounts, entries: readonly Entry[], hidden: Pattern): Published[] {
  return counts.layers.flatMap(({ name, counts: persons, sums }) =>
    entries.map((entry) => {
      const count = isHiddenIn(hidden, name, entry.name) ? null : sumOf(persons, entry);
      return {
        layer: name,
        entry,
        count,
        shares: sums.map((sum) => ({
          name: sum.name,
          percent: count === null ? null : Math.floor((100 * sumOf(sum.sums, entry)) / count + 0.5),
        })),
      };
    }),
  );
}

/**
 * An attacker who has the pages, the numbers invited and the minimum, and nothing else: hidden counts that come
 * out closer than their protection interval allows. It is written without the code that protects.
 */
export function readPages(
  solver: Solver,
  invited: readonly number[],
  pages: readonly Published[],
  minimumBase: number,
): Exposure[] {
  const cells = invited.length;
  const layers = [...new Set(pages.map(({ layer }) => layer))];
  const offsets = new Map(layers.map((layer, at) => [layer, at * cells]));
  const most = layers.flatMap(() => [...invited]);
  const facts: Fact[] = [];
  const secrets: Secret[] = [];
  const sum = (offset: number, entry: Entry): Term[] =>
    entry.cells.map((cell) => ({ at: offset + cell, times: 1 }));
  for (const layer of layers.slice(1)) {
    for (let cell = 0; cell < cells; cell++)
      facts.push(atMost(offsets.get(layer)! + cell, offsets.get(layers[0]!)! + cell));
  }
  const sums = new Map<string, number>();
  for (const { layer, entry, count, shares } of pages) {
    const offset = offsets.get(layer)!;
    if (count !== null) {
      facts.push({ terms: sum(offset, entry), least: count, most: count });
      for (const { name, percent } of shares) {
        const key = `${layer} ${name}`;
        const place = sums.get(key) ?? most.length;
        if (!sums.has(key)) {
          most.push(...invited);
          for (let cell = 0; cell < cells; cell++) facts.push(atMost(place + cell, offset + cell));
          sums.set(key, place);
        }
        const terms = sum(place, entry);
        const [low, high] = [((percent! - 0.5) / 100) * count, ((percent! + 0.5) / 100) * count];
        facts.push({ terms, least: Math.ceil(low - 1e-9), most: Math.floor(high + 1e-9) });
      }
      continue;
    }
    const container = pages.find((page) => page.layer === layers[0] && page.entry.name === entry.name);
    const limit = layer === layers[0] ? null : container?.count;
    const ceiling = limit ?? entry.cells.reduce((total, cell) => total + invited[cell]!, 0);
    secrets.push({
      name: `${layer} ${entry.name}`,
      terms: sum(offset, entry),
      width: Math.min(minimumBase - 1, ceiling),
    });
  }
  return exposures(solver, { least: most.map(() => 0), most, facts }, secrets);
}

const atMost = (at: number, limit: number): Fact => ({
  terms: [
    { at, times: 1 },
    { at: limit, times: -1 },
  ],
  least: -1e6,
  most: 0,
});
