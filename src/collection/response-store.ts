// Saves and submissions, each one statement behind the barrier that a closing wave sets.
import { type Kysely, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import { preparedStatement } from "../db/prepared-statement.ts";
import type { Database } from "../db/schema.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { Completion } from "../wave/disposition.ts";
import type { StoredResponse } from "./entered-case.ts";
import {
  eventFrom,
  hasResponse,
  hasSaidNo,
  type IsWritten,
  isCorrection,
  isWritable,
  type Kept,
  keptColumns,
  mayWrite,
  storedOf,
  type Writing,
  type Written,
  written,
} from "./save-barrier-store.ts";

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

interface SavedPage extends Written {
  readonly page: string;
  /** JSON texts. */
  readonly pageAnswers: string;
  readonly pageKeys: string;
  readonly donePages: string;
  /** The save that was read, where nothing may have been saved since; else null. */
  readonly readSave: number | null;
}

const savingPage = (corrects: boolean) =>
  preparedStatement<SavedPage, Kept>(
    (value) => sql`
    with ${mayWrite(value, corrects)}, written as (
      insert into response (study_id, case_id, instrument_version, language, started_at, saved_at, draft,
        draft_pages)
      select ${value("studyId")}::text, ${value("caseId")}::text, ${value("instrumentVersion")}::integer,
        ${value("language")}::text, ${value("now")}::timestamptz, ${value("now")}::timestamptz,
        ${value("pageAnswers")}::text::jsonb, ${value("donePages")}::text::jsonb
      from may_write
      where coalesce(${value("readSave")}::integer, 0) = 0 or ${hasResponse(value)}
      on conflict (study_id, case_id) do update set
        instrument_version = excluded.instrument_version,
        language = excluded.language,
        saved_at = excluded.saved_at,
        save_number = response.save_number + 1,
        draft = (coalesce(response.draft, '{}'::jsonb)
          - array(select jsonb_array_elements_text(${value("pageKeys")}::text::jsonb))) || excluded.draft,
        draft_pages = (response.draft_pages - ${value("page")}::text) || excluded.draft_pages
      where ${isWritable(corrects)}
        and (${value("readSave")}::integer is null or response.save_number = ${value("readSave")}::integer)
      returning ${keptColumns}
    ), started as (${eventFrom(value, "started", sql`save_number = 1`)}
    ), taken_back as (${eventFrom(value, "decline_undone", hasSaidNo(value))})
    select ${keptColumns} from written`,
  );

const saveFirst = savingPage(false);
const saveCorrection = savingPage(true);

/**
 * Puts one page into the draft: of the draft's keys only those of the page are touched, so that other tabs'
 * pages stay. The first save of a case is its `started`; answering takes back a "no" that stood.
 *
 * @returns what is stored now; null when nothing was written, because the wave is not open on this instrument, the
 *   link was revoked, the case was withdrawn, or the answers were already sent
 */
export async function savePage(db: Kysely<Database>, page: PageToSave): Promise<StoredResponse | null> {
  const [row] = await (isCorrection(page) ? saveCorrection : saveFirst)(db, {
    ...written(page),
    page: page.page,
    pageAnswers: JSON.stringify(page.pageAnswers),
    pageKeys: JSON.stringify(page.pageKeys),
    donePages: JSON.stringify(page.isDone ? [page.page] : []),
    readSave: page.isFromMemory === true ? (page.entered.response?.saveNumber ?? 0) : null,
  });
  return row === undefined ? null : storedOf(page, row);
}

interface Submitted extends Written {
  /** JSON texts. */
  readonly completed: string;
  readonly completion: string;
  readonly submissionHash: string;
  readonly wordHash: string;
  readonly readSave: number;
}

const submitting = (corrects: boolean) =>
  preparedStatement<Submitted, Kept>(
    (value) => sql`
    with ${mayWrite(value, corrects)}, written as (
      insert into response (study_id, case_id, instrument_version, language, started_at, saved_at, draft,
        draft_pages, answers, submitted_at, submission_hash, receipt_word_hash)
      select ${value("studyId")}::text, ${value("caseId")}::text, ${value("instrumentVersion")}::integer,
        ${value("language")}::text, ${value("now")}::timestamptz, ${value("now")}::timestamptz, null,
        '[]'::jsonb, ${value("completed")}::text::jsonb, ${value("now")}::timestamptz,
        ${value("submissionHash")}::text, ${value("wordHash")}::text
      from may_write
      where ${value("readSave")}::integer = 0 or ${hasResponse(value)}
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
      where response.save_number = ${value("readSave")}::integer and ${isWritable(corrects)}
      returning ${keptColumns}
    ), started as (${eventFrom(value, "started", sql`save_number = 1`)}
    ), taken_back as (${eventFrom(value, "decline_undone", hasSaidNo(value))}
    ), sent as (${eventFrom(
      value,
      corrects ? "corrected" : "submitted",
      sql`true`,
      sql`${value("completion")}::text::jsonb`,
    )})
    select ${keptColumns} from written`,
  );

const submitFirst = submitting(false);
const submitCorrection = submitting(true);

/**
 * Makes `completed` the case's response, once, provided that nothing was saved since it was read.
 *
 * @returns what is stored now; null when nothing was written: as for `savePage`, or the draft is another one by now
 */
export async function submitResponse(
  db: Kysely<Database>,
  response: ResponseToSubmit,
): Promise<StoredResponse | null> {
  const [row] = await (isCorrection(response) ? submitCorrection : submitFirst)(db, {
    ...written(response),
    completed: JSON.stringify(response.completed),
    completion: JSON.stringify({ completion: response.completion }),
    submissionHash: response.submissionHash,
    wordHash: response.wordHash,
    readSave: response.entered.response?.saveNumber ?? 0,
  });
  return row === undefined ? null : storedOf(response, row);
}

const beginning = preparedStatement<Written, IsWritten>(
  (value) => sql`
    with ${mayWrite(value, false)}, written as (
      update response set draft = coalesce(draft, answers), save_number = save_number + 1,
        saved_at = ${value("now")}::timestamptz
      from may_write
      where response.study_id = ${value("studyId")}::text and response.case_id = ${value("caseId")}::text
        and submitted_at is not null
      returning save_number
    ) select exists (select from written) as is_written`,
);

/** Lays the sent answers out to be corrected; a correction that was begun goes on. @returns false if not possible */
export async function beginCorrection(db: Kysely<Database>, writing: Writing): Promise<boolean> {
  const [row] = await beginning(db, written(writing));
  return row?.is_written === true;
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
