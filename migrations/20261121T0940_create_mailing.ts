// The outbox: what is to be mailed, who claimed it, and what came of it.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_send (
      study_id text not null,
      send_id text not null,
      wave_number integer not null,
      kind text not null,
      requested_by text not null,
      requested_at timestamptz not null,
      constraint mail_send_pk primary key (study_id, send_id),
      constraint mail_send_wave_fk foreign key (study_id, wave_number) references wave on delete cascade,
      constraint mail_send_kind check (kind in ('invitation', 'reminder', 'link'))
    )`.execute(db);
  await sql`
    create table message (
      study_id text not null,
      message_id text not null,
      send_id text not null,
      case_id text not null,
      queued_at timestamptz not null,
      due_at timestamptz,
      constraint message_pk primary key (study_id, message_id),
      constraint message_send_fk foreign key (study_id, send_id) references mail_send on delete cascade,
      constraint message_case_fk foreign key (study_id, case_id) references survey_case on delete cascade,
      constraint message_once_per_send unique (study_id, send_id, case_id)
    )`.execute(db);
  await sql`create index message_by_case on message (study_id, case_id)`.execute(db);
  // The mail loop's question: which messages wait?
  await sql`
    create index message_waiting on message (due_at, message_id) where due_at is not null`.execute(db);
  await sql`
    create table message_claim (
      study_id text not null,
      message_id text not null,
      attempt integer not null,
      claimed_at timestamptz not null,
      claimant text not null,
      constraint message_claim_pk primary key (study_id, message_id, attempt),
      constraint message_claim_message_fk foreign key (study_id, message_id)
        references message on delete cascade,
      constraint message_claim_attempt_positive check (attempt > 0)
    )`.execute(db);
  // Health asks when anything last moved.
  await sql`create index message_claim_by_time on message_claim (claimed_at)`.execute(db);
  await sql`
    create table message_outcome (
      study_id text not null,
      message_id text not null,
      attempt integer not null,
      outcome text not null,
      at timestamptz not null,
      detail text,
      constraint message_outcome_pk primary key (study_id, message_id, attempt),
      constraint message_outcome_claim_fk foreign key (study_id, message_id, attempt)
        references message_claim on delete cascade,
      constraint message_outcome_kind check (outcome in ('handed_over', 'refused', 'not_due', 'put_back'))
    )`.execute(db);
  // Whatever came of the other attempts, one message is handed over once.
  await sql`
    create unique index message_handed_over_once on message_outcome (study_id, message_id)
      where outcome = 'handed_over'`.execute(db);
  for (const table of ["message_claim", "message_outcome"]) {
    await sql`
      create trigger ${sql.id(`${table}_append_only`)} before update or delete on ${sql.table(table)}
        for each row execute function refuse_change_of_record()`.execute(db);
  }
  await sql`
    create table mail_request (
      request_id text not null,
      purpose text not null,
      sealed_address text not null,
      address_hash text not null,
      language text not null,
      requested_at timestamptz not null,
      claimed_at timestamptz,
      handled_at timestamptz,
      constraint mail_request_pk primary key (request_id),
      constraint mail_request_purpose check (purpose in ('sign_in', 'lost_link'))
    )`.execute(db);
  await sql`
    create index mail_request_waiting on mail_request (requested_at) where claimed_at is null`.execute(db);
  // How often has this address been asked for lately?
  await sql`create index mail_request_by_address on mail_request (address_hash, requested_at)`.execute(db);
  await sql`
    create table clock_tick (
      name text not null,
      ticked_at timestamptz not null,
      constraint clock_tick_pk primary key (name)
    )`.execute(db);
  await sql`
    create table service_home (
      singleton boolean not null,
      public_url text not null,
      recorded_at timestamptz not null,
      constraint service_home_pk primary key (singleton),
      constraint service_home_one_row check (singleton)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table service_home, clock_tick, mail_request, message_outcome, message_claim, message,
      mail_send`.execute(db);
}
