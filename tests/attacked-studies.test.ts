// Random studies, published as we publish, and attacked by a reader of the public-use file who puts all of it together.
// The whole runs with TIDVIS_VERIFY=yes; TIDVIS_STUDIES=101-200 runs some of it.
import { beforeAll, describe, expect, inject, test } from "vitest";
import { loadSolver, type Solver } from "../src/disclosure/linear-program.ts";
import type { ProtectedFigure, ProtectedRow } from "../src/disclosure/protect-table.ts";
import { figuresFile, type PublishedFigures } from "../src/report/figures-file.ts";
import { faultsAtSight, rowsOfFile, unavoidable, workedOut } from "./support/file-attacker.ts";
import {
  brokenSuppressor,
  type OutTable,
  ownSuppressor,
  publishedTables,
  type RandomStudy,
  randomStudy,
  type Suppressor,
} from "./support/random-study.ts";

const rules = { minimumBase: 5 };
/** A sixth of the studies drawn have too few answers for anything to be published; a thousand are left. */
const part = process.env.TIDVIS_STUDIES ?? (inject("isVerify") ? "1-1220" : "19-20");
const [first, last] = part.split("-").map(Number) as [number, number];
let solver: Solver;
/** What is published of one study; made once. */
let sound: readonly OutTable[] | undefined;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Everything that is wrong with the file of a study. */
function faultsOf({ cells }: RandomStudy, file: string): string[] {
  const rows = rowsOfFile(file);
  const exposed = workedOut(solver, rows, cells, rules.minimumBase);
  const given = exposed.length === 0 ? new Map() : unavoidable(solver, rows, cells, rules.minimumBase);
  const tellsMore = exposed.filter(
    ({ name, least, most }) => most - least < (given.get(name) ?? Number.POSITIVE_INFINITY),
  );
  return [
    ...faultsAtSight(rows, rules.minimumBase),
    ...tellsMore.map(({ name, least, most, width }) => `${name}: ${least} to ${most}, not ${width} wide`),
  ];
}

const isTooSmall = ({ analysis }: RandomStudy): boolean => {
  const tables = publishedTables(solver, { analysis, cells: [] }, brokenSuppressor(rules), rules);
  return tables.some(({ raw }) =>
    Object.values(raw.everyone.counts).some(({ base }) => base < rules.minimumBase),
  );
};

const fileOf = (study: RandomStudy, suppress: Suppressor): string =>
  figuresFile("s", publishedTables(solver, study, suppress, rules));

describe("random studies", () => {
  test("E4 a reader of the public-use file finds no hidden count within its protection interval", {
    timeout: 36_000_000,
  }, () => {
    let [attacked, shown, hidden] = [0, 0, 0];
    for (let seed = first; seed <= last; seed++) {
      const study = randomStudy(seed);
      if (isTooSmall(study)) continue;
      const file = fileOf(study, ownSuppressor(solver, rules));
      expect(faultsOf(study, file), `study ${seed}`).toEqual([]);
      const rows = rowsOfFile(file).filter(({ groups }) => groups !== "all");
      attacked += 1;
      hidden += rows.filter(({ n }) => n === "hidden").length;
      shown += rows.filter(({ n }) => n !== "hidden").length;
    }
    if (last - first > 10)
      console.info(
        `${part}: ${attacked} studies attacked, ${shown} figures of groups shown, ${hidden} hidden`,
      );
    expect(attacked).toBeGreaterThan(0);
    expect(shown).toBeGreaterThan(0);
  });

  test("E4 the same reader finds what a broken suppressor lets out", { timeout: 600_000 }, () => {
    const faults = [1, 2, 3]
      .map(randomStudy)
      .flatMap((study) => faultsOf(study, fileOf(study, brokenSuppressor(rules))));
    expect(faults.length).toBeGreaterThan(0);
  });

  test.each<[string, (own: ProtectedFigure, name: string, raw: number | null) => unknown]>([
    [
      "prints a base that is hidden",
      (own, name, raw) => (own.kind === "hidden" && name === "n" ? raw : null),
    ],
    [
      "prints a base that is hidden for another's sake",
      (own, name, raw) => (own.kind === "hidden" && name === "n" && raw! >= rules.minimumBase ? raw : null),
    ],
    ["does not round", (own, name, raw) => (own.kind === "number" && name === "est" ? raw! * 100 : null)],
  ])("E4 and what a file lets out that %s", (_, leak) => {
    const study = randomStudy(20);
    sound ??= publishedTables(solver, study, ownSuppressor(solver, rules), rules);
    const tables = sound;
    expect(faultsOf(study, figuresFile("s", tables))).toEqual([]);
    const leaking = tables.map((out) => leakingTable(out, leak));
    expect(faultsOf(study, figuresFile("s", leaking)).length).toBeGreaterThan(0);
  });
});

/** The table with some figures put back as they were before they were protected. */
function leakingTable(
  { subject, table, raw }: OutTable,
  leak: (own: ProtectedFigure, name: string, raw: number | null) => unknown,
): PublishedFigures {
  const rowOf = (row: ProtectedRow, unprotected: (typeof raw.rows)[number]) => ({
    ...row,
    figures: Object.fromEntries(
      Object.entries(row.figures).map(([name, own]) => {
        const before = unprotected.figures[name];
        const value = leak(own, name, typeof before === "number" ? before : null);
        const unit = table.columns.find((column) => column.name === name)?.unit;
        return [name, value === null ? own : ({ kind: "number", unit, value } as unknown as ProtectedFigure)];
      }),
    ),
  });
  return {
    subject,
    table: {
      ...table,
      everyone: rowOf(table.everyone, raw.everyone),
      rows: table.rows.map((row, at) => rowOf(row, raw.rows[at]!)),
    },
  };
}
