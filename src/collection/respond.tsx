// What every route of the respondents' pages begins and ends with: open the link, or say why it opens nothing.
import type { Context } from "hono";
import { languageCodes } from "../language/language-code.ts";
import { ErrorPage, statusOfProblem } from "../web/error-page.tsx";
import { fieldOf, readForm } from "../web/form-body.ts";
import { nonceOf } from "../web/security-headers.ts";
import type { CollectionDeps } from "./collection-deps.ts";
import type { ShutLink } from "./entered-case.ts";
import { ReceivedPage } from "./pages/received-page.tsx";
import { ClosedPage, NotYetOpenPage, ShutLinkPage, WithdrawnPage } from "./pages/situation-page.tsx";
import type { PreparedStudies } from "./prepared-study.ts";
import { browserLanguage, offeredLanguage, textsIn } from "./respondent-texts.ts";
import { openVisit, type Visit } from "./visit.ts";

export interface RouteDeps extends CollectionDeps {
  readonly studies: PreparedStudies;
}

/** A form as it was posted: names and values in order. */
export type PostedPairs = readonly (readonly [string, string])[];

const mostFormBytes = 256 * 1024;

const shutStatus = { unknown: 404, expired: 410, "own-expired": 410, revoked: 410 } as const;

/** The page for a link that opens nothing. */
export const shutResponse = (c: Context, link: ShutLink): Response | Promise<Response> =>
  c.html(<ShutLinkPage link={link} language={publicLanguage(c)} nonce={nonceOf(c)} />, shutStatus[link]);

/** The language of pages that belong to no study: as asked for, else as the browser wishes. */
export const publicLanguage = (c: Context, asked: string | undefined = c.req.query("lang")) =>
  offeredLanguage(asked, languageCodes) ?? browserLanguage(c.req.header("accept-language"));

/** Opens the link of a GET and answers with what `respond` makes of it. */
export const onVisit = async (
  c: Context,
  deps: RouteDeps,
  respond: (visit: Visit) => Response | Promise<Response>,
): Promise<Response> => {
  const visit = await openVisit(deps, c.req.param("link") ?? "", c.req.query("lang"));
  return typeof visit === "string" ? shutResponse(c, visit) : respond(visit);
};

/** Reads a posted form, opens the link, and answers with what `respond` makes of both. */
export const onPost = async (
  c: Context,
  deps: RouteDeps,
  respond: (visit: Visit, pairs: PostedPairs) => Response | Promise<Response>,
): Promise<Response> => {
  const body = await readForm(c.req.raw, mostFormBytes);
  if (body.kind !== "form") return problemResponse(c, body.kind);
  const asked = fieldOf(body.pairs, "language") || c.req.query("lang");
  const visit = await openVisit(deps, c.req.param("link") ?? "", asked);
  return typeof visit === "string" ? shutResponse(c, visit) : respond(visit, body.pairs);
};

/** A page for what was sent and cannot be read; the way on is the page it was sent to. */
export const problemResponse = (
  c: Context,
  problem: "too-large" | "unreadable",
): Response | Promise<Response> => {
  const language = publicLanguage(c);
  const { web, respondent } = textsIn(language);
  const link = c.req.param("link");
  return c.html(
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
 * @param isTooLate something was just sent that could not be saved
 */
export const situationResponse = (
  c: Context,
  visit: Visit,
  isTooLate = false,
): Response | Promise<Response> => {
  const nonce = nonceOf(c);
  const status = isTooLate ? 409 : 200;
  switch (visit.situation) {
    case "withdrawn":
      return c.html(<WithdrawnPage visit={visit} nonce={nonce} />, status);
    case "not-yet-open":
      return c.html(<NotYetOpenPage visit={visit} nonce={nonce} />, status);
    case "submitted":
      return c.html(
        <ReceivedPage visit={visit} nonce={nonce} isTooLate={isTooLate} problem={null} />,
        status,
      );
    default:
      return c.html(<ClosedPage visit={visit} nonce={nonce} isTooLate={isTooLate} />, status);
  }
};
