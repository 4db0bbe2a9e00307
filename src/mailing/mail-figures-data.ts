// What became of the mails: figures per send, what is uncertain, and when anything last moved.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import { inHandMinutes, readCandidates } from "./candidate-data.ts";
import type { MessageId, SendId, SendKind } from "./send-plan.ts";

/** Counts of messages; together they are all of a send. */
export interface MailFigures {
  /** In line, also those that are to be tried again. */
  readonly waiting: number;
  /** Being handed over this moment. */
  readonly inHand: number;
  /** Taken by the mail server. Whether it was delivered or read is not known. */
  readonly handedOver: number;
  readonly refused: number;
  /** Not handed over, because its recipient had answered, said no or left by then. */
  readonly notDue: number;
  /** Claimed by a process that never told what became of it: may or may not have been sent. */
  readonly uncertain: number;
}

export interface SendFigures extends MailFigures {
  readonly sendId: SendId;
  readonly sendKind: SendKind;
  readonly requestedAt: Date;
  /** A staff id, "operator", "clock", or "respondent" for a link that was asked for on the lost-link page. */
  readonly requestedBy: string;
}

/** Where every message stands: its newest attempt and what came of it. */
const standing = (now: Date) => {
  const inHandSince = new Date(now.getTime() - inHandMinutes * 60_000);
  return sql`
    select m.study_id, m.message_id, m.send_id, m.case_id, a.claimed_at,
      case
        when m.due_at is not null then 'waiting'
        when o.outcome = 'handed_over' then 'handed_over'
        when o.outcome = 'refused' then 'refused'
        when o.outcome = 'not_due' then 'not_due'
        when a.claimed_at > ${inHandSince} then 'in_hand'
        else 'uncertain'
      end as standing
    from message m
    left join lateral (
      select a.attempt, a.claimed_at from message_claim a
      where a.study_id = m.study_id and a.message_id = m.message_id
      order by a.attempt desc limit 1
    ) a on true
    left join message_outcome o
      on o.study_id = m.study_id and o.message_id = m.message_id and o.attempt = a.attempt`;
};

/** Every send of a wave, the newest first. */
export async function listSends(
  db: Kysely<Database>,
  {
    studyId,
    waveNumber,
    now,
  }: { readonly studyId: StudyId; readonly waveNumber: number; readonly now: Date },
): Promise<SendFigures[]> {
  const { rows } = await sql<{
    send_id: string;
    kind: SendKind;
    requested_at: Date;
    requested_by: string;
    waiting: number;
    in_hand: number;
    handed_over: number;
    refused: number;
    not_due: number;
    uncertain: number;
  }>`
    select s.send_id, s.kind, s.requested_at, s.requested_by,
      count(*) filter (where x.standing = 'waiting')::integer as waiting,
      count(*) filter (where x.standing = 'in_hand')::integer as in_hand,
      count(*) filter (where x.standing = 'handed_over')::integer as handed_over,
      count(*) filter (where x.standing = 'refused')::integer as refused,
      count(*) filter (where x.standing = 'not_due')::integer as not_due,
      count(*) filter (where x.standing = 'uncertain')::integer as uncertain
    from mail_send s
    left join (${standing(now)}) x on x.study_id = s.study_id and x.send_id = s.send_id
    where s.study_id = ${studyId} and s.wave_number = ${waveNumber}
    group by s.study_id, s.send_id
    order by s.requested_at desc, s.send_id`.execute(db);
  return rows.map((row) => ({
    sendId: row.send_id as SendId,
    sendKind: row.kind,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    waiting: row.waiting,
    inHand: row.in_hand,
    handedOver: row.handed_over,
    refused: row.refused,
    notDue: row.not_due,
    uncertain: row.uncertain,
  }));
}

/** All sends of a wave together. */
export function sumOfSends(sends: readonly MailFigures[]): MailFigures {
  const sum = (figure: keyof MailFigures) => sends.reduce((total, send) => total + send[figure], 0);
  return {
    waiting: sum("waiting"),
    inHand: sum("inHand"),
    handedOver: sum("handedOver"),
    refused: sum("refused"),
    notDue: sum("notDue"),
    uncertain: sum("uncertain"),
  };
}

/** Messages that may or may not have been sent, the oldest claim first. They are never repeated by themselves. */
export async function uncertainMessages(
  db: Kysely<Database>,
  {
    studyId,
    waveNumber,
    now,
  }: { readonly studyId: StudyId; readonly waveNumber: number; readonly now: Date },
): Promise<{ messageId: MessageId; caseId: CaseId; sendKind: SendKind; claimedAt: Date }[]> {
  const { rows } = await sql<{ message_id: string; case_id: string; kind: SendKind; claimed_at: Date }>`
    select x.message_id, x.case_id, s.kind, x.claimed_at
    from (${standing(now)}) x
    join mail_send s on s.study_id = x.study_id and s.send_id = x.send_id
    where x.standing = 'uncertain' and s.study_id = ${studyId} and s.wave_number = ${waveNumber}
    order by x.claimed_at, x.message_id`.execute(db);
  return rows.map((row) => ({
    messageId: row.message_id as MessageId,
    caseId: row.case_id as CaseId,
    sendKind: row.kind,
    claimedAt: row.claimed_at,
  }));
}

/** What is known about the mail to each case of a wave, beside its events. */
export async function readMailOfWave(
  db: Kysely<Database>,
  wave: { readonly studyId: StudyId; readonly waveNumber: number; readonly now: Date },
): Promise<Map<CaseId, { hasEmail: boolean; isWaiting: boolean; isUncertain: boolean }>> {
  const candidates = await readCandidates(db, wave);
  return new Map(
    candidates.map(({ caseId, hasEmail, isUnderWay, isUncertain }) => [
      caseId,
      { hasEmail, isWaiting: isUnderWay, isUncertain },
    ]),
  );
}

/** What waits to be handed over now, in all studies, and when anything was last claimed. */
export async function readMovement(
  db: Kysely<Database>,
  now: Date,
): Promise<{ waiting: number; oldestDue: Date | null; lastClaim: Date | null }> {
  const { rows } = await sql<{ waiting: number; oldest_due: Date | null; last_claim: Date | null }>`
    select count(*)::integer as waiting, min(due_at) as oldest_due,
      (select max(claimed_at) from message_claim) as last_claim
    from message where due_at <= ${now}`.execute(db);
  const row = rows[0]!;
  return { waiting: row.waiting, oldestDue: row.oldest_due, lastClaim: row.last_claim };
}
