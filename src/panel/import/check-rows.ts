// Rows of a file compared with each other: ids and people that stand there twice.
import { comparableEmail, comparableName } from "../contact.ts";
import { overlap } from "../seat-book.ts";
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
  /** What is to be confirmed, as it is named in a list of problems: names and addresses that stand there twice. */
  readonly repeats: readonly ImportProblem[];
}

/**
 * The same name with the same address twice is wrong, and so is the same id, unless the rows are the seats that
 * one person held one after the other. The same name twice in one role and municipality, where addresses cannot
 * tell the two apart, is to be confirmed.
 */
export function checkRows(rows: readonly PartialRow[]): CheckedRows {
  const problems: ImportProblem[] = [];
  const likenesses: Likeness[] = [];
  const repeats: ImportProblem[] = [];
  for (const group of groupsOf(rows, ({ memberId }) => memberId)) {
    group.forEach((row, index) => {
      const other = group.slice(0, index).find((earlier) => !isSamePersonLater(earlier, row));
      if (other === undefined) return;
      problems.push({ ...row.places.get("member_id")!, kind: "same-member-id", otherRow: other.row });
    });
  }
  for (const group of groupsOf(rows, ({ email }) => (email === null ? null : comparableEmail(email)))) {
    const firstOfName = new Map<string, PartialRow>();
    for (const row of group) {
      if (row.name === null) continue;
      const first = firstOfName.get(comparableName(row.name));
      if (first === undefined) {
        firstOfName.set(comparableName(row.name), row);
        const [other] = group;
        if (row !== other)
          repeats.push({ ...row.places.get("email")!, kind: "same-address", otherRow: other!.row });
      } else if (row.memberId === null || row.memberId !== first.memberId)
        problems.push({ ...row.places.get("name")!, kind: "same-person", otherRow: first.row });
    }
  }
  for (const group of groupsOf(rows, postAndName)) {
    const addresses = new Set(group.map(({ email }) => (email === null ? "" : comparableEmail(email))));
    const people = new Set(group.map(({ memberId, row }) => memberId ?? row));
    if (!addresses.has("") || people.size < 2) continue;
    likenesses.push({ rows: group });
    const [first, ...others] = group;
    for (const row of others)
      repeats.push({ ...row.places.get("name")!, kind: "same-name", otherRow: first!.row });
  }
  return { problems, likenesses, repeats };
}

/** Whether two rows with one id can be the same person in two seats, one after the other. */
function isSamePersonLater(a: PartialRow, b: PartialRow): boolean {
  const isSameName = a.name === null || b.name === null || comparableName(a.name) === comparableName(b.name);
  const spanOf = ({ seatFrom, seatTo }: PartialRow) => ({ heldFrom: seatFrom, heldTo: seatTo });
  return isSameName && !overlap(spanOf(a), spanOf(b));
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
