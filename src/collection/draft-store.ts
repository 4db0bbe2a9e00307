// Unsent answers at closing, read and written in batches.
import { type Kysely, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { IsoDate, RoleCode } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { CaseEvent } from "../wave/case-event.ts";
import type { ClosedDraft } from "../wave/close-wave.ts";
import { caseEventsOf, type EventRow, eventsOfCase } from "./case-events-data.ts";

export interface OpenDraft {
  readonly caseId: CaseId;
  readonly role: RoleCode;
  readonly municipality: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly referenceDate: IsoDate;
  readonly language: LanguageCode;
  readonly draft: Answers;
  readonly events: readonly CaseEvent[];
}

/** A draft and what it counts as. */
export interface CountedDraft extends ClosedDraft {
  /** What counts from now on; null for a break-off. */
  readonly answers: Answers | null;
}

const batchSize = 500;

/** Lets those who are saving finish, and makes others wait until the transaction ends. */
export async function holdSaves(tx: Kysely<Database>, studyId: string, waveNumber: number): Promise<void> {
  await sql`
    select from wave where study_id = ${studyId} and wave_number = ${waveNumber} for no key update`.execute(
    tx,
  );
}

/** The unsent drafts of a wave, in batches in order of case. */
export async function* readOpenDrafts(
  tx: Kysely<Database>,
  studyId: string,
  waveNumber: number,
): AsyncGenerator<readonly OpenDraft[]> {
  for (let after = ""; ; ) {
    const { rows } = await sql<{
      case_id: string;
      role: string;
      municipality: string;
      groups: Record<string, string>;
      reference_date: string;
      language: string;
      draft: Answers;
      events: EventRow[];
    }>`
      select c.case_id, c.role, c.municipality, c.groups, w.reference_date, r.language, r.draft,
        ${eventsOfCase} as events
      from survey_case c
      join wave w on w.study_id = c.study_id and w.wave_number = c.wave_number
      join response r on r.study_id = c.study_id and r.case_id = c.case_id
      where c.study_id = ${studyId} and c.wave_number = ${waveNumber} and c.case_id > ${after}
        and r.submitted_at is null and r.draft is not null
      order by c.case_id limit ${batchSize}::integer
      for no key update of r`.execute(tx);
    if (rows.length === 0) return;
    yield rows.map((row) => ({
      caseId: row.case_id as CaseId,
      role: row.role as RoleCode,
      municipality: row.municipality,
      groups: row.groups,
      referenceDate: row.reference_date,
      language: row.language as LanguageCode,
      draft: row.draft,
      events: caseEventsOf(row.events),
    }));
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.case_id ?? "";
  }
}

/** Lets answers count; those of a break-off do not. */
export async function saveCountedDrafts(
  tx: Kysely<Database>,
  studyId: string,
  counted: readonly CountedDraft[],
): Promise<void> {
  const rows = counted
    .filter(({ answers }) => answers !== null)
    .map(({ caseId, answers }) => ({ case_id: caseId, answers }));
  if (rows.length === 0) return;
  await sql`
    update response set answers = counted.answers
    from jsonb_to_recordset(${jsonb(rows)}) as counted (case_id text, answers jsonb)
    where response.study_id = ${studyId} and response.case_id = counted.case_id`.execute(tx);
}

/** Corrections that were begun and not sent are dropped: what was sent before counts. */
export async function dropCorrections(
  tx: Kysely<Database>,
  studyId: string,
  waveNumber: number,
): Promise<void> {
  await sql`
    update response set draft = null, draft_pages = '[]'::jsonb
    from survey_case c
    where response.study_id = ${studyId} and c.study_id = response.study_id
      and c.case_id = response.case_id and c.wave_number = ${waveNumber}
      and response.submitted_at is not null and response.draft is not null`.execute(tx);
}

/** Answers that counted by closing alone do not count any more. */
export async function takeBackCountedDrafts(
  tx: Kysely<Database>,
  studyId: string,
  waveNumber: number,
): Promise<void> {
  await sql`
    update response set answers = null
    from survey_case c
    where response.study_id = ${studyId} and c.study_id = response.study_id
      and c.case_id = response.case_id and c.wave_number = ${waveNumber}
      and response.submitted_at is null`.execute(tx);
}

/**
 * Puts an unsent draft aside because the case's address was somebody else's: whoever gets the new link starts
 * afresh and cannot see it. Answers that were sent stay.
 */
export async function setDraftAside(
  tx: Kysely<Database>,
  { studyId, caseId, now }: { readonly studyId: string; readonly caseId: string; readonly now: Date },
): Promise<void> {
  await sql`
    with aside as (
      delete from response
      where study_id = ${studyId} and case_id = ${caseId} and submitted_at is null
      returning *
    )
    insert into draft_set_aside (study_id, case_id, set_aside_at, instrument_version, language, started_at, draft)
    select study_id, case_id, ${now}::timestamptz, instrument_version, language, started_at, draft
    from aside where draft is not null`.execute(tx);
}
