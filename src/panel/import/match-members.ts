// Who in a file is who in the panel: certain by member_id, proposed by address or name, decided by the lead.
import { comparableEmail, comparableName } from "../contact.ts";
import type { MemberId } from "../member.ts";
import type { Panel, PanelPerson } from "../panel-change.ts";
import type { ImportNotice, ImportProblem } from "./import-problem.ts";
import type { PanelRow } from "./panel-row.ts";

/** What a proposed match rests on, the strongest first. */
export type MatchBy = "email-and-name" | "email" | "name";

/** Somebody in the panel who may be the person in a row. */
export interface MatchCandidate {
  readonly memberId: MemberId;
  readonly by: MatchBy;
  readonly name: string;
  readonly email: string | null;
}

/** The answer to a match that says: none of these, somebody new. No member can have it for an id. */
export const newPerson = "+new";

/** Something that only the lead can say. The answer to a match is a member's id or `newPerson`, otherwise "yes". */
export type ImportQuestion =
  | {
      readonly kind: "match";
      readonly key: string;
      readonly row: number;
      readonly name: string;
      readonly candidates: readonly MatchCandidate[];
      /** What happens if the lead agrees: a member's id, or `newPerson`. */
      readonly proposed: string;
    }
  /** Two names, one address; members of the panel who are not in the file count as well. */
  | {
      readonly kind: "shared-address";
      readonly key: string;
      readonly rows: readonly number[];
      readonly email: string;
      readonly names: readonly string[];
    }
  | {
      readonly kind: "same-name";
      readonly key: string;
      readonly rows: readonly number[];
      readonly names: readonly string[];
    }
  /** The id is in the panel, but name and address are another's: have the ids been given out anew? */
  | {
      readonly kind: "other-person";
      readonly key: string;
      readonly row: number;
      readonly memberId: MemberId;
      readonly before: string;
      readonly now: string;
    };

/** The lead's answers by the key of the question. */
export type ImportChoices = Readonly<Record<string, string>>;

/** A row and who it is; null: somebody new. */
export interface MatchedRow {
  readonly row: PanelRow;
  readonly person: PanelPerson | null;
}

