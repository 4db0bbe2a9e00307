// Reading the cases of closed waves with what happened to them and what they answered, a bounded number at a
// time, each person's waves after each other.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { CaseEvent, CaseEventKind } from "../wave/case-event.ts";

/** A wave that cubes are made for. */
export interface CountedWave {
  readonly waveNumber: number;
  readonly instrumentVersion: number;
  readonly referenceDate: string;
  readonly closedAt: Date | null;
}

/** One case of one wave. */
export interface AnsweredCase {
  readonly caseId: string;
  readonly memberId: string;
  readonly seatId: string;
  readonly waveNumber: number;
  readonly role: string;
  readonly municipality: string;
  readonly groups: Readonly<Record<string, string>>;
  /** What counts of the answers; null where nobody answered. */
  readonly answers: Answers | null;
  /** Of a case that was collected elsewhere: its answers in codes, filtered ones included; else null. */
  readonly coded: Readonly<Record<string, readonly string[]>> | null;
  readonly language: string;
  readonly events: readonly CaseEvent[];
}

/** Every wave that is closed, and `waveNumber` itself, in order. */
export async function wavesToCount(
  db: Kysely<Database>,
  studyId: string,
  waveNumber: number,
): Promise<CountedWave[]> {
  const rows = await db
    .selectFrom("wave")
    .select(["wave_number", "instrument_version", "reference_date", "closed_at"])
    .where("study_id", "=", studyId)
    .where((either) =>
      either.or([either("closed_at", "is not", null), either("wave_number", "=", waveNumber)]),
    )
    .orderBy("wave_number")
    .execute();
  return rows.map((row) => ({
    waveNumber: row.wave_number,
    instrumentVersion: row.instrument_version,
    referenceDate: row.reference_date,
    closedAt: row.closed_at,
  }));
}

/** Municipality codes in which somebody has a case in one of the waves, ascending. */
export async function municipalitiesAsked(
  db: Kysely<Database>,
  studyId: string,
  waveNumbers: readonly number[],
): Promise<string[]> {
  const rows = await db
    .selectFrom("survey_case")
    .select("municipality")
    .distinct()
    .where("study_id", "=", studyId)
    .where("wave_number", "in", [...waveNumbers])
    .execute();
  return rows.map(({ municipality }) => municipality).sort();
}

/** Every case of the waves; the waves of one person follow each other. At most `batch` are held at a time. */
export async function* answeredCases(
  db: Kysely<Database>,
  studyId: string,
  waveNumbers: readonly number[],
  batch: number,
): AsyncGenerator<AnsweredCase> {
  const member = sql<string>`survey_case.member_id collate "C"`;
  let last: { memberId: string; waveNumber: number } | null = null;
  for (;;) {
    let query = db
      .selectFrom("survey_case")
      .leftJoin("response", (join) =>
        join
          .onRef("response.study_id", "=", "survey_case.study_id")
          .onRef("response.case_id", "=", "survey_case.case_id"),
      )
      .select([
        "survey_case.case_id",
        "survey_case.member_id",
        "survey_case.seat_id",
        "survey_case.wave_number",
        "survey_case.role",
        "survey_case.municipality",
        "survey_case.groups",
        "survey_case.language as case_language",
        "response.language as response_language",
        "response.answers",
        "response.coded",
      ])
      .where("survey_case.study_id", "=", studyId)
      .where("survey_case.wave_number", "in", [...waveNumbers])
      .orderBy(member)
      .orderBy("survey_case.wave_number")
      .limit(batch);
    if (last !== null) {
      const { memberId, waveNumber } = last as { memberId: string; waveNumber: number };
      query = query.where(
        sql<boolean>`(${member}, survey_case.wave_number) > (${memberId}::text collate "C", ${waveNumber}::integer)`,
      );
    }
    const rows = await query.execute();
    const events = await eventsOf(
      db,
      studyId,
      rows.map((row) => row.case_id),
    );
    for (const row of rows) {
      yield {
        caseId: row.case_id,
        memberId: row.member_id,
        seatId: row.seat_id,
        waveNumber: row.wave_number,
        role: row.role,
        municipality: row.municipality,
        groups: row.groups as Record<string, string>,
        answers: row.answers as Answers | null,
        coded: row.coded,
        language: row.response_language ?? row.case_language,
        events: events.get(row.case_id) ?? [],
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < batch) return;
    last = { memberId: end.member_id, waveNumber: end.wave_number };
  }
}

async function eventsOf(
  db: Kysely<Database>,
  studyId: string,
  caseIds: readonly string[],
): Promise<Map<string, CaseEvent[]>> {
  const events = new Map<string, CaseEvent[]>();
  if (caseIds.length === 0) return events;
  const rows = await db
    .selectFrom("case_event")
    .select(["case_id", "kind", "at", "actor", "detail"])
    .where("study_id", "=", studyId)
    .where("case_id", "in", [...caseIds])
    .orderBy("event_number")
    .execute();
  for (const row of rows) {
    const event = {
      kind: row.kind as CaseEventKind,
      at: row.at,
      actor: row.actor,
      detail: row.detail as Record<string, unknown>,
    };
    const known = events.get(row.case_id);
    if (known === undefined) events.set(row.case_id, [event]);
    else known.push(event);
  }
  return events;
}
