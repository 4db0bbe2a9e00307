// A plan as plain JSON and back, to be kept beside the cube that was made with it.
import type { AnalysisPlan } from "./cube/analysis-plan.ts";

const MAP = "$map";

/** The plan with every map written as `{"$map": [[key, value] …]}`. */
export function planToJson(plan: AnalysisPlan): unknown {
  return toPlain(plan);
}

/** The plan that `planToJson` wrote, after a round through JSON. */
export function planFromJson(stored: unknown): AnalysisPlan {
  return fromPlain(stored) as AnalysisPlan;
}

function toPlain(value: unknown): unknown {
  if (value instanceof Map) return { [MAP]: [...value].map(([key, inner]) => [key, toPlain(inner)]) };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}

function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== "object" || value === null) return value;
  const entries = (value as Record<string, unknown>)[MAP];
  if (Array.isArray(entries)) {
    return new Map((entries as [unknown, unknown][]).map(([key, inner]) => [key, fromPlain(inner)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromPlain(inner)]));
}
