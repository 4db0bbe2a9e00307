// Counts made at closing, and the ledger of every table that was let out.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cube (
      study_id text not null,
      waves text not null,
      edition integer not null,
      content jsonb not null,
      provenance jsonb not null,
      made_at timestamptz not null,
      constraint cube_pk primary key (study_id, waves, edition),
      constraint cube_study_fk foreign key (study_id) references study on delete cascade
    )`.execute(db);
  await sql`
    create table published_table (
      study_id text not null,
      table_id text not null,
      edition integer not null,
      waves jsonb not null,
      specification jsonb not null,
      content jsonb not null,
      first_shown_at timestamptz,
      constraint published_table_pk primary key (study_id, table_id, edition),
      constraint published_table_study_fk foreign key (study_id) references study on delete cascade
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table published_table, cube`.execute(db);
}
