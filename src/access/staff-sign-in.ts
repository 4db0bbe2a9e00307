// Signing in by a one-time link: minted for a mail, shown as a page with a button, used up by pressing it.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { recordAudit, serviceLog } from "./audit-log.ts";
import { base64Url } from "./base64-url.ts";
import { plainHash } from "./derived-key.ts";
import type { Session } from "./session.ts";
import { type SignInLink, signInLinkMinutes } from "./sign-in-link.ts";
import {
  consumeToken,
  endSession,
  forgetSessionsBefore,
  forgetTokensBefore,
  insertSession,
  insertSignInToken,
  readSignInToken,
  readStaffOfSession,
} from "./sign-in-store.ts";
import type { StaffId, StudyRoleOfStaff } from "./staff.ts";
import { readRolesOfStaff } from "./staff-store.ts";

const tokenLengthBytes = 24;
const tokenForm = /^[A-Za-z0-9_-]{32}$/;
const dayInMilliseconds = 24 * 60 * 60_000;

type RandomBytes = (length: number) => Uint8Array;

/** @returns the token for the link, to be mailed and not kept; works once, for a quarter of an hour */
export async function mintSignInToken(
  db: Kysely<Database>,
  token: { readonly staffId: StaffId; readonly now: Date; readonly randomBytes: RandomBytes },
): Promise<string> {
  const text = base64Url(token.randomBytes(tokenLengthBytes));
  const expiresAt = new Date(token.now.getTime() + signInLinkMinutes * 60_000);
  await insertSignInToken(db, { ...token, tokenHash: await plainHash(text), expiresAt });
  return text;
}

/** Looks at a link and changes nothing: mail scanners open links. */
export async function lookAtSignInLink(db: Kysely<Database>, token: string, now: Date): Promise<SignInLink> {
  if (!tokenForm.test(token)) return "unknown";
  const found = await readSignInToken(db, await plainHash(token));
  if (found === null) return "unknown";
  if (found.consumedAt !== null) return "used";
  return found.expiresAt <= now ? "expired" : "ready";
}

/** Uses a link up and begins a session. Of two presses at once, one signs in. */
export async function consumeSignInToken(
  db: Kysely<Database>,
  token: string,
  { now, randomBytes }: { readonly now: Date; readonly randomBytes: RandomBytes },
): Promise<
  | { kind: "signed-in"; staffId: StaffId; roles: StudyRoleOfStaff[]; session: Session }
  | { kind: Exclude<SignInLink, "ready"> }
> {
  const state = await lookAtSignInLink(db, token, now);
  if (state !== "ready") return { kind: state };
  const tokenHash = await plainHash(token);
  const sessionId = base64Url(randomBytes(tokenLengthBytes));
  return db.transaction().execute(async (tx) => {
    const staffId = await consumeToken(tx, tokenHash, now);
    if (staffId === null) return { kind: "used" };
    await insertSession(tx, { sessionId, staffId, now });
    await recordAudit(tx, { studyId: serviceLog, actor: staffId, act: "signed-in", detail: {}, at: now });
    const roles = await readRolesOfStaff(tx, staffId);
    return { kind: "signed-in", staffId, roles, session: { sessionId, startedAt: now, seenAt: now } };
  });
}

/** Who a session belongs to and what they may do now; null if it was ended or nothing is left to do. */
export async function staffOfSession(
  db: Kysely<Database>,
  session: Pick<Session, "sessionId">,
): Promise<{ staffId: StaffId; roles: StudyRoleOfStaff[] } | null> {
  const staffId = await readStaffOfSession(db, session.sessionId);
  if (staffId === null) return null;
  const roles = await readRolesOfStaff(db, staffId);
  return roles.length === 0 ? null : { staffId, roles };
}

/** Ends a session for good, wherever its cookie has gone. */
export async function signOut(
  db: Kysely<Database>,
  session: Pick<Session, "sessionId">,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const staffId = await endSession(tx, session.sessionId, now);
    if (staffId === null) return;
    await recordAudit(tx, { studyId: serviceLog, actor: staffId, act: "signed-out", detail: {}, at: now });
  });
}

/** Forgets links that ended a week ago and sessions that began then: the log tells who signed in when. */
export async function forgetOldSignIns(db: Kysely<Database>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 7 * dayInMilliseconds);
  await forgetTokensBefore(db, before);
  await forgetSessionsBefore(db, before);
}
