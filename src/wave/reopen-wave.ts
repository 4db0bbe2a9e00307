// Reopening a wave that was closed by mistake, as long as nobody has seen a figure of it.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { dayIn, isCalendarDate } from "../study/calendar-date.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { lockStudy } from "../study/study-store.ts";
import { listEventsOfWave, recordCaseEvents } from "./case-store.ts";
import { hasShownFigures, isImported, lockWave, recordWaveEvent, updateWave } from "./wave-store.ts";

export type ReopenedWave =
  | { readonly kind: "reopened" }
  | { readonly kind: "no-such-wave" }
  /** Not closed, or collected elsewhere: nobody was ever asked in it here. */
  | { readonly kind: "not-closed" }
  /** Somebody has seen a figure that rests on it; what was published stands. */
  | { readonly kind: "figures-shown" }
  /** The new last day is over already, is no date, or comes after the links' end. */
  | { readonly kind: "bad-closing-day" };

const closings = new Set(["closed_complete", "closed_partial", "closed_break_off"]);

/** Opens a closed wave again until the end of `closesOn`. What closing made of drafts no longer holds. */
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
    const study = await lockStudy(tx, studyId);
    const wave = study && (await lockWave(tx, studyId, waveNumber, "update"));
    if (study === undefined || wave === undefined) return { kind: "no-such-wave" };
    if (wave.state !== "closed" || (await isImported(tx, studyId, waveNumber))) return { kind: "not-closed" };
    if (await hasShownFigures(tx, studyId, waveNumber)) return { kind: "figures-shown" };
    const isPossible =
      isCalendarDate(closesOn) && closesOn >= dayIn(study.timeZone, now) && closesOn <= study.linkEndsOn;
    if (!isPossible) return { kind: "bad-closing-day" };
    const closed = [...(await listEventsOfWave(tx, studyId, waveNumber))].filter(([, events]) => {
      const last = events.findLast(({ kind }) => closings.has(kind) || kind === "reopened");
      return last !== undefined && last.kind !== "reopened";
    });
    await recordCaseEvents(
      tx,
      closed.map(([caseId]) => ({ studyId, caseId, kind: "reopened" as const, at: now, actor })),
    );
    await updateWave(tx, studyId, waveNumber, { closed_at: null, closes_on: closesOn });
    const detail = { closesOn };
    await recordWaveEvent(tx, studyId, waveNumber, { kind: "reopened", at: now, actor, detail });
    return { kind: "reopened" };
  });
}
