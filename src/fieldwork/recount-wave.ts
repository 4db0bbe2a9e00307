// Making the counts of a closed wave anew, after the study's plan for the analysis was mended.
import type { Kysely } from "kysely";
import { recordAudit } from "../access/audit-log.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import { lockStudy } from "../study/study-store.ts";
import { hasShownFigures, lockWave } from "../wave/wave-store.ts";
import type { MakeCubes, ProtectWave } from "./close-wave.ts";

export type WaveRecount =
  | { readonly kind: "recounted" }
  | { readonly kind: "no-such-wave" }
  | { readonly kind: "not-closed" }
  /** Somebody has seen a figure that rests on it; what was published stands. */
  | { readonly kind: "figures-shown" };

/** Makes the counts of a closed wave, and of it with others, from the answers and the study's plan as it is now. */
export async function recountWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
    readonly makeCubes: MakeCubes;
    readonly protectWave: ProtectWave;
  },
): Promise<WaveRecount> {
  const { studyId, waveNumber, actor, now, makeCubes, protectWave } = request;
  const recount = await inTransaction(db, async (tx): Promise<WaveRecount> => {
    const study = await lockStudy(tx, studyId);
    const wave = study && (await lockWave(tx, studyId, waveNumber, "update"));
    if (wave === undefined) return { kind: "no-such-wave" };
    if (wave.state !== "closed") return { kind: "not-closed" };
    if (await hasShownFigures(tx, studyId, waveNumber)) return { kind: "figures-shown" };
    await makeCubes(tx, { studyId, waveNumber, now });
    await recordAudit(tx, { studyId, actor, act: "wave-recounted", detail: { wave: waveNumber }, at: now });
    return { kind: "recounted" };
  });
  if (recount.kind === "recounted") await protectWave({ studyId, waveNumber });
  return recount;
}
