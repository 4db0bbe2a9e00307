// Everything a project lead can open.
import { Hono } from "hono";
import { requireStaff, staffFormGuard } from "../access/require-staff.ts";
import { staffHeaders } from "../web/security-headers.ts";
import type { FieldworkDeps } from "./fieldwork-deps.ts";
import { invitedRoutes } from "./routes/invited-routes.tsx";
import { type LeadEnv, leadOfStudy } from "./routes/lead-request.ts";
import { letterRoutes } from "./routes/letter-routes.tsx";
import { loadRoutes } from "./routes/load-routes.tsx";
import { peopleRoutes } from "./routes/people-routes.tsx";
import { personRoutes } from "./routes/person-routes.tsx";
import { questionnaireRoutes } from "./routes/questionnaire-routes.tsx";
import { sendRoutes } from "./routes/send-routes.tsx";
import { studiesRoutes, studyRoutes } from "./routes/study-routes.tsx";
import { testRunRoutes } from "./routes/test-run-routes.tsx";
import { waveRoutes } from "./routes/wave-routes.tsx";

/** Mount at "/lead". Whoever is not the lead of a study finds nothing there. */
export function fieldworkRoutes(deps: FieldworkDeps): Hono<LeadEnv> {
  const routes = new Hono<LeadEnv>();
  routes.use(staffHeaders(), staffFormGuard(deps.publicUrl), requireStaff(deps, "lead"));
  routes.route("/", studiesRoutes(deps));
  routes.use("/:study/*", leadOfStudy(deps));
  routes.route("/:study", studyRoutes(deps));
  for (const part of [loadRoutes, peopleRoutes, personRoutes]) routes.route("/:study/people", part(deps));
  for (const part of [questionnaireRoutes, testRunRoutes]) routes.route("/:study/questionnaire", part(deps));
  for (const part of [waveRoutes, sendRoutes, invitedRoutes, letterRoutes]) {
    routes.route("/:study/waves/:wave", part(deps));
  }
  return routes;
}
