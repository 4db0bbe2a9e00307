// Saying no, and taking it back.
import { type Kysely, sql } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { IsoDate } from "../study/study.ts";
import type { EnteredCase, Stance } from "./entered-case.ts";

/** What is said, and by which link. */
export interface SaidStance {
  readonly entered: EnteredCase;
  /** null takes back what stood. */
  readonly stance: Stance | null;
  /** Last day in office, for `left_office` where it was given. */
  readonly leftOn: IsoDate | null;
  readonly now: Date;
}

/**
 * Notes a stance as an event of the case, once: saying the same again adds nothing. Whoever says things at the
 * same moment waits for the other.
 *
 * @returns false when the wave is not open, the link was revoked, the case was withdrawn or the answers sent
 */
export async function saveStance(db: Kysely<Database>, said: SaidStance): Promise<boolean> {
  const { studyId, caseId, waveNumber, linkHash } = said.entered;
  return await inTransaction(db, async (tx) => {
    const open = await sql`
      select from wave
      where study_id = ${studyId} and wave_number = ${waveNumber} and opened_at is not null
        and closed_at is null
      for share`.execute(tx);
    if (open.rows.length === 0) return false;
    await sql`
      select from survey_case where study_id = ${studyId} and case_id = ${caseId} for no key update`.execute(
      tx,
    );
    const { rows } = await sql<{ may_write: boolean; stance: string | null; left_on: string | null }>`
      select
        exists (select from survey_link
          where study_id = ${studyId} and link_hash = ${linkHash} and revoked_at is null)
        and not exists (select from case_event
          where study_id = ${studyId} and case_id = ${caseId} and kind = 'withdrawn')
        and not exists (select from response
          where study_id = ${studyId} and case_id = ${caseId} and submitted_at is not null) as may_write,
        stance.kind as stance, stance.detail ->> 'on' as left_on
      from (values (1)) as one (row)
      left join lateral (select kind, detail from case_event
        where study_id = ${studyId} and case_id = ${caseId}
          and kind in ('declined', 'not_me', 'left_office', 'decline_undone')
        order by event_number desc limit 1) as stance on true`.execute(tx);
    const standing = rows[0];
    if (standing?.may_write !== true) return false;
    const kind = said.stance ?? "decline_undone";
    const isSame =
      (standing.stance ?? "decline_undone") === kind &&
      (said.leftOn === null || said.leftOn === standing.left_on);
    if (isSame) return true;
    await tx
      .insertInto("case_event")
      .values({
        study_id: studyId,
        case_id: caseId,
        kind,
        at: said.now,
        actor: "respondent",
        detail: jsonb(said.leftOn === null ? {} : { on: said.leftOn }),
      })
      .execute();
    return true;
  });
}
