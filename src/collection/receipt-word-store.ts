// Counts the words typed for a response, and says whether one was right.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { EnteredCase } from "./entered-case.ts";

/** Words that may be typed for one response within `windowMinutes`. */
export const wordAttempts = { limit: 10, windowMinutes: 60 };

export type WordAttempt = "right" | "wrong" | "too-many";

/** Counts an attempt before judging it, so that attempts at the same moment cannot get around the limit. */
export async function tryWord(
  db: Kysely<Database>,
  entered: EnteredCase,
  wordHash: string,
  now: Date,
): Promise<WordAttempt> {
  const windowStart = new Date(now.getTime() - wordAttempts.windowMinutes * 60_000);
  const { rows } = await sql<{ is_right: boolean }>`
    update response set
      word_attempts = case
        when receipt_word_hash = ${wordHash} then 0
        when word_attempted_at is null or word_attempted_at <= ${windowStart} then 1
        else word_attempts + 1 end,
      word_attempted_at = case
        when word_attempted_at is null or word_attempted_at <= ${windowStart} then ${now}::timestamptz
        else word_attempted_at end
    where study_id = ${entered.studyId} and case_id = ${entered.caseId} and submitted_at is not null
      and (word_attempted_at is null or word_attempted_at <= ${windowStart}
        or word_attempts < ${wordAttempts.limit}::integer)
    returning receipt_word_hash = ${wordHash} as is_right`.execute(db);
  const row = rows[0];
  if (row === undefined) return "too-many";
  return row.is_right ? "right" : "wrong";
}
