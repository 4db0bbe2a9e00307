// Lets only signed-in staff with a role through to the pages behind it, and asks the database at each request.
import type { Context, MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { accessTexts } from "./access-texts.ts";
import type { KeyRing } from "./key-ring.ts";
import { SignedOutPage } from "./pages/signed-out-page.tsx";
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from "./session-cookie.ts";
import { hasRole, type SignedInStaff, type StaffRole } from "./staff.ts";
import { languageOfStaff } from "./staff-language.ts";
import { staffOfSession } from "./staff-sign-in.ts";

/** A session's last request is noted once a minute, not with every stylesheet. */
const noteEveryMilliseconds = 60_000;

export interface StaffDoor {
  readonly db: Kysely<Database>;
  readonly keys: KeyRing;
  readonly now: () => Date;
  readonly publicUrl: string;
}

/** For the types of routes behind `requireStaff`: `new Hono<StaffEnv>()`, then `c.get("staff")`. */
export interface StaffEnv {
  Variables: { staff: SignedInStaff };
}

/**
 * Who is signed in; null otherwise. Renews the cookie, so that a session ends an hour after the last request.
 */
export async function signedInStaff(c: Context, door: StaffDoor): Promise<SignedInStaff | null> {
  const now = door.now();
  const read = await readSessionCookie(c, door.keys, now);
  if (read.kind === "none") return null;
  const { session } = read.kind === "session" ? read : { session: null };
  const staff = session === null ? null : await staffOfSession(door.db, session);
  if (session === null || staff === null) {
    clearSessionCookie(c, door.publicUrl);
    return null;
  }
  if (now.getTime() - session.seenAt.getTime() >= noteEveryMilliseconds) {
    await writeSessionCookie(c, { ...door, session: { ...session, seenAt: now } });
  }
  return { ...staff, language: languageOfStaff(c) };
}

/**
 * Puts `staff` into the context for whoever has `role` in at least one study. Others are led to the sign-in
 * page; a form that was sent without a session is answered by a page that says so; whoever is signed in with
 * another role finds no such page. Which study a page is about, the page checks: `hasRole(staff, study, role)`.
 */
export function requireStaff(door: StaffDoor, role: StaffRole): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const staff = await signedInStaff(c, door);
    if (staff === null) {
      if (c.req.method === "GET" || c.req.method === "HEAD") return c.redirect("/sign-in", 303);
      const language = languageOfStaff(c);
      return c.html(SignedOutPage({ language, texts: accessTexts(language), reason: "session-ended" }), 401);
    }
    if (!staff.roles.some((held) => held.role === role)) return c.notFound();
    c.set("staff", staff);
    return next();
  };
}

/**
 * As `requireStaff`, for pages below `/…/:study`: whoever has no such role in that study finds no such page.
 */
export function requireStaffOfStudy(role: StaffRole, parameter = "study"): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    if (!hasRole(c.get("staff"), c.req.param(parameter) ?? "", role)) return c.notFound();
    return next();
  };
}

/** Refuses forms that another website made the browser send. */
export function staffFormGuard(publicUrl: string): MiddlewareHandler {
  const home = new URL(publicUrl).origin;
  return csrf({ origin: (origin, c) => origin === home || origin === new URL(c.req.url).origin });
}
