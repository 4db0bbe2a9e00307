// Checking a questionnaire before fieldwork: every finding at once, each with its place and a way to mend it.
import { codebookFindings, emptyFindings, partFindings } from "./checks/codebook-findings.ts";
import { featureFindings } from "./checks/feature-findings.ts";
import { type Finding, type FindingFacts, type Severity, worstFirst } from "./checks/finding.ts";
import { lintedFindings } from "./checks/linted-findings.ts";
import { translationFindings } from "./checks/translation-findings.ts";
import { partsOf } from "./checks/walk-json.ts";
import { parseModel } from "./survey-model.ts";
import { codebookOf } from "./variables.ts";

export type { Finding, FindingFacts, Severity } from "./checks/finding.ts";
export { supportedTypes } from "./checks/supported-features.ts";

/** What the checker needs to know beside the JSON. */
export interface CheckContext {
  /** Languages the texts must exist in, the main one first. */
  readonly languages: readonly string[];
  /** Names that texts and conditions may use as `{name}` beside the questions. */
  readonly knownVariables?: readonly string[];
}

const whole = (severity: Severity, kind: string, facts: FindingFacts = {}, path = ""): Finding => ({
  severity,
  kind,
  path,
  element: "",
  facts,
});

/** Everything there is to say about a questionnaire, worst first. Never throws, whatever the JSON. */
export const checkInstrument = (json: unknown, context: CheckContext): readonly Finding[] => {
  if (json === null || typeof json !== "object" || Array.isArray(json))
    return [whole("error", "not-a-questionnaire")];
  const definition = json as Readonly<Record<string, unknown>>;
  const parsed = parseModel(definition);
  if (parsed.kind === "unreadable")
    return [whole("error", "not-a-questionnaire", { value: parsed.reason.slice(0, 200) })];
  const parts = partsOf(definition);
  const questions = parsed.model.getAllQuestions();
  const linted = lintedFindings(definition, context.knownVariables ?? [], parts);
  const hasBrokenList = linted.some(({ kind }) => kind === "rule/property/not-an-array");
  const findings = [
    ...featureFindings(parts),
    ...linted,
    // What stands where a list belongs cannot be gone through: it is said, and the rest after it is mended.
    ...(hasBrokenList
      ? []
      : [
          ...codebookFindings(codebookOf(parsed.model, context.languages).variables),
          ...emptyFindings(questions),
        ]),
    ...partFindings(parts),
    ...translationFindings(definition, context.languages),
    ...(definition.clearInvisibleValues === "none"
      ? [whole("note", "hidden-answers-dropped", {}, "clearInvisibleValues")]
      : []),
    ...(questions.length === 0 ? [whole("error", "no-questions")] : []),
  ];
  return worstFirst(once(findings));
};

/** The same thing said of the same place by two checks is said once. */
const once = (findings: readonly Finding[]): readonly Finding[] => {
  const seen = new Set<string>();
  return findings.filter(({ kind, path, element, facts }) => {
    const key = JSON.stringify([kind, path, element, facts.name]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
