// Every figure of a study's waves in full precision, for the operator: what tidvis analyse computes, from kept counts.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { ServiceError } from "../db/service-error.ts";
import type { StudyDefinition } from "../study/study.ts";
import { findStudyPlans } from "../study/study-store.ts";
import { countOnDemand, type FollowedUnit } from "./count-on-demand.ts";
import type { AnalysisPlan } from "./cube/analysis-plan.ts";
import { answerColumns } from "./cube/column.ts";
import { type KeptPlan, keptPlans, loadCube } from "./cube-store.ts";
import { analyse } from "./folder/analyse.ts";
import type { Results } from "./folder/results.ts";
import { readStudyAnalysis } from "./study-analysis.ts";

/** There are no counts of these waves: one of them is not closed. */
export class NoCountsError extends ServiceError {
  override readonly name = "NoCountsError";
  readonly code = "no-counts";
}

/** Groups to show: columns of the plan, answers (`answer:ITEM`), and two of these crossed (`role*size`). */
export interface Breakdowns {
  readonly single: readonly string[];
  readonly crossed: readonly (readonly [string, string])[];
}

/** Reads "role", "answer:takes_part", "role*size". @returns what is none of these as `unknown` */
export function readBreakdowns(
  names: readonly string[],
  plan: AnalysisPlan,
): Breakdowns & { readonly unknown: readonly string[] } {
  const columns = new Set([...plan.groups.map(({ variable }) => variable), ...answerColumns(plan)]);
  const single = names.filter((name) => columns.has(name));
  const crossed = names.flatMap((name) => {
    const [first, second, ...more] = columns.has(name) ? [] : name.split("*").map((part) => part.trim());
    const isCrossing = second !== undefined && more.length === 0 && first !== second;
    return isCrossing && columns.has(first!) && columns.has(second) ? [[first!, second] as const] : [];
  });
  const known = new Set([...single, ...crossed.map((pair) => pair.join("*"))]);
  return { single, crossed, unknown: names.filter((name) => !known.has(name.replaceAll(" ", ""))) };
}

/**
 * The figures for everybody and for the levels of the breakdowns, of the waves from one to another.
 *
 * Where analysis.json states its comparisons, these are made, and with them the family of the adjusted p, over every
 * wave that is closed; else the two waves are compared. Waves carry the names that the file has for them.
 *
 * @param request.from number of the earlier wave; the same as `to` for the levels of one wave
 * @param request.unit `seat` follows the post instead of the person; its figures are counted for this call
 * @returns keys as in the analysis folder's results
 * @throws NoCountsError; WeightingError if the study's weighting cannot be carried out
 */
export async function unprotectedChanges(
  db: Kysely<Database>,
  request: {
    readonly study: StudyDefinition;
    readonly from: number;
    readonly to: number;
    readonly breakdowns: Breakdowns;
    readonly unit: FollowedUnit;
  },
): Promise<Results> {
  const { study, from, to, breakdowns, unit } = request;
  const { studyId } = study;
  const ends = [String(from), String(to)] as const;
  const files = (await findStudyPlans(db, studyId)) ?? { analysis: null, comparability: null };
  const { isStated, waveLabels } = readStudyAnalysis(studyId, files);
  const all = (await keptPlans(db, studyId)).filter(({ waves }) =>
    ends.every((wave) => waves.includes(wave)),
  );
  const kept = isStated.comparisons ? mostWaves(all) : all[0];
  if (kept === undefined)
    throw new NoCountsError(`waves ${ends.join(" and ")} of ${studyId} are not both closed`);
  const columns = [...breakdowns.single, ...breakdowns.crossed.flat()];
  const known = kept.plan.groups.map(({ variable }) => variable);
  const answerGroups = [...new Set(columns.filter((column) => !known.includes(column)))];
  const { plan: counted, cube } =
    unit === "seat" || answerGroups.length > 0
      ? await countOnDemand(db, study, { waves: kept.waves, unit, answerGroups })
      : { plan: kept.plan, cube: await loadCube(db, studyId, kept) };
  if (cube === undefined) throw new NoCountsError(`the counts of ${studyId} are being made anew`);
  const groups = counted.groups.filter(({ variable }) => !answerGroups.includes(variable));
  const plan = { ...counted, groups };
  const comparisons = isStated.comparisons ? plan.comparisons : from === to ? [] : [ends];
  const levelsOf = (variable: string) => counted.groups.find((group) => group.variable === variable)!.levels;
  const conditions = (variable: string) => levelsOf(variable).map((level) => ({ variable, level }));
  const further = [
    ...breakdowns.single
      .filter((name) => answerGroups.includes(name))
      .flatMap(conditions)
      .map((one) => [one]),
    ...breakdowns.crossed.flatMap(([first, second]) =>
      conditions(first).flatMap((one) => conditions(second).map((two) => [one, two])),
    ),
  ];
  const isShown = (variable: string) => breakdowns.single.includes(variable);
  const results = analyse({ ...plan, comparisons }, cube, { isShown, further });
  const leftOut = plan.groups
    .filter(({ variable }) => !breakdowns.single.includes(variable))
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
