// Planning a wave: its questionnaire, its reference date and its field period.
import type { Kysely } from "kysely";
import { inTransaction } from "../db/in-transaction.ts";
import type { Database } from "../db/schema.ts";
import { isCalendarDate } from "../study/calendar-date.ts";
import type { StudyId } from "../study/study.ts";
import { findInstrument, lockStudy } from "../study/study-store.ts";
import type { WaveNumber } from "./wave.ts";
import { listWaves, recordWaveEvent, savePlan, type WavePlan } from "./wave-store.ts";

/** What is wrong with a plan. */
export type PlanProblem =
  /** One of the dates is no day of the calendar. */
  | "bad-date"
  /** The last day of the field period comes before the first. */
  | "closes-before-it-opens"
  /** After that day links no longer work and nothing can be joined. */
  | "closes-after-link-end"
  /** The reference date must come after that of the wave before. */
  | "reference-date-not-later";

export type PlannedWave =
  | { readonly kind: "planned"; readonly waveNumber: WaveNumber; readonly isNew: boolean }
  | { readonly kind: "no-such-study" }
  | { readonly kind: "no-such-instrument" }
  /** A wave that was opened keeps its plan. */
  | { readonly kind: "already-opened" }
  /** Waves are numbered without gaps. */
  | { readonly kind: "wrong-number"; readonly next: number }
  | { readonly kind: "invalid"; readonly problems: readonly PlanProblem[] };

/** Plans the next wave, or changes the plan of one that has not been opened. */
export async function planWave(
  db: Kysely<Database>,
  request: WavePlan & {
    readonly studyId: StudyId;
    readonly waveNumber: number;
    readonly actor: string;
    readonly now: Date;
  },
): Promise<PlannedWave> {
  const { studyId, waveNumber, actor, now, ...plan } = request;
  return inTransaction(db, async (tx) => {
    const study = await lockStudy(tx, studyId);
    if (study === undefined) return { kind: "no-such-study" };
    const waves = await listWaves(tx, studyId);
    const present = waves.find((wave) => wave.waveNumber === waveNumber);
    if (present !== undefined && present.state !== "planned") return { kind: "already-opened" };
    const next = waves.length + 1;
    if (present === undefined && waveNumber !== next) return { kind: "wrong-number", next };
    if ((await findInstrument(tx, studyId, plan.instrumentVersion)) === undefined) {
      return { kind: "no-such-instrument" };
    }
    const earlier = waves.filter((wave) => wave.waveNumber < waveNumber).at(-1);
    const problems = planProblems(plan, study.linkEndsOn, earlier?.referenceDate ?? null);
    if (problems.length > 0) return { kind: "invalid", problems };
    await savePlan(tx, studyId, waveNumber, plan, now);
    await recordWaveEvent(tx, studyId, waveNumber, { kind: "planned", at: now, actor, detail: { ...plan } });
    return { kind: "planned", waveNumber: waveNumber as WaveNumber, isNew: present === undefined };
  });
}

/** Everything that is wrong with a plan. Dates are "yyyy-mm-dd"; `earlier` is the wave before's reference date. */
export function planProblems(plan: WavePlan, linkEndsOn: string, earlier: string | null): PlanProblem[] {
  const { referenceDate, opensOn, closesOn } = plan;
  if (![referenceDate, opensOn, closesOn].every(isCalendarDate)) return ["bad-date"];
  const problems: PlanProblem[] = [];
  if (closesOn < opensOn) problems.push("closes-before-it-opens");
  if (closesOn > linkEndsOn) problems.push("closes-after-link-end");
  if (earlier !== null && referenceDate <= earlier) problems.push("reference-date-not-later");
  return problems;
}
