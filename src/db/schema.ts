// Every table as TypeScript sees it. Each interface says the table's grain and which room writes it.
// Times are timestamptz (Date); dates are plain "yyyy-mm-dd" strings; jsonb is written through jsonb.ts.
import type { ColumnType, Generated } from "kysely";
import type { JsonbWrite } from "./jsonb.ts";

type Json<T> = ColumnType<T, JsonbWrite, JsonbWrite>;
type NullableJson<T> = ColumnType<T | null, JsonbWrite | null, JsonbWrite | null>;
/** A calendar date, "yyyy-mm-dd". */
export type IsoDate = string;

/** One row per study. Written by study. */
export interface StudyTable {
  study_id: string;
  definition: Json<unknown>;
  /** `analysis.json` and `comparability.json` of the study folder, as they are there. */
  analysis: NullableJson<Record<string, unknown>>;
  comparability: NullableJson<Record<string, unknown>>;
  created_at: Date;
}
/** One row per municipality, group and day from which its level holds: `groups.csv`. Written by study. */
export interface MunicipalityGroupTable {
  study_id: string;
  municipality: string;
  valid_from: IsoDate;
  group_name: string;
  level: string;
  source: string;
}
/** One row per role of a study. Written by study. */
export interface StudyRoleTable {
  study_id: string;
  role: string;
  position: number;
}
/** One row per study and language: mails, letter, privacy notice. Written by study. */
export interface StudyTextTable {
  study_id: string;
  language: string;
  texts: Json<unknown>;
}
/** One row per version of a study's questionnaire; immutable once fixed_at is set. Written by study. */
export interface InstrumentTable {
  study_id: string;
  instrument_version: number;
  /** The `Instrument`: what was made of the questionnaire, and the questionnaire as its author has it. */
  content: Json<unknown>;
  checksum: string;
  loaded_at: Date;
  fixed_at: Date | null;
}
/** One row per person in a study. Written by panel. */
export interface PanelMemberTable {
  study_id: string;
  member_id: string;
  language: string;
  added_at: Date;
}
/** One row per member who can still be identified: name and addresses, sealed. Written by panel. */
export interface MemberContactTable {
  study_id: string;
  member_id: string;
  sealed: string;
  name_hash: string;
  email_hash: string | null;
  changed_at: Date;
}
/** One row per thing that happened to a member outside any wave. Append-only. Written by panel. */
export interface MemberEventTable {
  study_id: string;
  member_id: string;
  event_number: Generated<number>;
  kind: string;
  at: Date;
  actor: string;
  detail: Json<Record<string, unknown>>;
}
/** One row per seat: a role in a municipality that somebody holds for a time. Written by panel. */
export interface SeatTable {
  study_id: string;
  seat_id: string;
  role: string;
  municipality: string;
  created_at: Date;
}
/** One row per time a member held a seat; both dates are days on which it was held. Written by panel. */
export interface TenureTable {
  study_id: string;
  tenure_id: string;
  seat_id: string;
  member_id: string;
  held_from: IsoDate | null;
  held_to: IsoDate | null;
  added_at: Date;
}
/** One row per wave. opened_at without closed_at: the wave is open. Written by wave. */
export interface WaveTable {
  study_id: string;
  wave_number: number;
  instrument_version: number;
  reference_date: IsoDate;
  opens_on: IsoDate;
  closes_on: IsoDate;
  planned_at: Date;
  opened_at: Date | null;
  closed_at: Date | null;
}
/** One row per act on a wave. Append-only. Written by wave. */
export interface WaveEventTable {
  study_id: string;
  wave_number: number;
  event_number: Generated<number>;
  kind: string;
  at: Date;
  actor: string;
  detail: Json<Record<string, unknown>>;
}
/** One row per member and wave, with role and municipality as of the reference date. Written by wave. */
export interface SurveyCaseTable {
  study_id: string;
  case_id: string;
  wave_number: number;
  member_id: string;
  seat_id: string;
  role: string;
  municipality: string;
  groups: Json<Record<string, string>>;
  language: string;
  created_at: Date;
}
/** One row per thing that happened to a case. Append-only. Written by wave. */
export interface CaseEventTable {
  study_id: string;
  case_id: string;
  event_number: Generated<number>;
  kind: string;
  at: Date;
  actor: string;
  detail: Json<Record<string, unknown>>;
}
/** One row per link ever minted to a case; only its hash is kept. Written by access. */
export interface SurveyLinkTable {
  link_hash: string;
  study_id: string;
  case_id: string;
  purpose: "answer" | "own";
  minted_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}
/** One row per code printed in a letter; only its keyed hash is kept. Written by access. */
export interface AccessCodeTable {
  code_hash: string;
  study_id: string;
  case_id: string;
  minted_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}
/**
 * One row per case that has begun to answer: the draft, and the answers once submitted. Written by collection, and by
 * wave for what was collected elsewhere.
 */
