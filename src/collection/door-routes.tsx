// The ways in for those without a link at hand: a code from a letter, or a new link by mail.
import { type Context, Hono } from "hono";
import { findCaseByCode } from "../access/access-code.ts";
import { requestMail } from "../access/mail-request.ts";
import { mintSurveyLink } from "../access/survey-link.ts";
import { fieldOf, readForm } from "../web/form-body.ts";
import { nonceOf } from "../web/security-headers.ts";
import { seeOther, sendPage } from "../web/send-page.ts";
import { underLink, withQuery } from "./addresses.ts";
import type { CollectionDeps } from "./collection-deps.ts";
import {
  AccessibilityPage,
  CodePage,
  LostPage,
  LostSentPage,
  RespondentStartPage,
} from "./pages/public-page.tsx";
import { problemResponse, publicLanguage } from "./respond.tsx";

const mostFormBytes = 10_000;

/** Mount at "/". */
export const doorRoutes = (deps: CollectionDeps): Hono => {
  const routes = new Hono();
  const frame = (c: Context, asked?: string) => ({ language: publicLanguage(c, asked), nonce: nonceOf(c) });

  routes.get("/", (c) => sendPage(c, <RespondentStartPage {...frame(c, c.req.query("lang"))} />));
  routes.get("/code", (c) =>
    sendPage(c, <CodePage {...frame(c, c.req.query("lang"))} typed="" problem={null} />),
  );

  routes.post("/code", async (c) => {
    const body = await readForm(c.req.raw, mostFormBytes);
    if (body.kind !== "form") return problemResponse(c, body.kind);
    const typed = fieldOf(body.pairs, "code");
    const now = deps.now();
    const found = await findCaseByCode(deps.db, typed, {
      keys: deps.keys,
      now,
      caller: deps.callerOf(c),
    });
    const asked = fieldOf(body.pairs, "language");
    if (found.kind !== "case") {
      const problem = found.kind === "unknown" ? "wrong" : "too-many";
      const page = <CodePage {...frame(c, asked)} typed={typed.slice(0, 30)} problem={problem} />;
      return sendPage(c, page, problem === "wrong" ? 422 : 429);
    }
    const { studyId, caseId, expiresAt } = found;
    const { randomBytes } = deps;
    const token = await mintSurveyLink(deps.db, {
      studyId,
      caseId,
      purpose: "answer",
      now,
      expiresAt,
      randomBytes,
    });
    return seeOther(c, underLink(token));
  });

  routes.get("/lost", (c) =>
    sendPage(c, <LostPage {...frame(c, c.req.query("lang"))} typed="" problem={null} />),
  );

  routes.post("/lost", async (c) => {
    const body = await readForm(c.req.raw, mostFormBytes);
    if (body.kind !== "form") return problemResponse(c, body.kind);
    const address = fieldOf(body.pairs, "email").trim();
    const language = publicLanguage(c, fieldOf(body.pairs, "language"));
    const asked = await requestMail(deps.db, deps, {
      purpose: "lost_link",
      address,
      language,
      caller: deps.callerOf(c),
      now: deps.now(),
    });
    if (asked.kind === "accepted") {
      deps.wakeMailer();
      return seeOther(c, withQuery("/lost/sent", { lang: language }));
    }
    const typed = address.slice(0, 254);
    const page = <LostPage language={language} nonce={nonceOf(c)} typed={typed} problem={asked.kind} />;
    return sendPage(c, page, asked.kind === "too-many" ? 429 : 422);
  });

  routes.get("/lost/sent", (c) => sendPage(c, <LostSentPage {...frame(c, c.req.query("lang"))} />));
  routes.get("/accessibility", (c) => sendPage(c, <AccessibilityPage {...frame(c, c.req.query("lang"))} />));

  return routes;
};
