// What survey-core's own linter says, as findings of ours.
import { type LintFinding, lint } from "../survey-model.ts";
import type { Finding, FindingFacts, Severity } from "./finding.ts";

/** Rules that say nothing here, because our own check says it better. */
const unheardRules = new Set(["element/unknown-type", "property/dead", "mask/mismatch"]);

/** Rules whose finding makes a questionnaire behave otherwise than its author thinks: not to be fielded. */
const alwaysErrors = new Set([
  "expression/unknown-function",
  "validator/unknown-type",
  "trigger/unknown-type",
  "property/not-an-array",
]);

/** Pages and panels hold no answers, so a name shared with a question confuses people, not data. */
const sharesNameWithContainer = (found: LintFinding): boolean =>
  found.ruleId === "name/duplicate" &&
  [found.path, ...(found.related ?? []).map((related) => related.path)]
    .filter((path) => !/(^|\.)pages\[\d+\]$/.test(path))
    .filter((path, index, paths) => paths.indexOf(path) === index).length < 2;

const severityOf = (found: LintFinding): Severity => {
  if (sharesNameWithContainer(found)) return "warning";
  if (alwaysErrors.has(found.ruleId)) return "error";
  return found.severity === "info" ? "note" : found.severity;
};

const textOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === "") return undefined;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

const firstText = (...values: readonly unknown[]): string | undefined =>
  values.map(textOf).find((text) => text !== undefined);

const lettersOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.map((one) => textOf(one) ?? "") : undefined;

const factsOf = ({ messageData: data, suggestion, elementName }: LintFinding): FindingFacts => {
  const name = firstText(data.functionName, data.key, data.reference, data.source, data.name, elementName);
  const value = firstText(data.expression, data.value, data.reference, data.preset);
  const other = firstText(data.dependsOn, data.cycle, data.questionName, data.valueName);
  const list = lettersOf(data.allowed ?? data.known ?? data.available ?? data.dependsOn);
  return {
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(other === undefined ? {} : { other }),
    ...(list === undefined ? {} : { list }),
    ...(suggestion ? { suggestion } : {}),
  };
};

/** Properties of types that we refuse anyway need not be found fault with one by one. */
export const lintedFindings = (
  json: Readonly<Record<string, unknown>>,
  knownVariables: readonly string[],
): readonly Finding[] =>
  lint(json, knownVariables)
    .filter(({ ruleId, path }) => !unheardRules.has(ruleId) && path !== "locale")
    .map((found) => ({
      severity: severityOf(found),
      kind: `rule/${found.ruleId}`,
      path: found.path,
      element: found.elementName ?? "",
      facts: factsOf(found),
    }));
