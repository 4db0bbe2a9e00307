// Unsent answers at closing, read and written in batches.
import { type Kysely, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { IsoDate, RoleCode } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";

export interface OpenDraft {
  readonly caseId: CaseId;
  readonly role: RoleCode;
  readonly municipality: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly referenceDate: IsoDate;
  readonly language: LanguageCode;
  readonly draft: Answers;
}

export interface ClosedDraft {
  readonly caseId: CaseId;
  readonly verdict: "complete" | "partial" | "break_off";
  /** What counts from now on; null for a break-off. */
  readonly answers: Answers | null;
}

const batchSize = 500;

/** The unsent drafts of a wave whose people have not said no, in batches in order of case. */
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
    }>`
      select c.case_id, c.role, c.municipality, c.groups, w.reference_date, r.language, r.draft
      from survey_case c
      join wave w on w.study_id = c.study_id and w.wave_number = c.wave_number
      join response r on r.study_id = c.study_id and r.case_id = c.case_id
      where c.study_id = ${studyId} and c.wave_number = ${waveNumber} and c.case_id > ${after}
        and r.submitted_at is null and r.draft is not null
        and coalesce((select e.kind from case_event e
          where e.study_id = c.study_id and e.case_id = c.case_id
            and e.kind in ('declined', 'not_me', 'left_office', 'decline_undone', 'withdrawn')
          order by e.event_number desc limit 1), 'decline_undone') = 'decline_undone'
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
    }));
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.case_id ?? "";
  }
}

/** Lets answers count and notes on each case what its draft counted as. */
export async function saveClosedDrafts(
  tx: Kysely<Database>,
  studyId: string,
  closed: readonly ClosedDraft[],
  now: Date,
): Promise<void> {
  if (closed.length === 0) return;
  const rows = closed.map(({ caseId, verdict, answers }) => ({
    case_id: caseId,
    kind: `closed_${verdict}`,
    answers,
  }));
  await sql`
    with closed as (
      select * from jsonb_to_recordset(${jsonb(rows)}) as closed (case_id text, kind text, answers jsonb)
    ), counted as (
      update response set answers = closed.answers from closed
      where response.study_id = ${studyId} and response.case_id = closed.case_id
        and jsonb_typeof(closed.answers) = 'object'
    )
    insert into case_event (study_id, case_id, kind, at, actor, detail)
    select ${studyId}, case_id, kind, ${now}::timestamptz, 'clock', '{}'::jsonb from closed`.execute(tx);
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
export async function takeBackClosedDrafts(
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
