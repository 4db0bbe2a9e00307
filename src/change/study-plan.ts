// The plan of a study's own analysis: what its analysis.json declares, completed from the questionnaire's
// codebook, the study's roles and the municipalities of its waves.
import type { ValueCode, Variable } from "../questionnaire/instrument.ts";
import type { ComparabilityVerdict } from "./comparability-verdict.ts";
import {
  type AnalysisPlan,
  type Comparability,
  type GroupVariable,
  type ItemType,
  type PlanItem,
  plainItem,
} from "./cube/analysis-plan.ts";
import { readStudyAnalysis, type StudyAnalysis } from "./study-analysis.ts";

/** One wave of the plan: its label and the codebook of its questionnaire. */
export interface PlannedWaveCodebook {
  readonly wave: string;
  readonly instrumentVersion: number;
  readonly variables: readonly Variable[];
}

/** What a study's plan is made from. */
export interface StudyPlanParts {
  readonly studyId: string;
  /** `analysis.json` of the study folder as it stands, or null. */
  readonly analysis: Readonly<Record<string, unknown>> | null;
  /** `comparability.json` of the study folder as it stands, or null. */
  readonly comparability?: Readonly<Record<string, unknown>> | null;
  /** In order of time; at least one. */
  readonly waves: readonly PlannedWaveCodebook[];
  /** Role codes in the study's order. */
  readonly roles: readonly string[];
  /** Municipality codes in which anybody was asked, ascending. */
  readonly municipalities: readonly string[];
  /** Per wave the common unit of each municipality; null where every municipality is itself in every wave. */
  readonly unitMap: ReadonlyMap<string, ReadonlyMap<string, string>> | null;
}

/** The plan, and what is wrong with analysis.json: with any problem the plan is made without it. */
export interface MadePlan {
  readonly plan: AnalysisPlan;
  readonly problems: readonly string[];
}

/**
 * The plan for the waves given. Items that analysis.json does not name follow from the codebook: choices as
 * shares of each, ratings as means, numbers as means; codes that it does not list stay legal, so that no answer
 * which the questionnaire allowed is refused. Groups are role and municipality, then those declared; where
 * municipalities merged between the waves, the common unit stands in for the municipality. An item whose wording
 * or codes differ between the waves' questionnaires is not comparable unless analysis.json or comparability.json
 * says how it is.
 *
 * Panel groups, unit map and comparisons that analysis.json states are taken as they stand, and so are its groups if
 * role is among them. One that names its waves, as that of an analysis folder does, states them all, and items that it
 * does not name belong to no family.
 */
export function studyPlan(parts: StudyPlanParts): MadePlan {
  const declared = readStudyAnalysis(parts.studyId, parts);
  const waves = parts.waves.map(({ wave }) => wave);
  const { plan, isStated } = declared;
  const { trend } = plan;
  const groups = isStated.groups ? plan.groups : groupsOf(parts, plan.groups);
  const isGroup = (name: string) => groups.some(({ variable }) => variable === name);
  const made: AnalysisPlan = {
    ...plan,
    id: parts.studyId,
    waves,
    items: itemsOf(parts, declared),
    groups,
    panelGroups: isStated.panelGroups ? plan.panelGroups : ["role"].filter(isGroup),
    unitMap: isStated.unitMap ? plan.unitMap : parts.unitMap,
    comparisons: comparisonsOf(waves, declared),
    trend: trend?.waves.every((wave) => waves.includes(wave)) ? trend : null,
  };
  return { plan: made, problems: declared.problems };
}

/** Every pair, but of the waves that the file speaks of those that it compares. */
function comparisonsOf(waves: readonly string[], { plan, isWhole, isStated }: StudyAnalysis) {
  const isInFile = (wave: string) => (isWhole ? plan.waves.includes(wave) : true);
  return waves.flatMap((earlier, index) =>
    waves.slice(index + 1).flatMap((later) => {
      const isNamed = plan.comparisons.some(([a, b]) => a === earlier && b === later);
      const isLeftOut = isStated.comparisons && isInFile(earlier) && isInFile(later) && !isNamed;
      return isLeftOut ? [] : [[earlier, later] as const];
    }),
  );
}

