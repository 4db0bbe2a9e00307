// Reading the waves of a study for its evaluator.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { type WaveState, waveState } from "../wave/wave.ts";

/** A wave as the evaluator sees it. */
export interface EvaluatedWave {
  /** "1", "2" … */
  readonly label: string;
  readonly instrumentVersion: number;
  readonly referenceDate: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: WaveState;
}

/** Every wave of a study in order. */
export async function evaluatedWaves(db: Kysely<Database>, studyId: string): Promise<EvaluatedWave[]> {
  const rows = await db
    .selectFrom("wave")
    .selectAll()
    .where("study_id", "=", studyId)
    .orderBy("wave_number")
    .execute();
  return rows.map((row) => ({
    label: String(row.wave_number),
    instrumentVersion: row.instrument_version,
    referenceDate: row.reference_date,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state: waveState({ openedAt: row.opened_at, closedAt: row.closed_at }),
  }));
}

/** How many waves of each study have closed; a study without any is absent. */
export async function closedWaveCounts(
  db: Kysely<Database>,
  studyIds: readonly string[],
): Promise<Map<string, number>> {
  if (studyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("wave")
    .select(["study_id", db.fn.countAll<number>().as("waves")])
    .where("study_id", "in", [...studyIds])
    .where("closed_at", "is not", null)
    .groupBy("study_id")
    .execute();
  return new Map(rows.map((row) => [row.study_id, row.waves]));
}
