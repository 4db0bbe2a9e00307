// What is due now: waves whose last day is over are closed, and mails that wait are handed over.

import { wavesWithdrawnFrom } from "../change/stale-cubes-data.ts";
import { inTransaction } from "../db/in-transaction.ts";
import type { MailingDeps } from "../mailing/mailing-deps.ts";
import { sendDueMessages } from "../mailing/send-due-messages.ts";
import { dayIn } from "../study/calendar-date.ts";
import { findStudy } from "../study/study-store.ts";
import { listWavesPastTheirEnd } from "../wave/wave-store.ts";
import { closeWave, type MakeCubes, type ProtectWave } from "./close-wave.ts";

export interface RunDueDeps extends MailingDeps {
  readonly makeCubes: MakeCubes;
  readonly protectWave: ProtectWave;
}

const hourInMilliseconds = 3_600_000;
/** No place on earth is further ahead of Greenwich. */
const furthestAheadHours = 14;
/** Messages handed over in one turn; what is left waits for the next. */
const mostMessages = 20_000;

/**
 * One turn of the clock. Any number of processes may do this at once. Never throws: what fails is told to the
 * log by its name and tried again at the next turn, and one wave that cannot be closed stops neither the others
 * nor the mail.
 */
export async function runDue(deps: RunDueDeps, run: { readonly signal?: AbortSignal } = {}): Promise<void> {
  await attempt(deps, "close-due-waves", () => closeDueWaves(deps));
  await attempt(deps, "count-anew", () => countAnew(deps));
  await attempt(deps, "send-due-messages", () => sendDueMessages(deps, { limit: mostMessages, ...run }));
}

/** Closes every open wave whose last day is over in its study's time zone. @returns how many were closed */
export async function closeDueWaves(deps: RunDueDeps): Promise<number> {
  const now = deps.now();
  const latestDay = dayIn("UTC", new Date(now.getTime() + furthestAheadHours * hourInMilliseconds));
  let closed = 0;
  for (const { studyId, waveNumber, closesOn } of await listWavesPastTheirEnd(deps.db, latestDay)) {
    const study = await findStudy(deps.db, studyId);
    if (study === undefined || dayIn(study.timeZone, now) <= closesOn) continue;
    await attempt(deps, "close-wave", async () => {
      const { makeCubes, protectWave } = deps;
      const request = { studyId, waveNumber, actor: "clock", now, makeCubes, protectWave };
      const outcome = await closeWave(deps.db, request);
      if (outcome.kind === "closed") closed += 1;
    });
  }
  return closed;
}

/**
 * Makes the counts of closed waves anew from which somebody has withdrawn: their answers leave every figure that
 * has not been shown yet. Tables that were shown stand as they were.
 */
export async function countAnew(
  deps: Pick<RunDueDeps, "db" | "now" | "makeCubes" | "protectWave">,
): Promise<void> {
  for (const { studyId, waveNumber } of await wavesWithdrawnFrom(deps.db)) {
    await inTransaction(deps.db, (tx) => deps.makeCubes(tx, { studyId, waveNumber, now: deps.now() }));
    await deps.protectWave({ studyId, waveNumber });
  }
}

async function attempt(deps: RunDueDeps, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    deps.log({
      level: "error",
      event: `${what}-failed`,
      at: deps.now(),
      detail: { error: error instanceof Error ? error.name : "unknown" },
    });
  }
}
