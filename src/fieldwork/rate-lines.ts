// The response rate of a wave as lines of a table: everybody, each role, each municipality, and both together.
import { dispositionClassOf } from "../statistics/outcome-rates.ts";
import type { CaseWithOutcome } from "../wave/case-outcomes.ts";
import { type GroupRates, headlineRate, type ResponseRates } from "../wave/response-rate.ts";
import type { RateLine, RatesView } from "./pages/wave-rates.tsx";

/** What the groups are called, and the order in which they stand. */
export interface GroupNames {
  readonly roles: readonly { readonly role: string; readonly label: string }[];
  readonly municipality: (code: string) => string;
  /** Order of municipalities by name. */
  readonly compare: (a: string, b: string) => number;
}

/**
 * The rate that stands in the headline, under one name for everybody and every group, with what it is taken of:
 * RR2 counts all but those who do not hold the post.
 */
export function rateLines(
  cases: readonly CaseWithOutcome[],
  rates: ResponseRates,
  names: GroupNames,
): RatesView {
  const { name } = headlineRate(rates.overall);
  const line = (label: string, { counts, rates: ofGroup }: GroupRates): RateLine => {
    return {
      label,
      answered: counts.I + counts.P,
      asked: counts.I + counts.P + counts.R + counts.NC + counts.O + counts.U,
      rate: ofGroup[name],
    };
  };
  const municipalities = [...rates.byMunicipality]
    .map(([code, group]) => ({ code, ...line(names.municipality(code), group) }))
    .sort((a, b) => names.compare(a.label, b.label));
  const cells = cellCounts(cases);
  return {
    name,
    overall: line("", rates.overall),
    leftOut: rates.overall.counts.NE,
    byRole: names.roles.flatMap(({ role, label }) => {
      const group = rates.byRole.get(role);
      return group === undefined ? [] : [line(label, group)];
    }),
    byMunicipality: municipalities.map(({ code: _code, ...rest }) => rest),
    roles: names.roles.map(({ label }) => label),
    byBoth: municipalities.map(({ code, label }) => ({
      municipality: label,
      cells: names.roles.map(({ role }) => cells.get(`${code} ${role}`) ?? null),
    })),
  };
}

/** Answered and asked per municipality and role, of the cases that count. */
function cellCounts(cases: readonly CaseWithOutcome[]): Map<string, { answered: number; asked: number }> {
  const cells = new Map<string, { answered: number; asked: number }>();
  for (const { surveyCase, disposition } of cases) {
    const outcome = dispositionClassOf(disposition);
    if (outcome === "NE") continue;
    const key = `${surveyCase.municipality} ${surveyCase.role}`;
    const cell = cells.get(key) ?? { answered: 0, asked: 0 };
    cell.asked += 1;
    if (outcome === "I" || outcome === "P") cell.answered += 1;
    cells.set(key, cell);
  }
  return cells;
}
