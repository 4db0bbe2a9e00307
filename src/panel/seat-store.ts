// All SQL of seats: who held which one when, and who holds one on a given day.
import { type Kysely, type Selectable, sql } from "kysely";
import type { Database, SeatTable, TenureTable } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { IsoDate, RoleCode, StudyId } from "../study/study.ts";
import type { MemberEventKind, MemberId, Seat, SeatedMember, SeatId, Tenure, TenureId } from "./member.ts";

/** Rows per statement, so that parameters stay under PostgreSQL's limit of 65,535. */
const rowsAtOnce = 5000;

/** Every seat, the oldest first. */
export async function listSeats(db: Kysely<Database>, studyId: StudyId): Promise<Seat[]> {
  const rows = await db
    .selectFrom("seat")
    .selectAll()
    .where("study_id", "=", studyId)
    .orderBy("created_at")
    .orderBy("seat_id")
    .execute();
  return rows.map(seatOf);
}

/** Every time a seat was held, by member and then by time; a start that is not known comes first. */
export async function listTenures(db: Kysely<Database>, studyId: StudyId): Promise<Tenure[]> {
  const rows = await db
    .selectFrom("tenure")
    .selectAll()
    .where("study_id", "=", studyId)
    .orderBy("member_id")
    .orderBy("held_from", (order) => order.asc().nullsFirst())
    .orderBy("held_to")
    .execute();
  return rows.map(tenureOf);
}

/** Everybody who holds a seat on a day, with what a wave has to know, in order of municipality and role. */
export async function membersOnDate(
  db: Kysely<Database>,
  studyId: StudyId,
  day: IsoDate,
): Promise<SeatedMember[]> {
  const rows = await db
    .selectFrom("tenure")
    .innerJoin("seat", (join) =>
      join.onRef("seat.study_id", "=", "tenure.study_id").onRef("seat.seat_id", "=", "tenure.seat_id"),
    )
    .innerJoin("panel_member as member", (join) =>
      join
        .onRef("member.study_id", "=", "tenure.study_id")
        .onRef("member.member_id", "=", "tenure.member_id"),
    )
    .leftJoin("member_contact as contact", (join) =>
      join
        .onRef("contact.study_id", "=", "tenure.study_id")
        .onRef("contact.member_id", "=", "tenure.member_id"),
    )
    .select([
      "tenure.member_id",
      "tenure.seat_id",
      "seat.role",
      "seat.municipality",
      "member.language",
      sql<boolean>`contact.email_hash is not null`.as("has_email"),
      lastSaid("declined_further_waves", ["declined_further_waves", "accepts_further_waves"]).as(
        "has_declined",
      ),
      lastSaid("withdrawn", ["withdrawn"]).as("has_withdrawn"),
    ])
    .distinctOn("tenure.member_id")
    .where("tenure.study_id", "=", studyId)
    .where((where) =>
      where.and([
        where.or([where("tenure.held_from", "is", null), where("tenure.held_from", "<=", day)]),
        where.or([where("tenure.held_to", "is", null), where("tenure.held_to", ">=", day)]),
      ]),
    )
    .orderBy("tenure.member_id")
    .orderBy("tenure.held_from", (order) => order.desc().nullsLast())
    .execute();
  return rows
    .map((row) => ({
      memberId: row.member_id as MemberId,
      seatId: row.seat_id as SeatId,
      role: row.role as RoleCode,
      municipality: row.municipality,
      language: row.language as LanguageCode,
      hasEmail: row.has_email,
      hasDeclinedFurtherWaves: row.has_declined,
      hasWithdrawn: row.has_withdrawn,
    }))
    .sort(
      (a, b) =>
        compare(a.municipality, b.municipality) || compare(a.role, b.role) || compare(a.memberId, b.memberId),
    );
}

export async function insertSeats(
  tx: Kysely<Database>,
  studyId: StudyId,
  seats: readonly Seat[],
  now: Date,
): Promise<void> {
  for (let start = 0; start < seats.length; start += rowsAtOnce) {
    const rows = seats.slice(start, start + rowsAtOnce).map(({ seatId, role, municipality }) => ({
      study_id: studyId,
      seat_id: seatId,
      role,
      municipality,
      created_at: now,
    }));
    await tx.insertInto("seat").values(rows).execute();
  }
}

export async function insertTenures(
  tx: Kysely<Database>,
  studyId: StudyId,
  tenures: readonly Tenure[],
  now: Date,
): Promise<void> {
  for (let start = 0; start < tenures.length; start += rowsAtOnce) {
    const rows = tenures.slice(start, start + rowsAtOnce).map((tenure) => ({
      study_id: studyId,
      tenure_id: tenure.tenureId,
      seat_id: tenure.seatId,
      member_id: tenure.memberId,
      held_from: tenure.heldFrom,
      held_to: tenure.heldTo,
      added_at: now,
    }));
    await tx.insertInto("tenure").values(rows).execute();
  }
}

export async function setTenureDates(
  tx: Kysely<Database>,
  studyId: StudyId,
  tenureId: TenureId,
  heldFrom: IsoDate | null,
  heldTo: IsoDate | null,
): Promise<void> {
  await tx
    .updateTable("tenure")
    .set({ held_from: heldFrom, held_to: heldTo })
    .where("study_id", "=", studyId)
    .where("tenure_id", "=", tenureId)
    .execute();
}

/** Takes back a tenure that was a mistake. */
export async function removeTenure(
  tx: Kysely<Database>,
  studyId: StudyId,
  tenureId: TenureId,
): Promise<void> {
  await tx.deleteFrom("tenure").where("study_id", "=", studyId).where("tenure_id", "=", tenureId).execute();
}

/** Takes a seat away if nobody ever held it or answered for it. */
export async function removeUnusedSeat(
  tx: Kysely<Database>,
  studyId: StudyId,
  seatId: SeatId,
): Promise<void> {
  for (const table of ["tenure", "survey_case"] as const) {
    const use = await tx
      .selectFrom(table)
      .select("seat_id")
      .where("study_id", "=", studyId)
      .where("seat_id", "=", seatId)
      .limit(1)
      .executeTakeFirst();
    if (use !== undefined) return;
  }
  await tx.deleteFrom("seat").where("study_id", "=", studyId).where("seat_id", "=", seatId).execute();
}

/** True if the last of `among` that happened to the member is `kind`. */
function lastSaid(kind: MemberEventKind, among: readonly MemberEventKind[]) {
  return sql<boolean>`coalesce((
    select event.kind = ${kind} from member_event as event
    where event.study_id = tenure.study_id and event.member_id = tenure.member_id
      and event.kind in (${sql.join(among)})
    order by event.event_number desc limit 1), false)`;
}

function seatOf(row: Selectable<SeatTable>): Seat {
  return { seatId: row.seat_id as SeatId, role: row.role as RoleCode, municipality: row.municipality };
}

function tenureOf(row: Selectable<TenureTable>): Tenure {
  return {
    tenureId: row.tenure_id as TenureId,
    seatId: row.seat_id as SeatId,
    memberId: row.member_id as MemberId,
    heldFrom: row.held_from,
    heldTo: row.held_to,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
