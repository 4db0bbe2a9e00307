// Staff accounts and their roles as the database keeps them; addresses are sealed and found by keyed hash.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { StaffId, StaffRole, StudyRoleOfStaff } from "./staff.ts";

/** Adds an account unless there is one with this address. @returns its id, old or new; the row is locked */
export async function insertOrLockStaff(
  tx: Kysely<Database>,
  staff: { staffId: StaffId; emailHash: string; sealedEmail: string; now: Date },
): Promise<StaffId> {
  await tx
    .insertInto("staff")
    .values({
      staff_id: staff.staffId,
      email_hash: staff.emailHash,
      sealed_email: staff.sealedEmail,
      added_at: staff.now,
    })
    .onConflict((conflict) => conflict.column("email_hash").doNothing())
    .execute();
  const row = await tx
    .selectFrom("staff")
    .select("staff_id")
    .where("email_hash", "=", staff.emailHash)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.staff_id as StaffId;
}

export async function insertStaffRole(
  tx: Kysely<Database>,
  role: StudyRoleOfStaff & { staffId: StaffId; now: Date },
): Promise<void> {
  await tx
    .insertInto("staff_role")
    .values({ study_id: role.studyId, staff_id: role.staffId, role: role.role, added_at: role.now })
    .execute();
}

/** @returns whether there was such a role */
export async function deleteStaffRole(
  tx: Kysely<Database>,
  role: StudyRoleOfStaff & { staffId: StaffId },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("staff_role")
    .where("study_id", "=", role.studyId)
    .where("staff_id", "=", role.staffId)
    .where("role", "=", role.role)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ordered by study and role. */
export async function readRolesOfStaff(db: Kysely<Database>, staffId: StaffId): Promise<StudyRoleOfStaff[]> {
  const rows = await db
    .selectFrom("staff_role")
    .select(["study_id", "role"])
    .where("staff_id", "=", staffId)
    .orderBy("study_id")
    .orderBy("role")
    .execute();
  return rows.map((row) => ({ studyId: row.study_id as StudyId, role: row.role }));
}

/** @returns the account with this address that has at least one role, or null */
export async function findStaffByEmailHash(db: Kysely<Database>, emailHash: string): Promise<StaffId | null> {
  const row = await db
    .selectFrom("staff")
    .innerJoin("staff_role", "staff_role.staff_id", "staff.staff_id")
    .select("staff.staff_id")
    .where("email_hash", "=", emailHash)
    .executeTakeFirst();
  return (row?.staff_id as StaffId | undefined) ?? null;
}

/** Everybody who has a role in a study, by time of arrival. */
export async function readStaffOfStudy(
  db: Kysely<Database>,
  studyId: StudyId,
): Promise<{ staffId: StaffId; sealedEmail: string; role: StaffRole }[]> {
  const rows = await db
    .selectFrom("staff_role")
    .innerJoin("staff", "staff.staff_id", "staff_role.staff_id")
    .select(["staff.staff_id", "sealed_email", "role"])
    .where("study_id", "=", studyId)
    .orderBy("staff_role.added_at")
    .orderBy("staff.staff_id")
    .execute();
  return rows.map((row) => ({
    staffId: row.staff_id as StaffId,
    sealedEmail: row.sealed_email,
    role: row.role,
  }));
}