function itemsOf(parts: StudyPlanParts, { plan, isWhole, ...declared }: StudyAnalysis): PlanItem[] {
  const inCodebook = parts.waves.flatMap(({ variables }) => variables.map(({ name }) => name));
  const items = new Map(plan.items.map((item) => [item.id, item]));
  const names = [...new Set([...(isWhole ? items.keys() : []), ...inCodebook])];
  return names.map((name) => {
    const item = items.get(name);
    const made = itemOf(name, parts, item, {
      isCompared: declared.comparedItems.has(name),
      verdicts: declared.verdicts.filter((verdict) => verdict.item === name),
    });
    return isWhole && item === undefined ? { ...made, main: [] } : made;
  });
}

function groupsOf(parts: StudyPlanParts, declared: readonly GroupVariable[]): GroupVariable[] {
  const groups = new Map(declared.map(({ variable, levels }) => [variable, levels]));
  const place =
    parts.unitMap === null
      ? { variable: "municipality", levels: groups.get("municipality") ?? parts.municipalities }
      : {
          variable: "unit",
          levels: [...new Set([...parts.unitMap.values()].flatMap((codes) => [...codes.values()]))].sort(),
        };
  const own = declared.filter(({ variable }) => !["role", "municipality", "unit"].includes(variable));
  return [{ variable: "role", levels: groups.get("role") ?? parts.roles }, place, ...own];
}

interface DeclaredComparability {
  readonly isCompared: boolean;
  readonly verdicts: readonly ComparabilityVerdict[];
}

function itemOf(
  name: string,
  parts: StudyPlanParts,
  declared: PlanItem | undefined,
  { isCompared, verdicts }: DeclaredComparability,
): PlanItem {
  const versions = parts.waves.flatMap(({ wave, instrumentVersion, variables }) => {
    const variable = variables.find((candidate) => candidate.name === name);
    return variable === undefined ? [] : [{ wave, instrumentVersion, variable }];
  });
  const last = versions.at(-1)?.variable;
  const item = declared ?? followedItem(last!);
  if (last === undefined) return item;
  const isInAll = versions.length === parts.waves.length;
  const saysHowItCompares = isCompared || item.crosswalk.size > 0;
  const changed = saysHowItCompares ? item.pairComparability : changedPairs(versions);
  const judged = judgedPairs(versions, verdicts);
  return withAllCodes(
    {
      ...item,
      waves: item.waves ?? (isInAll ? null : versions.map(({ wave }) => wave)),
      pairComparability: new Map([...changed, ...judged.pairs]),
      crosswalk: new Map([...judged.crosswalk, ...item.crosswalk]),
    },
    versions.map((version) => version.variable),
  );
}

interface ItemVersion {
  readonly wave: string;
  readonly instrumentVersion: number;
  readonly variable: Variable;
}

/** What comparability.json says of an item, for the waves that were fielded with the versions it names. */
function judgedPairs(versions: readonly ItemVersion[], verdicts: readonly ComparabilityVerdict[]) {
  const pairs = new Map<string, Comparability>();
  const crosswalk = new Map<string, ReadonlyMap<string, string>>();
  for (const verdict of verdicts) {
    for (const earlier of versions) {
      const map = verdict.crosswalk.get(earlier.instrumentVersion);
      if (map !== undefined) crosswalk.set(earlier.wave, map);
      for (const later of versions.slice(versions.indexOf(earlier) + 1)) {
        const both = [earlier.instrumentVersion, later.instrumentVersion];
        const isMeant = verdict.versions.every((version) => both.includes(version)) && both[0] !== both[1];
        if (isMeant) pairs.set(`${earlier.wave}-${later.wave}`, verdict.status);
      }
    }
  }
  return { pairs, crosswalk };
}

