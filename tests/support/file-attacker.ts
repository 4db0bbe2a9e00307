// A reader of a public-use file who puts everything in it together. Written without the code that protects: it knows
// the text of the file, how many were invited where, and the minimum.
import { parse } from "csv-parse/sync";
import { type Exposure, exposures, type Secret } from "../../src/disclosure/attack.ts";
import type { Fact, Solver, Term } from "../../src/disclosure/linear-program.ts";
import type { InvitedCell } from "./random-study.ts";

/** One line of figures.csv. */
export type FileRow = Readonly<Record<string, string>>;

export const rowsOfFile = (text: string): FileRow[] => parse(text, { columns: true });

const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^-?\d+(\.\d+)?$/.test(cell);
const wholeColumns = ["n", "n_before", "n_both", "invited"];
const figureColumns = ["value", "ci_lo", "ci_hi", "before", "after"];

/** What no reader needs to work out: counts of a few that are printed, and figures that are not rounded. */
export function faultsAtSight(rows: readonly FileRow[], minimumBase: number): string[] {
  return rows.flatMap((row) => {
    const about = `${row.figure} ${row.wave} ${row.question} ${row.groups} ${row.group}`;
    const few = ["n", "n_before", "n_both"].filter(
      (column) => isNumber(row[column]) && Number(row[column]) < minimumBase && row[column] !== "0",
    );
    const decimals = row.unit?.startsWith("score") ? /^(-?\d+\.\d)?$/ : /^(-?\d+)?$/;
    const unrounded = [
      ...wholeColumns.filter((column) => row[column] !== "hidden" && !/^\d*$/.test(row[column]!)),
      ...figureColumns.filter((column) => row[column] !== "hidden" && !decimals.test(row[column]!)),
    ];
    return [...few, ...unrounded].map((column) => `${about}: ${column} is ${row[column]}`);
  });
}

/** A number that the file gives or hides: how many stand in a base, in a wave, in a group. */
interface Count {
  readonly wave: string;
  /** Question, or "" for those who answered at all. */
  readonly question: string;
  readonly groups: string;
  readonly group: string;
  readonly printed: string | undefined;
  /** Whole per cent of them, where printed. */
  readonly percent: string | undefined;
}

function countsIn(row: FileRow): Count[] {
  const { wave = "", question = "", groups = "", group = "" } = row;
  const own = { question, groups, group };
  if (row.figure === "response") return [{ ...own, wave, question: "", printed: row.n, percent: undefined }];
  if (row.figure === "change")
    return [
      { ...own, wave: row.compared_with!, printed: row.n_before, percent: row.before },
      { ...own, wave, printed: row.n, percent: row.after },
    ];
  return row.measure === "top" ? [{ ...own, wave, printed: row.n, percent: row.value }] : [];
}

/**
 * Hidden counts that come out closer than their protection interval allows, from all waves together: the printed
 * bases, the shares behind the rounded per cents, the changes, and how many answered both times.
 */
