// One-time sign-in links and the sessions that came of them.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { StaffId } from "./staff.ts";

export async function insertSignInToken(
  db: Kysely<Database>,
  token: { tokenHash: string; staffId: StaffId; now: Date; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("sign_in_token")
    .values({
      token_hash: token.tokenHash,
      staff_id: token.staffId,
      minted_at: token.now,
      expires_at: token.expiresAt,
      consumed_at: null,
    })
    .execute();
}

export async function readSignInToken(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<{ expiresAt: Date; consumedAt: Date | null } | null> {
  const row = await db
    .selectFrom("sign_in_token")
    .select(["expires_at", "consumed_at"])
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row === undefined ? null : { expiresAt: row.expires_at, consumedAt: row.consumed_at };
}

/** Uses a token up; of several who try at once, one succeeds. @returns whose it is, or null */
export async function consumeToken(
  tx: Kysely<Database>,
  tokenHash: string,
  now: Date,
): Promise<StaffId | null> {
  const row = await tx
    .updateTable("sign_in_token")
    .set({ consumed_at: now })
    .where("token_hash", "=", tokenHash)
    .where("consumed_at", "is", null)
    .where("expires_at", ">", now)
    .returning("staff_id")
    .executeTakeFirst();
  return (row?.staff_id as StaffId | undefined) ?? null;
}

export async function forgetTokensBefore(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom("sign_in_token").where("expires_at", "<", before).execute();
}

export async function insertSession(
  tx: Kysely<Database>,
  session: { sessionId: string; staffId: StaffId; now: Date },
): Promise<void> {
  await tx
    .insertInto("staff_session")
    .values({
      session_id: session.sessionId,
      staff_id: session.staffId,
      started_at: session.now,
      ended_at: null,
    })
    .execute();
}

/** @returns whose session it is; null once it has been ended */
export async function readStaffOfSession(db: Kysely<Database>, sessionId: string): Promise<StaffId | null> {
  const row = await db
    .selectFrom("staff_session")
    .select("staff_id")
    .where("session_id", "=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return (row?.staff_id as StaffId | undefined) ?? null;
}

/** @returns whose session it was; null if it had ended before */
export async function endSession(
  tx: Kysely<Database>,
  sessionId: string,
  now: Date,
): Promise<StaffId | null> {
  const row = await tx
    .updateTable("staff_session")
    .set({ ended_at: now })
    .where("session_id", "=", sessionId)
    .where("ended_at", "is", null)
    .returning("staff_id")
    .executeTakeFirst();
  return (row?.staff_id as StaffId | undefined) ?? null;
}

export async function forgetSessionsBefore(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom("staff_session").where("started_at", "<", before).execute();
}
