// Storing a questionnaire that the lead has seen, with the act in the log.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import { type StoredQuestionnaire, storeQuestionnaire } from "../study/store-questionnaire.ts";
import type { StudyId } from "../study/study.ts";

/** Stores the questionnaire as the version asked for; nobody is asked anything by that. */
export async function useQuestionnaire(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly version: number;
    readonly instrument: Instrument;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<StoredQuestionnaire> {
  const { studyId, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const stored = await storeQuestionnaire(tx, request);
    if (stored.kind === "stored") {
      const detail = { version: stored.version, isNew: stored.isNew };
      await recordAudit(tx, { studyId, actor, act: "questionnaire-stored", detail, at: now });
    }
    return stored;
  });
}
