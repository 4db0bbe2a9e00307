// Planning a wave, or changing the plan of one that has not been opened, with the act in the log.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import { type PlannedWave, planWave as planWaveOfStudy } from "../wave/plan-wave.ts";
import { listWaves, type WavePlan } from "../wave/wave-store.ts";

/**
 * Plans a wave of a study.
 *
 * @param request.waveNumber the planned wave to change, or null for the next one
 */
export async function planWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number | null;
    readonly plan: WavePlan;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<PlannedWave> {
  const { studyId, plan, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const waveNumber = request.waveNumber ?? (await listWaves(tx, studyId)).length + 1;
    const planned = await planWaveOfStudy(tx, { studyId, waveNumber, ...plan, actor, now });
    if (planned.kind === "planned") {
      await recordAudit(tx, {
        studyId,
        actor,
        act: planned.isNew ? "wave-planned" : "wave-plan-changed",
        detail: { wave: planned.waveNumber, ...plan },
        at: now,
      });
    }
    return planned;
  });
}
