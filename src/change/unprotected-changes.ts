// Every figure of a study's waves in full precision, for the operator: what tidvis analyse computes, from kept counts.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import type { StudyDefinition } from "../study/study.ts";
import { findStudyPlans } from "../study/study-store.ts";
import { type KeptPlan, keptPlans, loadCube } from "./cube-store.ts";
import { analyse } from "./folder/analyse.ts";
import type { Results } from "./folder/results.ts";
import { readStudyAnalysis } from "./study-analysis.ts";

/** There are no counts of these waves: one of them is not closed. */
export class NoCountsError extends ServiceError {
  override readonly name = "NoCountsError";
  readonly code = "no-counts";
}

/**
 * The figures for everybody and for the levels of the breakdowns, of the waves from one to another.
 *
 * Where analysis.json states its comparisons, these are made, and with them the family of the adjusted p, over every
 * wave that is closed; else the two waves are compared. Waves carry the names that the file has for them.
 *
 * @param request.from number of the earlier wave; the same as `to` for the levels of one wave
 * @returns keys as in the analysis folder's results
 * @throws NoCountsError; WeightingError if the study's weighting cannot be carried out
 */
export async function unprotectedChanges(
  db: Kysely<Database>,
  request: {
    readonly study: StudyDefinition;
    readonly from: number;
    readonly to: number;
    readonly breakdowns: readonly string[];
  },
): Promise<Results> {
  const { study, from, to, breakdowns } = request;
  const { studyId } = study;
  const ends = [String(from), String(to)] as const;
  const files = (await findStudyPlans(db, studyId)) ?? { analysis: null, comparability: null };
  const { isStated, waveLabels } = readStudyAnalysis(studyId, files);
  const all = (await keptPlans(db, studyId)).filter(({ waves }) =>
    ends.every((wave) => waves.includes(wave)),
  );
  const kept = isStated.comparisons ? mostWaves(all) : all[0];
  const cube = kept === undefined ? undefined : await loadCube(db, studyId, kept);
  if (kept === undefined || cube === undefined)
    throw new NoCountsError(`waves ${ends.join(" and ")} of ${studyId} are not both closed`);
  const comparisons = isStated.comparisons ? kept.plan.comparisons : from === to ? [] : [ends];
  const results = analyse({ ...kept.plan, comparisons }, cube);
  const leftOut = kept.plan.groups
    .filter(({ variable }) => !breakdowns.includes(variable))
    .flatMap(({ variable, levels }) => levels.map((level) => `/${variable}=${level}`));
  const isWanted = (wave: string) => Number(wave) >= from && Number(wave) <= to;
  const named = (wave: string) => waveLabels[Number(wave) - 1] ?? wave;
  return Object.fromEntries(
    Object.entries(results).flatMap(([key, value]) => {
      const [, head, waves, field] = keyForm.exec(key)!;
      const isOfThem = waves === "" || waves!.split("-").every(isWanted);
      if (!isOfThem || leftOut.some((group) => head!.endsWith(group))) return [];
      const names = waves === "" ? "" : waves!.split("-").map(named).join("-");
      return [[`${head}/${names}/${field}`, value]];
    }),
  );
}

/** STAT/ITEM/CODE/GROUP, the waves, the field; codes and levels may hold a slash of their own. */
const keyForm = /^(.*)\/([\d-]*)\/([^/]*)$/s;

function mostWaves(plans: readonly KeptPlan[]): KeptPlan | undefined {
  return plans.reduce<KeptPlan | undefined>(
    (most, plan) => (most === undefined || plan.waves.length > most.waves.length ? plan : most),
    undefined,
  );
}
