// The cookie of a signed-in member of staff: sealed, so that it can be neither read nor made by others.
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import { derivedKey } from "./derived-key.ts";
import type { KeyRing } from "./key-ring.ts";

/** A session ends after an hour without any request, and after twelve hours in any case. */
export const sessionLimits = { inactivityMinutes: 60, absoluteHours: 12 };

export interface Session {
  readonly sessionId: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

/** `broken`: not ours, or altered. */
export type ReadSession =
  | { readonly kind: "session"; readonly session: Session }
  | { readonly kind: "expired" }
  | { readonly kind: "broken" };

const sealing = { alg: "dir", enc: "A256GCM", typ: "tidvis-session" } as const;
const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** When a session that was seen at `seenAt` ends: the sooner of its two limits. */
export function sessionEnd({ startedAt, seenAt }: Pick<Session, "startedAt" | "seenAt">): Date {
  const { inactivityMinutes, absoluteHours } = sessionLimits;
  return new Date(
    Math.min(seenAt.getTime() + inactivityMinutes * 60_000, startedAt.getTime() + absoluteHours * 3_600_000),
  );
}

export async function sealSession(keys: KeyRing, session: Session): Promise<string> {
  return new EncryptJWT({ sid: session.sessionId, began: seconds(session.startedAt) })
    .setProtectedHeader(sealing)
    .setIssuedAt(seconds(session.seenAt))
    .setExpirationTime(seconds(sessionEnd(session)))
    .encrypt(await sessionKey(keys));
}

export async function readSession(keys: KeyRing, cookie: string, now: Date): Promise<ReadSession> {
  try {
    const { payload } = await jwtDecrypt(cookie, await sessionKey(keys), {
      currentDate: now,
      typ: sealing.typ,
      keyManagementAlgorithms: [sealing.alg],
      contentEncryptionAlgorithms: [sealing.enc],
      requiredClaims: ["sid", "began", "iat", "exp"],
    });
    const { sid, began, iat } = payload;
    if (typeof sid !== "string" || typeof began !== "number" || iat === undefined) return { kind: "broken" };
    const session = { sessionId: sid, startedAt: new Date(began * 1000), seenAt: new Date(iat * 1000) };
    return { kind: "session", session };
  } catch (error) {
    return { kind: error instanceof errors.JWTExpired ? "expired" : "broken" };
  }
}

async function sessionKey(keys: KeyRing): Promise<Uint8Array> {
  return derivedKey(await keys.serviceKey(), "session");
}
