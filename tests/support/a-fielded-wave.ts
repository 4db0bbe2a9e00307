// An open wave with as many people as a test needs, each with a name, an address and a case.
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { openContactVault } from "../../src/access/contact-vault.ts";
import type { KeyRing } from "../../src/access/key-ring.ts";
import { jsonb } from "../../src/db/jsonb.ts";
import type { Database } from "../../src/db/schema.ts";
import type { MemberId } from "../../src/panel/member.ts";
import type { StudyDefinition } from "../../src/study/study.ts";
import type { CaseId } from "../../src/wave/case.ts";
import type { CaseEventKind } from "../../src/wave/case-event.ts";
import type { WaveNumber } from "../../src/wave/wave.ts";
import { aLoadedStudy, official, politician } from "./a-study.ts";

export interface FieldedCase {
  readonly caseId: CaseId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly email: string | null;
}

export interface FieldedWave {
  readonly study: StudyDefinition;
  readonly waveNumber: WaveNumber;
  readonly cases: readonly FieldedCase[];
}

/**
 * A study of its own with wave 1 open from 2026-03-01 to 2026-03-31 and `people` cases, "member-001" and so on,
 * in turn politicians (in Swedish) and officials (in English) of Älvdalen and Flen.
 *
 * @param emailOf address of the person at a place; person-1@example.org and so on unless given
 */
export async function aFieldedWave(
  db: Kysely<Database>,
  keys: KeyRing,
  {
    people = 3,
    emailOf = (place: number): string | null => `person-${place}@example.org`,
    study: change = {},
  }: { people?: number; emailOf?: (place: number) => string | null; study?: Partial<StudyDefinition> } = {},
): Promise<FieldedWave> {
  const opened = new Date("2026-03-01T08:00:00Z");
  const studyId = `study-${randomBytes(6).toString("hex")}` as StudyDefinition["studyId"];
  const study = await aLoadedStudy(db, opened, { studyId, ...change });
  const waveNumber = 1 as WaveNumber;
  const vault = openContactVault(keys);
  const seats = [
    { seat_id: "seat-politician", role: politician, municipality: "2039" },
    { seat_id: "seat-official", role: official, municipality: "0482" },
  ];
  await db
    .insertInto("seat")
    .values(seats.map((seat) => ({ study_id: studyId, created_at: opened, ...seat })))
    .execute();
  await db
    .insertInto("wave")
    .values({
      study_id: studyId,
      wave_number: waveNumber,
      instrument_version: 1,
      reference_date: "2026-03-01",
      opens_on: "2026-03-01",
      closes_on: "2026-03-31",
      planned_at: opened,
      opened_at: opened,
      closed_at: null,
    })
    .execute();
  const cases = Array.from({ length: people }, (_, index) => {
    const number = String(index + 1).padStart(3, "0");
    return {
      caseId: `case-${number}` as CaseId,
      memberId: `member-${number}` as MemberId,
      name: `Person ${index + 1}`,
      email: emailOf(index + 1),
      seat: seats[index % seats.length]!,
      language: index % 2 === 0 ? "sv" : "en",
    };
  });
  const contacts = await Promise.all(
    cases.map(async ({ memberId, name, email }) => ({
      study_id: studyId,
      member_id: memberId,
      sealed: await vault.sealContact(studyId, { name, email, phone: null }),
      name_hash: await vault.hashName(studyId, name),
      email_hash: email === null ? null : await vault.hashEmail(studyId, email),
      changed_at: opened,
    })),
  );
  for (let from = 0; from < cases.length; from += 1000) {
    const some = cases.slice(from, from + 1000);
    await db
      .insertInto("panel_member")
      .values(
        some.map(({ memberId, language }) => ({
          study_id: studyId,
          member_id: memberId,
          language,
          added_at: opened,
        })),
      )
      .execute();
    await db
      .insertInto("member_contact")
      .values(contacts.slice(from, from + 1000))
      .execute();
    await db
      .insertInto("survey_case")
      .values(
        some.map(({ caseId, memberId, language, seat }) => ({
          study_id: studyId,
          case_id: caseId,
          wave_number: waveNumber,
          member_id: memberId,
          seat_id: seat.seat_id,
          role: seat.role,
          municipality: seat.municipality,
          groups: jsonb({}),
          language,
          created_at: opened,
        })),
      )
      .execute();
    await db
      .insertInto("case_event")
      .values(
        some.map(({ caseId }) => ({
          study_id: studyId,
          case_id: caseId,
          kind: "created",
          at: opened,
          actor: "clock",
          detail: jsonb({}),
        })),
      )
      .execute();
  }
  return { study, waveNumber, cases: cases.map(({ seat: _, language: __, ...fielded }) => fielded) };
}

/** Something happened to a case. */
export async function happened(
  db: Kysely<Database>,
  wave: FieldedWave,
  caseId: CaseId,
  kind: CaseEventKind,
  at: Date,
): Promise<void> {
  await db
    .insertInto("case_event")
    .values({
      study_id: wave.study.studyId,
      case_id: caseId,
      kind,
      at,
      actor: "respondent",
      detail: jsonb({}),
    })
    .execute();
}

/** The kinds of a case's events, in order. */
export async function eventsOf(db: Kysely<Database>, wave: FieldedWave, caseId: CaseId): Promise<string[]> {
  const rows = await db
    .selectFrom("case_event")
    .select("kind")
    .where("study_id", "=", wave.study.studyId)
    .where("case_id", "=", caseId)
    .orderBy("event_number")
    .execute();
  return rows.map(({ kind }) => kind);
}
