// All SQL of members: who there is, their sealed contact details, and what happened to them outside any wave.
import type { Kysely } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { StudyId } from "../study/study.ts";
import type { MemberEventKind, MemberId } from "./member.ts";

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
