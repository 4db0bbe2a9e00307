// What every save of a response has in common: it holds the wave open while it writes, so that whoever closes the wave
// waits for it, and whoever comes after the closing finds nothing to write to.
import { type RawBuilder, sql } from "kysely";
import type { LanguageCode } from "../language/language-code.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { EnteredCase, StoredResponse } from "./entered-case.ts";

/** Who writes, by which link, and when. */
export interface Writing {
  readonly entered: EnteredCase;
  readonly language: string;
  readonly now: Date;
}

/** Whether sent answers are being changed. */
export const isCorrection = ({ entered }: Writing): boolean => entered.purpose === "own";

/** What every statement here is told. */
export interface Written {
  readonly studyId: string;
  readonly caseId: string;
  readonly waveNumber: number;
  readonly instrumentVersion: number;
  readonly linkHash: string;
  readonly language: string;
  readonly now: Date;
}

/** The place of a value in a statement. */
export type Value<Name extends string> = (name: Name) => RawBuilder<unknown>;

/** What every statement here is told of who writes. */
export const written = ({ entered, language, now }: Writing): Written => ({
  studyId: entered.studyId,
  caseId: entered.caseId,
  waveNumber: entered.waveNumber,
  instrumentVersion: entered.instrumentVersion,
  linkHash: entered.linkHash,
  language,
  now,
});

/** The rows that must be there: the wave open on this instrument, the link good, the case not withdrawn. */
export const mayWrite = (value: Value<keyof Written>, corrects: boolean): RawBuilder<unknown> =>
  sql`open_wave as (
      select wave.study_id from wave
      where study_id = ${value("studyId")}::text and wave_number = ${value("waveNumber")}::integer
        and instrument_version = ${value("instrumentVersion")}::integer
        and opened_at is not null and closed_at is null
      for share
    ), may_write as (
      select open_wave.study_id from open_wave
      where exists (select from survey_link
          where study_id = ${value("studyId")}::text and link_hash = ${value("linkHash")}::text
            and revoked_at is null)
        and not exists (select from case_event
          where study_id = ${value("studyId")}::text and case_id = ${value("caseId")}::text
            and kind = 'withdrawn')
        ${corrects ? sql`and ${hasResponse(value)}` : sql``}
    )`;

/** Whether something is stored of the case. */
export const hasResponse = (value: Value<"studyId" | "caseId">): RawBuilder<unknown> =>
  sql`exists (select from response
    where study_id = ${value("studyId")}::text and case_id = ${value("caseId")}::text)`;

/** What the row must be for this writer: not sent yet, or sent and being corrected. */
export const isWritable = (corrects: boolean): RawBuilder<unknown> =>
  corrects
    ? sql`response.submitted_at is not null and response.draft is not null`
    : sql`response.submitted_at is null`;

/** Notes what happened to the case, if something was written and `condition` holds of it. */
export const eventFrom = (
  value: Value<keyof Written>,
  kind: "started" | "decline_undone" | "submitted" | "corrected",
  condition: RawBuilder<unknown>,
  detail: RawBuilder<unknown> = sql`'{}'::jsonb`,
): RawBuilder<unknown> => sql`
  insert into case_event (study_id, case_id, kind, at, actor, detail)
  select ${value("studyId")}::text, ${value("caseId")}::text, ${sql.lit(kind)}, ${value("now")}::timestamptz,
    'respondent', ${detail}
  from written where ${condition}`;

/** Whether a "no" of this person stands. */
export const hasSaidNo = (value: Value<"studyId" | "caseId">): RawBuilder<unknown> => sql`coalesce((
  select said.kind <> 'decline_undone' from case_event said
  where said.study_id = ${value("studyId")}::text and said.case_id = ${value("caseId")}::text
    and said.kind in ('declined', 'not_me', 'left_office', 'decline_undone')
  order by said.event_number desc limit 1), false)`;

/** One row that says whether something was written. */
export interface IsWritten {
  readonly is_written: boolean;
}

/** What is stored of a response after it was written. */
export interface Kept {
  readonly save_number: number;
  readonly started_at: Date;
  readonly draft: Answers | null;
  readonly draft_pages: string[];
  readonly answers: Answers | null;
  readonly submitted_at: Date | null;
  readonly submission_hash: string | null;
}

/** The columns of `Kept`. */
export const keptColumns = sql`save_number, started_at, draft, draft_pages, answers, submitted_at, submission_hash`;

/** The response as a save left it. */
export const storedOf = ({ entered, language, now }: Writing, row: Kept): StoredResponse => ({
  instrumentVersion: entered.instrumentVersion,
  language: language as LanguageCode,
  startedAt: row.started_at,
  savedAt: now,
  saveNumber: row.save_number,
  draft: row.draft,
  draftPages: row.draft_pages,
  answers: row.answers,
  submittedAt: row.submitted_at,
  submissionHash: row.submission_hash,
});
