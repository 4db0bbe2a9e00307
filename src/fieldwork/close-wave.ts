// Closing a wave: no more answers, unsent ones count as what they are, and the counts for every figure are made.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { closeDrafts, type DraftVerdict } from "../collection/close-drafts.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import { findInstrument, findStudy } from "../study/study-store.ts";
import { type ClosedWave, closeWave as closeWaveOfStudy } from "../wave/close-wave.ts";
import { findWave, listWaves } from "../wave/wave-store.ts";

/** Makes and keeps the counts of a closed wave, and of it together with those closed before. */
export type MakeCubes = (
  tx: Kysely<Database>,
  wave: { readonly studyId: StudyId; readonly waveNumber: number; readonly now: Date },
) => Promise<unknown>;

/** What closing came to; with how many unsent drafts counted as what. */
export type WaveClosing =
  | { readonly kind: "closed"; readonly drafts: Readonly<Record<DraftVerdict, number>> }
  | Exclude<ClosedWave, { kind: "closed" }>;

/**
 * Closes an open wave, all or nothing. Marking it closed waits for every answer that is being saved and keeps
 * out those that come after; then drafts are judged, and the counts are made: those of this wave, and of later
 * closed ones that are compared with it.
 */
export async function closeWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
    readonly makeCubes: MakeCubes;
  },
): Promise<WaveClosing> {
  const { studyId, waveNumber, actor, now, makeCubes } = request;
  return inTransaction(db, async (tx) => {
    const closed = await closeWaveOfStudy(tx, { studyId, waveNumber, actor, now }, async () => []);
    if (closed.kind !== "closed") return closed;
    const study = (await findStudy(tx, studyId))!;
    const wave = (await findWave(tx, studyId, waveNumber))!;
    const { instrument } = (await findInstrument(tx, studyId, wave.instrumentVersion))!;
    const drafts = await closeDrafts(tx, { study, instrument, waveNumber, now });
    for (const other of await listWaves(tx, studyId)) {
      if (other.waveNumber < waveNumber || other.state !== "closed") continue;
      await makeCubes(tx, { studyId, waveNumber: other.waveNumber, now });
    }
    await recordAudit(tx, {
      studyId,
      actor,
      act: "wave-closed",
      detail: { wave: waveNumber, drafts },
      at: now,
    });
    return { kind: "closed", drafts };
  });
}
