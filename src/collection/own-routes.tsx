// One's own page: the word that opens it, what is stored, taking it out, changing it, further rounds, withdrawing.
import { type Context, Hono } from "hono";
import { mintSurveyLink } from "../access/survey-link.ts";
import { fieldOf } from "../web/form-body.ts";
import { nonceOf } from "../web/security-headers.ts";
import { seeOther, sendPage } from "../web/send-page.ts";
import { underLink, withQuery } from "./addresses.ts";
import { ownDataAsJson, ownDataAsText, shownAnswers } from "./own-data.ts";
import { type OwnRecord, readOwnRecord } from "./own-record-data.ts";
import { OwnPage } from "./pages/own-page.tsx";
import { ReceivedPage } from "./pages/received-page.tsx";
import { WithdrawPage } from "./pages/withdraw-page.tsx";
import { hashWord } from "./receipt-word.ts";
import { tryWord } from "./receipt-word-store.ts";
import { onPost, onVisit, type RouteDeps, situationResponse } from "./respond.tsx";
import { beginCorrection, dropCorrection } from "./response-store.ts";
import { addressIn, type Visit } from "./visit.ts";
import { walkContext } from "./walk-context.ts";
import { withdrawResponse } from "./withdraw-response.ts";
import { readFurtherWaves, saveFurtherWaves } from "./withdrawal-store.ts";

/** How long one's own page stays open after the word was typed. */
const ownLinkHours = 2;

/** One's own page where the visit may see it; else what stands in its way. */
export const ownPageResponse = async (c: Context, deps: RouteDeps, visit: Visit): Promise<Response> => {
  if (visit.situation === "submitted") return situationResponse(c, visit);
  return sendPage(
    c,
    <OwnPage
      visit={visit}
      nonce={nonceOf(c)}
      shown={shownAnswers(visit, deps.now())}
      furtherWaves={await readFurtherWaves(deps.db, visit.entered)}
      record={await readOwnRecord(deps.db, visit.entered)}
    />,
  );
};

/** Runs `respond` where the visit may see what is on one's own page, with what else is known of the case. */
const guarded = async (
  c: Context,
  deps: RouteDeps,
  visit: Visit,
  respond: (record: OwnRecord) => Response | Promise<Response>,
): Promise<Response> => {
  if (visit.situation === "submitted") return seeOther(c, addressIn(visit, ["own"]));
  return respond(await readOwnRecord(deps.db, visit.entered));
};

/** The same where something is to be done: for whoever has left the study there is nothing more to do. */
const guardedAct = (
  c: Context,
  deps: RouteDeps,
  visit: Visit,
  respond: () => Response | Promise<Response>,
): Promise<Response> =>
  guarded(c, deps, visit, ({ isOutOfStudy }) => (isOutOfStudy ? situationResponse(c, visit) : respond()));

/** Mount at "/". */
export const ownRoutes = (deps: RouteDeps): Hono => {
  const routes = new Hono();

  routes.get("/s/:link/own", (c) => onVisit(c, deps, (visit) => ownPageResponse(c, deps, visit)));

  routes.post("/s/:link/own/word", (c) =>
    onPost(c, deps, async (visit, pairs) => {
      if (visit.situation !== "submitted") return seeOther(c, addressIn(visit, ["own"]));
      const { entered } = visit;
      const now = deps.now();
      const typed = await hashWord(deps.keys, entered, fieldOf(pairs, "word"));
      const attempt = await tryWord(deps.db, entered, typed, now);
      if (attempt !== "right") {
        const page = <ReceivedPage visit={visit} nonce={nonceOf(c)} typed={null} problem={attempt} />;
        return sendPage(c, page, attempt === "wrong" ? 422 : 429);
      }
      const token = await mintSurveyLink(deps.db, {
        studyId: entered.studyId,
        caseId: entered.caseId,
        purpose: "own",
        now,
        expiresAt: new Date(now.getTime() + ownLinkHours * 60 * 60_000),
        randomBytes: deps.randomBytes,
      });
      return seeOther(c, addressIn({ ...visit, link: token }, ["own"]));
    }),
  );

  routes.get("/s/:link/own/answers.json", (c) =>
    onVisit(c, deps, (visit) =>
      guarded(c, deps, visit, (record) =>
        c.body(JSON.stringify(ownDataAsJson(visit, record, deps.now()), null, 2), 200, {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Disposition": 'attachment; filename="my-data.json"',
        }),
      ),
    ),
  );

  routes.get("/s/:link/own/answers.txt", (c) =>
    onVisit(c, deps, (visit) =>
      guarded(c, deps, visit, (record) =>
        c.body(ownDataAsText(visit, record, deps.now()), 200, {
          "Content-Type": "text/plain; charset=utf-8",
          "Content-Disposition": 'attachment; filename="my-data.txt"',
        }),
      ),
    ),
  );

  routes.post("/s/:link/own/correct", (c) =>
    onPost(c, deps, async (visit) => {
      const { entered, language } = visit;
      const isBegun =
        entered.purpose === "own" && (await beginCorrection(deps.db, { entered, language, now: deps.now() }));
      if (!isBegun) return seeOther(c, addressIn(visit, ["own"]));
      const context = walkContext(entered, visit.prepared.study, language, deps.now());
      const [first] = visit.prepared.questionnaire.route(entered.response?.answers ?? {}, context);
      return seeOther(c, addressIn(visit, first === undefined ? ["own"] : ["p", first.name]));
    }),
  );

  routes.post("/s/:link/own/keep", (c) =>
    onPost(c, deps, async (visit) => {
      const { entered, language } = visit;
      if (entered.purpose === "own") await dropCorrection(deps.db, { entered, language, now: deps.now() });
      return seeOther(c, addressIn(visit, ["own"]));
    }),
  );

  routes.post("/s/:link/own/further-waves", (c) =>
    onPost(c, deps, (visit, pairs) =>
      guardedAct(c, deps, visit, async () => {
        const answer = fieldOf(pairs, "answer");
        if (answer === "yes" || answer === "no") {
          await saveFurtherWaves(deps.db, visit.entered, answer, deps.now());
        }
        return seeOther(c, addressIn(visit, ["own"]));
      }),
    ),
  );

  routes.get("/s/:link/own/withdraw", (c) =>
    onVisit(c, deps, (visit) =>
      guardedAct(c, deps, visit, () =>
        sendPage(c, <WithdrawPage visit={visit} nonce={nonceOf(c)} hasProblem={false} />),
      ),
    ),
  );

  routes.post("/s/:link/own/withdraw", (c) =>
    onPost(c, deps, (visit, pairs) =>
      guardedAct(c, deps, visit, async () => {
        const scope = fieldOf(pairs, "scope");
        if (scope !== "wave" && scope !== "study") {
          return sendPage(c, <WithdrawPage visit={visit} nonce={nonceOf(c)} hasProblem />, 422);
        }
        await withdrawResponse(deps.db, visit.entered, scope, deps.now());
        return seeOther(c, withQuery(underLink(visit.link), { lang: visit.language }));
      }),
    ),
  );

  return routes;
};
