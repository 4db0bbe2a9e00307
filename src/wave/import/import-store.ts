// All SQL of taking in a wave that was collected elsewhere, where other stores have none: people of whom only an id is
// known, the seats they held, and their answers.
import { type Kysely, sql } from "kysely";
import { jsonb } from "../../db/jsonb.ts";
import type { Database } from "../../db/schema.ts";
import type { Answers } from "../../questionnaire/instrument.ts";
import type { StudyId } from "../../study/study.ts";
import type { CaseId } from "../case.ts";

/** Rows per statement, so that parameters stay under PostgreSQL's limit of 65,535. */
const rowsAtOnce = 5000;

/** The answers of one case that was collected elsewhere. */
export interface ImportedResponse {
  readonly caseId: CaseId;
  readonly language: string;
  /** As the questionnaire would have stored them. */
  readonly answers: Answers;
  /** In codes as the file had them. */
  readonly coded: Readonly<Record<string, readonly string[]>>;
}

/** A seat that somebody held at an earlier wave. */
export interface HeldSeat {
  readonly memberId: string;
  readonly seatId: string;
  readonly role: string;
  readonly municipality: string;
}

/** Adds people by their ids alone, in the language given; those who are there already stay as they are. */
export async function addMembersById(
  tx: Kysely<Database>,
  studyId: StudyId,
  members: readonly { readonly memberId: string; readonly language: string }[],
  now: Date,
): Promise<number> {
  let added = 0;
  for (let start = 0; start < members.length; start += rowsAtOnce) {
    const rows = members.slice(start, start + rowsAtOnce).map(({ memberId, language }) => ({
      study_id: studyId,
      member_id: memberId,
      language,
      added_at: now,
    }));
    const result = await tx
      .insertInto("panel_member")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["study_id", "member_id"]).doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/** Every seat that anybody has had in a case or holds, the latest of a person last. */
export async function seatsHeld(db: Kysely<Database>, studyId: StudyId): Promise<HeldSeat[]> {
  const { rows } = await sql<{ member_id: string; seat_id: string; role: string; municipality: string }>`
    select held.member_id, seat.seat_id, seat.role, seat.municipality
    from (
      select study_id, member_id, seat_id, created_at as since from survey_case where study_id = ${studyId}
      union
      select study_id, member_id, seat_id, added_at as since from tenure where study_id = ${studyId}
    ) as held
    join seat on seat.study_id = held.study_id and seat.seat_id = held.seat_id
    order by held.since, seat.seat_id`.execute(db);
  return rows.map((row) => ({
    memberId: row.member_id,
    seatId: row.seat_id,
    role: row.role,
    municipality: row.municipality,
  }));
}

/** Whether anything was sent to the people of a wave, or came from them. */
export async function isTouched(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<boolean> {
  const { rows } = await sql<{ is_touched: boolean }>`
    select exists (
      select from survey_case c join case_event e on e.study_id = c.study_id and e.case_id = c.case_id
      where c.study_id = ${studyId} and c.wave_number = ${waveNumber} and e.kind not in ('created', 'imported')
    ) or exists (
      select from mail_send where study_id = ${studyId} and wave_number = ${waveNumber}
    ) as is_touched`.execute(db);
  return rows[0]?.is_touched === true;
}

/** Takes the cases of a wave away, with everything that belongs to them. */
export async function removeCases(tx: Kysely<Database>, studyId: StudyId, waveNumber: number): Promise<void> {
  await tx
    .deleteFrom("survey_case")
    .where("study_id", "=", studyId)
    .where("wave_number", "=", waveNumber)
    .execute();
}

/** The ids of every seat of a study. */
export async function seatIds(db: Kysely<Database>, studyId: StudyId): Promise<Set<string>> {
  const rows = await db.selectFrom("seat").select("seat_id").where("study_id", "=", studyId).execute();
  return new Set(rows.map(({ seat_id }) => seat_id));
}

/** Writes the answers of cases as sent in at `at`. */
export async function insertResponses(
  tx: Kysely<Database>,
  studyId: StudyId,
  instrumentVersion: number,
  responses: readonly ImportedResponse[],
  at: Date,
): Promise<void> {
  for (let start = 0; start < responses.length; start += rowsAtOnce / 2) {
    const rows = responses
      .slice(start, start + rowsAtOnce / 2)
      .map(({ caseId, language, answers, coded }) => ({
        study_id: studyId,
        case_id: caseId,
        instrument_version: instrumentVersion,
        language,
        started_at: at,
        saved_at: at,
        draft: null,
        draft_pages: jsonb([]),
        answers: jsonb(answers),
        coded: jsonb(coded),
        submitted_at: at,
        submission_hash: null,
        receipt_word_hash: null,
        word_attempted_at: null,
      }));
    await tx.insertInto("response").values(rows).execute();
  }
}
