// Fixing an instrument: a checked questionnaire becomes one immutable version.
import { type CheckContext, checkInstrument, type Finding } from "./check-instrument.ts";
import { compileInstrument } from "./compile-instrument.ts";
import type { Instrument } from "./instrument.ts";
import { localized } from "./localized-text.ts";
import { parseModel } from "./survey-model.ts";
import { codebookOf } from "./variables.ts";

/** The version, or everything that keeps it from being fixed. Warnings and notes come along with both. */
export type FixedInstrument =
  | { readonly kind: "fixed"; readonly instrument: Instrument; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

/**
 * Makes a version of a questionnaire immutable.
 *
 * @param json SurveyJS JSON as its author has it; not changed
 * @param context version name, languages (main one first) and known variables
 */
export const fixInstrument = (
  json: unknown,
  context: CheckContext & { readonly version: string },
): FixedInstrument => {
  const findings = checkInstrument(json, context);
  if (findings.some((found) => found.severity === "error")) return { kind: "refused", findings };
  const definition = structuredClone(json) as Record<string, unknown>;
  const parsed = parseModel(definition);
  if (parsed.kind === "unreadable") throw new RangeError(parsed.reason);
  const { languages, version } = context;
  const instrument: Instrument = {
    version,
    languages: [...languages],
    title: localized(definition.title, languages),
    description: localized(definition.description, languages),
    ...codebookOf(parsed.model, languages),
    compiled: compileInstrument(definition, languages),
    definition,
  };
  return { kind: "fixed", instrument, findings };
};
