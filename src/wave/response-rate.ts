// Response rates of a wave by their AAPOR names, for everybody and by role and municipality.
import {
  dispositionClassOf,
  noOutcomes,
  type OutcomeCounts,
  type OutcomeRates,
  outcomeRates,
} from "../statistics/outcome-rates.ts";

/** What rates are made of: one case's groups as of its wave, and its disposition code. */
export interface ClassifiedCase {
  readonly role: string;
  readonly municipality: string;
  /** AAPOR code, "2.11". */
  readonly disposition: string;
}

/** Cases per disposition class and the rates that follow, unweighted. */
export interface GroupRates {
  readonly cases: number;
  readonly counts: OutcomeCounts;
  /** On the 0–1 scale; null where the denominator is 0. RR1–RR6 are `rr1` … `rr6`. */
  readonly rates: OutcomeRates;
}

/** Rates of a wave and of its groups. Groups without a case are not listed. */
export interface ResponseRates {
  readonly overall: GroupRates;
  readonly byRole: ReadonlyMap<string, GroupRates>;
  readonly byMunicipality: ReadonlyMap<string, GroupRates>;
}

/**
 * Outcome rates of a wave. The formulas are those of `outcomeRates`.
 *
 * @param cases every case of the wave once
 * @throws RangeError for a code that is no AAPOR code
 */
export function responseRates(cases: readonly ClassifiedCase[]): ResponseRates {
  return {
    overall: groupRates(cases),
    byRole: ratesBy(cases, ({ role }) => role),
    byMunicipality: ratesBy(cases, ({ municipality }) => municipality),
  };
}

/** The rate to put in the headline, the same wherever it is shown: RR2, which counts partial responses. */
export function headlineRate({ rates }: GroupRates): { readonly name: "rr2"; readonly rate: number | null } {
  return { name: "rr2", rate: rates.rr2 };
}

function groupRates(cases: readonly ClassifiedCase[]): GroupRates {
  const counts = noOutcomes();
  for (const { disposition } of cases) {
    const outcome = dispositionClassOf(disposition);
    if (outcome === null) throw new RangeError(`not a disposition code: ${disposition}`);
    counts[outcome] += 1;
  }
  return { cases: cases.length, counts, rates: outcomeRates(counts) };
}

function ratesBy(
  cases: readonly ClassifiedCase[],
  groupOf: (one: ClassifiedCase) => string,
): Map<string, GroupRates> {
  const groups = new Map<string, ClassifiedCase[]>();
  for (const one of cases) {
    const group = groups.get(groupOf(one));
    if (group === undefined) groups.set(groupOf(one), [one]);
    else group.push(one);
  }
  const inOrder = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(inOrder.map(([group, members]) => [group, groupRates(members)]));
}
