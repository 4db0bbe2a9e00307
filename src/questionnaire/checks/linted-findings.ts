// What survey-core's own linter says, as findings of ours.
import { type LintFinding, lint } from "../survey-model.ts";
import type { Finding, FindingFacts, Severity } from "./finding.ts";
import type { JsonPart } from "./walk-json.ts";

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

/** Texts and pictures hold no answer, so they need no name. */
const nameless = new Set(["html", "image", "panel"]);

const severityOf = (found: LintFinding, typeAt: ReadonlyMap<string, string>): Severity => {
  const needsNoName = found.ruleId === "property/required" && nameless.has(typeAt.get(found.path) ?? "");
  if (needsNoName && found.messageData.key === "name") return "note";
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
    ...(suggestion && !suggestion.includes(" ") ? { suggestion } : {}),
  };
};

/** The linter's findings; its rules that we put better ourselves are left out. */
export const lintedFindings = (
  json: Readonly<Record<string, unknown>>,
  knownVariables: readonly string[],
  parts: readonly JsonPart[],
): readonly Finding[] => {
  const typeAt = new Map(parts.map(({ path, type }) => [path, type]));
  return lint(json, knownVariables)
    .filter(({ ruleId, path }) => !unheardRules.has(ruleId) && path !== "locale")
    .map((found) => ({
      severity: severityOf(found, typeAt),
      kind: `rule/${found.ruleId}`,
      path: found.path,
      element: found.elementName ?? "",
      facts: factsOf(found),
    }));
};
