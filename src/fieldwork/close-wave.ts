// Closing a wave: no more answers, unsent ones count as what they are, and the counts for every figure are made.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { closeDrafts } from "../collection/close-drafts.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import { findInstrument, findStudy } from "../study/study-store.ts";
import { type ClosedWave, closeWave as closeWaveOfStudy } from "../wave/close-wave.ts";
import type { Completion } from "../wave/disposition.ts";
import { findWave } from "../wave/wave-store.ts";

/** Makes and keeps the counts of a closed wave, and of it together with those closed before. */
export type MakeCubes = (
  tx: Kysely<Database>,
  wave: { readonly studyId: StudyId; readonly waveNumber: number; readonly now: Date },
) => Promise<unknown>;

/** Decides what is hidden in all tables of a closed wave together. Never fails: closing does not depend on it. */
export type ProtectWave = (wave: { readonly studyId: StudyId; readonly waveNumber: number }) => Promise<void>;

/** What closing came to; with how many unsent drafts counted as what. */
export type WaveClosing =
  | { readonly kind: "closed"; readonly drafts: Readonly<Record<Completion, number>> }
  | Exclude<ClosedWave, { kind: "closed" }>;

/**
 * Closes an open wave, all or nothing: waits for every answer that is being saved, keeps out those that come
 * after, judges what was not sent, and makes the counts: those of this wave, and of later closed ones that are
 * compared with it. Once it is closed, its tables are protected together.
 */
export async function closeWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
    readonly makeCubes: MakeCubes;
    readonly protectWave: ProtectWave;
  },
): Promise<WaveClosing> {
  const { studyId, waveNumber, actor, now, makeCubes, protectWave } = request;
  const closing = await inTransaction(db, async (tx): Promise<WaveClosing> => {
    const drafts: Record<Completion, number> = { complete: 0, partial: 0, "break-off": 0 };
    const closed = await closeWaveOfStudy(tx, { studyId, waveNumber, actor, now }, async () => {
      const study = (await findStudy(tx, studyId))!;
      const wave = (await findWave(tx, studyId, waveNumber))!;
      const { instrument } = (await findInstrument(tx, studyId, wave.instrumentVersion))!;
      const judged = await closeDrafts(tx, { study, instrument, waveNumber, now });
      for (const { completion } of judged) drafts[completion] += 1;
      return judged;
    });
    if (closed.kind !== "closed") return closed;
    await makeCubes(tx, { studyId, waveNumber, now });
    await recordAudit(tx, {
      studyId,
      actor,
      act: "wave-closed",
      detail: { wave: waveNumber, drafts },
      at: now,
    });
    return { kind: "closed", drafts };
  });
  if (closing.kind === "closed") await protectWave({ studyId, waveNumber });
  return closing;
}
