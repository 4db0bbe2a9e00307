// Erases a withdrawn member's answers, and notes what a member says about further waves.
import { type Kysely, sql } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { EnteredCase } from "./entered-case.ts";

/** Others who withdraw the same member wait. */
export async function lockMember(tx: Kysely<Database>, entered: EnteredCase): Promise<void> {
  await sql`select from panel_member
    where study_id = ${entered.studyId} and member_id = ${entered.memberId} for no key update`.execute(tx);
}

/** Marks the cases, and the member for the whole study. @returns how many cases and members were not yet marked */
export async function saveWithdrawal(
  tx: Kysely<Database>,
  entered: EnteredCase,
  scope: "wave" | "study",
  now: Date,
): Promise<number> {
  const { studyId, caseId, memberId } = entered;
  const cases = await sql`
    insert into case_event (study_id, case_id, kind, at, actor, detail)
    select c.study_id, c.case_id, 'withdrawn', ${now}::timestamptz, 'respondent', '{}'::jsonb
    from survey_case c
    where c.study_id = ${studyId} and (c.case_id = ${caseId} or ${scope === "study"}::boolean
        and c.member_id = ${memberId})
      and not exists (select from case_event e
        where e.study_id = c.study_id and e.case_id = c.case_id and e.kind = 'withdrawn')`.execute(tx);
  if (scope === "wave") return Number(cases.numAffectedRows ?? 0);
  const member = await sql`
    insert into member_event (study_id, member_id, kind, at, actor, detail)
    select ${studyId}, ${memberId}, 'withdrawn', ${now}::timestamptz, 'respondent', '{}'::jsonb
    where not exists (select from member_event
      where study_id = ${studyId} and member_id = ${memberId} and kind = 'withdrawn')`.execute(tx);
  return Number(cases.numAffectedRows ?? 0) + Number(member.numAffectedRows ?? 0);
}

/** Erases answers, drafts and drafts put aside. */
export async function eraseResponses(
  tx: Kysely<Database>,
  entered: EnteredCase,
  scope: "wave" | "study",
): Promise<void> {
  const { studyId, caseId, memberId } = entered;
  for (const table of ["response", "draft_set_aside"] as const) {
    await sql`
      delete from ${sql.table(table)} where study_id = ${studyId} and case_id in (
        select c.case_id from survey_case c
        where c.study_id = ${studyId} and (c.case_id = ${caseId} or ${scope === "study"}::boolean
          and c.member_id = ${memberId}))`.execute(tx);
  }
}

/** What the member last said about further waves; "yes" until they say otherwise. */
export async function readFurtherWaves(db: Kysely<Database>, entered: EnteredCase): Promise<"yes" | "no"> {
  const row = await db
    .selectFrom("member_event")
    .select("kind")
    .where("study_id", "=", entered.studyId)
    .where("member_id", "=", entered.memberId)
    .where("kind", "in", ["declined_further_waves", "accepts_further_waves", "withdrawn"])
    .orderBy("event_number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.kind === "accepts_further_waves" ? "yes" : "no";
}

/** Notes whether the member wants further waves; saying the same again adds nothing. */
export async function saveFurtherWaves(
  db: Kysely<Database>,
  entered: EnteredCase,
  answer: "yes" | "no",
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockMember(tx, entered);
    if ((await readFurtherWaves(tx, entered)) === answer) return;
    await tx
      .insertInto("member_event")
      .values({
        study_id: entered.studyId,
        member_id: entered.memberId,
        kind: answer === "no" ? "declined_further_waves" : "accepts_further_waves",
        at: now,
        actor: "respondent",
        detail: jsonb({ waveNumber: entered.waveNumber }),
      })
      .execute();
  });
}
