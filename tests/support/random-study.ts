// Random small studies as persons with answers: role, municipality, three groupings of municipalities, two waves; and
// the public-use file that comes of them.
import { type Analysis, openAnalysis } from "../../src/change/analysis.ts";
import { plainItem, plainPlan } from "../../src/change/cube/analysis-plan.ts";
import { createCubeBuilder } from "../../src/change/cube/cube-builder.ts";
import type { Solver } from "../../src/disclosure/linear-program.ts";
import type { KeptPattern } from "../../src/disclosure/pattern-store.ts";
import { crossingOf, type ProtectedTable, protectTable } from "../../src/disclosure/protect-table.ts";
import type { RawTable } from "../../src/disclosure/table.ts";
import type { Pattern } from "../../src/disclosure/wave-counts.ts";
import type { PublishedFigures } from "../../src/report/figures-file.ts";
import { studyProtection } from "../../src/report/study-protection.ts";
import { changeTable } from "../../src/report/tables/change-table.ts";
import { distributionTable } from "../../src/report/tables/distribution-table.ts";
import { levelTable } from "../../src/report/tables/level-table.ts";
import { responseTable } from "../../src/report/tables/response-table.ts";
import {
  crossedEntriesOf,
  entriesOf,
  type FineWave,
  fineWave,
} from "../../src/report/tables/wave-counts-of.ts";
import { addBreakdown, declaredPattern, releaseOf, sizesOf } from "../../src/report/wave-protection.ts";

export const waves = ["1", "2"] as const;
export const items = ["q0", "q1", "q2"] as const;
const variables = ["role", "municipality", "grouping0", "grouping1", "grouping2"];
const crossings = [
  ["role", "grouping0"],
  ["role", "municipality"],
] as const;

/** The groups of one place of the panel, and how many were invited there. */
export interface InvitedCell {
  readonly groups: Readonly<Record<string, string>>;
  readonly invited: number;
}

export interface RandomStudy {
  readonly analysis: Analysis;
  /** Known to everybody; the same in both waves. */
  readonly cells: readonly InvitedCell[];
}

