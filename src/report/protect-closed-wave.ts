// Protecting the tables of a wave as soon as it is closed, so that no figure is made before all are decided on.
import type { Kysely } from "kysely";
import { keptPlans } from "../change/cube-store.ts";
import type { Database } from "../db/schema.ts";
import { findStudy } from "../study/study-store.ts";
import type { LogEntry } from "../web/request-log.ts";
import { openEvaluation } from "./open-evaluation.ts";
import { decideStudy } from "./protect-study.ts";

/**
 * Decides what is hidden in a closed wave, and in what it is compared with. Never throws: a wave is closed whatever
 * becomes of this. What fails is told to the log by its name, and decided on when the first figure is asked for.
 */
export async function protectClosedWave(
  deps: {
    readonly db: Kysely<Database>;
    readonly now: () => Date;
    readonly log: (entry: LogEntry) => void;
  },
  { studyId, waveNumber }: { readonly studyId: string; readonly waveNumber: number },
): Promise<void> {
  try {
    const study = await findStudy(deps.db, studyId);
    if (study === undefined) return;
    const kept = await keptPlans(deps.db, studyId);
    for (const { waves } of kept.filter((found) => found.waves.includes(String(waveNumber)))) {
      const opened = await openEvaluation(deps.db, study, waves);
      if (opened.kind === "open") await decideStudy(deps.db, opened.evaluation);
    }
  } catch (error) {
    deps.log({
      level: "error",
      event: "protect-wave-failed",
      at: deps.now(),
      detail: { error: error instanceof Error ? error.name : "unknown" },
    });
  }
}