export function workedOut(
  solver: Solver,
  rows: readonly FileRow[],
  cells: readonly InvitedCell[],
  minimumBase: number,
): Exposure[] {
  const invited = cells.map((cell) => cell.invited);
  const most: number[] = [];
  const blocks = new Map<string, number>();
  const facts: Fact[] = [];
  const terms = (offset: number, own: readonly number[], times = 1): Term[] =>
    own.map((cell) => ({ at: offset + cell, times }));
  const atMost = (block: number, within: number, more = () => 0) =>
    facts.push(
      ...invited.map(
        (_, cell): Fact => ({
          terms: [...terms(block, [cell]), ...terms(within, [cell], -1)],
          least: -1e6,
          most: more(),
        }),
      ),
    );
  const blockOf = (kind: string, ...names: readonly string[]): number => {
    const key = JSON.stringify([kind, ...names]);
    const known = blocks.get(key);
    if (known !== undefined) return known;
    const [wave, question] = names as [string, string?];
    const within =
      kind === "top"
        ? blockOf("base", wave, question!)
        : question !== undefined && question !== "" && kind === "base"
          ? blockOf("base", wave, "")
          : null;
    const offset = most.length;
    most.push(...invited);
    blocks.set(key, offset);
    if (within !== null) atMost(offset, within);
    return offset;
  };
  const cellsIn = (groups: string, group: string): number[] =>
    [...cells.keys()].filter((cell) => {
      if (groups === "all") return true;
      const wanted = groups.includes("*") ? group.split("&").map((one) => one.split("=")) : [[groups, group]];
      return wanted.every(([variable, level]) => cells[cell]!.groups[variable!] === level);
    });
  const hidden = new Map<string, Count>();
  const shown = new Map<string, number>();
  const nameOf = ({ wave, question, groups, group }: Count) => `${wave} ${question} ${groups} ${group}`;
  const seen = new Set<string>();
  for (const row of rows) {
    for (const count of countsIn(row)) {
      const { wave, question, groups, group, printed, percent } = count;
      if (printed === "hidden") hidden.set(nameOf(count), count);
      if (!isNumber(printed)) continue;
      const key = JSON.stringify([count, percent]);
      if (seen.has(key)) continue;
      seen.add(key);
      const [own, n] = [cellsIn(groups, group), Number(printed)];
      facts.push({ terms: terms(blockOf("base", wave, question), own), least: n, most: n });
      shown.set(nameOf(count), n);
      if (!isNumber(percent)) continue;
      const [low, high] = [-0.5, 0.5].map((half) => ((Number(percent) + half) / 100) * n) as [number, number];
      facts.push({
        terms: terms(blockOf("top", wave, question), own),
        least: Math.ceil(low - 1e-9),
        most: Math.floor(high + 1e-9),
      });
    }
    if (row.figure !== "change") continue;
    const { question = "", compared_with: earlier = "", wave: later = "" } = row;
    const own = cellsIn(row.groups!, row.group!);
    if (isNumber(row.value) && isNumber(row.n) && isNumber(row.n_before)) {
      const [a, b] = [blockOf("top", earlier, question), blockOf("top", later, question)];
      facts.push({
        terms: [...terms(b, own, 100 / Number(row.n)), ...terms(a, own, -100 / Number(row.n_before))],
        least: Number(row.value) - 0.5 - 1e-6,
        most: Number(row.value) + 0.5 + 1e-6,
      });
    }
    if (isNumber(row.n_both)) {
      const both = blockOf("both", question);
      for (const wave of [earlier, later]) atMost(both, blockOf("base", wave, question));
      facts.push({ terms: terms(both, own), least: Number(row.n_both), most: Number(row.n_both) });
    }
  }
  const secrets = [...hidden.values()].flatMap((count): Secret[] => {
    const { wave, question, groups, group } = count;
    const own = cellsIn(groups, group);
    const container = question === "" ? undefined : shown.get(nameOf({ ...count, question: "" }));
    const ceiling = container ?? own.reduce((sum, cell) => sum + invited[cell]!, 0);
    const width = Math.min(minimumBase - 1, ceiling);
    const at = terms(blockOf("base", wave, question), own);
    return own.length === 0 ? [] : [{ name: nameOf(count), terms: at, width }];
  });
  return exposures(solver, { least: most.map(() => 0), most, facts }, secrets);
}

/** What comes out although nothing but the totals is told: nobody can hide that. */
export function unavoidable(
  solver: Solver,
  rows: readonly FileRow[],
  cells: readonly InvitedCell[],
  minimumBase: number,
): ReadonlyMap<string, number> {
  const onlyTotals = rows.map((row) =>
    row.groups === "all"
      ? row
      : { ...row, n: "hidden", ...(row.figure === "change" ? { n_before: "hidden" } : {}), n_both: "hidden" },
  );
  const found = workedOut(solver, onlyTotals, cells, minimumBase);
  return new Map(found.map(({ name, least, most }) => [name, most - least]));
}
