// How fieldwork is going: how many have been asked, have begun, have answered or said no, by role and municipality.
import type { CaseStanding } from "./disposition.ts";

/** What is counted: one case's groups and where it stands. */
export interface StandingCase {
  readonly role: string;
  readonly municipality: string;
  readonly standing: CaseStanding;
}

/** Number of cases by where they stand. `answered`: sent in, or at least half done at closing. */
export interface FieldCounts {
  readonly cases: number;
  readonly notAsked: number;
  /** Asked and silent so far. */
  readonly waiting: number;
  readonly undeliverable: number;
  /** Begun and not sent in; after closing, less than half done. */
  readonly started: number;
  readonly answered: number;
  readonly declined: number;
  readonly notMe: number;
  /** No longer in office, before or after the reference date. */
  readonly left: number;
  readonly withdrawn: number;
  readonly imported: number;
}

/** Counts of a wave, of its groups, and of every role in every municipality that has a case. */
export interface FieldSummary {
  readonly overall: FieldCounts;
  readonly byRole: ReadonlyMap<string, FieldCounts>;
  readonly byMunicipality: ReadonlyMap<string, FieldCounts>;
  /** Municipality, then role. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, FieldCounts>>;
}

const columnOf: Readonly<Record<CaseStanding, Exclude<keyof FieldCounts, "cases">>> = {
  "not-asked": "notAsked",
  asked: "waiting",
  undeliverable: "undeliverable",
  started: "started",
  submitted: "answered",
  "closed-complete": "answered",
  "closed-partial": "answered",
  "closed-break-off": "started",
  declined: "declined",
  "not-me": "notMe",
  "left-before": "left",
  "left-after": "left",
  withdrawn: "withdrawn",
  imported: "imported",
};

/** Counts of cases; each case is in exactly one column beside `cases`. */
export function fieldCounts(cases: readonly StandingCase[]): FieldCounts {
  const counts = {
    cases: cases.length,
    notAsked: 0,
    waiting: 0,
    undeliverable: 0,
    started: 0,
    answered: 0,
    declined: 0,
    notMe: 0,
    left: 0,
    withdrawn: 0,
    imported: 0,
  };
  for (const { standing } of cases) counts[columnOf[standing]] += 1;
  return counts;
}

/** Counts of a wave with its groups, in order of role code and municipality code. */
export function fieldSummary(cases: readonly StandingCase[]): FieldSummary {
  const byMunicipality = grouped(cases, ({ municipality }) => municipality);
  const countEach = (groups: ReadonlyMap<string, readonly StandingCase[]>) =>
    new Map([...groups].map(([group, members]) => [group, fieldCounts(members)]));
  return {
    overall: fieldCounts(cases),
    byRole: countEach(grouped(cases, ({ role }) => role)),
    byMunicipality: countEach(byMunicipality),
    cells: new Map(
      [...byMunicipality].map(([municipality, members]) => [
        municipality,
        countEach(grouped(members, ({ role }) => role)),
      ]),
    ),
  };
}

function grouped(
  cases: readonly StandingCase[],
  groupOf: (one: StandingCase) => string,
): Map<string, StandingCase[]> {
  const groups = new Map<string, StandingCase[]>();
  for (const one of cases) {
    const members = groups.get(groupOf(one)) ?? [];
    members.push(one);
    groups.set(groupOf(one), members);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
