// What every route of the respondents' pages begins and ends with: open the link, or say why it opens nothing.
import type { Context } from "hono";
import { languageCodes } from "../language/language-code.ts";
import { ErrorPage, statusOfProblem } from "../web/error-page.tsx";
import { fieldOf, readForm } from "../web/form-body.ts";
import { nonceOf } from "../web/security-headers.ts";
import { sendPage } from "../web/send-page.ts";
import type { CollectionDeps } from "./collection-deps.ts";
import type { ShutLink } from "./entered-case.ts";
import type { JustSaved } from "./just-saved.ts";
import { ReceivedPage } from "./pages/received-page.tsx";
import { ClosedPage, NotYetOpenPage, ShutLinkPage, WithdrawnPage } from "./pages/situation-page.tsx";
import type { PreparedStudies } from "./prepared-study.ts";
import type { PrintedPages } from "./printed-pages.ts";
import type { RememberedCases } from "./remembered-cases.ts";
import { browserLanguage, offeredLanguage, textsIn } from "./respondent-texts.ts";
import { type TypedAnswer, typedTexts } from "./typed-answers.ts";
import { openVisit, type Purpose, type Visit } from "./visit.ts";

export interface RouteDeps extends CollectionDeps {
  readonly studies: PreparedStudies;
  readonly remembered: RememberedCases;
  readonly printed: PrintedPages;
  readonly justSaved: JustSaved;
}

/** A form as it was posted: names and values in order. */
export type PostedPairs = readonly (readonly [string, string])[];

const mostFormBytes = 256 * 1024;

const shutStatus = { unknown: 404, expired: 410, "own-expired": 410, revoked: 410 } as const;

/** The page for a link that opens nothing. */
export const shutResponse = (
  c: Context,
  link: ShutLink,
  pairs: PostedPairs | null = null,
): Response | Promise<Response> =>
  sendPage(
    c,
    <ShutLinkPage
      link={link}
      language={publicLanguage(c)}
      nonce={nonceOf(c)}
      typed={pairs === null ? null : typedTexts(pairs)}
    />,
    shutStatus[link],
  );

/** The language of pages that belong to no study: as asked for, else as the browser wishes. */
export const publicLanguage = (c: Context, asked: string | undefined = c.req.query("lang")) =>
  offeredLanguage(asked, languageCodes) ?? browserLanguage(c.req.header("accept-language"));

/** Opens the link of a GET and answers with what `respond` makes of it. */
export const onVisit = async (
  c: Context,
  deps: RouteDeps,
  respond: (visit: Visit) => Response | Promise<Response>,
): Promise<Response> => {
  const saved = deps.justSaved.take(c, deps.now());
  const visit = await openVisit(deps, c.req.param("link") ?? "", c.req.query("lang"), "to-show", saved);
  return typeof visit === "string" ? shutResponse(c, visit) : respond(visit);
};

/** Reads a posted form, opens the link, and answers with what `respond` makes of both. */
export const onPost = async (
  c: Context,
  deps: RouteDeps,
  respond: (visit: Visit, pairs: PostedPairs) => Response | Promise<Response>,
  purpose: Purpose = "to-act",
): Promise<Response> => {
  deps.justSaved.take(c, deps.now());
  const body = await readForm(c.req.raw, mostFormBytes);
  if (body.kind !== "form") return problemResponse(c, body.kind);
  const asked = fieldOf(body.pairs, "language") || c.req.query("lang");
  const visit = await openVisit(deps, c.req.param("link") ?? "", asked, purpose);
  return typeof visit === "string" ? shutResponse(c, visit, body.pairs) : respond(visit, body.pairs);
};

/** A page for what was sent and cannot be read; the way on is the page it was sent to. */
export const problemResponse = (
  c: Context,
  problem: "too-large" | "unreadable",
): Response | Promise<Response> => {
  const language = publicLanguage(c);
  const { web, respondent } = textsIn(language);
  const link = c.req.param("link");
  return sendPage(
    c,
    <ErrorPage
      problem={problem}
      lang={language}
      site="Tidvis"
      nonce={nonceOf(c)}
      texts={web}
      wayOn={
        link === undefined
          ? { href: "/", label: web.backToStart }
          : { href: `/s/${encodeURIComponent(link)}`, label: respondent.privacy.back }
      }
    />,
    statusOfProblem[problem],
  );
};

/**
 * The page for a visit that finds no questions to answer.
 *
 * @param typed what was just sent and could not be saved; null when nothing was
 */
export const situationResponse = (
  c: Context,
  visit: Visit,
  typed: readonly TypedAnswer[] | null = null,
): Response | Promise<Response> => {
  const nonce = nonceOf(c);
  const status = typed === null ? 200 : 409;
  switch (visit.situation) {
    case "withdrawn":
      return sendPage(c, <WithdrawnPage visit={visit} nonce={nonce} typed={typed} />, status);
    case "not-yet-open":
      return sendPage(c, <NotYetOpenPage visit={visit} nonce={nonce} />, status);
    case "submitted":
      return sendPage(c, <ReceivedPage visit={visit} nonce={nonce} typed={typed} problem={null} />, status);
    default:
      return sendPage(c, <ClosedPage visit={visit} nonce={nonce} typed={typed} />, status);
  }
};
