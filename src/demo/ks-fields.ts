// The competence-centre case's six fields, and how leaders in the made-up world see the centres of each.
import type { KsRegion } from "./ks-municipalities.ts";

/** Chances per hundred of each value, in the order of the values. */
export type Chances = readonly number[];

/** A field of the questionnaire, in its order; the first is turn 1 of the loop. */
export interface KsField {
  readonly field: string;
  readonly centres: readonly string[];
  /** Per hundred of those with an opinion who need the centres more, the same, less, not. */
  readonly need: Chances;
  /** Per hundred: `frequency` from weekly to never. */
  readonly frequency: Chances;
  /** Per hundred who do not know what to answer. */
  readonly dontKnow: number;
}

export const ksFields: readonly KsField[] = [
  {
    field: "care",
    centres: ["home_services", "nursing_homes", "memory", "relief"],
    need: [38, 42, 8, 12],
    frequency: [8, 26, 40, 20, 6],
    dontKnow: 6,
  },
  {
    field: "primary_health",
    centres: ["general_practice", "out_of_hours", "birth_infancy", "recovery", "prevention"],
    need: [30, 45, 10, 15],
    frequency: [5, 18, 42, 27, 8],
    dontKnow: 8,
  },
  {
    field: "mental_health",
    centres: ["everyday_mental_health", "substance_use", "both_at_once", "violence", "crises", "self_harm"],
    need: [52, 36, 6, 6],
    frequency: [10, 30, 40, 15, 5],
    dontKnow: 5,
  },
  {
    field: "dental",
    centres: ["child_teeth", "old_teeth", "dental_fear"],
    need: [22, 36, 12, 30],
    frequency: [6, 14, 30, 30, 20],
    dontKnow: 10,
  },
  {
    field: "upbringing",
    centres: ["early_help", "families", "child_welfare", "school_absence", "leisure"],
    need: [40, 42, 8, 10],
    frequency: [9, 28, 41, 17, 5],
    dontKnow: 6,
  },
  {
    field: "migration_sami",
    centres: ["after_flight", "interpreters", "sami_services"],
    need: [28, 38, 9, 25],
    frequency: [2, 12, 34, 34, 18],
    dontKnow: 12,
  },
];

export const ksTasks = [
  "advice",
  "training",
  "methods",
  "research",
  "networks",
  "change",
  "guidelines",
  "figures",
] as const;

/** Properties of the centres with the chances of the marks 1 to 5. */
export const ksProperties: readonly { readonly property: string; readonly chances: Chances }[] = [
  { property: "usefulness", chances: [3, 10, 27, 40, 20] },
  { property: "availability", chances: [6, 18, 32, 31, 13] },
  { property: "relevance", chances: [4, 12, 30, 38, 16] },
  { property: "influence", chances: [18, 31, 32, 14, 5] },
  { property: "needs_routines", chances: [12, 28, 36, 18, 6] },
];

/**
 * Per hundred in each region who expect the centres to adapt their help to them. Set so that the committed answers,
 * weighted, come near the published shares: 84 % of all, 88 % in the east and 78 % in the west.
 */
export const expectsAdaptation: Readonly<Record<KsRegion, number>> = {
  east: 88,
  south: 85,
  west: 81,
  north: 78,
};

/** What leaders write in their own words; each says that it is made up. */
export const ksRemarks: readonly string[] = [
  "Oppdiktet svar: vi vet ikke hvem vi skal ringe først.",
  "Oppdiktet svar: kursene er gode, men reisen dit er lang.",
  "Oppdiktet svar: det er blitt enklere etter at de begynte med korte nettmøter.",
  "Oppdikta svar: vi treng nokon som kjenner små kommunar.",
  "Oppdiktet svar: flere sentre gir råd om det samme, og rådene er ikke like.",
  "Oppdikta svar: nettverket med nabokommunane har gitt oss mest.",
];
