// What a file would do to the panel, worked out beforehand: for every row, and for those who are not in it.
import type { LanguageCode } from "../../language/language-code.ts";
import type { IsoDate, StudyDefinition } from "../../study/study.ts";
import { type Contact, comparableEmail, isSameContact } from "../contact.ts";
import type { MemberId, Seat } from "../member.ts";
import type { Panel, PanelChange } from "../panel-change.ts";
import { type Mint, openSeatBook } from "../seat-book.ts";
import type { Likeness } from "./check-rows.ts";
import type { ImportNotice, ImportProblem } from "./import-problem.ts";
import { type ImportChoices, type ImportQuestion, type MatchedRow, matchMembers } from "./match-members.ts";
import type { PanelRow } from "./panel-row.ts";
import { type PlannedSeat, planAbsence, planSeat } from "./plan-seats.ts";

/** What the lead says about the file as a whole. */
export interface ImportOptions {
  /** The day on which the list is right; changes without a date of their own happen on it. */
  readonly asOf: IsoDate;
  /** Members who are not in the file: they stay as they are, or have left the day before `asOf`. */
  readonly absent: "keep" | "leave";
}

/** What happens to one person of the file. */
export interface PlannedRow {
  readonly row: number;
  readonly memberId: MemberId;
  readonly name: string;
  readonly isNewMember: boolean;
  readonly seat: PlannedSeat;
  /** Name of whoever held the seat before. */
  readonly predecessorName: string | null;
  /** What of the details is different from before; empty for new members. */
  readonly changedDetails: readonly ("name" | "email" | "phone" | "language")[];
}

/** A member who holds a seat and is not in the file. */
export interface AbsentMember {
  readonly memberId: MemberId;
  readonly name: string | null;
  readonly seat: Seat;
  readonly leaves: boolean;
}

export interface ImportPlan {
  /** In the order of the file. */
  readonly rows: readonly PlannedRow[];
  readonly absent: readonly AbsentMember[];
  readonly questions: readonly ImportQuestion[];
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportNotice[];
  /** What is to be done, in order. */
  readonly changes: readonly PanelChange[];
}

/**
 * Works out what taking in the rows would do. Cells that are empty leave what is known as it is.
 *
 * @param mint makes ids for people and seats that are new
 */
export function planImport(
  people: { readonly rows: readonly PanelRow[]; readonly likenesses: readonly Likeness[] },
  panel: Panel,
  study: StudyDefinition,
  options: ImportOptions,
  choices: ImportChoices,
  mint: Mint,
): ImportPlan {
  const { asOf } = options;
  const matching = matchMembers(people.rows, panel, choices);
  const findings = { problems: [...matching.problems], notices: [...matching.notices] };
  const book = openSeatBook(panel, asOf, mint);
  const nameOf = new Map(panel.people.map(({ memberId, contact }) => [memberId, contact?.name ?? null]));

  const identified = matching.matched.map((matched) => ({
    ...matched,
    memberId: matched.person?.memberId ?? ((matched.row.memberId ?? mint("m")) as MemberId),
  }));
  const lastRowOf = new Map(identified.map((matched) => [matched.memberId, matched]));
  const entries = [...lastRowOf.values()].map((matched) => ({
    ...matched,
    details: planDetails(matched, study),
  }));
  const detailsOf = new Map(entries.map(({ memberId, details }) => [memberId, details]));
  const present = new Set(entries.map(({ memberId }) => memberId));
  const takes = identified.map(({ row, memberId }) => planSeat(book, row, memberId, asOf, findings));
  const absent = panel.people.flatMap(({ memberId, contact }): AbsentMember[] => {
    if (present.has(memberId)) return [];
    const current = book.currentOf(memberId, asOf);
    if (current === null) return [];
    const seat = book.seatOf(current);
    const leaves = options.absent === "leave" && planAbsence(book, memberId, asOf) !== null;
    return [{ memberId, name: contact?.name ?? null, seat, leaves }];
  });
  for (const { memberId, row } of entries) nameOf.set(memberId, row.name);
  const rows = identified.map(({ row, memberId, person }, index): PlannedRow => {
    const seat = takes[index]!();
    const predecessorName = seat.predecessor === null ? null : (nameOf.get(seat.predecessor) ?? null);
    const changedDetails = lastRowOf.get(memberId)?.row === row ? detailsOf.get(memberId)!.changed : [];
    return {
      row: row.row,
      memberId,
      name: row.name,
      isNewMember: person === null,
      seat,
      predecessorName,
      changedDetails,
    };
  });
  const questions = [
    ...matching.questions,
    ...sharedAddresses(entries, panel),
    ...sameNames(people.likenesses, matching.matched),
  ];
  const changes = [...entries.flatMap(({ details }) => details.changes), ...book.changes()];
  return { rows, absent, questions, ...findings, changes };
}

