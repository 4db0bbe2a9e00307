// The session cookie in a request and its answer.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { KeyRing } from "./key-ring.ts";
import { type ReadSession, readSession, type Session, sealSession, sessionEnd } from "./session.ts";

const cookieName = "tidvis_staff";

/** Whether cookies go over encrypted connections only: wherever the service is at home on https. */
export function isSecureAddress(publicUrl: string): boolean {
  return publicUrl.startsWith("https:");
}

export async function readSessionCookie(
  c: Context,
  keys: KeyRing,
  now: Date,
): Promise<ReadSession | { kind: "none" }> {
  const cookie = getCookie(c, cookieName);
  return cookie === undefined ? { kind: "none" } : readSession(keys, cookie, now);
}

export async function writeSessionCookie(
  c: Context,
  { keys, session, publicUrl }: { keys: KeyRing; session: Session; publicUrl: string },
): Promise<void> {
  setCookie(c, cookieName, await sealSession(keys, session), {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecureAddress(publicUrl),
    // Counted from when it arrives, so that a device whose clock is wrong stays signed in as long as others.
    maxAge: Math.max(0, Math.round((sessionEnd(session).getTime() - session.seenAt.getTime()) / 1000)),
  });
}

export function clearSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, cookieName, { path: "/", secure: isSecureAddress(publicUrl) });
}
