// Reads values out of parsed JSON of unknown shape and collects everything that is wrong with it.

/** What was found: problems make the file unusable, warnings do not. Both say where, in the form `items[2].type`. */
export type Findings = { problems: string[]; warnings: string[] };

/** An object of the JSON under reading, with its place in the file. */
export type JsonObject = { at: string; values: ReadonlyMap<string, unknown> };

/** The value as an object, an empty list being an empty one; anything else is a problem and reads as empty. */
export function readObject(value: unknown, at: string, findings: Findings): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return { at, values: new Map(Object.entries(value)) };
  }
  const isEmptyList = Array.isArray(value) && value.length === 0;
  if (!isEmptyList) findings.problems.push(`${at === "" ? "the file" : at} must be an object`);
  return { at, values: new Map() };
}

/** Place of a key. */
export function placeOf(object: JsonObject, key: string): string {
  return object.at === "" ? key : `${object.at}.${key}`;
}

/** Warns of keys that nobody reads. */
export function warnUnknown(object: JsonObject, known: readonly string[], findings: Findings): void {
  for (const key of object.values.keys()) {
    if (!known.includes(key)) findings.warnings.push(`${placeOf(object, key)} is not known and was ignored`);
  }
}

/** The value of a key; undefined where it is missing or null. */
export function keyValue(object: JsonObject, key: string): unknown {
  return object.values.get(key) ?? undefined;
}

/** The value under a key of something that may be no object; undefined where there is none, or null. */
export function keyed(value: unknown, key: string): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return (
    (isObject && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null) ?? undefined
  );
}

/** A list under a key; missing reads as empty, anything else is a problem. */
export function readList(object: JsonObject, key: string, findings: Findings): unknown[] {
  const value = keyValue(object, key);
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  findings.problems.push(`${placeOf(object, key)} must be a list`);
  return [];
}

/** A text, or a number as text (`1` and `"1"` are the same label); null with a problem for anything else. */
export function readLabel(value: unknown, at: string, findings: Findings): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  findings.problems.push(`${at} must be a text`);
  return null;
}

/** A list of labels under a key, one label alone being a list of one; see `readLabel`. Repeated labels are a problem. */
export function readLabels(object: JsonObject, key: string, findings: Findings): string[] {
  const value = keyValue(object, key);
  const isAlone = typeof value === "string" || typeof value === "number";
  const labels = (isAlone ? [value] : readList(object, key, findings)).flatMap((entry, index) => {
    const label = readLabel(entry, `${placeOf(object, key)}[${index}]`, findings);
    return label === null ? [] : [label];
  });
  const repeated = labels.find((label, index) => labels.indexOf(label) !== index);
  if (repeated !== undefined) findings.problems.push(`${placeOf(object, key)} has "${repeated}" twice`);
  return labels;
}

/** A finite number; null with a problem for anything else. */
export function readNumber(value: unknown, at: string, findings: Findings): number | null {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  findings.problems.push(`${at} must be a number`);
  return null;
}

/** An object of numbers under a key; missing reads as empty, a null in it as left out. */
export function readNumbers(object: JsonObject, key: string, findings: Findings): Map<string, number> {
  const numbers = new Map<string, number>();
  if (keyValue(object, key) === undefined) return numbers;
  const inner = readObject(keyValue(object, key), placeOf(object, key), findings);
  for (const [name, value] of inner.values) {
    const number = value === null ? null : readNumber(value, placeOf(inner, name), findings);
    if (number !== null) numbers.set(name, number);
  }
  return numbers;
}

/** An object of labels under a key; missing reads as empty, a null in it as left out. */
export function readLabelMap(object: JsonObject, key: string, findings: Findings): Map<string, string> {
  const labels = new Map<string, string>();
  if (keyValue(object, key) === undefined) return labels;
  const inner = readObject(keyValue(object, key), placeOf(object, key), findings);
  for (const [name, value] of inner.values) {
    const label = value === null ? null : readLabel(value, placeOf(inner, name), findings);
    if (label !== null) labels.set(name, label);
  }
  return labels;
}

/** One of a set of words under a key; missing reads as the fallback, null = a word is required. */
export function readChoice<T extends string>(
  object: JsonObject,
  key: string,
  choices: readonly T[],
  fallback: T | null,
  findings: Findings,
): T | null {
  const value = keyValue(object, key);
  if (value === undefined && fallback !== null) return fallback;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    findings.problems.push(`${placeOf(object, key)} must be one of ${choices.join(", ")}`);
  return choice ?? null;
}
