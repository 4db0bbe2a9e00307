// All SQL of cubes: kept under the waves they count, with where they came from.
import { type Kysely, sql } from "kysely";
import { jsonb } from "../db/jsonb.ts";
import type { Database } from "../db/schema.ts";
import type { AnalysisPlan } from "./cube/analysis-plan.ts";
import type { Cube } from "./cube/cube.ts";
import { cubeFromJson, cubeToJson, type StoredCube } from "./cube/cube-json.ts";
import { planFromJson, planToJson } from "./stored-plan.ts";

/** Where a cube came from: enough to make it again and get the same. */
export interface CubeProvenance {
  /** Version of the program that made it. */
  readonly program: string;
  /** Per wave label: the questionnaire's version and checksum, and what was counted. */
  readonly waves: Readonly<
    Record<
      string,
      {
        readonly instrumentVersion: number;
        readonly instrumentChecksum: string;
        readonly cases: number;
        readonly respondents: number;
      }
    >
  >;
  /** SHA-256 of the cube's stored form, hexadecimal: the same counts give the same. */
  readonly checksum: string;
  /** What is wrong with the study's analysis.json, which was then not used; empty where it was. */
  readonly problems: readonly string[];
  /** Why the study's weighting cannot be carried out on these answers, so that there are no figures; else null. */
  readonly weighting?: string | null;
}

/** What is known of a kept cube without its counts. */
export interface KeptPlan {
  readonly waves: readonly string[];
  readonly edition: number;
  readonly plan: AnalysisPlan;
  readonly provenance: CubeProvenance;
  readonly madeAt: Date;
}

/** A cube with the plan it was made by. */
export interface KeptCube extends KeptPlan {
  readonly cube: Cube;
}

interface StoredContent {
  readonly plan: unknown;
  readonly cube: StoredCube;
}

/** "1-2" for the waves "1" and "2". */
export const waveSetName = (waves: readonly string[]): string => waves.join("-");

/**
 * Keeps a cube in the place of an earlier one of the same waves, as its next edition.
 *
 * @returns the edition, 1 for the first
 */
export async function saveCube(
  tx: Kysely<Database>,
  studyId: string,
  { waves, plan, cube, provenance, madeAt }: Omit<KeptCube, "edition">,
): Promise<number> {
  const name = waveSetName(waves);
  const earlier = await tx
    .deleteFrom("cube")
    .where("study_id", "=", studyId)
    .where("waves", "=", name)
    .returning("edition")
    .execute();
  const edition = 1 + Math.max(0, ...earlier.map((row) => row.edition));
  await tx
    .insertInto("cube")
    .values({
      study_id: studyId,
      waves: name,
      edition,
      content: jsonb({ plan: planToJson(plan), cube: cubeToJson(cube) } satisfies StoredContent),
      provenance: jsonb(provenance),
      made_at: madeAt,
    })
    .execute();
  return edition;
}

/**
 * The smallest kept cube that counts all of the waves, without its counts.
 *
 * @returns undefined if there is none
 */
export async function findKeptPlan(
  db: Kysely<Database>,
  studyId: string,
  waves: readonly string[],
): Promise<KeptPlan | undefined> {
  const all = await keptPlans(db, studyId);
  return all.find((kept) => waves.every((wave) => kept.waves.includes(wave)));
}

/** Every kept cube of a study without its counts, fewest waves first. */
export async function keptPlans(db: Kysely<Database>, studyId: string): Promise<KeptPlan[]> {
  const rows = await db
    .selectFrom("cube")
    .select(["waves", "edition", "provenance", "made_at", sql<unknown>`content -> 'plan'`.as("plan")])
    .where("study_id", "=", studyId)
    .execute();
  return rows
    .map((row) => ({
      waves: row.waves.split("-"),
      edition: row.edition,
      plan: planFromJson(row.plan),
      provenance: row.provenance as unknown as CubeProvenance,
      madeAt: row.made_at,
    }))
    .sort(
      (a, b) =>
        a.waves.length - b.waves.length ||
        a.waves.map(Number).reduce((x, n, i) => x || n - Number(b.waves[i]), 0),
    );
}

/** Why the weighting of a closed wave cannot be carried out, so that there are no figures of it; null where it can. */
export async function weightingProblemOf(
  db: Kysely<Database>,
  studyId: string,
  waveNumber: number,
): Promise<string | null> {
  const row = await db
    .selectFrom("cube")
    .select("provenance")
    .where("study_id", "=", studyId)
    .where("waves", "=", String(waveNumber))
    .executeTakeFirst();
  return (row?.provenance as unknown as CubeProvenance | undefined)?.weighting ?? null;
}

/** The counts of a kept cube; undefined if it has been replaced since. */
export async function loadCube(
  db: Kysely<Database>,
  studyId: string,
  { waves, edition }: Pick<KeptPlan, "waves" | "edition">,
): Promise<Cube | undefined> {
  const row = await db
    .selectFrom("cube")
    .select("content")
    .where("study_id", "=", studyId)
    .where("waves", "=", waveSetName(waves))
    .where("edition", "=", edition)
    .executeTakeFirst();
  return row === undefined ? undefined : cubeFromJson((row.content as StoredContent).cube);
}

/** `findKeptPlan` with its counts. */
export async function findCube(
  db: Kysely<Database>,
  studyId: string,
  waves: readonly string[],
): Promise<KeptCube | undefined> {
  const kept = await findKeptPlan(db, studyId, waves);
  const cube = kept === undefined ? undefined : await loadCube(db, studyId, kept);
  return kept === undefined || cube === undefined ? undefined : { ...kept, cube };
}

/** Whether a kept cube is still the one in place. */
export async function isKept(
  db: Kysely<Database>,
  studyId: string,
  { waves, edition, madeAt }: Pick<KeptPlan, "waves" | "edition" | "madeAt">,
): Promise<boolean> {
  const row = await db
    .selectFrom("cube")
    .select("edition")
    .where("study_id", "=", studyId)
    .where("waves", "=", waveSetName(waves))
    .where("edition", "=", edition)
    .where("made_at", "=", madeAt)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes every cube that counts a wave: its figures are made anew when it closes again. */
export async function dropCubesOf(tx: Kysely<Database>, studyId: string, waveNumber: number): Promise<void> {
  const rows = await tx.selectFrom("cube").select("waves").where("study_id", "=", studyId).execute();
  const names = rows.map((row) => row.waves).filter((name) => name.split("-").includes(String(waveNumber)));
  if (names.length === 0) return;
  await tx.deleteFrom("cube").where("study_id", "=", studyId).where("waves", "in", names).execute();
}