export interface ResponseTable {
  study_id: string;
  case_id: string;
  instrument_version: number;
  language: string;
  started_at: Date;
  saved_at: Date;
  /** 1 at the first save, one more with every later one: who wants to submit names the save that was read. */
  save_number: Generated<number>;
  draft: NullableJson<Record<string, unknown>>;
  draft_pages: Json<string[]>;
  answers: NullableJson<Record<string, unknown>>;
  /** Collected elsewhere: per variable its codes as the file had them, filtered ones included; else null. */
  coded: NullableJson<Record<string, readonly string[]>>;
  submitted_at: Date | null;
  submission_hash: string | null;
  receipt_word_hash: string | null;
  word_attempts: Generated<number>;
  word_attempted_at: Date | null;
}
/** One row per draft that was put aside because the case's address was wrong. Written by collection. */
export interface DraftSetAsideTable {
  study_id: string;
  case_id: string;
  set_aside_at: Date;
  instrument_version: number;
  language: string;
  started_at: Date;
  draft: Json<Record<string, unknown>>;
}
/** One row per act of sending by a lead. Written by mailing. */
export interface MailSendTable {
  study_id: string;
  send_id: string;
  wave_number: number;
  kind: "invitation" | "reminder" | "link";
  requested_by: string;
  requested_at: Date;
}
/** One row per send and case; due_at is null once somebody has claimed it. Written by mailing. */
export interface MessageTable {
  study_id: string;
  message_id: string;
  send_id: string;
  case_id: string;
  queued_at: Date;
  due_at: Date | null;
}
/** One row per attempt to hand a message over, written before the hand-over. Append-only. Written by mailing. */
export interface MessageClaimTable {
  study_id: string;
  message_id: string;
  attempt: number;
  claimed_at: Date;
  claimant: string;
}
/**
 * One row per attempt whose end is known. A claim without one may or may not have been sent. A further
 * attempt follows only upon "put_back": certainly not sent. Append-only. Written by mailing.
 */
export interface MessageOutcomeTable {
  study_id: string;
  message_id: string;
  attempt: number;
  outcome: "handed_over" | "refused" | "not_due" | "put_back";
  at: Date;
  detail: string | null;
}
/** One row per request typed on a public page: sign in, or a lost link. Written by access and mailing. */
export interface MailRequestTable {
  request_id: string;
  purpose: "sign_in" | "lost_link";
  sealed_address: string;
  address_hash: string;
  language: string;
  requested_at: Date;
  claimed_at: Date | null;
  handled_at: Date | null;
}
/** One row per recurring job: when it last ran. */
export interface ClockTickTable {
  name: string;
  ticked_at: Date;
}
/** One row: the address at which this database is at home. A copy elsewhere mails nobody. */
export interface ServiceHomeTable {
  singleton: boolean;
  public_url: string;
  recorded_at: Date;
}
/** One row per member of staff. Written by access. */
export interface StaffTable {
  staff_id: string;
  email_hash: string;
  sealed_email: string;
  added_at: Date;
}
/** One row per study, member of staff and role. Written by access. */
export interface StaffRoleTable {
  study_id: string;
  staff_id: string;
  role: "lead" | "evaluator";
  added_at: Date;
}
/** One row per one-time sign-in link. Written by access. */
export interface SignInTokenTable {
  token_hash: string;
  staff_id: string;
  minted_at: Date;
  expires_at: Date;
  consumed_at: Date | null;
}
/** One row per sign-in that led to a session. Written by access. */
export interface StaffSessionTable {
  session_id: string;
  staff_id: string;
  started_at: Date;
  ended_at: Date | null;
}
/** One row per guarded door, caller (as a keyed hash) and span of time. Written by access. */
export interface AttemptCountTable {
  what: string;
  window_started_at: Date;
  attempts: number;
}
/** One row per act on a study's data, chained by hash. Append-only. Written by access. */
export interface AuditLogTable {
  study_id: string;
  entry_number: number;
  at: Date;
  actor: string;
  act: string;
  detail: Json<Record<string, unknown>>;
  previous_hash: string;
  entry_hash: string;
}
/** One row per study, set of waves ("1", "1-2") and edition: the counts every figure follows from. Written by change. */
export interface CubeTable {
  study_id: string;
  waves: string;
  edition: number;
  content: Json<unknown>;
  provenance: Json<Record<string, unknown>>;
  made_at: Date;
}
/** One row per table let out, as it was let out. Written by disclosure. */
export interface PublishedTableTable {
  study_id: string;
  table_id: string;
  edition: number;
  waves: Json<number[]>;
  specification: Json<unknown>;
  content: Json<unknown>;
  first_shown_at: Date | null;
}

export interface Database {
  study: StudyTable;
  municipality_group: MunicipalityGroupTable;
  study_role: StudyRoleTable;
  study_text: StudyTextTable;
  instrument: InstrumentTable;
  panel_member: PanelMemberTable;
  member_contact: MemberContactTable;
  member_event: MemberEventTable;
  seat: SeatTable;
  tenure: TenureTable;
  wave: WaveTable;
  wave_event: WaveEventTable;
  survey_case: SurveyCaseTable;
  case_event: CaseEventTable;
  survey_link: SurveyLinkTable;
  access_code: AccessCodeTable;
  response: ResponseTable;
  draft_set_aside: DraftSetAsideTable;
  mail_send: MailSendTable;
  message: MessageTable;
  message_claim: MessageClaimTable;
  message_outcome: MessageOutcomeTable;
  mail_request: MailRequestTable;
  clock_tick: ClockTickTable;
  service_home: ServiceHomeTable;
  staff: StaffTable;
  staff_role: StaffRoleTable;
  sign_in_token: SignInTokenTable;
  staff_session: StaffSessionTable;
  attempt_count: AttemptCountTable;
  audit_log: AuditLogTable;
  cube: CubeTable;
  published_table: PublishedTableTable;
}
