// All SQL of cubes: kept under the waves they count, with where they came from.
import type { Kysely } from "kysely";
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
}

/** A cube with the plan it was made by. */
export interface KeptCube {
  readonly waves: readonly string[];
  readonly edition: number;
  readonly plan: AnalysisPlan;
  readonly cube: Cube;
  readonly provenance: CubeProvenance;
  readonly madeAt: Date;
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
 * The smallest kept cube that counts all of the waves.
 *
 * @returns undefined if there is none
 */
export async function findCube(
  db: Kysely<Database>,
  studyId: string,
  waves: readonly string[],
): Promise<KeptCube | undefined> {
  const names = await db.selectFrom("cube").select("waves").where("study_id", "=", studyId).execute();
  const name = names
    .map((row) => row.waves)
    .filter((candidate) => waves.every((wave) => candidate.split("-").includes(wave)))
    .sort((a, b) => a.split("-").length - b.split("-").length || (a < b ? -1 : 1))[0];
  if (name === undefined) return undefined;
  const row = await db
    .selectFrom("cube")
    .selectAll()
    .where("study_id", "=", studyId)
    .where("waves", "=", name)
    .orderBy("edition", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const content = row.content as StoredContent;
  return {
    waves: row.waves.split("-"),
    edition: row.edition,
    plan: planFromJson(content.plan),
    cube: cubeFromJson(content.cube),
    provenance: row.provenance as unknown as CubeProvenance,
    madeAt: row.made_at,
  };
}

/** Removes every cube that counts a wave: its figures are made anew when it closes again. */
export async function dropCubesOf(tx: Kysely<Database>, studyId: string, waveNumber: number): Promise<void> {
  const rows = await tx.selectFrom("cube").select("waves").where("study_id", "=", studyId).execute();
  const names = rows.map((row) => row.waves).filter((name) => name.split("-").includes(String(waveNumber)));
  if (names.length === 0) return;
  await tx.deleteFrom("cube").where("study_id", "=", studyId).where("waves", "in", names).execute();
}
