// Counts that somebody has withdrawn from since they were made.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";

/** Closed waves from which a person withdrew after their counts were made, each with a lower number first. */
export async function wavesWithdrawnFrom(
  db: Kysely<Database>,
): Promise<{ studyId: StudyId; waveNumber: number }[]> {
  const { rows } = await sql<{ study_id: string; wave_number: number }>`
    select distinct c.study_id, c.wave_number
    from case_event e
    join survey_case c on c.study_id = e.study_id and c.case_id = e.case_id
    join wave w on w.study_id = c.study_id and w.wave_number = c.wave_number
    join cube k on k.study_id = c.study_id and k.waves = c.wave_number::text
    where e.kind = 'withdrawn' and w.closed_at is not null and e.at > k.made_at
    order by c.study_id, c.wave_number`.execute(db);
  return rows.map(({ study_id, wave_number }) => ({ studyId: study_id as StudyId, waveNumber: wave_number }));
}
