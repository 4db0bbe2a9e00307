// The figures that R made of an analysis folder, and how another computation of them is held to them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Results, ResultValue } from "../../src/change/folder/results.ts";

/** What a folder must come to: its figures, or the error that its weighting must raise. */
export type Expected = { readonly results: Results } | { readonly error: string };

/** `expected.json.gz` of a folder. */
export function expectedOf(folder: string): Expected {
  return JSON.parse(gunzipSync(readFileSync(join(folder, "expected.json.gz"))).toString()) as Expected;
}

/** A figure that is not what it should be. */
export interface WrongFigure {
  readonly key: string;
  readonly want: ResultValue;
  readonly have: ResultValue | undefined;
}

/** Every expected figure that is missing, or differs by more than 1e-9 of itself; and every number that is none. */
export function wrongFigures(expected: Results, results: Results): WrongFigure[] {
  const wrong = Object.entries(expected)
    .filter(([key, want]) => !isSame(key, want, results[key], expected))
    .map(([key, want]) => ({ key, want, have: results[key] }));
  const notNumbers = Object.entries(results)
    .filter(([, value]) => typeof value === "number" && !Number.isFinite(value))
    .map(([key, have]) => ({ key, want: null, have }));
  return [...wrong, ...notNumbers];
}

/** What a difference is measured against: the figure itself, or for covariances the two standard errors. */
function scaleOf(key: string, expected: Results): number {
  const head = key.slice(0, key.lastIndexOf("/") + 1);
  const field = key.slice(head.length);
  if (field === "cov") return Number(expected[`${head}se_a`]) * Number(expected[`${head}se_b`]);
  if (!/^V\d\d$/.test(field)) return Math.max(Math.abs(Number(expected[key])), 1e-4);
  const [s, t] = [field[1], field[2]];
  return Math.sqrt(Number(expected[`${head}V${s}${s}`]) * Number(expected[`${head}V${t}${t}`]));
}

function isSame(key: string, want: ResultValue, have: ResultValue | undefined, expected: Results): boolean {
  if (typeof want !== "number" || typeof have !== "number") return want === have;
  return want === have || Math.abs(want - have) <= 1e-9 * scaleOf(key, expected);
}
