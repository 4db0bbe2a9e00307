// All SQL of studies: what was declared, the texts, and the versions of the questionnaire.
import type { Kysely, Selectable } from "kysely";
import { violatedConstraint } from "../db/constraint.ts";
import { jsonb, orderedJson } from "../db/jsonb.ts";
import type { Database, InstrumentTable, StudyTable } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import type { Instrument } from "../questionnaire/instrument.ts";
import type { MunicipalityGroup } from "./municipality-group.ts";
import type { StudyDefinition, StudyId } from "./study.ts";
import type { StudyTexts } from "./study-texts.ts";

/** One stored version of a study's questionnaire. It can still be replaced until it is fixed. */
export interface StudyInstrument {
  /** 1, 2, 3 … */
  readonly version: number;
  readonly instrument: Instrument;
  /** SHA-256 of the questionnaire as its author has it, hexadecimal. */
  readonly checksum: string;
  readonly loadedAt: Date;
  readonly fixedAt: Date | null;
}

/** The study folder's plans, for whoever analyses: as they stand there, unread. */
export interface StudyPlans {
  readonly analysis: Readonly<Record<string, unknown>> | null;
  readonly comparability: Readonly<Record<string, unknown>> | null;
}

/** @returns undefined if there is no such study */
export async function findStudy(db: Kysely<Database>, studyId: string): Promise<StudyDefinition | undefined> {
  const row = await db
    .selectFrom("study")
    .select("definition")
    .where("study_id", "=", studyId)
    .executeTakeFirst();
  return row === undefined ? undefined : definitionOf(row);
}

/** Every study in order of its id. */
export async function listStudies(db: Kysely<Database>): Promise<StudyDefinition[]> {
  const rows = await db.selectFrom("study").select("definition").orderBy("study_id").execute();
  return rows.map(definitionOf);
}

/**
 * The study, held until the transaction ends: others who want to change its people or waves wait.
 * What only refers to the study does not wait.
 */
