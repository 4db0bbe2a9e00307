// Closing a wave: from now on nothing is taken in, and unsent drafts count as what they are.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import type { StudyId } from "../study/study.ts";
import type { CaseId } from "./case.ts";
import type { CaseEventKind } from "./case-event.ts";
import { recordCaseEvents } from "./case-store.ts";
import type { Completion } from "./disposition.ts";
import { lockWave, recordWaveEvent, updateWave } from "./wave-store.ts";

/** An unsent draft and how much of it is done, by `completionClass`. */
export interface ClosedDraft {
  readonly caseId: CaseId;
  readonly completion: Completion;
}

export type ClosedWave =
  | { readonly kind: "closed" }
  | { readonly kind: "no-such-wave" }
  | { readonly kind: "not-open" }
  | { readonly kind: "already-closed" };

const eventOf: Readonly<Record<Completion, CaseEventKind>> = {
  complete: "closed_complete",
  partial: "closed_partial",
  "break-off": "closed_break_off",
};

/**
 * Closes an open wave.
 *
 * @param draftsOf reads the unsent drafts; called while the wave is held, so that none can change any more
 */
export async function closeWave(
  db: Kysely<Database>,
  request: {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
  },
  draftsOf: (tx: Kysely<Database>) => Promise<readonly ClosedDraft[]>,
): Promise<ClosedWave> {
  const { studyId, waveNumber, actor, now } = request;
  return inTransaction(db, async (tx) => {
    const wave = await lockWave(tx, studyId, waveNumber, "update");
    if (wave === undefined) return { kind: "no-such-wave" };
    if (wave.state !== "open") return { kind: wave.state === "closed" ? "already-closed" : "not-open" };
    const drafts = await draftsOf(tx);
    await recordCaseEvents(
      tx,
      drafts.map(({ caseId, completion }) => ({
        studyId,
        caseId,
        kind: eventOf[completion],
        at: now,
        actor,
      })),
    );
    await updateWave(tx, studyId, waveNumber, { closed_at: now });
    const detail = { drafts: drafts.length };
    await recordWaveEvent(tx, studyId, waveNumber, { kind: "closed", at: now, actor, detail });
    return { kind: "closed" };
  });
}
