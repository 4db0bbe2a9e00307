// One thing found in a questionnaire before fieldwork: what it is, where it stands, and what is needed to say it.

/** `error` keeps a version from being fixed, `warning` wants a look, `note` is said for completeness. */
export type Severity = "error" | "warning" | "note";

/** What a finding is about, in pieces of the questionnaire itself, for sentences in any language. */
export interface FindingFacts {
  /** Name of what is missing, doubled, unknown or not supported. */
  readonly name?: string;
  /** The value, code or expression at fault, as it stands. */
  readonly value?: string;
  /** What it clashes with: the other question, the earlier meaning. */
  readonly other?: string;
  /** What may stand there instead, or the languages without a text. */
  readonly list?: readonly string[];
  /** A name that is close to the one that was not found. */
  readonly suggestion?: string;
  /** How many places it concerns. */
  readonly count?: number;
}

/** One thing found in a questionnaire. */
export interface Finding {
  readonly severity: Severity;
  /** What kind of thing: our own kinds, or survey-core's rule as `rule/…`. */
  readonly kind: string;
  /** Where in the JSON: `pages[0].elements[2].title.sv`; empty for the whole. */
  readonly path: string;
  /** Name of the question, panel or page, empty where there is none. */
  readonly element: string;
  readonly facts: FindingFacts;
}

/** Worst first, otherwise as they came. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] => {
  const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
};