/** A study of two waves with the same persons in the same groups; `seed` decides all. */
export function randomStudy(seed: number): RandomStudy {
  const random = drawsFrom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const municipalities = 3 + pick(9);
  const groupings = [2 + pick(3), 2 + pick(2), 2 + pick(3)].map((groups) =>
    Array.from({ length: municipalities }, () => pick(groups)),
  );
  const spread = [3, 8, 20][pick(3)]!;
  const cells = Array.from({ length: municipalities }, () => 1 + pick(spread)).flatMap((most, municipality) =>
    [0, 1, 2].map((role): InvitedCell & { role: number } => ({
      role,
      invited: pick(most + 1),
      groups: {
        role: `r${role}`,
        municipality: `m${municipality}`,
        ...Object.fromEntries(groupings.map((groups, at) => [`grouping${at}`, `g${groups[municipality]}`])),
      },
    })),
  );
  const kept = cells.filter(({ invited }) => invited > 0);
  const rate = 0.4 + random() * 0.55;
  const rates = [rate, Math.min(0.97, rate + (random() - 0.5) * 0.2)];
  const levels = (variable: string) => [...new Set(kept.map(({ groups }) => groups[variable]!))];
  const plan = {
    ...plainPlan(
      "s",
      [...waves],
      items.map((id) => ({
        ...plainItem(id, "yesno" as const),
        values: ["yes", "no"],
        top: ["yes"],
        measures: ["top"],
        main: ["top"],
      })),
    ),
    groups: variables.map((variable) => ({ variable, levels: levels(variable) })),
  };
  const builder = createCubeBuilder(plan);
  let unit = 0;
  for (const { groups, role, invited } of kept) {
    const leans = items.map((_, item) => (item === 1 ? role / 2 : 0.3 + random() * 0.4));
    for (let person = 0; person < invited; person++) {
      unit += 1;
      for (const [wave, label] of waves.entries()) {
        const isAnswered = random() < rates[wave]!;
        const answers = Object.fromEntries(
          items.flatMap((id, item) => {
            const [isGiven, isTop] = [random() < [0.99, 0.93, 0.5][item]!, random() < leans[item]!];
            return isAnswered && isGiven ? [[id, isTop ? "yes" : "no"]] : [];
          }),
        );
        builder.add({
          unit: String(unit).padStart(6, "0"),
          wave: label,
          disposition: isAnswered ? "1.1" : "2.2",
          columns: groups,
          answers,
        });
      }
    }
  }
  return { analysis: openAnalysis(plan, builder.finish()), cells: kept };
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

/** Decides what is hidden in a wave, given its declared groups: the suppressor under test, or a broken one. */
export type Suppressor = (fine: FineWave) => KeptPattern;

export const ownSuppressor =
  (solver: Solver, rules: { minimumBase: number }): Suppressor =>
  (fine) =>
    declaredPattern(solver, fine, variables, rules);

/** Hides what is small and nothing beside it. */
export const brokenSuppressor =
  ({ minimumBase }: { minimumBase: number }): Suppressor =>
  (fine) => {
    const added = variables.flatMap((variable) => entriesOf(fine, variable));
    const small = added.filter((entry) =>
      fine.counts.layers.some(
        ({ counts }) => entry.cells.reduce((sum, cell) => sum + counts[cell]!, 0) < minimumBase,
      ),
    );
    const hidden: Pattern = { everywhere: new Set(small.map(({ name }) => name)), within: new Map() };
    return { breakdowns: variables, hidden, sizes: sizesOf(fine, added) };
  };

/** A table that is out, with the same figures before they were protected. */
export interface OutTable extends PublishedFigures {
  readonly raw: RawTable;
}

/** Everything that is published of a study: the declared set, and each crossing that is admitted in both waves. */
export function publishedTables(
  solver: Solver,
  { analysis }: RandomStudy,
  suppress: Suppressor,
  rules: { minimumBase: number },
): OutTable[] {
  const fine = new Map(waves.map((wave) => [wave as string, fineWave(analysis, wave)]));
  const decided = new Map([...fine].map(([wave, found]) => [wave, [suppress(found)]]));
  const admitted = crossings.filter((pair) => {
    const isOutIn = [...fine].map(([wave, found]) => {
      const named = (breakdown: string) =>
        breakdown.includes("*")
          ? crossedEntriesOf(found, breakdown.split("*") as [string, string])
          : entriesOf(found, breakdown);
      const breakdown = crossingOf(pair[0], pair[1]);
      const before = releaseOf(found, rules, decided.get(wave)!, named);
      const hidden = addBreakdown(solver, before, named(breakdown), rules);
      if (typeof hidden === "string") return false;
      decided.get(wave)!.push({ breakdowns: [breakdown], hidden, sizes: sizesOf(found, named(breakdown)) });
      return true;
    });
    return isOutIn.every(Boolean);
  });
  const protection = studyProtection({ solver, decided, unit: "unit", pair: { analysis, waves }, rules });
  const out = (raw: RawTable, subject: PublishedFigures["subject"]): OutTable => ({
    raw,
    subject,
    table: protectTable(raw, rules, protection) satisfies ProtectedTable,
  });
  const breakdowns = [null, ...variables];
  const crossed = admitted.map((pair) => crossingOf(pair[0], pair[1]));
  return [
    ...waves.flatMap((wave) => [
      ...breakdowns.map((breakdown) =>
        out(responseTable(analysis, wave, breakdown), { kind: "response", breakdown }),
      ),
      ...items.flatMap((item) => [
        ...breakdowns.map((breakdown) =>
          out(levelTable(analysis, wave, item, "top", breakdown), {
            kind: "level",
            item,
            measure: "top",
            breakdown,
          }),
        ),
        out(distributionTable(analysis, wave, item), { kind: "distribution", item }),
      ]),
    ]),
    ...items.flatMap((item) =>
      [...breakdowns, ...crossed].map((breakdown) =>
        out(changeTable(analysis, waves, item, "top", breakdown, new Map()), {
          kind: "change",
          item,
          measure: "top",
          breakdown,
        }),
      ),
    ),
  ];
}