export interface Matching {
  readonly matched: readonly MatchedRow[];
  readonly questions: readonly ImportQuestion[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportNotice[];
}

/**
 * Finds the member behind every row.
 *
 * @param choices answers to questions of an earlier round; a question without one goes as proposed
 */
export function matchMembers(rows: readonly PanelRow[], panel: Panel, choices: ImportChoices): Matching {
  const byId = new Map(panel.people.map((person) => [person.memberId as string, person]));
  const zeroless = idsWithoutZeros(panel);
  const questions: ImportQuestion[] = [];
  const problems: ImportProblem[] = [];
  const notices: ImportNotice[] = [];

  const certain = rows.map((row) => {
    if (row.memberId === null) return null;
    const same = byId.get(row.memberId);
    if (same !== undefined) return same;
    const restored = zeroless.get(row.memberId.replace(/^0+/, ""));
    if (restored === undefined || restored === "several") return null;
    notices.push({ ...row.places.get("member_id")!, kind: "zeros-restored", taken: restored });
    return byId.get(restored) ?? null;
  });
  const taken = new Set(certain.map((person) => person?.memberId));
  const free = panel.people.filter(({ memberId }) => !taken.has(memberId));
  const candidatesOf = candidateFinder(rows, certain, free);

  const proposedFor = new Set<string>();
  const behindId = new Map<string, PanelPerson | null>();
  const matched = rows.map((row, index): MatchedRow => {
    const earlier = row.memberId === null ? undefined : behindId.get(row.memberId);
    if (earlier !== undefined) return { row, person: earlier };
    const person = certain[index] ?? askWho(row);
    if (row.memberId !== null) behindId.set(row.memberId, person);
    const doubt = certain[index] == null ? null : doubtAbout(row, certain[index]);
    if (doubt !== null) questions.push(doubt);
    return { row, person };
  });

  const firstRowOf = new Map<MemberId, PanelRow>();
  for (const { row, person } of matched) {
    if (person === null) continue;
    const first = firstRowOf.get(person.memberId);
    if (first === undefined) firstRowOf.set(person.memberId, row);
    else if (row.memberId === null || row.memberId !== first.memberId) {
      problems.push({ ...row.places.get("name")!, kind: "same-member", otherRow: first.row });
    }
  }
  return { matched, questions, problems, notices };

  function askWho(row: PanelRow): PanelPerson | null {
    const candidates = candidatesOf(row);
    if (candidates.length === 0) return null;
    const key = `match:${row.row}`;
    const [best] = candidates.filter(({ memberId }) => !proposedFor.has(memberId));
    const isUnclear =
      best === undefined || best.by === "email" || (best.by === "name" && candidates.length > 1);
    const proposed = isUnclear ? newPerson : best.memberId;
    proposedFor.add(proposed);
    questions.push({ kind: "match", key, row: row.row, name: row.name, candidates, proposed });
    const choice = choices[key] ?? proposed;
    const chosen = candidates.find(({ memberId }) => memberId === choice);
    return chosen === undefined ? null : (byId.get(chosen.memberId) ?? null);
  }
}

/** Questions without a valid answer. */
export function openQuestions(
  questions: readonly ImportQuestion[],
  choices: ImportChoices,
): ImportQuestion[] {
  return questions.filter((question) => {
    const choice = choices[question.key];
    if (question.kind !== "match") return choice !== "yes";
    return choice !== newPerson && !question.candidates.some(({ memberId }) => memberId === choice);
  });
}

/** Agreement with everything that is proposed. */
export function agreeWithAll(questions: readonly ImportQuestion[]): ImportChoices {
  return Object.fromEntries(
    questions.map((question) => [question.key, question.kind === "match" ? question.proposed : "yes"]),
  );
}

/**
 * For a row without a known id: members with the same address or name, the likeliest first. Somebody who has
 * both the address and the name of one row is not proposed for another.
 */
function candidateFinder(
  rows: readonly PanelRow[],
  certain: readonly (PanelPerson | null)[],
  free: readonly PanelPerson[],
): (row: PanelRow) => MatchCandidate[] {
  const byEmail = grouped(free, ({ contact }) => (contact?.email ? comparableEmail(contact.email) : null));
  const byName = grouped(free, ({ contact }) => (contact === null ? null : comparableName(contact.name)));
  const sameEmail = (row: PanelRow) =>
    row.email === null ? [] : (byEmail.get(comparableEmail(row.email)) ?? []);
  const sameName = (row: PanelRow) => byName.get(comparableName(row.name)) ?? [];
  const exactFor = new Map<MemberId, PanelRow>();
  rows.forEach((row, index) => {
    if (certain[index] !== null) return;
    const named = new Set(sameName(row));
    for (const person of sameEmail(row)) if (named.has(person)) exactFor.set(person.memberId, row);
  });
  return (row) => {
    const found = new Map<MemberId, MatchCandidate>();
    const add = (people: readonly PanelPerson[], by: MatchBy) => {
      for (const { memberId, contact } of people) {
        const isAnothers = exactFor.has(memberId) && exactFor.get(memberId) !== row;
        if (contact === null || isAnothers || found.has(memberId)) continue;
        found.set(memberId, { memberId, by, name: contact.name, email: contact.email });
      }
    };
    const named = new Set(sameName(row));
    add(
      sameEmail(row).filter((person) => named.has(person)),
      "email-and-name",
    );
    add(sameEmail(row), "email");
    add(sameName(row), "name");
    return [...found.values()];
  };
}

function doubtAbout(row: PanelRow, person: PanelPerson): ImportQuestion | null {
  const { contact, memberId } = person;
  if (contact === null || comparableName(contact.name) === comparableName(row.name)) return null;
  const isSameAddress =
    row.email !== null &&
    contact.email !== null &&
    comparableEmail(row.email) === comparableEmail(contact.email);
  if (isSameAddress) return null;
  const key = `other-person:${row.row}`;
  return { kind: "other-person", key, row: row.row, memberId, before: contact.name, now: row.name };
}

function idsWithoutZeros(panel: Panel): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { memberId } of panel.people) {
    const short = memberId.replace(/^0+/, "");
    ids.set(short, ids.has(short) ? "several" : memberId);
  }
  return ids;
}

function grouped(
  people: readonly PanelPerson[],
  keyOf: (person: PanelPerson) => string | null,
): Map<string, PanelPerson[]> {
  const groups = new Map<string, PanelPerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [person]);
    else group.push(person);
  }
  return groups;
}
