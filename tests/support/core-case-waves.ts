// The core case in the database: its study folder, and two waves whose cases and answers come from the fixture.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Insertable, Kysely } from "kysely";
import { makeCubes } from "../../src/change/make-cubes.ts";
import { jsonb } from "../../src/db/jsonb.ts";
import type { CaseEventTable, Database, ResponseTable, SurveyCaseTable } from "../../src/db/schema.ts";
import { loadStudy } from "../../src/study/load-study.ts";
import { readStudyFolder } from "../../src/study/read-study-folder.ts";
import type { StudyDefinition } from "../../src/study/study.ts";

const root = join(import.meta.dirname, "../..");
const fixture = join(root, "tests/fixtures/core-case");

/** One case of the fixture. */
export interface FixtureCase {
  readonly member_id: string;
  readonly wave: string;
  readonly role: string;
  readonly municipality: string;
  readonly disposition: string;
}

const rowsIn = <Row>(name: string): Row[] => parse(readFileSync(join(fixture, name)), { columns: true });

/** What R made of the same files: `STAT/ITEM/CODE/GROUP/WAVES/FIELD` to value. */
export const expectedFigures = (): Record<string, number | string | null> =>
  JSON.parse(readFileSync(join(fixture, "expected.json"), "utf8")).results;

const dates = { "1": "2026-10-01", "2": "2027-10-01" } as const;

/**
 * Loads the study `service-i-samverkan` and both waves, closed or with the second still open.
 *
 * @param keep which cases go in; all of them unless given
 */
export async function coreCaseWaves(
  db: Kysely<Database>,
  {
    isSecondClosed = true,
    keep = () => true,
    change = {},
  }: {
    isSecondClosed?: boolean;
    keep?: (found: FixtureCase) => boolean;
    change?: Partial<StudyDefinition>;
  } = {},
): Promise<StudyDefinition> {
  const now = new Date("2026-09-01T08:00:00Z");
  const read = await readStudyFolder(join(root, "surveys/service-i-samverkan"));
  if (read.kind !== "sound") throw new Error(JSON.stringify(read));
  const definition = { ...read.folder.definition, ...change };
  const { studyId } = definition;
  const loaded = await loadStudy(db, { ...read.folder, definition }, now);
  if (loaded.kind !== "loaded") throw new Error(JSON.stringify(loaded));
  const cases = rowsIn<FixtureCase>("cases.csv").filter(keep);
  await insertPeople(db, studyId, cases, now);
  for (const wave of ["1", "2"] as const) {
    await insertWave(db, studyId, wave, wave === "1" || isSecondClosed);
    await insertCases(
      db,
      studyId,
      wave,
      cases.filter((found) => found.wave === wave),
    );
  }
  return definition;
}

/** Counts closed waves, each as it is when it closes. */
export async function countWaves(
  db: Kysely<Database>,
  studyId: string,
  { waves = [1, 2], now }: { waves?: readonly number[]; now: Date },
): Promise<void> {
  for (const waveNumber of waves) {
    await db
      .transaction()
      .execute((tx) => makeCubes(tx, { studyId, waveNumber, programVersion: "1.2.3", now }));
  }
}

async function insertPeople(
  db: Kysely<Database>,
  studyId: string,
  cases: readonly FixtureCase[],
  now: Date,
): Promise<void> {
  const members = [...new Set(cases.map((found) => found.member_id))];
  const seats = new Map(cases.map((found) => [seatOf(found), found]));
  await db
    .insertInto("panel_member")
    .values(members.map((member_id) => ({ study_id: studyId, member_id, language: "sv", added_at: now })))
    .execute();
  await db
    .insertInto("seat")
    .values(
      [...seats].map(([seat_id, { role, municipality }]) => ({
        study_id: studyId,
        seat_id,
        role,
        municipality,
        created_at: now,
      })),
    )
    .execute();
}

async function insertWave(
  db: Kysely<Database>,
  studyId: string,
  wave: "1" | "2",
  isClosed: boolean,
): Promise<void> {
  const opensOn = dates[wave];
  await db
    .insertInto("wave")
    .values({
      study_id: studyId,
      wave_number: Number(wave),
      instrument_version: 1,
      reference_date: opensOn,
      opens_on: opensOn,
      closes_on: opensOn.replace("-01", "-28"),
      planned_at: new Date(`${opensOn}T06:00:00Z`),
      opened_at: new Date(`${opensOn}T08:00:00Z`),
      closed_at: isClosed ? new Date(`${opensOn.replace("-01", "-28")}T23:00:00Z`) : null,
    })
    .execute();
}

async function insertCases(
  db: Kysely<Database>,
  studyId: string,
  wave: "1" | "2",
  cases: readonly FixtureCase[],
): Promise<void> {
  if (cases.length === 0) return;
  const at = new Date(`${dates[wave]}T09:00:00Z`);
  const answers = answersOf(wave);
  const caseIdOf = (found: FixtureCase) => `${found.member_id}-${wave}`;
  await db
    .insertInto("survey_case")
    .values(
      cases.map(
        (found): Insertable<SurveyCaseTable> => ({
          study_id: studyId,
          case_id: caseIdOf(found),
          wave_number: Number(wave),
          member_id: found.member_id,
          seat_id: seatOf(found),
          role: found.role,
          municipality: found.municipality,
          groups: jsonb({}),
          language: "sv",
          created_at: at,
        }),
      ),
    )
    .execute();
  await db
    .insertInto("case_event")
    .values(
      cases.map(
        (found): Insertable<CaseEventTable> => ({
          study_id: studyId,
          case_id: caseIdOf(found),
          kind: "imported",
          at,
          actor: "clock",
          detail: jsonb({ disposition: found.disposition }),
        }),
      ),
    )
    .execute();
  await db
    .insertInto("response")
    .values(
      cases
        .filter((found) => answers.has(found.member_id))
        .map(
          (found): Insertable<ResponseTable> => ({
            study_id: studyId,
            case_id: caseIdOf(found),
            instrument_version: 1,
            language: "sv",
            started_at: at,
            saved_at: at,
            draft: null,
            draft_pages: jsonb([]),
            answers: jsonb(answers.get(found.member_id)),
            submitted_at: at,
            submission_hash: null,
            receipt_word_hash: null,
            word_attempted_at: null,
          }),
        ),
    )
    .execute();
}

function answersOf(wave: string): Map<string, Record<string, string>> {
  const answers = new Map<string, Record<string, string>>();
  for (const row of rowsIn<{ member_id: string; wave: string; variable: string; value: string }>(
    "answers.csv",
  )) {
    if (row.wave !== wave) continue;
    const known = answers.get(row.member_id) ?? {};
    known[row.variable] = row.value;
    answers.set(row.member_id, known);
  }
  return answers;
}

const seatOf = (found: FixtureCase): string => `${found.role}-${found.municipality}`;
