// What waves collected elsewhere bring along: their answers in codes, and the study's own groups of municipalities.
// A study's analysis keeps the order in which its file names things: cells are collapsed in that order.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table response add column coded jsonb`.execute(db);
  await sql`alter table study alter column analysis type json`.execute(db);
  await sql`
    create table municipality_group (
      study_id text not null,
      municipality text not null,
      valid_from date not null,
      group_name text not null,
      level text not null,
      source text not null,
      constraint municipality_group_pk primary key (study_id, municipality, group_name, valid_from),
      constraint municipality_group_study_fk foreign key (study_id) references study on delete cascade
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table municipality_group`.execute(db);
  await sql`alter table study alter column analysis type jsonb`.execute(db);
  await sql`alter table response drop column coded`.execute(db);
}
