// map.json: how the names and codes of files collected elsewhere are called here.
import { ImportFindings, type ImportProblem, type ImportTable } from "./import-table.ts";

/**
 * - `wave`: what the files call the wave; null: its number.
 * - `columns`: heading of a file to the heading expected here; null leaves the column out.
 * - `variables`: variable of answers.csv to the name in the questionnaire; null leaves its answers out.
 * - `values`: per variable or column (as called here) the file's code to the code here; null: no answer. Codes
 *   that are not named keep themselves.
 */
export interface ImportMap {
  readonly wave: string | null;
  readonly columns: ReadonlyMap<string, string | null>;
  readonly variables: ReadonlyMap<string, string | null>;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

/** Everything is called here as it is there. */
export const plainMap: ImportMap = {
  wave: null,
  columns: new Map(),
  variables: new Map(),
  values: new Map(),
};

/** The map of a parsed map.json, and everything that is wrong with it. */
export function readImportMap(json: unknown): {
  readonly map: ImportMap;
  readonly problems: readonly ImportProblem[];
} {
  const findings = new ImportFindings("map.json");
  const root = fieldsOf(json, "map.json", findings);
  for (const key of root.keys()) {
    if (!["wave", "columns", "variables", "values"].includes(key))
      findings.problem("is not one of wave, columns, variables, values", null, key);
  }
  const wave = root.get("wave") ?? null;
  const values = [...fieldsOf(root.get("values") ?? {}, "values", findings)].map(
    ([name, codes]) => [name, names(codes, `values.${name}`, findings)] as const,
  );
  return {
    map: {
      wave: wave === null ? null : String(wave),
      columns: names(root.get("columns") ?? {}, "columns", findings),
      variables: names(root.get("variables") ?? {}, "variables", findings),
      values: new Map(values),
    },
    problems: findings.problems,
  };
}

function fieldsOf(value: unknown, at: string, findings: ImportFindings): Map<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return new Map(Object.entries(value));
  findings.problem("must be an object with a name for each name", null, at);
  return new Map();
}

function names(value: unknown, at: string, findings: ImportFindings): Map<string, string | null> {
  const read = new Map<string, string | null>();
  for (const [from, to] of fieldsOf(value, at, findings)) {
    if (to === null || typeof to === "string" || typeof to === "number")
      read.set(from, to === null ? null : String(to));
    else findings.problem("must be a name, or null to leave it out", null, `${at}.${from}`);
  }
  return read;
}

/** The table with its columns under the names used here; those that the map leaves out are gone. */
export function renamed({ columns, rows }: ImportTable, map: ImportMap): ImportTable {
  if (map.columns.size === 0) return { columns, rows };
  const kept = columns.flatMap((from) => {
    const to = map.columns.has(from) ? map.columns.get(from)! : from;
    return to === null ? [] : [[from, to] as const];
  });
  return {
    columns: kept.map(([, to]) => to),
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(kept.map(([from, to]) => [to, cells[from]!])),
    })),
  };
}

/** A code as it is called here; null where the map says that it is no answer. */
export function codeHere(map: ImportMap, name: string, code: string): string | null {
  const codes = map.values.get(name);
  return codes?.has(code) ? codes.get(code)! : code;
}
