// What a study's folder says about its analysis: analysis.json and comparability.json, read and checked, with
// waves under their numbers.

import { type ComparabilityVerdict, readVerdicts } from "./comparability-verdict.ts";
import { type AnalysisPlan, type PlanItem, plainPlan } from "./cube/analysis-plan.ts";
import { keyed } from "./cube/json-reading.ts";
import { readPlan } from "./cube/read-plan.ts";

/** The two files as they stand in the study folder; null where there is none. */
export interface StudyAnalysisFiles {
  readonly analysis: Readonly<Record<string, unknown>> | null;
  readonly comparability?: Readonly<Record<string, unknown>> | null;
}

/** Both files read. With any problem the plan is a plain one and there are no verdicts. */
export interface StudyAnalysis {
  /** Waves are their numbers ("1", "2" …), whatever the file calls them. */
  readonly plan: AnalysisPlan;
  /** The file names its waves, as that of an analysis folder does: what it leaves out is not wanted. */
  readonly isWhole: boolean;
  /** Parts that are exactly the file's: a whole file's, and those that it states in full. */
  readonly isStated: {
    /** The file is whole, or names role among its groups. */
    readonly groups: boolean;
    readonly panelGroups: boolean;
    readonly unitMap: boolean;
    readonly comparisons: boolean;
  };
  /** What the file calls wave 1, 2 …; empty where it names none. */
  readonly waveLabels: readonly string[];
  /** Items for which the file says how waves compare. */
  readonly comparedItems: ReadonlySet<string>;
  readonly verdicts: readonly ComparabilityVerdict[];
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Numbers that a wave of a study can have. */
const waveNumbers = Array.from({ length: 99 }, (_, index) => String(index + 1));

/** Reads the files. Problems name the file and the place in it. */
export function readStudyAnalysis(
  studyId: string,
  { analysis, comparability = null }: StudyAnalysisFiles,
): StudyAnalysis {
  const reading = readPlan(analysis ?? {}, { id: studyId, waves: waveNumbers });
  const found = readVerdicts(comparability);
  const problems = [
    ...(reading.kind === "invalid" ? reading.problems.map((problem) => `analysis.json: ${problem}`) : []),
    ...found.problems.map((problem) => `comparability.json: ${problem}`),
  ];
  const read = problems.length === 0 && reading.kind === "plan" ? reading.plan : null;
  const isWhole = read !== null && keyed(analysis, "waves") !== undefined;
  const waveLabels = isWhole ? read.waves : [];
  const plan = read ?? plainPlan(studyId, waveNumbers, []);
  const isThere = (key: string) => isWhole || (read !== null && keyed(analysis, key) !== undefined);
  const items = keyed(analysis, "items");
  const compared = (Array.isArray(items) ? items : []).filter(
    (item: unknown) => keyed(item, "comparability") !== undefined,
  );
  return {
    plan: waveLabels.length === 0 ? plan : inNumbers(plan, waveLabels),
    isWhole,
    isStated: {
      groups: isWhole || plan.groups.some(({ variable }) => variable === "role"),
      panelGroups: isThere("panel_groups"),
      unitMap: isThere("unit_map"),
      comparisons: isThere("comparisons"),
    },
    waveLabels,
    comparedItems: new Set(compared.map((item: unknown) => String(keyed(item, "id")))),
    verdicts: problems.length === 0 ? found.verdicts : [],
    problems,
    warnings: reading.warnings.map((warning) => `analysis.json: ${warning}`),
  };
}

/** The plan with every wave under its number: the first of `labels` is wave 1. */
function inNumbers(plan: AnalysisPlan, labels: readonly string[]): AnalysisPlan {
  const numberOf = (label: string): string => String(labels.indexOf(label) + 1);
  const rekeyed = <Value>(map: ReadonlyMap<string, Value>): Map<string, Value> =>
    new Map([...map].map(([label, value]) => [numberOf(label), value]));
  const pairs = new Map<string, string>(
    labels.flatMap((earlier) =>
      labels.map((later) => [`${earlier}-${later}`, `${numberOf(earlier)}-${numberOf(later)}`] as const),
    ),
  );
  const itemInNumbers = (item: PlanItem): PlanItem => ({
    ...item,
    crosswalk: rekeyed(item.crosswalk),
    waves: item.waves?.map(numberOf) ?? null,
    pairComparability: new Map([...item.pairComparability].map(([pair, v]) => [pairs.get(pair) ?? pair, v])),
  });
  return {
    ...plan,
    waves: labels.map(numberOf),
    unitMap: plan.unitMap === null ? null : rekeyed(plan.unitMap),
    items: plan.items.map(itemInNumbers),
    comparisons: plan.comparisons.map(([earlier, later]) => [numberOf(earlier), numberOf(later)] as const),
    trend: plan.trend === null ? null : { ...plan.trend, waves: plan.trend.waves.map(numberOf) },
  };
}
