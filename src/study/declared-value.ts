// Reading one field after the other of a JSON file, gathering everything that is wrong instead of stopping.
import type { FindingReason, FindingSeverity, StudyFinding } from "./study-finding.ts";

/** A place in a file, the value that stands there, and where findings are gathered. */
export interface Declared {
  readonly value: unknown;
  readonly file: string;
  readonly path: string;
  readonly findings: StudyFinding[];
}

/** Longest piece of a value that is repeated in a finding, in characters. */
const longestShown = 60;

/** The beginning of a value as text, for repeating it to its author. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

export function find(at: Declared, reason: FindingReason, severity: FindingSeverity = "error"): null {
  at.findings.push({ severity, file: at.file, path: at.path, reason });
  return null;
}

/** The whole of a file; null, with a finding, if it is no JSON. */
export function declaredFile(
  file: string,
  text: string | undefined,
  findings: StudyFinding[],
): Declared | null {
  const at: Declared = { value: undefined, file, path: "", findings };
  if (text === undefined) return find(at, { kind: "file-missing" });
  try {
    return { ...at, value: JSON.parse(text.replace(/^\uFEFF/, "")) as unknown };
  } catch (error) {
    return find(at, { kind: "not-json", reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Its fields by name; an empty object, with a finding, if it is none. */
export function objectAt(at: Declared): Readonly<Record<string, unknown>> {
  const { value } = at;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  find(at, at.value === undefined ? { kind: "missing" } : { kind: "wrong-type", wanted: "object" });
  return {};
}

/** One field of an object; its value is undefined where the field is missing. */
export function field(at: Declared, name: string): Declared {
  const object = at.value;
  const isObject = typeof object === "object" && object !== null && !Array.isArray(object);
  const value =
    isObject && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
  return { ...at, value, path: at.path === "" ? name : `${at.path}.${name}` };
}

/** Says of every field beside `known` that it is not read. */
export function noOtherFields(at: Declared, known: readonly string[]): void {
  for (const key of Object.keys(objectAt(at))) {
    if (!known.includes(key)) find(at, { kind: "unknown-key", key: shown(key) }, "warning");
  }
}

/** The elements of a list that holds at least one. */
export function listAt(at: Declared): readonly Declared[] {
  if (at.value === undefined) find(at, { kind: "missing" });
  else if (!Array.isArray(at.value)) find(at, { kind: "wrong-type", wanted: "list" });
  else if (at.value.length === 0) find(at, { kind: "empty" });
  else return at.value.map((value: unknown, index) => ({ ...at, value, path: `${at.path}[${index}]` }));
  return [];
}

/** A text with something in it, trimmed; null with a finding otherwise. */
export function textAt(at: Declared): string | null {
  if (at.value === undefined) return find(at, { kind: "missing" });
  if (typeof at.value !== "string") return find(at, { kind: "wrong-type", wanted: "text" });
  const text = at.value.normalize("NFC").trim();
  return text === "" ? find(at, { kind: "empty" }) : text;
}

/** A text, or null where the field is missing or null. */
export function optionalTextAt(at: Declared): string | null {
  return at.value === undefined || at.value === null ? null : textAt(at);
}

/** One of a few texts; `otherwise` where the field is missing, if one is given. */
export function choiceAt<T extends string>(at: Declared, allowed: readonly T[], otherwise?: T): T | null {
  if (at.value === undefined && otherwise !== undefined) return otherwise;
  const text = textAt(at);
  if (text === null) return null;
  const choice = allowed.find((candidate) => candidate === text);
  return choice ?? find(at, { kind: "not-allowed", value: shown(text), allowed });
}

/** True or false; `otherwise` where the field is missing. */
export function yesNoAt(at: Declared, otherwise: boolean): boolean | null {
  if (at.value === undefined) return otherwise;
  return typeof at.value === "boolean" ? at.value : find(at, { kind: "wrong-type", wanted: "yes-no" });
}

/** A whole number from `least` to `most`; `otherwise` where the field is missing. */
export function wholeNumberAt(at: Declared, least: number, most: number, otherwise: number): number | null {
  if (at.value === undefined) return otherwise;
  if (typeof at.value !== "number") return find(at, { kind: "wrong-type", wanted: "number" });
  const isInside = Number.isInteger(at.value) && at.value >= least && at.value <= most;
  return isInside ? at.value : find(at, { kind: "out-of-range", value: shown(at.value), least, most });
}

/** A text of a given form. */
export function formedTextAt(
  at: Declared,
  form: RegExp,
  wanted: "id" | "role" | "date" | "e-mail",
): string | null {
  const text = textAt(at);
  if (text === null) return null;
  return form.test(text) ? text : find(at, { kind: "bad-form", value: shown(text), wanted });
}
