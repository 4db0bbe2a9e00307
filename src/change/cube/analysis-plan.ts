// What an evaluation computes: items with their scores, groups, sampling design, weights, comparisons.
// The same keys as analysis.json, checked and made unambiguous.

/** How the answers to an item are recorded. */
export type ItemType = "ordinal" | "yesno" | "scale" | "multi" | "top3" | "numeric" | "open";

/** Whether an item means the same in two waves; `collapsed` and `mapped` come with a crosswalk. */
export type Comparability = "identical" | "mapped" | "collapsed" | "not_comparable";

/** One question or matrix row. All codes are strings; leading and trailing zeros matter. */
export type PlanItem = {
  id: string;
  type: ItemType;
  /** Legal value codes in order; with a crosswalk the common codes. Empty for multi, top3, numeric and open. */
  values: readonly string[];
  /** Score per value; a value without a score is outside the base of the mean. */
  scores: ReadonlyMap<string, number>;
  /** Codes that mean "don't know". */
  dontKnow: readonly string[];
  /** Values of the top box. */
  top: readonly string[];
  /** Options of a multi-select or of "choose the top three". */
  options: readonly string[];
  /** Measures to compute: `top`, `mean`, `v=VALUE`, `opt=OPTION`, `first=OPTION`, each also with `@all`. */
  measures: readonly string[];
  /** Measures that belong to the family of the adjustment for many comparisons. */
  main: readonly string[];
  /** Crosswalk per wave: raw code to common code. A raw code that is not mapped is outside the base. */
  crosswalk: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Verdict for every pair of waves that `pairComparability` does not name. */
  comparability: Comparability;
  /** Verdict per pair of waves, keyed `1-2`. */
  pairComparability: ReadonlyMap<string, Comparability>;
  /** Waves in which the item is asked; null = in all. */
  waves: readonly string[] | null;
};

/** A breakdown: a column of the cases and the levels to report, also ones that nobody is in. */
export type GroupVariable = { variable: string; levels: readonly string[] };

/**
 * Known population shares of the categories of one column; they add to 1. `source` and `date` say where they are
 * known from, and of which day; null where the file does not.
 */
export type Margin = {
  variable: string;
  shares: ReadonlyMap<string, number>;
  source?: string | null;
  date?: string | null;
};

/** Calibration of the base weights to known population shares, per wave, over all unit respondents. */
export type Weighting =
  | { kind: "none" }
  | { kind: "poststratify"; margin: Margin; collapse: ReadonlyMap<string, string> }
  | { kind: "rake"; margins: readonly Margin[] };

/** Sampling design: stratum and base weight are columns of the cases, null where there is none. */
export type PlanDesign = {
  strata: string | null;
  baseWeight: string | null;
  finitePopulation: "none" | "per_wave";
  weighting: Weighting;
};

/** A planned wave whose smallest detectable change is asked for. Rates, shares and power on the 0–1 scale. */
export type PlannedWave = {
  id: string;
  invited: number;
  earlierAnswers: number;
  laterResponseRate: number;
  retention: number;
  earlierShare: number;
  phi: number;
  alpha: number;
  power: number;
  finitePopulation: boolean;
};

/** A checked analysis.json. Waves are labels ("1", "2"), in order of time. */
export type AnalysisPlan = {
  id: string;
  waves: readonly string[];
  /** Confidence level, 0–1. */
  level: number;
  groups: readonly GroupVariable[];
  /** Group variables for which panel tables are made as well. */
  panelGroups: readonly string[];
  /** Per wave: municipality code to common unit; a code that is not named keeps itself. Null: no unit column. */
  unitMap: ReadonlyMap<string, ReadonlyMap<string, string>> | null;
  design: PlanDesign;
  items: readonly PlanItem[];
  /** Pairs of waves, earlier first. */
  comparisons: readonly (readonly [string, string])[];
  trend: { waves: readonly string[]; times: readonly number[] } | null;
  plannedWaves: readonly PlannedWave[];
};

/** Columns of the cases that the weighting reads. */
export function weightingVariables(weighting: Weighting): string[] {
  if (weighting.kind === "poststratify") return [weighting.margin.variable];
  if (weighting.kind === "rake") return weighting.margins.map((margin) => margin.variable);
  return [];
}

/** Comparability verdict of an item for two waves. */
export function comparabilityOf(item: PlanItem, earlier: string, later: string): Comparability {
  return item.pairComparability.get(`${earlier}-${later}`) ?? item.comparability;
}

/** Whether the item was asked in a wave. */
export function isAskedIn(item: PlanItem, wave: string): boolean {
  return item.waves === null || item.waves.includes(wave);
}

/** A plan with nothing but waves and items: unweighted, no strata, no groups, 95 %, consecutive comparisons. */
export function plainPlan(id: string, waves: readonly string[], items: readonly PlanItem[]): AnalysisPlan {
  return {
    id,
    waves,
    level: 0.95,
    groups: [],
    panelGroups: [],
    unitMap: null,
    design: { strata: null, baseWeight: null, finitePopulation: "none", weighting: { kind: "none" } },
    items,
    comparisons: waves.slice(1).map((wave, index) => [waves[index] as string, wave] as const),
    trend: null,
    plannedWaves: [],
  };
}

/** An item of a type with nothing declared yet: the starting point for building plans in code. */
export function plainItem(id: string, type: ItemType): PlanItem {
  return {
    id,
    type,
    values: [],
    scores: new Map(),
    dontKnow: [],
    top: [],
    options: [],
    measures: [],
    main: [],
    crosswalk: new Map(),
    comparability: "identical",
    pairComparability: new Map(),
    waves: null,
  };
}
