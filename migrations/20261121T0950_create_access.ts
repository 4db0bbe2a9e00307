// Staff accounts, their one-time sign-in links and sessions, counts of guesses, and the log of what was done.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff (
      staff_id text not null,
      email_hash text not null,
      sealed_email text not null,
      added_at timestamptz not null,
      constraint staff_pk primary key (staff_id),
      constraint staff_email_unique unique (email_hash)
    )`.execute(db);
  await sql`
    create table staff_role (
      study_id text not null,
      staff_id text not null,
      role text not null,
      added_at timestamptz not null,
      constraint staff_role_pk primary key (study_id, staff_id, role),
      constraint staff_role_study_fk foreign key (study_id) references study on delete cascade,
      constraint staff_role_staff_fk foreign key (staff_id) references staff on delete cascade,
      constraint staff_role_kind check (role in ('lead', 'evaluator'))
    )`.execute(db);
  await sql`create index staff_role_by_staff on staff_role (staff_id)`.execute(db);
  await sql`
    create table sign_in_token (
      token_hash text not null,
      staff_id text not null,
      minted_at timestamptz not null,
      expires_at timestamptz not null,
      consumed_at timestamptz,
      constraint sign_in_token_pk primary key (token_hash),
      constraint sign_in_token_staff_fk foreign key (staff_id) references staff on delete cascade
    )`.execute(db);
  await sql`
    create table staff_session (
      session_id text not null,
      staff_id text not null,
      started_at timestamptz not null,
      ended_at timestamptz,
      constraint staff_session_pk primary key (session_id),
      constraint staff_session_staff_fk foreign key (staff_id) references staff on delete cascade
    )`.execute(db);
  await sql`create index staff_session_by_staff on staff_session (staff_id)`.execute(db);
  await sql`
    create table attempt_count (
      what text not null,
      window_started_at timestamptz not null,
      attempts integer not null,
      constraint attempt_count_pk primary key (what, window_started_at)
    )`.execute(db);
  await sql`
    create table audit_log (
      study_id text not null,
      entry_number bigint not null,
      at timestamptz not null,
      actor text not null,
      act text not null,
      detail jsonb not null,
      previous_hash text not null,
      entry_hash text not null,
      constraint audit_log_pk primary key (study_id, entry_number)
    )`.execute(db);
  await sql`
    create trigger audit_log_append_only before update or delete on audit_log
      for each row execute function refuse_change_of_record()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table audit_log, attempt_count, staff_session, sign_in_token, staff_role, staff`.execute(db);
}
