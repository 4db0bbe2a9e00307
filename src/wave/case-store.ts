// All SQL of cases and of what happened to each.
import type { Kysely, Selectable } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database, SurveyCaseTable } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId, SeatId } from "../panel/member.ts";
import type { RoleCode, StudyId } from "../study/study.ts";
import type { CaseId, SurveyCase } from "./case.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import type { WaveNumber } from "./wave.ts";

/** Rows per statement, so that parameters stay under PostgreSQL's limit of 65,535. */
const rowsAtOnce = 5000;

/** What is recorded about a case. `actor` and `detail` hold nothing personal. */
export interface CaseEventRecord {
  readonly studyId: StudyId;
  readonly caseId: CaseId;
  readonly kind: CaseEventKind;
  readonly at: Date;
  readonly actor: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** @returns undefined if there is no such case */
export async function findCase(
  db: Kysely<Database>,
  studyId: StudyId,
  caseId: CaseId,
): Promise<SurveyCase | undefined> {
  const row = await db
    .selectFrom("survey_case")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  return row === undefined ? undefined : caseOf(row);
}

/** The case of a member in a wave, if there is one. */
export async function findCaseOfMember(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
  memberId: MemberId,
): Promise<SurveyCase | undefined> {
  const row = await db
    .selectFrom("survey_case")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("wave_number", "=", waveNumber)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return row === undefined ? undefined : caseOf(row);
}

/** Every case of a wave in order of municipality, role and case. */
export async function listCases(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<SurveyCase[]> {
  const rows = await db
    .selectFrom("survey_case")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("wave_number", "=", waveNumber)
    .orderBy("municipality")
    .orderBy("role")
    .orderBy("case_id")
    .execute();
  return rows.map(caseOf);
}

/** Every case of a member, by wave. */
export async function listCasesOfMember(
  db: Kysely<Database>,
  studyId: StudyId,
  memberId: MemberId,
): Promise<SurveyCase[]> {
  const rows = await db
    .selectFrom("survey_case")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("member_id", "=", memberId)
    .orderBy("wave_number")
    .execute();
  return rows.map(caseOf);
}

export async function insertCases(tx: Kysely<Database>, cases: readonly SurveyCase[]): Promise<void> {
  for (let start = 0; start < cases.length; start += rowsAtOnce) {
    const rows = cases.slice(start, start + rowsAtOnce).map((one) => ({
      study_id: one.studyId,
      case_id: one.caseId,
      wave_number: one.waveNumber,
      member_id: one.memberId,
      seat_id: one.seatId,
      role: one.role,
      municipality: one.municipality,
      groups: jsonb(one.groups),
      language: one.language,
      created_at: one.createdAt,
    }));
    await tx.insertInto("survey_case").values(rows).execute();
  }
}

/** Adds to what has happened to a case. */
export async function recordCaseEvent(db: Kysely<Database>, event: CaseEventRecord): Promise<void> {
  await recordCaseEvents(db, [event]);
}

/** Adds to what has happened to cases, in this order. */
export async function recordCaseEvents(
  db: Kysely<Database>,
  events: readonly CaseEventRecord[],
): Promise<void> {
  for (let start = 0; start < events.length; start += rowsAtOnce) {
    const rows = events
      .slice(start, start + rowsAtOnce)
      .map(({ studyId, caseId, kind, at, actor, detail = {} }) => ({
        study_id: studyId,
        case_id: caseId,
        kind,
        at,
        actor,
        detail: jsonb(detail),
      }));
    await db.insertInto("case_event").values(rows).execute();
  }
}

/** What has happened to one case, in order. */
export async function listCaseEvents(
  db: Kysely<Database>,
  studyId: StudyId,
  caseId: CaseId,
): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom("case_event")
    .select(["kind", "at", "actor", "detail"])
    .where("study_id", "=", studyId)
    .where("case_id", "=", caseId)
    .orderBy("event_number")
    .execute();
  return rows.map(eventOf);
}

/** What has happened to every case of a wave, in order; cases without an event are not there. */
export async function listEventsOfWave(
  db: Kysely<Database>,
  studyId: StudyId,
  waveNumber: number,
): Promise<Map<CaseId, CaseEvent[]>> {
  const rows = await db
    .selectFrom("case_event")
    .innerJoin("survey_case", (join) =>
      join
        .onRef("survey_case.study_id", "=", "case_event.study_id")
        .onRef("survey_case.case_id", "=", "case_event.case_id"),
    )
    .select([
      "case_event.case_id",
      "case_event.kind",
      "case_event.at",
      "case_event.actor",
      "case_event.detail",
    ])
    .where("survey_case.study_id", "=", studyId)
    .where("survey_case.wave_number", "=", waveNumber)
    .orderBy("case_event.case_id")
    .orderBy("case_event.event_number")
    .execute();
  const events = new Map<CaseId, CaseEvent[]>();
  for (const { case_id, ...row } of rows) {
    const ofCase = events.get(case_id as CaseId);
    if (ofCase === undefined) events.set(case_id as CaseId, [eventOf(row)]);
    else ofCase.push(eventOf(row));
  }
  return events;
}

function eventOf(row: { kind: string; at: Date; actor: string; detail: Record<string, unknown> }): CaseEvent {
  return { kind: row.kind as CaseEventKind, at: row.at, actor: row.actor, detail: row.detail };
}

function caseOf(row: Selectable<SurveyCaseTable>): SurveyCase {
  return {
    studyId: row.study_id as StudyId,
    caseId: row.case_id as CaseId,
    waveNumber: row.wave_number as WaveNumber,
    memberId: row.member_id as MemberId,
    seatId: row.seat_id as SeatId,
    role: row.role as RoleCode,
    municipality: row.municipality,
    groups: row.groups,
    language: row.language as LanguageCode,
    createdAt: row.created_at,
  };
}
