// Saves and submissions. Each is one statement that holds the wave open while it writes: whoever closes the wave
// waits for it, and whoever comes after the closing finds nothing to write to.
import { type Kysely, type RawBuilder, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { Completion } from "../wave/disposition.ts";
import type { EnteredCase } from "./entered-case.ts";

/** Who writes, by which link, and when. */
export interface Writing {
  readonly entered: EnteredCase;
  readonly language: string;
  readonly now: Date;
}

export interface PageToSave extends Writing {
  readonly page: string;
  /** False while something on the page still keeps it from being left. */
  readonly isDone: boolean;
  /** Every key that the page's questions can hold. */
  readonly pageKeys: readonly string[];
  /** What they hold now. */
  readonly pageAnswers: Answers;
  /** True: nothing is written if something was saved since the case was read. */
  readonly isFromMemory?: boolean;
}

export interface ResponseToSubmit extends Writing {
  /** The answers that count from now on. */
  readonly completed: Answers;
  /** How much of the route they cover. */
  readonly completion: Completion;
  readonly submissionHash: string;
  readonly wordHash: string;
}

const isCorrection = ({ entered }: Writing): boolean => entered.purpose === "own";

/** The rows that must be there: the wave open on this instrument, the link good, the case not withdrawn. */
const mayWrite = (writing: Writing): RawBuilder<unknown> => {
  const { studyId, caseId, waveNumber, instrumentVersion, linkHash } = writing.entered;
  return sql`open_wave as (
      select wave.study_id from wave
      where study_id = ${studyId} and wave_number = ${waveNumber}
        and instrument_version = ${instrumentVersion} and opened_at is not null and closed_at is null
      for share
    ), may_write as (
      select open_wave.study_id from open_wave
      where exists (select from survey_link
          where study_id = ${studyId} and link_hash = ${linkHash} and revoked_at is null)
        and not exists (select from case_event
          where study_id = ${studyId} and case_id = ${caseId} and kind = 'withdrawn')
        and (not ${isCorrection(writing)}::boolean or exists (select from response
          where study_id = ${studyId} and case_id = ${caseId}))
    )`;
};

/** What the row must be for this writer: not sent yet, or sent and being corrected. */
const isWritable = (writing: Writing): RawBuilder<unknown> =>
  isCorrection(writing)
    ? sql`response.submitted_at is not null and response.draft is not null`
    : sql`response.submitted_at is null`;

const eventFrom = (
  writing: Writing,
  kind: string,
  condition: RawBuilder<unknown>,
  detail: Readonly<Record<string, string>> = {},
): RawBuilder<unknown> => sql`
  insert into case_event (study_id, case_id, kind, at, actor, detail)
  select ${writing.entered.studyId}, ${writing.entered.caseId}, ${kind}, ${writing.now}::timestamptz,
    'respondent', ${jsonb(detail)}
  from written where ${condition}`;

/** Whether a "no" of this person stands. */
const hasSaidNo = ({ entered: { studyId, caseId } }: Writing): RawBuilder<unknown> => sql`coalesce((
  select said.kind <> 'decline_undone' from case_event said
  where said.study_id = ${studyId} and said.case_id = ${caseId}
    and said.kind in ('declined', 'not_me', 'left_office', 'decline_undone')
  order by said.event_number desc limit 1), false)`;

/**
 * Puts one page into the draft: of the draft's keys only those of the page are touched, so that other tabs'
 * pages stay. The first save of a case is its `started`; answering takes back a "no" that stood.
 *
 * @returns false when nothing was written, because the wave is not open on this instrument, the link was
 *   revoked, the case was withdrawn, or the answers were already sent
 */
export async function savePage(db: Kysely<Database>, page: PageToSave): Promise<boolean> {
  const { entered, language, now } = page;
  const { studyId, caseId, instrumentVersion } = entered;
  const readSave = page.isFromMemory === true ? (entered.response?.saveNumber ?? 0) : null;
  const { rows } = await sql<{ is_written: boolean }>`
    with ${mayWrite(page)}, written as (
      insert into response (study_id, case_id, instrument_version, language, started_at, saved_at, draft,
        draft_pages)
      select ${studyId}, ${caseId}, ${instrumentVersion}::integer, ${language}, ${now}::timestamptz,
        ${now}::timestamptz, ${jsonb(page.pageAnswers)}, ${jsonb(page.isDone ? [page.page] : [])}
      from may_write
      where coalesce(${readSave}::integer, 0) = 0 or exists (select from response
        where study_id = ${studyId} and case_id = ${caseId})
      on conflict (study_id, case_id) do update set
        instrument_version = excluded.instrument_version,
        language = excluded.language,
        saved_at = excluded.saved_at,
        save_number = response.save_number + 1,
        draft = (coalesce(response.draft, '{}'::jsonb)
          - array(select jsonb_array_elements_text(${jsonb(page.pageKeys)}))) || excluded.draft,
        draft_pages = (response.draft_pages - ${page.page}::text) || excluded.draft_pages
      where ${isWritable(page)}
        and (${readSave}::integer is null or response.save_number = ${readSave}::integer)
      returning save_number
    ), started as (${eventFrom(page, "started", sql`save_number = 1`)}
    ), taken_back as (${eventFrom(page, "decline_undone", hasSaidNo(page))})
    select exists (select from written) as is_written`.execute(db);
  return rows[0]?.is_written === true;
}

/**
 * Makes `completed` the case's response, once, provided that nothing was saved since it was read.
 *
 * @returns false when nothing was written: as for `savePage`, or the draft is another one by now
 */
export async function submitResponse(db: Kysely<Database>, response: ResponseToSubmit): Promise<boolean> {
  const { entered, language, now } = response;
  const { studyId, caseId, instrumentVersion } = entered;
  const readSave = entered.response?.saveNumber ?? 0;
  const kind = isCorrection(response) ? "corrected" : "submitted";
  const { rows } = await sql<{ is_written: boolean }>`
    with ${mayWrite(response)}, written as (
      insert into response (study_id, case_id, instrument_version, language, started_at, saved_at, draft,
        draft_pages, answers, submitted_at, submission_hash, receipt_word_hash)
      select ${studyId}, ${caseId}, ${instrumentVersion}::integer, ${language}, ${now}::timestamptz,
        ${now}::timestamptz, null, '[]'::jsonb, ${jsonb(response.completed)}, ${now}::timestamptz,
        ${response.submissionHash}, ${response.wordHash}
      from may_write
      where ${readSave}::integer = 0 or exists (select from response
        where study_id = ${studyId} and case_id = ${caseId})
      on conflict (study_id, case_id) do update set
        instrument_version = excluded.instrument_version,
        language = excluded.language,
        saved_at = excluded.saved_at,
        save_number = response.save_number + 1,
        draft = null,
        draft_pages = '[]'::jsonb,
        answers = excluded.answers,
        submitted_at = coalesce(response.submitted_at, excluded.submitted_at),
        submission_hash = excluded.submission_hash,
        receipt_word_hash = excluded.receipt_word_hash,
        word_attempts = 0,
        word_attempted_at = null
      where response.save_number = ${readSave}::integer and ${isWritable(response)}
      returning save_number
    ), started as (${eventFrom(response, "started", sql`save_number = 1`)}
    ), taken_back as (${eventFrom(response, "decline_undone", hasSaidNo(response))}
    ), sent as (${eventFrom(response, kind, sql`true`, { completion: response.completion })})
    select exists (select from written) as is_written`.execute(db);
  return rows[0]?.is_written === true;
}

/** Lays the sent answers out to be corrected; a correction that was begun goes on. @returns false if not possible */
export async function beginCorrection(db: Kysely<Database>, writing: Writing): Promise<boolean> {
  const { studyId, caseId } = writing.entered;
  const { rows } = await sql<{ is_written: boolean }>`
    with ${mayWrite(writing)}, written as (
      update response set draft = coalesce(draft, answers), save_number = save_number + 1,
        saved_at = ${writing.now}
      from may_write
      where response.study_id = ${studyId} and response.case_id = ${caseId} and submitted_at is not null
      returning save_number
    ) select exists (select from written) as is_written`.execute(db);
  return rows[0]?.is_written === true;
}

/** Gives up a correction: the answers sent before stay as they are. */
export async function dropCorrection(db: Kysely<Database>, writing: Writing): Promise<void> {
  await db
    .updateTable("response")
    .set((row) => ({
      draft: null,
      draft_pages: jsonb([]),
      save_number: sql<number>`${row.ref("save_number")} + 1`,
    }))
    .where("study_id", "=", writing.entered.studyId)
    .where("case_id", "=", writing.entered.caseId)
    .where("submitted_at", "is not", null)
    .execute();
}
