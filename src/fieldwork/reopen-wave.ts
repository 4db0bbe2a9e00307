// Opening a wave again that was closed by mistake: unsent drafts are drafts again, the counts go.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { dropCubesOf } from "../change/cube-store.ts";
import { reopenDrafts } from "../collection/close-drafts.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { type ReopenedWave, reopenWave as reopenWaveOfStudy } from "../wave/reopen-wave.ts";

/** Opens a closed wave again until the end of `closesOn`, as long as no figure of it has been shown. */
export async function reopenWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly closesOn: IsoDate;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<ReopenedWave> {
  const { studyId, waveNumber, closesOn, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const reopened = await reopenWaveOfStudy(tx, request);
    if (reopened.kind !== "reopened") return reopened;
    await reopenDrafts(tx, { studyId, waveNumber });
    await dropCubesOf(tx, studyId, waveNumber);
    await recordAudit(tx, {
      studyId,
      actor,
      act: "wave-reopened",
      detail: { wave: waveNumber, closesOn },
      at: now,
    });
    return reopened;
  });
}
