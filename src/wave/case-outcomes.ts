// Every case of a wave with what its events come to, for fieldwork and for response rates.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { SilentDisposition } from "../study/study.ts";
import type { SurveyCase } from "./case.ts";
import type { CaseEvent } from "./case-event.ts";
import { listCases, listEventsOfWave } from "./case-store.ts";
import { type CaseOutcome, type CaseStanding, caseOutcome, dispositionCode } from "./disposition.ts";
import { type FieldSummary, fieldSummary } from "./field-counts.ts";
import { type ResponseRates, responseRates } from "./response-rate.ts";
import type { Wave } from "./wave.ts";

/** A case, what has happened to it, and what that comes to. */
export interface CaseWithOutcome {
  readonly surveyCase: SurveyCase;
  readonly events: readonly CaseEvent[];
  readonly outcome: CaseOutcome;
  /** AAPOR code; while the wave is open, the one it would have if the wave were closed now. */
  readonly disposition: string;
}

/** How a wave stands: counts for those who do the fieldwork, rates for those who judge it. */
export interface WaveStanding {
  readonly summary: FieldSummary;
  readonly rates: ResponseRates;
}

/** Every case of a wave, in order of municipality, role and case. */
export async function casesWithOutcomes(
  db: Kysely<Database>,
  wave: Wave,
  silentDisposition: SilentDisposition,
): Promise<CaseWithOutcome[]> {
  const { studyId, waveNumber, referenceDate } = wave;
  const cases = await listCases(db, studyId, waveNumber);
  const eventsOf = await listEventsOfWave(db, studyId, waveNumber);
  return cases.map((surveyCase) => {
    const events = eventsOf.get(surveyCase.caseId) ?? [];
    const outcome = caseOutcome(events, referenceDate);
    return { surveyCase, events, outcome, disposition: dispositionCode(outcome, silentDisposition) };
  });
}

/** Who answered elsewhere has answered; "imported" are the others who were taken in. */
const countedAs = ({ outcome: { standing }, disposition }: CaseWithOutcome): CaseStanding =>
  standing === "imported" && disposition.startsWith("1.") ? "submitted" : standing;

/** Counts and response rates of a wave, overall, by role and by municipality. */
export function waveStanding(cases: readonly CaseWithOutcome[]): WaveStanding {
  const flat = cases.map((found) => ({
    role: found.surveyCase.role,
    municipality: found.surveyCase.municipality,
    standing: countedAs(found),
    disposition: found.disposition,
  }));
  return { summary: fieldSummary(flat), rates: responseRates(flat) };
}
