// The outbox as the database keeps it: sends, their messages, the attempts at each and what came of them.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { MessageId, SendId, SendKind } from "./send-plan.ts";

/** Rows per statement, so that parameters stay under PostgreSQL's limit of 65,535. */
const rowsAtOnce = 5000;

/** Who asked for a send where it was the recipient, on the page for lost links. */
export const askedByRecipient = "respondent";

/** A message somebody has set out to hand over. */
export interface ClaimedMessage {
  readonly studyId: StudyId;
  readonly messageId: MessageId;
  readonly caseId: CaseId;
  readonly attempt: number;
  readonly sendKind: SendKind;
  readonly requestedBy: string;
  /** When the first attempt began. */
  readonly firstClaimedAt: Date;
}

/** What came of one attempt. */
export interface AttemptOutcome {
  readonly studyId: StudyId;
  readonly messageId: MessageId;
  readonly attempt: number;
  readonly outcome: "handed_over" | "refused" | "not_due" | "put_back";
  readonly at: Date;
  readonly detail: string | null;
}

/** Until the transaction ends, nobody else puts mails of this wave in line. */
export async function lockSends(tx: Kysely<Database>, studyId: StudyId, waveNumber: number): Promise<void> {
  const name = `sends ${studyId} ${waveNumber}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** Puts one message per case in line. */
export async function insertSend(
  tx: Kysely<Database>,
  send: {
    readonly studyId: StudyId;
    readonly sendId: SendId;
    readonly waveNumber: number;
    readonly kind: SendKind;
    readonly requestedBy: string;
    readonly now: Date;
    readonly messages: readonly { readonly messageId: MessageId; readonly caseId: CaseId }[];
  },
): Promise<void> {
  await tx
    .insertInto("mail_send")
    .values({
      study_id: send.studyId,
      send_id: send.sendId,
      wave_number: send.waveNumber,
      kind: send.kind,
      requested_by: send.requestedBy,
      requested_at: send.now,
    })
    .execute();
  for (let start = 0; start < send.messages.length; start += rowsAtOnce) {
    const rows = send.messages.slice(start, start + rowsAtOnce).map(({ messageId, caseId }) => ({
      study_id: send.studyId,
      message_id: messageId,
      send_id: send.sendId,
      case_id: caseId,
      queued_at: send.now,
      due_at: send.now,
    }));
    await tx.insertInto("message").values(rows).execute();
  }
}

/** How many messages are due, counted up to `most`. */
export async function countDue(db: Kysely<Database>, now: Date, most: number): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select count(*)::integer as due
    from (select 1 from message where due_at <= ${now} limit ${most}) as waiting`.execute(db);
  return rows[0]?.due ?? 0;
}

/**
 * Takes messages out of the line and writes a claim for each: from the commit on they are this process's
 * alone. A message is claimed anew only when every earlier attempt ended with certainty that nothing was sent,
 * whatever the line says.
 *
 * @returns how many left the line, and those of them that were claimed
 */
export async function claimMessages(
  tx: Kysely<Database>,
  claim: { readonly now: Date; readonly claimant: string; readonly most: number },
): Promise<{ taken: number; claimed: ClaimedMessage[] }> {
  const { rows } = await sql<{
    study_id: string;
    message_id: string;
    case_id: string;
    attempt: number | null;
    kind: SendKind;
    requested_by: string;
    first_claimed_at: Date;
  }>`
    with due as (
      update message set due_at = null
      where (study_id, message_id) in (
        select study_id, message_id from message
        where due_at <= ${claim.now}
        order by due_at, message_id
        limit ${claim.most}
        for update skip locked
      )
      returning study_id, message_id, send_id, case_id
    ), earlier as (
      select due.study_id, due.message_id, count(a.attempt)::integer as attempts,
        min(a.claimed_at) as first_claimed_at,
        coalesce(bool_and(o.outcome is not distinct from 'put_back') filter (where a.attempt is not null), true)
          as is_free
      from due
      left join message_claim a using (study_id, message_id)
      left join message_outcome o using (study_id, message_id, attempt)
      group by due.study_id, due.message_id
    ), claimed as (
      insert into message_claim (study_id, message_id, attempt, claimed_at, claimant)
      select study_id, message_id, attempts + 1, ${claim.now}, ${claim.claimant} from earlier where is_free
      on conflict do nothing
      returning study_id, message_id, attempt
    )
    select due.study_id, due.message_id, due.case_id, claimed.attempt, s.kind, s.requested_by,
      coalesce(earlier.first_claimed_at, ${claim.now}) as first_claimed_at
    from due
    left join claimed using (study_id, message_id)
    join earlier using (study_id, message_id)
    join mail_send s on s.study_id = due.study_id and s.send_id = due.send_id`.execute(tx);
  const claimed = rows.flatMap((row) =>
    row.attempt === null
      ? []
      : [
          {
            studyId: row.study_id as StudyId,
            messageId: row.message_id as MessageId,
            caseId: row.case_id as CaseId,
            attempt: row.attempt,
            sendKind: row.kind,
            requestedBy: row.requested_by,
            firstClaimedAt: row.first_claimed_at,
          },
        ],
  );
  return { taken: rows.length, claimed };
}

export async function insertOutcomes(
  tx: Kysely<Database>,
  outcomes: readonly AttemptOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await tx
    .insertInto("message_outcome")
    .values(
      outcomes.map(({ studyId, messageId, attempt, outcome, at, detail }) => ({
        study_id: studyId,
        message_id: messageId,
        attempt,
        outcome,
        at,
        detail,
      })),
    )
    .execute();
}

/** Puts a message back in line, to be tried again at `dueAt`. */
export async function putBackInLine(
  tx: Kysely<Database>,
  message: { readonly studyId: StudyId; readonly messageId: MessageId; readonly dueAt: Date },
): Promise<void> {
  await tx
    .updateTable("message")
    .set({ due_at: message.dueAt })
    .where("study_id", "=", message.studyId)
    .where("message_id", "=", message.messageId)
    .execute();
}