interface PlannedDetails {
  readonly contact: Contact;
  readonly changed: PlannedRow["changedDetails"];
  readonly changes: readonly PanelChange[];
}

/** A row, who it is, and the id under which the person is kept. */
type IdentifiedRow = MatchedRow & { readonly memberId: MemberId };

function planDetails({ row, person, memberId }: IdentifiedRow, study: StudyDefinition): PlannedDetails {
  const before = person?.contact ?? null;
  const contact = {
    name: row.name,
    email: row.email ?? before?.email ?? null,
    phone: row.phone ?? before?.phone ?? null,
  };
  if (person === null) {
    const language: LanguageCode = row.language ?? study.defaultLanguage;
    return { contact, changed: [], changes: [{ kind: "add-member", memberId, contact, language }] };
  }
  const changes: PanelChange[] = [];
  const changed: PlannedRow["changedDetails"][number][] = [];
  if (before !== null && !isSameContact(before, contact)) {
    changes.push({ kind: "set-contact", memberId, contact });
    for (const part of ["name", "email", "phone"] as const) {
      if (before[part] !== contact[part]) changed.push(part);
    }
  }
  if (row.language !== null && row.language !== person.language) {
    changes.push({ kind: "set-language", memberId, language: row.language });
    changed.push("language");
  }
  return { contact, changed, changes };
}

/** Addresses that two people would have, unless they had them before. */
function sharedAddresses(
  entries: readonly (IdentifiedRow & { readonly details: PlannedDetails })[],
  panel: Panel,
): ImportQuestion[] {
  interface Holder {
    readonly memberId: MemberId;
    readonly name: string;
    readonly row: number | null;
    readonly isNews: boolean;
  }
  const holders = new Map<string, Holder[]>();
  const add = (email: string | null | undefined, holder: Holder) => {
    if (!email) return;
    const address = comparableEmail(email);
    const present = holders.get(address);
    if (present === undefined) holders.set(address, [holder]);
    else present.push(holder);
  };
  for (const { row, memberId, person, details } of entries) {
    const before = person?.contact?.email ?? "";
    const isNews = comparableEmail(before) !== comparableEmail(details.contact.email ?? "");
    add(details.contact.email, { memberId, name: row.name, row: row.row, isNews });
  }
  const present = new Set(entries.map(({ memberId }) => memberId));
  for (const { memberId, contact } of panel.people) {
    if (!present.has(memberId) && contact !== null) {
      add(contact.email, { memberId, name: contact.name, row: null, isNews: false });
    }
  }
  return [...holders].flatMap(([email, sharing]): ImportQuestion[] => {
    if (sharing.length < 2 || !sharing.some(({ isNews }) => isNews)) return [];
    const rows = sharing.flatMap(({ row }) => row ?? []);
    const names = sharing.map(({ name }) => name);
    return [{ kind: "shared-address", key: `shared-address:${rows.join("-")}`, rows, email, names }];
  });
}

function sameNames(likenesses: readonly Likeness[], matched: readonly MatchedRow[]): ImportQuestion[] {
  const isNew = new Set(matched.flatMap(({ row, person }) => (person === null ? [row.row] : [])));
  return likenesses.flatMap(({ rows }): ImportQuestion[] => {
    if (rows.every(({ row }) => !isNew.has(row))) return [];
    const numbers = rows.map(({ row }) => row);
    const names = rows.map(({ name }) => name ?? "");
    return [{ kind: "same-name", key: `same-name:${numbers.join("-")}`, rows: numbers, names }];
  });
}
