// The code of a value: how a SurveyJS value is written in forms, data files and the codebook.
import type { AnswerValue } from "./instrument.ts";

/** The value as a string; objects and lists as JSON with keys in the order of their names. */
export const codeOf = (value: AnswerValue): string => {
  if (typeof value === "string") return value;
  if (value === null || typeof value !== "object") return String(value);
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
};
