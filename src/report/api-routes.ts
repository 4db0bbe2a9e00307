// The read-only API: protected figures as JSON or CSV, for whoever is signed in as evaluator.
import { type Context, Hono } from "hono";
import { type StaffEnv, signedInStaff } from "../access/require-staff.ts";
import { hasRole, studiesOf } from "../access/staff.ts";
import { findKeptPlan } from "../change/cube-store.ts";
import { type StudyDefinition, studyTitle } from "../study/study.ts";
import { findStudy } from "../study/study-store.ts";
import { staffHeaders } from "../web/security-headers.ts";
import { apiDocument } from "./api-document.ts";
import {
  byParameter,
  fileParameter,
  formatParameter,
  isAllowed,
  studyParameter,
  wavesParameter,
} from "./api-schemas.ts";
import { evaluatedWaves } from "./evaluation-data.ts";
import {
  BreakdownRefusedError,
  NotComparableError,
  protectedChanges,
  protectedChangesFile,
} from "./protected-changes.ts";
import { publicUseFileNames, publicUseFiles } from "./public-use.ts";
import type { ReportDeps } from "./routes.tsx";
import { shownBreakdowns } from "./shown-breakdowns.ts";

/** Mount at "/api". Everything but the document itself is for evaluators who are signed in; nothing is cached. */
export function apiRoutes(deps: ReportDeps & { readonly programVersion?: string }): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  routes.use(staffHeaders());

  routes.get("/openapi.json", (c) => c.json(apiDocument(deps.publicUrl, deps.programVersion ?? "0")));

  routes.use("*", async (c, next) => {
    const staff = await signedInStaff(c, deps);
    if (staff === null) return problem(c, 401, "signed-out", "Sign in on the pages first.");
    c.set("staff", staff);
    return next();
  });

  routes.get("/studies", async (c) => {
    const staff = c.get("staff");
    const found = await Promise.all(studiesOf(staff, "evaluator").map((id) => findStudy(deps.db, id)));
    const studies = found.filter((study): study is StudyDefinition => study !== undefined);
    return c.json({
      studies: await Promise.all(
        studies.map((study) => described(deps, study, studyTitle(study, staff.language))),
      ),
    });
  });

  routes.get("/studies/:study/changes/:waves", async (c) => {
    const { study: studyId, waves } = c.req.param();
    const [by, format] = [c.req.query("by"), c.req.query("format")];
    const given = [
      [studyParameter, studyId],
      [wavesParameter, waves],
      [byParameter, by],
      [formatParameter, format],
    ] as const;
    const wrong = given.find(([parameter, value]) => !isAllowed(parameter, value));
    if (wrong !== undefined) return problem(c, 400, "wrong-address", wrong[0].description);
    const study = hasRole(c.get("staff"), studyId, "evaluator")
      ? await findStudy(deps.db, studyId)
      : undefined;
    if (study === undefined) return problem(c, 404, "not-found", "You evaluate no such study.");
    const [earlier, later] = waves.split("-") as [string, string];
    if (Number(earlier) >= Number(later)) return problem(c, 400, "wrong-address", wavesParameter.description);
    try {
      const request = {
        study,
        waves: [earlier, later],
        breakdowns: by?.split(",") ?? [],
        now: deps.now(),
      } as const;
      if (format === "csv")
        return attached(c, `${studyId}-${waves}.csv`, await protectedChangesFile(deps.db, request));
      return c.json({ case: studyId, results: await protectedChanges(deps.db, request) });
    } catch (error) {
      if (error instanceof NotComparableError)
        return problem(c, 404, error.code, "Both waves must be closed, the earlier one first.");
      if (error instanceof BreakdownRefusedError) return problem(c, 409, error.code, error.message);
      throw error;
    }
  });

  routes.get("/studies/:study/public-use/:file", async (c) => {
    const { study: studyId, file } = c.req.param();
    const name = publicUseFileNames.find((known) => known === file);
    if (!isAllowed(studyParameter, studyId))
      return problem(c, 400, "wrong-address", studyParameter.description);
    if (name === undefined) return problem(c, 400, "wrong-address", fileParameter.description);
    const study = hasRole(c.get("staff"), studyId, "evaluator")
      ? await findStudy(deps.db, studyId)
      : undefined;
    if (study === undefined) return problem(c, 404, "not-found", "You evaluate no such study.");
    const found = await publicUseFiles(deps.db, study, deps.now());
    if (found.kind === "no-figures")
      return problem(c, 404, "no-figures", "There are figures as soon as a wave is closed.");
    return attached(c, `${studyId}-${name}`, found.files[name]);
  });

  routes.notFound((c) => problem(c, 404, "not-found", "There is nothing here; see /api/openapi.json."));
  return routes;
}

/** A file to keep. */
function attached(c: Context, name: string, text: string): Response {
  const type = name.endsWith(".csv") ? "text/csv" : "text/plain";
  c.header("Content-Type", `${type}; charset=utf-8`);
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.body(text);
}

async function described({ db }: ReportDeps, study: StudyDefinition, title: string) {
  const closed = (await evaluatedWaves(db, study.studyId)).filter(({ state }) => state === "closed");
  const last = closed.at(-1);
  const kept = last === undefined ? undefined : await findKeptPlan(db, study.studyId, [last.label]);
  return {
    study: study.studyId,
    title,
    closedWaves: closed.map(({ label }) => label),
    groups: kept === undefined ? [] : shownBreakdowns(kept.plan),
  };
}

const problem = (c: Context, status: 400 | 401 | 404 | 409, error: string, message: string) =>
  c.json({ error, message }, status);
