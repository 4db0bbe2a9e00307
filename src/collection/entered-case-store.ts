// Reads everything a request needs to know about a case, by the hash of its link, in one statement.
import { type Kysely, sql } from "kysely";
import { preparedStatement } from "../db/prepared-statement.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId } from "../panel/member.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { IsoDate, RoleCode, StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import { type WaveNumber, waveState } from "../wave/wave.ts";
import type { EnteredCase, ShutLink, Stance, StoredResponse } from "./entered-case.ts";

interface Row {
  purpose: "answer" | "own";
  expires_at: Date;
  revoked_at: Date | null;
  study_id: string;
  case_id: string;
  member_id: string;
  role: string;
  municipality: string;
  groups: Record<string, string>;
  language: string;
  wave_number: number;
  instrument_version: number;
  reference_date: IsoDate;
  opens_on: IsoDate;
  closes_on: IsoDate;
  opened_at: Date | null;
  closed_at: Date | null;
  stance: Stance | "decline_undone" | null;
  is_withdrawn: boolean;
  response_version: number | null;
  response_language: string;
  started_at: Date;
  saved_at: Date;
  save_number: number;
  draft: Answers | null;
  draft_pages: string[];
  answers: Answers | null;
  submitted_at: Date | null;
  submission_hash: string | null;
}

const byLink = preparedStatement<{ readonly linkHash: string }, Row>(
  (value) => sql`
    select l.purpose, l.expires_at, l.revoked_at, c.study_id, c.case_id, c.member_id, c.role, c.municipality,
      c.groups, c.language, w.wave_number, w.instrument_version, w.reference_date, w.opens_on, w.closes_on,
      w.opened_at, w.closed_at,
      (select e.kind from case_event e
        where e.study_id = c.study_id and e.case_id = c.case_id
          and e.kind in ('declined', 'not_me', 'left_office', 'decline_undone')
        order by e.event_number desc limit 1) as stance,
      exists (select from case_event e
        where e.study_id = c.study_id and e.case_id = c.case_id and e.kind = 'withdrawn') as is_withdrawn,
      r.instrument_version as response_version, r.language as response_language, r.started_at, r.saved_at,
      r.save_number, r.draft, r.draft_pages, r.answers, r.submitted_at, r.submission_hash
    from survey_link l
    join survey_case c on c.study_id = l.study_id and c.case_id = l.case_id
    join wave w on w.study_id = c.study_id and w.wave_number = c.wave_number
    left join response r on r.study_id = c.study_id and r.case_id = c.case_id
    where l.link_hash = ${value("linkHash")}`,
);

/** The case a link opens, or why it opens none. */
export async function readEnteredCase(
  db: Kysely<Database>,
  linkHash: string,
  now: Date,
): Promise<EnteredCase | ShutLink> {
  const [row] = await byLink(db, { linkHash });
  if (row === undefined) return "unknown";
  if (row.revoked_at !== null) return "revoked";
  if (row.expires_at <= now) return row.purpose === "own" ? "own-expired" : "expired";
  return {
    linkHash,
    purpose: row.purpose,
    studyId: row.study_id as StudyId,
    caseId: row.case_id as CaseId,
    memberId: row.member_id as MemberId,
    role: row.role as RoleCode,
    municipality: row.municipality,
    groups: row.groups,
    language: row.language as LanguageCode,
    waveNumber: row.wave_number as WaveNumber,
    waveState: waveState({ openedAt: row.opened_at, closedAt: row.closed_at }),
    instrumentVersion: row.instrument_version,
    referenceDate: row.reference_date,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    expiresAt: row.expires_at,
    response: responseOf(row),
    stance: row.stance === "decline_undone" ? null : row.stance,
    isWithdrawn: row.is_withdrawn,
  };
}

function responseOf(row: Row): StoredResponse | null {
  if (row.response_version === null) return null;
  return {
    instrumentVersion: row.response_version,
    language: row.response_language as LanguageCode,
    startedAt: row.started_at,
    savedAt: row.saved_at,
    saveNumber: row.save_number,
    draft: row.draft,
    draftPages: row.draft_pages,
    answers: row.answers,
    submittedAt: row.submitted_at,
    submissionHash: row.submission_hash,
  };
}
