// Signing in and out, and the language of the staff pages.
import { type Context, Hono } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { isLanguageCode } from "../language/language-code.ts";
import { fieldOf, readForm } from "../web/form-body.ts";
import { staffHeaders } from "../web/security-headers.ts";
import { accessTexts } from "./access-texts.ts";
import type { KeyRing } from "./key-ring.ts";
import { requestMail } from "./mail-request.ts";
import type { AccessPageProps } from "./pages/access-frame.tsx";
import { SignInLinkPage, SpentLinkPage } from "./pages/sign-in-link-page.tsx";
import { SignInPage, SignInSentPage } from "./pages/sign-in-page.tsx";
import { SignedOutPage } from "./pages/signed-out-page.tsx";
import { signedInStaff, staffFormGuard } from "./require-staff.ts";
import {
  clearSessionCookie,
  isSecureAddress,
  readSessionCookie,
  writeSessionCookie,
} from "./session-cookie.ts";
import { landingPath } from "./staff.ts";
import { languageOfStaff, rememberLanguage } from "./staff-language.ts";
import { consumeSignInToken, lookAtSignInLink, signOut } from "./staff-sign-in.ts";

const mostFormBytes = 10_000;

export interface AccessDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly keys: KeyRing;
  readonly publicUrl: string;
  /** Tells the mail loop that something waits; returns at once. */
  readonly wakeMailer: () => void;
  /** Where a request comes from (an IP address), or null if that is not known. Kept only as a keyed hash. */
  readonly callerOf: (c: Context) => string | null;
}

/** Mount at "/". */
export function accessRoutes(deps: AccessDeps): Hono {
  const routes = new Hono();
  const headers = staffHeaders();
  const guard = staffFormGuard(deps.publicUrl);
  for (const path of ["/sign-in", "/sign-in/*", "/sign-out", "/signed-out", "/staff/language"]) {
    routes.use(path, headers, guard);
  }

  routes.get("/sign-in", async (c) => {
    const staff = await signedInStaff(c, deps);
    if (staff !== null) return c.redirect(landingPath(staff.roles), 303);
    return c.html(<SignInPage {...frameOf(c, "/sign-in")} />);
  });

  routes.post("/sign-in", async (c) => {
    const form = await readForm(c.req.raw, mostFormBytes);
    const email = form.kind === "form" ? fieldOf(form.pairs, "email").trim() : "";
    const language = languageOfStaff(c);
    const asked = await requestMail(deps.db, deps, {
      purpose: "sign_in",
      address: email,
      language,
      caller: deps.callerOf(c),
      now: deps.now(),
    });
    if (asked.kind === "accepted") {
      deps.wakeMailer();
      return c.redirect("/sign-in/sent", 303);
    }
    const page = <SignInPage {...frameOf(c, "/sign-in")} email={email.slice(0, 254)} problem={asked.kind} />;
    return c.html(page, asked.kind === "too-many" ? 429 : 422);
  });

  routes.get("/sign-in/sent", (c) => c.html(<SignInSentPage {...frameOf(c, "/sign-in/sent")} />));

  routes.get("/sign-in/:token", async (c) => {
    const state = await lookAtSignInLink(deps.db, c.req.param("token"), deps.now());
    const frame = frameOf(c, c.req.path);
    if (state !== "ready")
      return c.html(<SpentLinkPage {...frame} reason={state} />, state === "unknown" ? 404 : 410);
    return c.html(<SignInLinkPage {...frame} action={c.req.path} />);
  });

  routes.post("/sign-in/:token", async (c) => {
    const { randomBytes } = deps;
    const outcome = await consumeSignInToken(deps.db, c.req.param("token"), { now: deps.now(), randomBytes });
    if (outcome.kind !== "signed-in") {
      return c.html(<SpentLinkPage {...frameOf(c, c.req.path)} reason={outcome.kind} />, 410);
    }
    await writeSessionCookie(c, { ...deps, session: outcome.session });
    return c.redirect(landingPath(outcome.roles), 303);
  });

  routes.post("/sign-out", async (c) => {
    const now = deps.now();
    const read = await readSessionCookie(c, deps.keys, now);
    if (read.kind === "session") await signOut(deps.db, read.session, now);
    clearSessionCookie(c, deps.publicUrl);
    return c.redirect("/signed-out", 303);
  });

  routes.get("/signed-out", (c) =>
    c.html(<SignedOutPage {...frameOf(c, "/signed-out")} reason="signed-out" />),
  );

  routes.post("/staff/language", async (c) => {
    const form = await readForm(c.req.raw, mostFormBytes);
    const pairs = form.kind === "form" ? form.pairs : [];
    const language = fieldOf(pairs, "language");
    if (isLanguageCode(language)) rememberLanguage(c, language, isSecureAddress(deps.publicUrl));
    return c.redirect(pathWithin(fieldOf(pairs, "return")), 303);
  });

  return routes;
}

function frameOf(c: Context, returnTo: string): AccessPageProps {
  const language = languageOfStaff(c);
  return { language, texts: accessTexts(language), returnTo };
}

/** The path if it stays within this service, else the sign-in page. "//" at the beginning names another host. */
function pathWithin(path: string): string {
  const home = "https://home.invalid";
  const isOurs = path.startsWith("/") && URL.canParse(path, home) && new URL(path, home).origin === home;
  if (!isOurs) return "/sign-in";
  const { pathname, search } = new URL(path, home);
  return `${pathname.replace(/^\/+/, "/")}${search}`;
}
