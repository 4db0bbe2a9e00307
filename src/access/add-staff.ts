// Gives a person a role in a study, takes it away, and says who has one.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { StudyDefinition, StudyId } from "../study/study.ts";
import { hashAddress, isEmailAddress, openAddress, sealAddress } from "./address-vault.ts";
import { recordAudit } from "./audit-log.ts";
import { base64Url } from "./base64-url.ts";
import type { KeyRing } from "./key-ring.ts";
import type { StaffId, StaffRole } from "./staff.ts";
import {
  deleteStaffRole,
  insertOrLockStaff,
  insertStaffRole,
  readRolesOfStaff,
  readStaffOfStudy,
} from "./staff-store.ts";

const idLengthBytes = 12;

/**
 * Adds the account if the address has none, and the role.
 *
 * @param study only where it says so may one person have both roles
 * @param request.actor "operator", or the staff id of whoever adds
 * @returns `already` if this person has this role
 */
export async function addStaff(
  db: Kysely<Database>,
  deps: { readonly keys: KeyRing; readonly randomBytes: (length: number) => Uint8Array },
  study: Pick<StudyDefinition, "studyId" | "onePersonTwoRoles">,
  request: { readonly email: string; readonly role: StaffRole; readonly actor: string; readonly now: Date },
): Promise<
  | { kind: "added"; staffId: StaffId }
  | { kind: "already"; staffId: StaffId }
  | { kind: "two-roles-not-allowed" }
  | { kind: "not-an-address" }
> {
  const { email, role, actor, now } = request;
  const { studyId } = study;
  if (!isEmailAddress(email)) return { kind: "not-an-address" };
  const [emailHash, sealedEmail] = await Promise.all([
    hashAddress(deps.keys, email),
    sealAddress(deps.keys, email),
  ]);
  const newId = base64Url(deps.randomBytes(idLengthBytes)) as StaffId;
  return inTransaction(db, async (tx) => {
    const staffId = await insertOrLockStaff(tx, { staffId: newId, emailHash, sealedEmail, now });
    const held = (await readRolesOfStaff(tx, staffId)).filter((other) => other.studyId === studyId);
    if (held.some((other) => other.role === role)) return { kind: "already", staffId };
    if (held.length > 0 && !study.onePersonTwoRoles) return { kind: "two-roles-not-allowed" };
    await insertStaffRole(tx, { studyId, staffId, role, now });
    const detail = { staffId, role, holdsBothRoles: held.length > 0 };
    await recordAudit(tx, { studyId, actor, act: "staff-role-given", detail, at: now });
    return { kind: "added", staffId };
  });
}

/** Takes a role away; it ends with the next request of whoever had it. */
export async function removeStaffRole(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly staffId: StaffId;
    readonly role: StaffRole;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<{ kind: "removed" } | { kind: "had-none" }> {
  const { studyId, staffId, role, actor, now } = request;
  return inTransaction(db, async (tx) => {
    if (!(await deleteStaffRole(tx, { studyId, staffId, role }))) return { kind: "had-none" };
    await recordAudit(tx, { studyId, actor, act: "staff-role-taken", detail: { staffId, role }, at: now });
    return { kind: "removed" };
  });
}

/** Everybody with a role in a study, a line per role, in the order in which they came. */
export async function listStaff(
  db: Kysely<Database>,
  keys: KeyRing,
  studyId: StudyId,
): Promise<{ staffId: StaffId; email: string; role: StaffRole }[]> {
  const rows = await readStaffOfStudy(db, studyId);
  return Promise.all(
    rows.map(async ({ staffId, sealedEmail, role }) => ({
      staffId,
      email: await openAddress(keys, sealedEmail),
      role,
    })),
  );
}
