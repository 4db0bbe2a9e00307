// An evaluator at the evaluator's pages: signed in through the link, with the language of choice.
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Kysely } from "kysely";
import { addStaff } from "../../src/access/add-staff.ts";
import { accessRoutes } from "../../src/access/routes.tsx";
import type { StaffRole } from "../../src/access/staff.ts";
import { mintSignInToken } from "../../src/access/staff-sign-in.ts";
import type { Database } from "../../src/db/schema.ts";
import type { LanguageCode } from "../../src/language/language-code.ts";
import { apiRoutes } from "../../src/report/api-routes.ts";
import { reportRoutes } from "../../src/report/routes.tsx";
import type { StudyDefinition } from "../../src/study/study.ts";
import { staffSheetRoute } from "../../src/web/kept-file-routes.ts";
import { memoryKeys } from "./memory-keys.ts";

export interface SignedInReader {
  readonly app: Hono;
  /** Cookies of the session. */
  readonly cookie: string;
  /** A page below the service's address, in a language. */
  open(path: string, language?: LanguageCode): Promise<Response>;
}

/** Signs somebody in with a role in a study; the evaluator unless given. */
export async function anEvaluator(
  db: Kysely<Database>,
  study: StudyDefinition,
  { role = "evaluator" as StaffRole, now = new Date("2027-11-02T09:00:00Z") } = {},
): Promise<SignedInReader> {
  const keys = memoryKeys();
  const publicUrl = "http://localhost";
  const deps = { db, keys, publicUrl, now: () => now, randomBytes };
  const app = new Hono();
  app.route("/", staffSheetRoute());
  app.route("/", accessRoutes({ ...deps, wakeMailer: () => {}, callerOf: () => null }));
  app.route("/evaluate", reportRoutes(deps));
  app.route("/api", apiRoutes(deps));
  const email = `${role}-${randomBytes(4).toString("hex")}@example.org`;
  const added = await addStaff(db, deps, study, { email, role, actor: "operator", now });
  if (added.kind !== "added") throw new Error(added.kind);
  const token = await mintSignInToken(db, { staffId: added.staffId, now, randomBytes });
  const answer = await app.request(`/sign-in/${token}`, { method: "POST", headers: { Origin: publicUrl } });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0]!)
    .join("; ");
  return {
    app,
    cookie,
    open: async (path, language = "en") =>
      app.request(path, { headers: { Cookie: `${cookie}; tidvis_language=${language}` } }),
  };
}
