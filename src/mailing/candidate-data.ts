// Cases as candidates for a mail: what happened to them, whether there is an address, and earlier mail.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { MemberId } from "../panel/member.ts";
import type { RoleCode, StudyId } from "../study/study.ts";
import type { CaseId } from "../wave/case.ts";
import type { CaseEventKind } from "../wave/case-event.ts";
import type { WaveNumber } from "../wave/wave.ts";
import type { EarlierMail } from "./recipient.ts";
import type { PlannedCase } from "./send-plan.ts";

/** A claim without an outcome is somebody's work in hand for so long; then it is uncertain. */
export const inHandMinutes = 5;

export interface Candidate extends PlannedCase, EarlierMail {
  readonly waveNumber: WaveNumber;
  readonly isWaveOpen: boolean;
  readonly hasEmail: boolean;
  /** When the contact details were last written; null once they have been erased. */
  readonly contactChangedAt: Date | null;
  readonly events: readonly { readonly kind: CaseEventKind }[];
}

interface CandidateRow {
  case_id: string;
  member_id: string;
  wave_number: number;
  role: string;
  municipality: string;
  language: string;
  is_wave_open: boolean;
  has_email: boolean;
  changed_at: Date | null;
  kinds: CaseEventKind[] | null;
  is_waiting: boolean | null;
  last_open_claim: Date | null;
}

/**
 * In the order of municipality, role and member.
 *
 * @param of a whole wave, or some cases of a study, whatever their waves
 */
export async function readCandidates(
  db: Kysely<Database>,
  of: { readonly studyId: StudyId; readonly now: Date } & (
    | { readonly waveNumber: number }
    | { readonly caseIds: readonly CaseId[] }
  ),
): Promise<Candidate[]> {
  if ("caseIds" in of && of.caseIds.length === 0) return [];
  const which =
    "waveNumber" in of ? sql`c.wave_number = ${of.waveNumber}` : sql`c.case_id in (${sql.join(of.caseIds)})`;
  const { rows } = await sql<CandidateRow>`
    select c.case_id, c.member_id, c.wave_number, c.role, c.municipality, c.language,
      w.opened_at is not null and w.closed_at is null as is_wave_open,
      k.email_hash is not null as has_email, k.changed_at, e.kinds, m.is_waiting, m.last_open_claim
    from survey_case c
    join wave w on w.study_id = c.study_id and w.wave_number = c.wave_number
    left join member_contact k on k.study_id = c.study_id and k.member_id = c.member_id
    left join lateral (
      select json_agg(e.kind order by e.event_number) as kinds
      from case_event e where e.study_id = c.study_id and e.case_id = c.case_id
    ) e on true
    left join lateral (
      select bool_or(m.due_at is not null) as is_waiting,
        max(a.claimed_at) filter (where o.outcome is null) as last_open_claim
      from message m
      left join message_claim a on a.study_id = m.study_id and a.message_id = m.message_id
      left join message_outcome o
        on o.study_id = a.study_id and o.message_id = a.message_id and o.attempt = a.attempt
      where m.study_id = c.study_id and m.case_id = c.case_id
    ) m on true
    where c.study_id = ${of.studyId} and ${which}
    order by c.municipality, c.role, c.member_id`.execute(db);
  const inHandSince = new Date(of.now.getTime() - inHandMinutes * 60_000);
  return rows.map((row) => candidateOf(row, inHandSince));
}

function candidateOf(row: CandidateRow, inHandSince: Date): Candidate {
  const claim = row.last_open_claim;
  return {
    caseId: row.case_id as CaseId,
    memberId: row.member_id as MemberId,
    waveNumber: row.wave_number as WaveNumber,
    role: row.role as RoleCode,
    municipality: row.municipality,
    language: row.language as LanguageCode,
    isWaveOpen: row.is_wave_open,
    hasEmail: row.has_email,
    contactChangedAt: row.changed_at,
    events: (row.kinds ?? []).map((kind) => ({ kind })),
    isUnderWay: row.is_waiting === true || (claim !== null && claim > inHandSince),
    isUncertain: claim !== null && claim <= inHandSince,
  };
}

/** Sealed contact details of some members; those that were erased are not there. */
export async function readSealedContacts(
  db: Kysely<Database>,
  studyId: StudyId,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("member_contact")
    .select(["member_id", "sealed"])
    .where("study_id", "=", studyId)
    .where("member_id", "in", memberIds)
    .execute();
  return new Map(rows.map((row) => [row.member_id as MemberId, row.sealed]));
}

/**
 * Holds the contact details of the members of these cases as they are until the transaction ends: a
 * correction waits, and then finds and revokes the links that were minted meanwhile.
 *
 * @returns the sealed details; those that were erased are not there
 */
export async function holdContacts(
  tx: Kysely<Database>,
  studyId: StudyId,
  caseIds: readonly CaseId[],
): Promise<Map<MemberId, string>> {
  const rows = await tx
    .selectFrom("member_contact")
    .select(["member_id", "sealed"])
    .where("study_id", "=", studyId)
    .where("member_id", "in", (members) =>
      members
        .selectFrom("survey_case")
        .select("member_id")
        .where("study_id", "=", studyId)
        .where("case_id", "in", caseIds),
    )
    .orderBy("member_id")
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.member_id as MemberId, row.sealed]));
}

/** Cases in open waves of a study whose member has this address. */
export async function findOpenCasesByEmailHash(
  db: Kysely<Database>,
  studyId: StudyId,
  emailHash: string,
): Promise<{ caseId: CaseId; waveNumber: WaveNumber }[]> {
  const rows = await db
    .selectFrom("member_contact as k")
    .innerJoin("survey_case as c", (join) =>
      join.onRef("c.study_id", "=", "k.study_id").onRef("c.member_id", "=", "k.member_id"),
    )
    .innerJoin("wave as w", (join) =>
      join.onRef("w.study_id", "=", "c.study_id").onRef("w.wave_number", "=", "c.wave_number"),
    )
    .select(["c.case_id", "c.wave_number"])
    .where("k.study_id", "=", studyId)
    .where("k.email_hash", "=", emailHash)
    .where("w.opened_at", "is not", null)
    .where("w.closed_at", "is", null)
    .orderBy("c.wave_number")
    .orderBy("c.case_id")
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    waveNumber: row.wave_number as WaveNumber,
  }));
}
