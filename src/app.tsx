// Mounts the rooms and turns what cannot be answered into a page: the only place that knows everything.

import type { Context } from "hono";
import { Hono } from "hono";
import { accessTexts } from "./access/access-texts.ts";
import { accessRoutes } from "./access/routes.tsx";
import { languageChoices, negotiateLanguage } from "./access/staff-language.ts";
import type { AppDeps } from "./app/deps.ts";
import { healthRoutes } from "./app/health.ts";
import { problemOf } from "./app/problem.ts";
import { programVersion } from "./app/program-version.ts";
import { collectionRoutes } from "./collection/routes.tsx";
import { fieldworkRoutes } from "./fieldwork/routes.tsx";
import { mailboxRoutes } from "./mailing/mailbox-routes.tsx";
import { apiRoutes } from "./report/api-routes.ts";
import { reportRoutes } from "./report/routes.tsx";
import { ErrorPage, statusOfProblem } from "./web/error-page.tsx";
import { staffSheetRoute } from "./web/kept-file-routes.ts";
import type { PageProblem } from "./web/page-texts.ts";
import { requestIdOf, requestLog } from "./web/request-log.ts";
import { nonceOf, respondentHeaders } from "./web/security-headers.ts";
import { sendPage } from "./web/send-page.ts";

export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.use(requestLog(deps));
  app.route("/", healthRoutes(deps));
  app.route("/", staffSheetRoute());
  app.route("/", collectionRoutes(deps));
  app.route("/", accessRoutes(deps));
  app.route("/lead", fieldworkRoutes(deps));
  app.route("/evaluate", reportRoutes(deps));
  app.route("/api", apiRoutes({ ...deps, programVersion }));
  if (deps.mailbox !== null)
    app.route("/", mailboxRoutes({ mailbox: deps.mailbox, publicUrl: deps.publicUrl }));
  app.notFound((c) => problemPage(c, deps, "not-found"));
  app.onError((error, c) => {
    const { problem, level, code } = problemOf(error);
    deps.log({
      at: deps.now(),
      level,
      event: code,
      requestId: requestIdOf(c),
      detail: { error: error.name },
    });
    return problemPage(c, deps, problem);
  });
  return app;
}

/** The page for a request that cannot be answered, with the headers of a respondent's page. */
async function problemPage(c: Context, { randomBytes }: AppDeps, problem: PageProblem): Promise<Response> {
  const language = negotiateLanguage(c.req.header("Accept-Language") ?? "");
  c.res = undefined;
  let answer: Response | undefined;
  await respondentHeaders(randomBytes)(c, async () => {
    const page = (
      <ErrorPage
        lang={language}
        site="Tidvis"
        nonce={nonceOf(c)}
        texts={accessTexts(language).web}
        languages={languageChoices(language)
          .map((choice) => ({ ...choice, href: null }))
          .filter(({ isCurrent }) => isCurrent)}
        problem={problem}
        {...(problem === "unexpected" ? { requestId: requestIdOf(c) } : {})}
      />
    );
    answer = await sendPage(c, page, statusOfProblem[problem]);
  });
  // Whoever asked for this page from within a chain of handlers finds it here.
  c.res = answer;
  return answer!;
}
