// Everything a respondent can open.
import { Hono } from "hono";
import { clientScriptRoute } from "../web/kept-file-routes.ts";
import { drawWord } from "../web/random-word.ts";
import { respondentHeaders } from "../web/security-headers.ts";
import type { CollectionDeps } from "./collection-deps.ts";
import { declineRoutes } from "./decline-routes.tsx";
import { doorRoutes } from "./door-routes.tsx";
import { justSaved } from "./just-saved.ts";
import { keepRoutes } from "./keep-routes.tsx";
import { ownRoutes } from "./own-routes.tsx";
import { prepareStudies } from "./prepared-study.ts";
import { printPages } from "./printed-pages.ts";
import { questionRoutes } from "./question-routes.tsx";
import { rememberCases } from "./remembered-cases.ts";

/** Mount at "/". Serves /s/<link>…, /code, /lost, /accessibility, and the start page at / for people without a link. */
export const collectionRoutes = (deps: CollectionDeps): Hono => {
  const routes = new Hono();
  const shared = {
    ...deps,
    studies: prepareStudies(deps),
    remembered: rememberCases(),
    justSaved: justSaved(),
    printed: printPages(drawWord(deps.randomBytes).replace(/\W/g, "")),
  };
  const headers = respondentHeaders(deps.randomBytes);
  for (const path of ["/", "/s/*", "/code", "/lost", "/lost/*", "/accessibility"]) routes.use(path, headers);
  for (const part of [questionRoutes, keepRoutes, ownRoutes, declineRoutes, doorRoutes])
    routes.route("/", part(shared));
  routes.route("/", clientScriptRoute());
  return routes;
};
