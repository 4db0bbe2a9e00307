// Studies, their roles and texts, and the versions of their questionnaire.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study (
      study_id text not null,
      definition jsonb not null,
      analysis jsonb,
      comparability jsonb,
      created_at timestamptz not null,
      constraint study_pk primary key (study_id),
      constraint study_id_form check (study_id ~ '^[a-z0-9][a-z0-9-]{1,59}$')
    )`.execute(db);
  await sql`
    create table study_role (
      study_id text not null,
      role text not null,
      position integer not null,
      constraint study_role_pk primary key (study_id, role),
      constraint study_role_study_fk foreign key (study_id) references study on delete cascade
    )`.execute(db);
  await sql`
    create table study_text (
      study_id text not null,
      language text not null,
      texts jsonb not null,
      constraint study_text_pk primary key (study_id, language),
      constraint study_text_study_fk foreign key (study_id) references study on delete cascade
    )`.execute(db);
  await sql`
    create table instrument (
      study_id text not null,
      instrument_version integer not null,
      content jsonb not null,
      checksum text not null,
      loaded_at timestamptz not null,
      fixed_at timestamptz,
      constraint instrument_pk primary key (study_id, instrument_version),
      constraint instrument_study_fk foreign key (study_id) references study on delete cascade,
      constraint instrument_version_positive check (instrument_version > 0)
    )`.execute(db);
  await sql`
    create function refuse_change_of_fixed_instrument() returns trigger language plpgsql as $$
    begin
      if old.fixed_at is not null and (
        new.content is distinct from old.content or new.checksum is distinct from old.checksum
        or new.fixed_at is distinct from old.fixed_at
      ) then
        raise exception 'instrument % of % is fixed', old.instrument_version, old.study_id
          using errcode = 'integrity_constraint_violation', constraint = 'instrument_fixed';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger instrument_fixed before update on instrument
      for each row execute function refuse_change_of_fixed_instrument()`.execute(db);
  await sql`
    create function refuse_change_of_record() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
        return old;
      end if;
      raise exception '% is append-only', tg_table_name
        using errcode = 'integrity_constraint_violation', constraint = 'append_only';
    end $$`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table instrument, study_text, study_role, study`.execute(db);
  await sql`drop function refuse_change_of_fixed_instrument(), refuse_change_of_record()`.execute(db);
}
