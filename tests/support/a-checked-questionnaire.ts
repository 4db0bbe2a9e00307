// A questionnaire of a few questions, and what the checker finds in it.
import {
  type CheckContext,
  checkInstrument,
  type Finding,
} from "../../src/questionnaire/check-instrument.ts";

export const check = (
  json: unknown,
  languages: readonly string[] = ["en"],
  more: Partial<CheckContext> = {},
) => checkInstrument(json, { languages, ...more });

export const found = (findings: readonly Finding[], kind: string): Finding | undefined =>
  findings.find((finding) => finding.kind === kind);

export const kindsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ kind }) => kind);

export const radio = (name: string, more: object = {}) => ({
  type: "radiogroup",
  name,
  title: name.toUpperCase(),
  choices: ["x", "y"],
  ...more,
});

export const of = (...elements: object[]) => ({ elements });