/** What can be computed for an item that nobody has declared anything about. */
function followedItem(variable: Variable): PlanItem {
  const codes = variable.values.filter(({ missing }) => missing === null).map(({ code }) => code);
  const item = { ...plainItem(variable.name, typeOf(variable)), dontKnow: dontKnowOf(variable) };
  if (item.type === "multi" || item.type === "top3") {
    const options = optionsOf(variable);
    const measures = options.map((option) => `opt=${option}`);
    return { ...item, options, measures, main: measures };
  }
  if (item.type === "numeric") return { ...item, measures: ["mean"], main: ["mean"] };
  if (item.type === "open") return item;
  const shares = codes.map((code) => `v=${code}`);
  const isScale = item.type === "scale" && codes.every((code) => Number.isFinite(Number(code)));
  const scores = new Map(isScale ? codes.map((code) => [code, Number(code)] as const) : []);
  const main = isScale ? ["mean"] : shares;
  return { ...item, values: codes, scores, measures: isScale ? ["mean", ...shares] : shares, main };
}

/**
 * Adds the codes of the questionnaire that the plan leaves out, don't know among the don't knows; with a
 * crosswalk every raw code is legal.
 */
function withAllCodes(item: PlanItem, variables: readonly Variable[]): PlanItem {
  if (item.crosswalk.size > 0 || item.type === "numeric" || item.type === "open") return item;
  const isListed = new Set([...item.values, ...item.options, ...item.dontKnow]);
  const left = variables
    .flatMap(({ values }) => values)
    .filter(({ code, missing }) => missing !== "refused" && !isListed.has(code));
  const codes = (isWanted: (value: ValueCode) => boolean) => [
    ...new Set(left.filter(isWanted).map(({ code }) => code)),
  ];
  const dontKnow = [...item.dontKnow, ...codes(({ missing }) => missing === "dont-know")];
  if (item.type === "multi" || item.type === "top3") {
    const extra = codes(({ missing, role }) => missing === null && role !== "none");
    return { ...item, dontKnow, options: [...item.options, ...extra] };
  }
  return { ...item, dontKnow, values: [...item.values, ...codes(({ missing }) => missing === null)] };
}

function changedPairs(versions: readonly ItemVersion[]): Map<string, Comparability> {
  const pairs = new Map<string, Comparability>();
  versions.forEach((earlier, index) => {
    for (const later of versions.slice(index + 1)) {
      const isSame =
        earlier.instrumentVersion === later.instrumentVersion ||
        meaningOf(earlier.variable) === meaningOf(later.variable);
      if (!isSame) pairs.set(`${earlier.wave}-${later.wave}`, "not_comparable");
    }
  });
  return pairs;
}

/** Everything about an item that a respondent sees or an analyst reads, as text. */
function meaningOf({ kind, label, rowLabel, values }: Variable): string {
  const sorted = (texts: Readonly<Record<string, string>> | null) =>
    texts === null ? null : Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    kind,
    sorted(label),
    sorted(rowLabel),
    values.map((value) => [value.code, value.missing, sorted(value.label)]),
  ]);
}

function typeOf(variable: Variable): ItemType {
  switch (variable.kind) {
    case "multi":
      return "multi";
    case "rank":
      return "top3";
    case "number":
      return "numeric";
    case "single":
      return variable.questionType === "rating" ? "scale" : "ordinal";
    default:
      return "open";
  }
}

const dontKnowOf = (variable: Variable): string[] =>
  variable.values.filter(({ missing }) => missing === "dont-know").map(({ code }) => code);

const optionsOf = (variable: Variable): string[] =>
  variable.kind === "multi" || variable.kind === "rank"
    ? variable.values
        .filter(({ missing, role }) => missing === null && role !== "none")
        .map(({ code }) => code)
    : [];
