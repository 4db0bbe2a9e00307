// All SQL of the panel: members, their sealed contact details, seats, and who held which one when.
import { type Kysely, type Selectable, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database, SeatTable, TenureTable } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { IsoDate, RoleCode, StudyId } from "../study/study.ts";
import type { MemberEventKind, MemberId, Seat, SeatedMember, SeatId, Tenure, TenureId } from "./member.ts";

/** A member as stored: contact details sealed, null once they have been erased. */
export interface StoredMember {
  readonly memberId: MemberId;
  readonly language: LanguageCode;
  readonly sealed: string | null;
  readonly addedAt: Date;
}

/** Contact details as they are stored. */
export interface SealedContact {
  readonly sealed: string;
  readonly nameHash: string;
  readonly emailHash: string | null;
}

/** Everybody ever added, in order of when they were. */
export async function listStoredMembers(db: Kysely<Database>, studyId: StudyId): Promise<StoredMember[]> {
  const rows = await membersOf(db, studyId).orderBy("added_at").orderBy("panel_member.member_id").execute();
  return rows.map(memberOf);
}

export async function findStoredMember(
  db: Kysely<Database>,
  studyId: StudyId,
  memberId: MemberId,
): Promise<StoredMember | undefined> {
  const row = await membersOf(db, studyId).where("panel_member.member_id", "=", memberId).executeTakeFirst();
  return row === undefined ? undefined : memberOf(row);
}

/** Members with this address; several where clubs and couples share one. */
export async function findMembersByEmailHash(
  db: Kysely<Database>,
  studyId: StudyId,
  emailHash: string,
): Promise<MemberId[]> {
  const rows = await db
    .selectFrom("member_contact")
    .select("member_id")
    .where("study_id", "=", studyId)
    .where("email_hash", "=", emailHash)
    .orderBy("member_id")
    .execute();
  return rows.map((row) => row.member_id as MemberId);
}

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
    .sort((a, b) => compare(a.municipality, b.municipality) || compare(a.role, b.role));
}

export async function insertMember(
  tx: Kysely<Database>,
  studyId: StudyId,
  member: { readonly memberId: MemberId; readonly language: LanguageCode },
  contact: SealedContact,
  now: Date,
): Promise<void> {
  const { memberId, language } = member;
  await tx
    .insertInto("panel_member")
    .values({ study_id: studyId, member_id: memberId, language, added_at: now })
    .execute();
  await saveContact(tx, studyId, memberId, contact, now);
}

/** Writes contact details in place of those that were there. */
export async function saveContact(
  tx: Kysely<Database>,
  studyId: StudyId,
  memberId: MemberId,
  contact: SealedContact,
  now: Date,
): Promise<void> {
  const values = {
    sealed: contact.sealed,
    name_hash: contact.nameHash,
    email_hash: contact.emailHash,
    changed_at: now,
  };
  await tx
    .insertInto("member_contact")
    .values({ study_id: studyId, member_id: memberId, ...values })
    .onConflict((conflict) => conflict.columns(["study_id", "member_id"]).doUpdateSet(values))
    .execute();
}

export async function setLanguage(
  tx: Kysely<Database>,
  studyId: StudyId,
  memberId: MemberId,
  language: LanguageCode,
): Promise<void> {
  await tx
    .updateTable("panel_member")
    .set({ language })
    .where("study_id", "=", studyId)
    .where("member_id", "=", memberId)
    .execute();
}

export async function insertSeat(
  tx: Kysely<Database>,
  studyId: StudyId,
  seat: Seat,
  now: Date,
): Promise<void> {
  const { seatId, role, municipality } = seat;
  await tx
    .insertInto("seat")
    .values({ study_id: studyId, seat_id: seatId, role, municipality, created_at: now })
    .execute();
}

export async function insertTenure(
  tx: Kysely<Database>,
  studyId: StudyId,
  tenure: Tenure,
  now: Date,
): Promise<void> {
  await tx
    .insertInto("tenure")
    .values({
      study_id: studyId,
      tenure_id: tenure.tenureId,
      seat_id: tenure.seatId,
      member_id: tenure.memberId,
      held_from: tenure.heldFrom,
      held_to: tenure.heldTo,
      added_at: now,
    })
    .execute();
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

/** Takes back a tenure that was a mistake, and its seat if nobody else ever held or answered for it. */
export async function removeTenure(tx: Kysely<Database>, studyId: StudyId, tenure: Tenure): Promise<void> {
  const { tenureId, seatId } = tenure;
  await tx.deleteFrom("tenure").where("study_id", "=", studyId).where("tenure_id", "=", tenureId).execute();
  await tx
    .deleteFrom("seat")
    .where("study_id", "=", studyId)
    .where("seat_id", "=", seatId)
    .where((where) =>
      where.and([
        where.not(
          where.exists(
            where
              .selectFrom("tenure")
              .select("tenure_id")
              .whereRef("tenure.study_id", "=", "seat.study_id")
              .whereRef("tenure.seat_id", "=", "seat.seat_id"),
          ),
        ),
        where.not(
          where.exists(
            where
              .selectFrom("survey_case")
              .select("case_id")
              .whereRef("survey_case.study_id", "=", "seat.study_id")
              .whereRef("survey_case.seat_id", "=", "seat.seat_id"),
          ),
        ),
      ]),
    )
    .execute();
}

/** Adds to what has happened to a member. `actor` and `detail` hold nothing personal. */
export async function recordMemberEvent(
  db: Kysely<Database>,
  event: {
    readonly studyId: StudyId;
    readonly memberId: MemberId;
    readonly kind: MemberEventKind;
    readonly at: Date;
    readonly actor: string;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { studyId, memberId, kind, at, actor, detail = {} } = event;
  await db
    .insertInto("member_event")
    .values({ study_id: studyId, member_id: memberId, kind, at, actor, detail: jsonb(detail) })
    .execute();
}

/** True if the last of `among` that happened to the member is `kind`. */
function lastSaid(kind: MemberEventKind, among: readonly MemberEventKind[]) {
  return sql<boolean>`coalesce((
    select event.kind = ${kind} from member_event as event
    where event.study_id = tenure.study_id and event.member_id = tenure.member_id
      and event.kind in (${sql.join(among)})
    order by event.event_number desc limit 1), false)`;
}

function membersOf(db: Kysely<Database>, studyId: StudyId) {
  return db
    .selectFrom("panel_member")
    .leftJoin("member_contact as contact", (join) =>
      join
        .onRef("contact.study_id", "=", "panel_member.study_id")
        .onRef("contact.member_id", "=", "panel_member.member_id"),
    )
    .select(["panel_member.member_id", "language", "added_at", "sealed"])
    .where("panel_member.study_id", "=", studyId);
}

function memberOf(row: {
  member_id: string;
  language: string;
  added_at: Date;
  sealed: string | null;
}): StoredMember {
  return {
    memberId: row.member_id as MemberId,
    language: row.language as LanguageCode,
    sealed: row.sealed,
    addedAt: row.added_at,
  };
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
