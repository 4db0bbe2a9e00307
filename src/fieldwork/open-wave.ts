// Opening a wave: the questionnaire is fixed, everybody who holds a seat gets a case, and nothing is sent.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { RandomBytes } from "../panel/minted-id.ts";
import type { StudyId } from "../study/study.ts";
import { type OpenedWave, openWave as openWaveOfStudy } from "../wave/open-wave.ts";

/** Opens a planned wave, with the act in the log. */
export async function openWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
    readonly randomBytes: RandomBytes;
  },
): Promise<OpenedWave> {
  const { studyId, waveNumber, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const opened = await openWaveOfStudy(tx, request);
    if (opened.kind === "opened") {
      const { declined, withdrawn } = opened;
      await recordAudit(tx, {
        studyId,
        actor,
        act: "wave-opened",
        detail: { wave: waveNumber, cases: opened.cases.length, declined, withdrawn },
        at: now,
      });
    }
    return opened;
  });
}
