// Ways in to a case (links, codes) and the answers given there.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table survey_link (
      link_hash text not null,
      study_id text not null,
      case_id text not null,
      purpose text not null,
      minted_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      constraint survey_link_pk primary key (study_id, link_hash),
      constraint survey_link_hash_unique unique (link_hash),
      constraint survey_link_case_fk foreign key (study_id, case_id) references survey_case on delete cascade,
      constraint survey_link_purpose check (purpose in ('answer', 'own'))
    )`.execute(db);
  await sql`create index survey_link_by_case on survey_link (study_id, case_id)`.execute(db);
  await sql`
    create table access_code (
      code_hash text not null,
      study_id text not null,
      case_id text not null,
      minted_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      constraint access_code_pk primary key (study_id, code_hash),
      constraint access_code_hash_unique unique (code_hash),
      constraint access_code_case_fk foreign key (study_id, case_id) references survey_case on delete cascade
    )`.execute(db);
  await sql`create index access_code_by_case on access_code (study_id, case_id)`.execute(db);
  await sql`
    create table response (
      study_id text not null,
      case_id text not null,
      instrument_version integer not null,
      language text not null,
      started_at timestamptz not null,
      saved_at timestamptz not null,
      save_number integer not null default 1,
      draft jsonb,
      draft_pages jsonb not null,
      answers jsonb,
      submitted_at timestamptz,
      submission_hash text,
      receipt_word_hash text,
      word_attempts integer not null default 0,
      word_attempted_at timestamptz,
      constraint response_pk primary key (study_id, case_id),
      constraint response_case_fk foreign key (study_id, case_id) references survey_case on delete cascade,
      constraint response_instrument_fk foreign key (study_id, instrument_version) references instrument,
      constraint response_submitted_has_answers check (submitted_at is null or answers is not null)
    )`.execute(db);
  await sql`
    create table draft_set_aside (
      study_id text not null,
      case_id text not null,
      set_aside_at timestamptz not null,
      instrument_version integer not null,
      language text not null,
      started_at timestamptz not null,
      draft jsonb not null,
      constraint draft_set_aside_pk primary key (study_id, case_id, set_aside_at),
      constraint draft_set_aside_case_fk foreign key (study_id, case_id)
        references survey_case on delete cascade
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table draft_set_aside, response, access_code, survey_link`.execute(db);
}
