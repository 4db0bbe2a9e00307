// The plan of a study's own analysis: what its analysis.json declares, completed from the questionnaire's
// codebook, the study's roles and the municipalities of its waves.
import type { Variable } from "../questionnaire/instrument.ts";
import type {
  AnalysisPlan,
  Comparability,
  GroupVariable,
  ItemType,
  PlanDesign,
  PlanItem,
} from "./cube/analysis-plan.ts";
import { plainItem, plainPlan } from "./cube/analysis-plan.ts";

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
  /** In order of time; at least one. */
  readonly waves: readonly PlannedWaveCodebook[];
  /** Role codes in the study's order. */
  readonly roles: readonly string[];
  /** Municipality codes in which anybody was asked, ascending. */
  readonly municipalities: readonly string[];
  /** Per wave the common unit of each municipality; null where every municipality is itself in every wave. */
  readonly unitMap: ReadonlyMap<string, ReadonlyMap<string, string>> | null;
}

type Declared = Readonly<Record<string, unknown>>;

/**
 * The plan for the waves given. Items that analysis.json does not name follow from the codebook: choices as
 * shares of each, ratings as means, numbers as means; codes that it does not list stay legal, so that no answer
 * which the questionnaire allowed is refused. Groups are role and municipality unless
 * declared; where municipalities merged between the waves, the common unit stands in for the municipality. An item whose wording or codes differ between the waves' questionnaires is not comparable unless
 * analysis.json says how it is.
 */
export function studyPlan(parts: StudyPlanParts): AnalysisPlan {
  const declared = parts.analysis ?? {};
  const items = new Map(listOf(declared.items).map((item) => [textOf(item.id), item]));
  const names = [...new Set(parts.waves.flatMap(({ variables }) => variables.map(({ name }) => name)))];
  const waves = parts.waves.map(({ wave }) => wave);
  const plan = plainPlan(
    parts.studyId,
    waves,
    names.map((name) => itemOf(name, parts, items.get(name))),
  );
  return {
    ...plan,
    level: typeof declared.level === "number" ? declared.level : plan.level,
    groups: groupsOf(parts, listOf(declared.groups)),
    panelGroups: ["role"],
    unitMap: parts.unitMap,
    design: designOf(declared.design),
    comparisons: waves.flatMap((earlier, index) =>
      waves.slice(index + 1).map((later) => [earlier, later] as const),
    ),
  };
}

function groupsOf(parts: StudyPlanParts, declared: readonly Declared[]): GroupVariable[] {
  const groups = new Map(declared.map((group) => [textOf(group.var), textsOf(group.levels)]));
  if (!groups.has("role")) groups.set("role", [...parts.roles]);
  if (parts.unitMap === null) {
    if (!groups.has("municipality")) groups.set("municipality", [...parts.municipalities]);
  } else {
    const units = [...parts.unitMap.values()].flatMap((codes) => [...codes.values()]);
    groups.delete("municipality");
    groups.set("unit", [...new Set(units)].sort());
  }
  return [...groups].map(([variable, levels]) => ({ variable, levels }));
}

function itemOf(name: string, parts: StudyPlanParts, declared: Declared | undefined): PlanItem {
  const versions = parts.waves.flatMap(({ wave, instrumentVersion, variables }) => {
    const variable = variables.find((candidate) => candidate.name === name);
    return variable === undefined ? [] : [{ wave, instrumentVersion, variable }];
  });
  const variable = versions.at(-1)!.variable;
  const item = declared === undefined ? followedItem(variable) : declaredItem(name, variable, declared);
  const isInAll = versions.length === parts.waves.length;
  return {
    ...withAllCodes(
      item,
      versions.map((version) => version.variable),
    ),
    waves: item.waves ?? (isInAll ? null : versions.map(({ wave }) => wave)),
    pairComparability:
      declared?.comparability === undefined ? changedPairs(versions) : item.pairComparability,
  };
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

function declaredItem(name: string, variable: Variable, declared: Declared): PlanItem {
  const type = typeof declared.type === "string" ? (declared.type as ItemType) : typeOf(variable);
  const scores = Object.entries((declared.scores ?? {}) as Record<string, number>);
  const byWave = Object.entries((declared.by_wave ?? {}) as Record<string, { map?: Record<string, string> }>);
  const measures = textsOf(declared.measures);
  return {
    ...plainItem(name, type),
    values: textsOf(declared.values),
    scores: new Map(scores),
    dontKnow: declared.dk === undefined ? dontKnowOf(variable) : textsOf(declared.dk),
    top: textsOf(declared.top),
    options: declared.options === undefined ? optionsOf(variable) : textsOf(declared.options),
    measures,
    main: declared.main === undefined ? measures.slice(0, 1) : textsOf(declared.main),
    crosswalk: new Map(byWave.map(([wave, { map }]) => [wave, new Map(Object.entries(map ?? {}))])),
    comparability: (declared.comparability ?? "identical") as Comparability,
    waves: declared.waves === undefined ? null : textsOf(declared.waves),
  };
}

/** Adds the codes of the questionnaire that the plan leaves out; with a crosswalk every raw code is legal. */
function withAllCodes(item: PlanItem, variables: readonly Variable[]): PlanItem {
  if (item.crosswalk.size > 0 || item.type === "numeric" || item.type === "open") return item;
  const codes = variables.flatMap((variable) =>
    variable.values.filter(({ missing }) => missing !== "refused").map(({ code }) => code),
  );
  const isListed = new Set([...item.values, ...item.options, ...item.dontKnow]);
  const extra = [...new Set(codes)].filter((code) => !isListed.has(code));
  if (item.type === "multi" || item.type === "top3") {
    const none = new Set(
      variables.flatMap(({ values }) => values.filter(({ role }) => role === "none").map(({ code }) => code)),
    );
    return { ...item, options: [...item.options, ...extra.filter((code) => !none.has(code))] };
  }
  return { ...item, values: [...item.values, ...extra] };
}

function changedPairs(
  versions: readonly { wave: string; instrumentVersion: number; variable: Variable }[],
): Map<string, Comparability> {
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

function designOf(declared: unknown): PlanDesign {
  const plain: PlanDesign = {
    strata: null,
    baseWeight: null,
    finitePopulation: "none",
    weighting: { kind: "none" },
  };
  if (typeof declared !== "object" || declared === null) return plain;
  const { fpc } = declared as { fpc?: unknown };
  return { ...plain, finitePopulation: fpc === "per_wave" ? "per_wave" : "none" };
}

const listOf = (value: unknown): readonly Declared[] => (Array.isArray(value) ? (value as Declared[]) : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
