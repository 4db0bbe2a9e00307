// The address at which a database is at home. A copy that runs anywhere else mails nobody.
import type { Kysely } from "kysely";
import { recordAudit, serviceLog } from "../access/audit-log.ts";
import type { Database } from "../db/schema.ts";
import { insertHome, readHome, updateHome } from "./service-home-store.ts";

export type HomeCheck =
  | { readonly kind: "at-home" }
  /** The database is at home at `home`; this service runs at `here`. */
  | { readonly kind: "elsewhere"; readonly home: string; readonly here: string };

/** Where the service runs now, against where the database is at home; the first to ask makes it its home. */
export async function checkHome(db: Kysely<Database>, publicUrl: string, now: Date): Promise<HomeCheck> {
  const home = (await readHome(db)) ?? (await insertHome(db, publicUrl, now));
  return home === publicUrl ? { kind: "at-home" } : { kind: "elsewhere", home, here: publicUrl };
}

/**
 * Makes an address the home on purpose: the service has moved. Whoever does this to a copy while the original
 * runs will have every waiting mail sent twice.
 */
export async function moveHome(
  db: Kysely<Database>,
  { publicUrl, actor, now }: { readonly publicUrl: string; readonly actor: string; readonly now: Date },
): Promise<{ kind: "moved"; from: string } | { kind: "already-home" }> {
  return db.transaction().execute(async (tx) => {
    const from = (await readHome(tx)) ?? (await insertHome(tx, publicUrl, now));
    if (from === publicUrl) return { kind: "already-home" };
    await updateHome(tx, publicUrl, now);
    const detail = { from, to: publicUrl };
    await recordAudit(tx, { studyId: serviceLog, actor, act: "home-moved", detail, at: now });
    return { kind: "moved", from };
  });
}
