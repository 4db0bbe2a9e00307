// All SQL of waves: their plan, their state, and what was done with them.
import { type Kysely, type Selectable, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database, WaveTable } from "../db/schema.ts";
import type { IsoDate, StudyId } from "../study/study.ts";
import { type Wave, type WaveEventKind, type WaveNumber, waveState } from "./wave.ts";

/** What a lead decides about a wave beforehand. */
export interface WavePlan {
  readonly instrumentVersion: number;
  readonly referenceDate: IsoDate;
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
}

/** One act on a wave, as it is kept. */
export interface WaveEvent {
  readonly kind: WaveEventKind;
  readonly at: Date;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** @returns undefined if there is no such wave */
export async function findWave(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<Wave | undefined> {
  const row = await waveRow(db, studyId, waveNumber).executeTakeFirst();
  return row === undefined ? undefined : waveOf(row);
}

/**
 * The wave, held until the transaction ends. "share": it must stay as it is while something is done in it, as
 * when a response is saved; any number at once. "update": it is about to be opened, closed or reopened, which
 * waits for all of the former, and for those who hold the wave's row, and keeps others out. Nothing is written
 * for either.
 */
export async function lockWave(
  tx: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
  strength: "share" | "update",
): Promise<Wave | undefined> {
  const key = sql`hashtextextended(${`wave ${studyId} ${waveNumber}`}, 0)`;
  await (strength === "share"
    ? sql`select pg_advisory_xact_lock_shared(${key})`
    : sql`select pg_advisory_xact_lock(${key})`
  ).execute(tx);
  if (strength === "share") return findWave(tx, studyId, waveNumber);
  const row = await waveRow(tx, studyId, waveNumber).forNoKeyUpdate().executeTakeFirst();
  return row === undefined ? undefined : waveOf(row);
}

/** Every wave of a study in order. */
export async function listWaves(db: Kysely<Database>, studyId: StudyId): Promise<Wave[]> {
  const rows = await db
    .selectFrom("wave")
    .selectAll()
    .where("study_id", "=", studyId)
    .orderBy("wave_number")
    .execute();
  return rows.map(waveOf);
}

/** Open waves of every study whose last day is over by `day`, for those who close what is due. */
export async function listWavesPastTheirEnd(db: Kysely<Database>, day: IsoDate): Promise<Wave[]> {
  const rows = await db
    .selectFrom("wave")
    .selectAll()
    .where("opened_at", "is not", null)
    .where("closed_at", "is", null)
    .where("closes_on", "<", day)
    .orderBy("study_id")
    .orderBy("wave_number")
    .execute();
  return rows.map(waveOf);
}

/** Writes the plan of a wave, in place of an earlier one. The caller sees to it that it is not opened yet. */
export async function savePlan(
  tx: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
  plan: WavePlan,
  now: Date,
): Promise<void> {
  const values = {
    instrument_version: plan.instrumentVersion,
    reference_date: plan.referenceDate,
    opens_on: plan.opensOn,
    closes_on: plan.closesOn,
    planned_at: now,
  };
  await tx
    .insertInto("wave")
    .values({ study_id: studyId, wave_number: waveNumber, ...values })
    .onConflict((conflict) => conflict.columns(["study_id", "wave_number"]).doUpdateSet(values))
    .execute();
}

/** Changes of a wave's state. */
export async function updateWave(
  tx: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
  change: { opened_at?: Date; closed_at?: Date | null; closes_on?: IsoDate },
): Promise<void> {
  await tx
    .updateTable("wave")
    .set(change)
    .where("study_id", "=", studyId)
    .where("wave_number", "=", waveNumber)
    .execute();
}

export async function recordWaveEvent(
  tx: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
  event: WaveEvent,
): Promise<void> {
  const { kind, at, actor, detail } = event;
  await tx
    .insertInto("wave_event")
    .values({ study_id: studyId, wave_number: waveNumber, kind, at, actor, detail: jsonb(detail) })
    .execute();
}

/** What was done with a wave, in order. */
export async function listWaveEvents(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<WaveEvent[]> {
  const rows = await db
    .selectFrom("wave_event")
    .select(["kind", "at", "actor", "detail"])
    .where("study_id", "=", studyId)
    .where("wave_number", "=", waveNumber)
    .orderBy("event_number")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as WaveEventKind }));
}

/** Whether the wave was collected elsewhere and taken in. */
export async function isImported(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<boolean> {
  const events = await listWaveEvents(db, studyId, waveNumber);
  return events.some(({ detail }) => detail.isImported === true);
}

/** Whether anybody has seen a figure that rests on the wave. */
export async function hasShownFigures(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<boolean> {
  const row = await db
    .selectFrom("published_table")
    .select("table_id")
    .where("study_id", "=", studyId)
    .where("first_shown_at", "is not", null)
    .where(sql<boolean>`waves @> ${jsonb([waveNumber])}`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function waveRow(db: Kysely<Database>, studyId: StudyId, waveNumber: number) {
  return db
    .selectFrom("wave")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("wave_number", "=", waveNumber);
}

function waveOf(row: Selectable<WaveTable>): Wave {
  const { opened_at: openedAt, closed_at: closedAt } = row;
  return {
    studyId: row.study_id as StudyId,
    waveNumber: row.wave_number as WaveNumber,
    instrumentVersion: row.instrument_version,
    referenceDate: row.reference_date,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state: waveState({ openedAt, closedAt }),
    plannedAt: row.planned_at,
    openedAt,
    closedAt,
  };
}
