// What a page's script sends while the page is being filled in: saved like every page, and answered with the parts of
// the page that follow from it.
import { Hono } from "hono";
import { sendPage } from "../web/send-page.ts";
import { answerPage } from "./answer-page.ts";
import { LiveParts } from "./pages/live-parts.tsx";
import { readPosted } from "./posted-page.ts";
import { onPost, type RouteDeps } from "./respond.tsx";
import { walkContext } from "./walk-context.ts";

/** Mount at "/". */
export const keepRoutes = (deps: RouteDeps): Hono => {
  const routes = new Hono();
  routes.post("/s/:link/p/:page/keep", (c) =>
    onPost(
      c,
      deps,
      async (visit, pairs) => {
        const { entered, prepared, isFromMemory, language } = visit;
        const posted = { ...readPosted(c.req.param("page"), visit, pairs), press: "keep", language } as const;
        const outcome = await answerPage(deps, entered, prepared, posted, isFromMemory);
        if (outcome.kind !== "kept") return c.body(null, outcome.kind === "shut" ? 410 : 409);
        const context = walkContext(entered, prepared.study, language, deps.now());
        const wasChecked = pairs.some(([name]) => name === "checked");
        const problems = wasChecked ? outcome.problems : [];
        const page = prepared.questionnaire.page(posted.page, outcome.answers, context, problems);
        if (page === null) return c.body(null, 409);
        return sendPage(c, <LiveParts visit={visit} page={page} />);
      },
      "to-answer",
    ),
  );
  return routes;
};
