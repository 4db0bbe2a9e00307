// People of a study: members, their sealed contact details, and the seats they hold for a time.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table panel_member (
      study_id text not null,
      member_id text not null,
      language text not null,
      added_at timestamptz not null,
      constraint panel_member_pk primary key (study_id, member_id),
      constraint panel_member_study_fk foreign key (study_id) references study on delete cascade
    )`.execute(db);
  await sql`
    create table member_contact (
      study_id text not null,
      member_id text not null,
      sealed text not null,
      name_hash text not null,
      email_hash text,
      changed_at timestamptz not null,
      constraint member_contact_pk primary key (study_id, member_id),
      constraint member_contact_member_fk foreign key (study_id, member_id)
        references panel_member on delete cascade
    )`.execute(db);
  await sql`create index member_contact_by_email on member_contact (study_id, email_hash)`.execute(db);
  await sql`create index member_contact_by_name on member_contact (study_id, name_hash)`.execute(db);
  await sql`
    create table member_event (
      study_id text not null,
      member_id text not null,
      event_number bigint generated always as identity,
      kind text not null,
      at timestamptz not null,
      actor text not null,
      detail jsonb not null,
      constraint member_event_pk primary key (study_id, member_id, event_number),
      constraint member_event_member_fk foreign key (study_id, member_id)
        references panel_member on delete cascade
    )`.execute(db);
  await sql`
    create trigger member_event_append_only before update or delete on member_event
      for each row execute function refuse_change_of_record()`.execute(db);
  await sql`
    create table seat (
      study_id text not null,
      seat_id text not null,
      role text not null,
      municipality text not null,
      created_at timestamptz not null,
      constraint seat_pk primary key (study_id, seat_id),
      constraint seat_role_fk foreign key (study_id, role) references study_role
    )`.execute(db);
  await sql`
    create table tenure (
      study_id text not null,
      tenure_id text not null,
      seat_id text not null,
      member_id text not null,
      held_from date,
      held_to date,
      added_at timestamptz not null,
      constraint tenure_pk primary key (study_id, tenure_id),
      constraint tenure_seat_fk foreign key (study_id, seat_id) references seat on delete cascade,
      constraint tenure_member_fk foreign key (study_id, member_id) references panel_member on delete cascade,
      constraint tenure_dates_in_order check (held_to >= held_from)
    )`.execute(db);
  await sql`
    create unique index tenure_one_holder_now on tenure (study_id, seat_id)
      where held_to is null`.execute(db);
  await sql`
    create unique index tenure_one_seat_now on tenure (study_id, member_id)
      where held_to is null`.execute(db);
  await sql`create index tenure_by_member on tenure (study_id, member_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table tenure, seat, member_event, member_contact, panel_member`.execute(db);
}
