// Waves, the cases they consist of, and what happened to each.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wave (
      study_id text not null,
      wave_number integer not null,
      instrument_version integer not null,
      reference_date date not null,
      opens_on date not null,
      closes_on date not null,
      planned_at timestamptz not null,
      opened_at timestamptz,
      closed_at timestamptz,
      constraint wave_pk primary key (study_id, wave_number),
      constraint wave_instrument_fk foreign key (study_id, instrument_version) references instrument,
      constraint wave_number_positive check (wave_number > 0),
      constraint wave_dates_in_order check (opens_on <= closes_on),
      constraint wave_closed_after_opened check (closed_at is null or opened_at is not null)
    )`.execute(db);
  await sql`
    create table wave_event (
      study_id text not null,
      wave_number integer not null,
      event_number bigint generated always as identity,
      kind text not null,
      at timestamptz not null,
      actor text not null,
      detail jsonb not null,
      constraint wave_event_pk primary key (study_id, wave_number, event_number),
      constraint wave_event_wave_fk foreign key (study_id, wave_number) references wave on delete cascade
    )`.execute(db);
  await sql`
    create trigger wave_event_append_only before update or delete on wave_event
      for each row execute function refuse_change_of_record()`.execute(db);
  await sql`
    create table survey_case (
      study_id text not null,
      case_id text not null,
      wave_number integer not null,
      member_id text not null,
      seat_id text not null,
      role text not null,
      municipality text not null,
      groups jsonb not null,
      language text not null,
      created_at timestamptz not null,
      constraint survey_case_pk primary key (study_id, case_id),
      constraint survey_case_wave_fk foreign key (study_id, wave_number) references wave on delete cascade,
      constraint survey_case_member_fk foreign key (study_id, member_id)
        references panel_member on delete cascade,
      constraint survey_case_seat_fk foreign key (study_id, seat_id) references seat,
      constraint survey_case_role_fk foreign key (study_id, role) references study_role,
      constraint survey_case_once_per_wave unique (study_id, wave_number, member_id)
    )`.execute(db);
  await sql`create index survey_case_by_member on survey_case (study_id, member_id)`.execute(db);
  await sql`
    create table case_event (
      study_id text not null,
      case_id text not null,
      event_number bigint generated always as identity,
      kind text not null,
      at timestamptz not null,
      actor text not null,
      detail jsonb not null,
      constraint case_event_pk primary key (study_id, case_id, event_number),
      constraint case_event_case_fk foreign key (study_id, case_id) references survey_case on delete cascade
    )`.execute(db);
  await sql`
    create trigger case_event_append_only before update or delete on case_event
      for each row execute function refuse_change_of_record()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table case_event, survey_case, wave_event, wave`.execute(db);
}
