// What else is known of a case beside its answers: when they were corrected or withdrawn, and what other waves hold.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { EnteredCase } from "./entered-case.ts";

export interface OwnRecord {
  /** When corrected answers were last sent; null where none were. */
  readonly correctedAt: Date | null;
  /** When the answers of this wave were withdrawn; null where they were not. */
  readonly withdrawnAt: Date | null;
  /** True where the member has withdrawn from the whole study. */
  readonly isOutOfStudy: boolean;
  /** The member's other waves that hold answers or a draft, in order. */
  readonly otherWaves: readonly number[];
}

export async function readOwnRecord(db: Kysely<Database>, entered: EnteredCase): Promise<OwnRecord> {
  const { studyId, caseId, memberId } = entered;
  const latest = (kind: string) => sql`(select max(e.at) from case_event e
    where e.study_id = ${studyId} and e.case_id = ${caseId} and e.kind = ${kind})`;
  const { rows } = await sql<{
    corrected_at: Date | null;
    withdrawn_at: Date | null;
    is_out: boolean;
    other_waves: number[];
  }>`select ${latest("corrected")} as corrected_at, ${latest("withdrawn")} as withdrawn_at,
      exists (select from member_event
        where study_id = ${studyId} and member_id = ${memberId} and kind = 'withdrawn') as is_out,
      (select coalesce(jsonb_agg(c.wave_number order by c.wave_number), '[]'::jsonb)
        from survey_case c join response r on r.study_id = c.study_id and r.case_id = c.case_id
        where c.study_id = ${studyId} and c.member_id = ${memberId} and c.case_id <> ${caseId}) as other_waves`.execute(
    db,
  );
  const row = rows[0];
  return {
    correctedAt: row?.corrected_at ?? null,
    withdrawnAt: row?.withdrawn_at ?? null,
    isOutOfStudy: row?.is_out === true,
    otherWaves: row?.other_waves ?? [],
  };
}
