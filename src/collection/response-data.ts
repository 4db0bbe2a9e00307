// The answers of a wave as counting needs them: every case in turn, answered or not, without holding them all.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId, SeatId } from "../panel/member.ts";
import type { Answers } from "../questionnaire/instrument.ts";
import type { RoleCode } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { CaseEvent } from "../wave/case-event.ts";
import { caseEventsOf, type EventRow, eventsOfCase } from "./case-events-data.ts";

/** One case of a wave with what it answered and what happened to it. */
export interface ResponseOfWave {
  readonly caseId: CaseId;
  readonly memberId: MemberId;
  readonly seatId: SeatId;
  readonly role: RoleCode;
  readonly municipality: string;
  readonly groups: Readonly<Record<string, string>>;
  /** What counts: submitted, or taken in at closing; null where nobody answered, said no or withdrew. */
  readonly answers: Answers | null;
  readonly instrumentVersion: number | null;
  readonly language: LanguageCode;
  readonly submittedAt: Date | null;
  /** In the order in which they happened, for the disposition. */
  readonly events: readonly CaseEvent[];
}

interface Row {
  case_id: string;
  member_id: string;
  seat_id: string;
  role: string;
  municipality: string;
  groups: Record<string, string>;
  language: string;
  instrument_version: number | null;
  answers: Answers | null;
  submitted_at: Date | null;
  events: EventRow[];
}

const batchSize = 1000;

/**
 * Every case of a wave in order of its id, read in batches, so that memory does not grow with their number.
 * Answers of a case that was withdrawn are never given, whatever the table holds.
 */
export async function* responsesOfWave(
  db: Kysely<Database>,
  wave: { readonly studyId: string; readonly waveNumber: number },
): AsyncGenerator<ResponseOfWave> {
  for (let after = ""; ; ) {
    const { rows } = await sql<Row>`
      select c.case_id, c.member_id, c.seat_id, c.role, c.municipality, c.groups,
        coalesce(r.language, c.language) as language, r.instrument_version, r.answers, r.submitted_at,
        ${eventsOfCase} as events
      from survey_case c
      left join response r on r.study_id = c.study_id and r.case_id = c.case_id
      where c.study_id = ${wave.studyId} and c.wave_number = ${wave.waveNumber} and c.case_id > ${after}
      order by c.case_id limit ${batchSize}::integer`.execute(db);
    for (const row of rows) yield responseOf(row);
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.case_id ?? "";
  }
}

function responseOf(row: Row): ResponseOfWave {
  const isWithdrawn = row.events.some(({ kind }) => kind === "withdrawn");
  return {
    caseId: row.case_id as CaseId,
    memberId: row.member_id as MemberId,
    seatId: row.seat_id as SeatId,
    role: row.role as RoleCode,
    municipality: row.municipality,
    groups: row.groups,
    answers: isWithdrawn ? null : row.answers,
    instrumentVersion: row.instrument_version,
    language: row.language as LanguageCode,
    submittedAt: isWithdrawn ? null : row.submitted_at,
    events: caseEventsOf(row.events),
  };
}
