// Rows of a file compared with each other: ids and people that stand there twice.
import { comparableEmail, comparableName } from "../contact.ts";
import type { ImportProblem } from "./import-problem.ts";
import type { PartialRow } from "./panel-row.ts";

/** Rows with one name in one post that no address tells apart; they may be different people all the same. */
export interface Likeness {
  readonly rows: readonly PartialRow[];
}

export interface CheckedRows {
  readonly problems: readonly ImportProblem[];
  /** To be confirmed by the lead. */
  readonly likenesses: readonly Likeness[];
}

/**
 * The same id twice is wrong, and so is the same name with the same address. The same name twice in one role
 * and municipality, where addresses cannot tell the two apart, is to be confirmed.
 */
export function checkRows(rows: readonly PartialRow[]): CheckedRows {
  const problems: ImportProblem[] = [];
  const likenesses: Likeness[] = [];
  for (const group of groupsOf(rows, ({ memberId }) => memberId)) {
    for (const row of group.slice(1)) {
      problems.push({ ...row.places.get("member_id")!, kind: "same-member-id", otherRow: group[0]!.row });
    }
  }
  for (const group of groupsOf(rows, ({ email }) => (email === null ? null : comparableEmail(email)))) {
    const firstOfName = new Map<string, PartialRow>();
    for (const row of group) {
      if (row.name === null) continue;
      const first = firstOfName.get(comparableName(row.name));
      if (first === undefined) firstOfName.set(comparableName(row.name), row);
      else problems.push({ ...row.places.get("name")!, kind: "same-person", otherRow: first.row });
    }
  }
  for (const group of groupsOf(rows, postAndName)) {
    const addresses = new Set(group.map(({ email }) => (email === null ? "" : comparableEmail(email))));
    if (addresses.has("")) likenesses.push({ rows: group });
  }
  return { problems, likenesses };
}

function postAndName({ name, role, municipality }: PartialRow): string | null {
  if (name === null || role === null || municipality === null) return null;
  return `${municipality} ${role} ${comparableName(name)}`;
}

/** Groups of two or more rows with the same key, in the order of the file; null is no key. */
function groupsOf(rows: readonly PartialRow[], keyOf: (row: PartialRow) => string | null): PartialRow[][] {
  const groups = new Map<string, PartialRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
