// All SQL of members: who there is, their sealed contact details, and what happened to them outside any wave.
import type { Kysely } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { StudyId } from "../study/study.ts";
import type { MemberEventKind, MemberId } from "./member.ts";

/** Rows per statement, so that parameters stay under PostgreSQL's limit of 65,535. */
const rowsAtOnce = 5000;

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

/** Adds members with their contact details. */
export async function insertMembers(
  tx: Kysely<Database>,
  studyId: StudyId,
  members: readonly {
    readonly memberId: MemberId;
    readonly language: LanguageCode;
    readonly contact: SealedContact;
  }[],
  now: Date,
): Promise<void> {
  for (const some of inPortions(members)) {
    const people = some.map(({ memberId, language }) => ({
      study_id: studyId,
      member_id: memberId,
      language,
      added_at: now,
    }));
    const contacts = some.map(({ memberId, contact }) => ({
      study_id: studyId,
      member_id: memberId,
      sealed: contact.sealed,
      name_hash: contact.nameHash,
      email_hash: contact.emailHash,
      changed_at: now,
    }));
    await tx.insertInto("panel_member").values(people).execute();
    await tx.insertInto("member_contact").values(contacts).execute();
  }
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

/** What is recorded about a member. `actor` and `detail` hold nothing personal. */
export interface MemberEventRecord {
  readonly studyId: StudyId;
  readonly memberId: MemberId;
  readonly kind: MemberEventKind;
  readonly at: Date;
  readonly actor: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds to what has happened to a member. */
export async function recordMemberEvent(db: Kysely<Database>, event: MemberEventRecord): Promise<void> {
  await recordMemberEvents(db, [event]);
}

/** Adds to what has happened to members, in this order. */
export async function recordMemberEvents(
  db: Kysely<Database>,
  events: readonly MemberEventRecord[],
): Promise<void> {
  for (const some of inPortions(events)) {
    const rows = some.map(({ studyId, memberId, kind, at, actor, detail = {} }) => ({
      study_id: studyId,
      member_id: memberId,
      kind,
      at,
      actor,
      detail: jsonb(detail),
    }));
    await db.insertInto("member_event").values(rows).execute();
  }
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

function inPortions<T>(rows: readonly T[]): T[][] {
  const portions: T[][] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    portions.push(rows.slice(start, start + rowsAtOnce));
  }
  return portions;
}