export async function lockStudy(tx: Kysely<Database>, studyId: string): Promise<StudyDefinition | undefined> {
  const row = await tx
    .selectFrom("study")
    .select("definition")
    .where("study_id", "=", studyId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : definitionOf(row);
}

/** `analysis.json` and `comparability.json`; undefined if there is no such study. */
export async function findStudyPlans(db: Kysely<Database>, studyId: string): Promise<StudyPlans | undefined> {
  return await db
    .selectFrom("study")
    .select(["analysis", "comparability"])
    .where("study_id", "=", studyId)
    .executeTakeFirst();
}

/** The groups of `groups.csv`, in order of municipality, group and day. */
export async function listMunicipalityGroups(
  db: Kysely<Database>,
  studyId: string,
): Promise<MunicipalityGroup[]> {
  const rows = await db
    .selectFrom("municipality_group")
    .selectAll()
    .where("study_id", "=", studyId)
    .orderBy("municipality")
    .orderBy("group_name")
    .orderBy("valid_from")
    .execute();
  return rows.map((row) => ({
    municipality: row.municipality,
    validFrom: row.valid_from,
    group: row.group_name,
    level: row.level,
    source: row.source,
  }));
}

/** Replaces every group of the study. */
export async function saveMunicipalityGroups(
  tx: Kysely<Database>,
  studyId: StudyId,
  groups: readonly MunicipalityGroup[],
): Promise<void> {
  await tx.deleteFrom("municipality_group").where("study_id", "=", studyId).execute();
  for (let start = 0; start < groups.length; start += 5000) {
    const rows = groups.slice(start, start + 5000).map((row) => ({
      study_id: studyId,
      municipality: row.municipality,
      valid_from: row.validFrom,
      group_name: row.group,
      level: row.level,
      source: row.source,
    }));
    await tx.insertInto("municipality_group").values(rows).execute();
  }
}

/** The texts in `language`, or in the study's default language; undefined if there is no such study. */
export async function findStudyTexts(
  db: Kysely<Database>,
  studyId: string,
  language: LanguageCode,
): Promise<StudyTexts | undefined> {
  const study = await findStudy(db, studyId);
  if (study === undefined) return undefined;
  const rows = await db
    .selectFrom("study_text")
    .select(["language", "texts"])
    .where("study_id", "=", studyId)
    .where("language", "in", [language, study.defaultLanguage])
    .execute();
  const row = rows.find((candidate) => candidate.language === language) ?? rows[0];
  return row?.texts as StudyTexts | undefined;
}

/** @returns undefined if the study has no such version */
export async function findInstrument(
  db: Kysely<Database>,
  studyId: string,
  version: number,
): Promise<StudyInstrument | undefined> {
  const row = await db
    .selectFrom("instrument")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("instrument_version", "=", version)
    .executeTakeFirst();
  return row === undefined ? undefined : instrumentOf(row);
}

/** Every version in order, without holding up anybody. */
export async function listInstruments(db: Kysely<Database>, studyId: string): Promise<StudyInstrument[]> {
  const rows = await db
    .selectFrom("instrument")
    .selectAll()
    .where("study_id", "=", studyId)
    .orderBy("instrument_version")
    .execute();
  return rows.map(instrumentOf);
}

/** Writes what study.json declares; a study that is there already gets the new declaration. */
export async function saveStudy(
  tx: Kysely<Database>,
  study: StudyDefinition,
  plans: StudyPlans,
  now: Date,
): Promise<void> {
  const analysis = plans.analysis === null ? null : orderedJson(plans.analysis);
  const comparability = plans.comparability === null ? null : jsonb(plans.comparability);
  const definition = jsonb(study);
  await tx
    .insertInto("study")
    .values({ study_id: study.studyId, definition, analysis, comparability, created_at: now })
    .onConflict((conflict) =>
      conflict.column("study_id").doUpdateSet({ definition, analysis, comparability }),
    )
    .execute();
}

/** What came of putting the roles of a study in place. */
export type SavedRoles = { readonly kind: "saved" } | { readonly kind: "role-in-use" };

/** Roles that are not declared any more are removed, unless somebody holds or held a seat in one. */
export async function saveRoles(tx: Kysely<Database>, study: StudyDefinition): Promise<SavedRoles> {
  const { studyId, roles } = study;
  try {
    await tx
      .deleteFrom("study_role")
      .where("study_id", "=", studyId)
      .where(
        "role",
        "not in",
        roles.map(({ role }) => role),
      )
      .execute();
  } catch (error) {
    if (violatedConstraint(error)?.endsWith("_role_fk")) return { kind: "role-in-use" };
    throw error;
  }
  await tx
    .insertInto("study_role")
    .values(roles.map(({ role }, index) => ({ study_id: studyId, role, position: index + 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(["study_id", "role"])
        .doUpdateSet((set) => ({ position: set.ref("excluded.position") })),
    )
    .execute();
  return { kind: "saved" };
}

/** Replaces every text of the study. */
export async function saveTexts(
  tx: Kysely<Database>,
  studyId: StudyId,
  texts: Readonly<Partial<Record<LanguageCode, StudyTexts>>>,
): Promise<void> {
  await tx.deleteFrom("study_text").where("study_id", "=", studyId).execute();
  const rows = Object.entries(texts).map(([language, value]) => ({
    study_id: studyId,
    language,
    texts: jsonb(value),
  }));
  if (rows.length > 0) await tx.insertInto("study_text").values(rows).execute();
}

/** Adds a version or replaces one that is not fixed. The caller sees to it that no fixed one is touched. */
export async function saveInstrument(
  tx: Kysely<Database>,
  studyId: StudyId,
  version: number,
  instrument: Instrument,
  checksum: string,
  now: Date,
): Promise<void> {
  const content = jsonb(instrument);
  await tx
    .insertInto("instrument")
    .values({ study_id: studyId, instrument_version: version, content, checksum, loaded_at: now })
    .onConflict((conflict) =>
      conflict.columns(["study_id", "instrument_version"]).doUpdateSet({ content, checksum, loaded_at: now }),
    )
    .execute();
}

/** From now on the version never changes. A version that is fixed already stays as it was. */
export async function fixInstrumentVersion(
  tx: Kysely<Database>,
  studyId: StudyId,
  version: number,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("instrument")
    .set({ fixed_at: now })
    .where("study_id", "=", studyId)
    .where("instrument_version", "=", version)
    .where("fixed_at", "is", null)
    .execute();
}

function definitionOf(row: Pick<Selectable<StudyTable>, "definition">): StudyDefinition {
  return row.definition as StudyDefinition;
}

function instrumentOf(row: Selectable<InstrumentTable>): StudyInstrument {
  return {
    version: row.instrument_version,
    instrument: row.content as Instrument,
    checksum: row.checksum,
    loadedAt: row.loaded_at,
    fixedAt: row.fixed_at,
  };
}
