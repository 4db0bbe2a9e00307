// One text that was sealed with each key.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";

/** The first account's address; null if there is none. */
export async function readOneSealedAddress(db: Kysely<Database>): Promise<string | null> {
  const row = await db
    .selectFrom("staff")
    .select("sealed_email")
    .orderBy("added_at")
    .limit(1)
    .executeTakeFirst();
  return row?.sealed_email ?? null;
}

/** Contact details of one member of each study that has any. */
export async function readOneSealedContactPerStudy(
  db: Kysely<Database>,
): Promise<{ studyId: StudyId; sealed: string }[]> {
  const rows = await db
    .selectFrom("member_contact")
    .distinctOn("study_id")
    .select(["study_id", "sealed"])
    .orderBy("study_id")
    .orderBy("member_id")
    .execute();
  return rows.map((row) => ({ studyId: row.study_id as StudyId, sealed: row.sealed }));
}
