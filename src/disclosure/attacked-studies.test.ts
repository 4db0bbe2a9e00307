// Random studies, published as we publish, and attacked by a reader who puts everything together.
import { beforeAll, describe, expect, inject, test } from "vitest";
import { published, type RandomWave, randomStudy, readPages } from "../../tests/support/random-release.ts";
import { loadSolver, type Solver } from "./linear-program.ts";
import { protectJointly } from "./protect-jointly.ts";
import { type Entry, joined, type Pattern, sumOf, wholeOf } from "./wave-counts.ts";

const rules = { minimumBase: 5 };
const studies = inject("isVerify") ? 1000 : 3;
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

interface Out {
  readonly entries: readonly Entry[];
  readonly hidden: Pattern;
}

/** The declared rows, then each crossing that is admitted. */
function publish({ counts, declared, crossings }: RandomWave): Out | null {
  const whole = wholeOf(counts);
  if (counts.layers.some((layer) => sumOf(layer.counts, whole) < rules.minimumBase)) return null;
  const nothing: Pattern = { everywhere: new Set(), within: new Map() };
  let out: Out = { entries: [whole], hidden: nothing };
  for (const added of [declared, ...crossings]) {
    const before = { counts, entries: out.entries, hidden: out.hidden };
    const { hidden, exposed } = protectJointly(solver, { before, added }, rules);
    if (added !== declared && exposed.length > 0) continue;
    out = { entries: [...out.entries, ...added], hidden: joined(out.hidden, hidden) };
  }
  return out;
}

/** What comes out although nothing but the totals is told: nobody can hide that. */
function unavoidable({ counts }: RandomWave, entries: readonly Entry[]): Map<string, number> {
  const whole = wholeOf(counts);
  const allButWhole = new Set(entries.map(({ name }) => name).filter((name) => name !== whole.name));
  const pages = published(counts, entries, { everywhere: allButWhole, within: new Map() });
  return new Map(
    readPages(solver, counts.invited, pages, rules.minimumBase).map(({ name, least, most }) => [
      name,
      most - least,
    ]),
  );
}

function found(wave: RandomWave, { entries, hidden }: Out) {
  const pages = published(wave.counts, entries, hidden);
  const exposed = readPages(solver, wave.counts.invited, pages, rules.minimumBase);
  const given = exposed.length === 0 ? new Map<string, number>() : unavoidable(wave, entries);
  return exposed.filter(
    ({ name, least, most }) => most - least < (given.get(name) ?? Number.POSITIVE_INFINITY),
  );
}

describe("random studies", () => {
  test("E4 a reader of every table finds no hidden count within its protection interval", {
    timeout: 3_600_000,
  }, () => {
    for (let seed = 1; seed <= studies; seed++) {
      for (const [at, wave] of randomStudy(seed).entries()) {
        const out = publish(wave);
        if (out !== null) expect(found(wave, out), `study ${seed}, wave ${at + 1}`).toEqual([]);
      }
    }
  });

  test("E4 the same reader finds what a broken suppressor lets out", { timeout: 600_000 }, () => {
    let caught = 0;
    for (let seed = 1; seed <= 4; seed++) {
      for (const wave of randomStudy(seed)) {
        const { counts, declared } = wave;
        const whole = wholeOf(counts);
        const small = (entry: Entry) =>
          counts.layers.some((layer) => sumOf(layer.counts, entry) < rules.minimumBase);
        const everywhere = new Set(declared.filter(small).map(({ name }) => name));
        caught += found(wave, {
          entries: [whole, ...declared],
          hidden: { everywhere, within: new Map() },
        }).length;
      }
    }
    expect(caught).toBeGreaterThan(0);
  });
});
