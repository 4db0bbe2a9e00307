// Opening a study's figures for one wave, or for the change between two: its plan and codebook at once, its
// counts only when a figure must be made.
import type { Kysely } from "kysely";
import { type Analysis, groupName, openAnalysis } from "../change/analysis.ts";
import type { AnalysisPlan } from "../change/cube/analysis-plan.ts";
import { findKeptPlan, type KeptPlan, loadCube } from "../change/cube-store.ts";
import { changeFamily } from "../change/folder/analyse.ts";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import type { Variable } from "../questionnaire/instrument.ts";
import { benjaminiHochberg } from "../statistics/multiple-testing.ts";
import type { StudyDefinition } from "../study/study.ts";
import { findInstrument } from "../study/study-store.ts";
import { type EvaluatedWave, evaluatedWaves } from "./evaluation-data.ts";
import { type AdjustedP, familyKey } from "./tables/change-table.ts";

/** The counts that a page was about to read have been replaced: the wave was opened again meanwhile. */
export class CountsGoneError extends ServiceError {
  override readonly name = "CountsGoneError";
  readonly code = "counts-gone";
}

/** A study opened for some closed waves. */
export interface Evaluation {
  readonly study: StudyDefinition;
  /** The waves asked for, earliest first. */
  readonly waves: readonly EvaluatedWave[];
  readonly plan: AnalysisPlan;
  readonly kept: KeptPlan;
  /** Codebook of the latest of the waves, then of the earlier ones for what was dropped; by name. */
  readonly codebook: ReadonlyMap<string, Variable>;
  /** The counts; loaded once. */
  readonly analysis: () => Promise<Analysis>;
  /** Adjusted p of every change in the family of the two waves; worked out once. */
  readonly family: () => Promise<AdjustedP>;
}

/** The study for these waves, or that one of them is not there or not closed. */
export type OpenedEvaluation =
  | { readonly kind: "open"; readonly evaluation: Evaluation }
  | { readonly kind: "no-figures" };

/** @param labels one wave, or two to be compared; each of them closed */
export async function openEvaluation(
  db: Kysely<Database>,
  study: StudyDefinition,
  labels: readonly string[],
): Promise<OpenedEvaluation> {
  const { studyId } = study;
  const all = await evaluatedWaves(db, studyId);
  const waves = all.filter(({ label, state }) => labels.includes(label) && state === "closed");
  const kept = waves.length === labels.length ? await findKeptPlan(db, studyId, labels) : undefined;
  if (kept === undefined || labels.length === 0) return { kind: "no-figures" };
  const codebook = new Map<string, Variable>();
  for (const { instrumentVersion } of waves) {
    const stored = await findInstrument(db, studyId, instrumentVersion);
    for (const variable of stored?.instrument.variables ?? []) codebook.set(variable.name, variable);
  }
  const [earlier, later] = waves.map(({ label }) => label);
  const pair = later === undefined ? [] : [[earlier!, later] as const];
  const plan = { ...kept.plan, comparisons: pair };
  const analysis = once(async () => {
    const cube = await loadCube(db, studyId, kept);
    if (cube === undefined) throw new CountsGoneError(`cube ${kept.waves.join("-")} of study ${studyId}`);
    return openAnalysis(plan, cube);
  });
  const family = once(async () => {
    const members = changeFamily(await analysis());
    const adjusted = benjaminiHochberg(members.map(({ p }) => p));
    const keys = members.map(({ item, measure, group }) => familyKey(item, measure, groupName(group)));
    return new Map(keys.map((key, index) => [key, adjusted[index] ?? null]));
  });
  return { kind: "open", evaluation: { study, waves, plan, kept, codebook, analysis, family } };
}

function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | null = null;
  return () => {
    kept ??= compute();
    return kept;
  };
}
