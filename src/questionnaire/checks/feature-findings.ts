// What a questionnaire uses that cannot be fielded, each refused by its name; and what is only a matter of looks.
import { propertyNamed } from "../survey-model.ts";
import type { Finding, FindingFacts, Severity } from "./finding.ts";
import {
  alsoRefused,
  carriedProperties,
  looksOnly,
  ofTheTool,
  refusedOnlyIn,
  refusedProperties,
  refusedWhenFalse,
  supportedCells,
  supportedTypes,
} from "./supported-features.ts";
import { inside, type JsonPart } from "./walk-json.ts";

const at = (
  part: JsonPart,
  severity: Severity,
  kind: string,
  facts: FindingFacts,
  path = part.path,
): Finding => ({ severity, kind, path, element: part.element, facts });

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

const suffixes: Readonly<Partial<Record<JsonPart["place"], string>>> = {
  validator: "validator",
  trigger: "trigger",
};

/** The classes in which survey-core looks up a property of this part. */
const classesOf = ({ place, type }: JsonPart): readonly string[] => {
  if (place === "cell" && type !== "multipletextitem") return ["matrixdropdowncolumn", type || "dropdown"];
  if (place === "cell") return ["multipletextitem", "text"];
  const suffix = suffixes[place] ?? "";
  return [type.endsWith(suffix) ? type : `${type}${suffix}`];
};

/** The name survey-core knows a property by today: older names are read as well. */
const canonical = (part: JsonPart, key: string) =>
  classesOf(part)
    .map((name) => propertyNamed(name, key))
    .find((property) => property !== null) ?? null;

const refusal = (part: JsonPart, name: string): readonly unknown[] | null => {
  for (const type of [part.type, ...classesOf(part)]) {
    const own = alsoRefused[type]?.[name];
    if (own) return own;
  }
  const harmless = refusedProperties[name];
  const places = refusedOnlyIn[name];
  if (!harmless || (places && !places.includes(part.type))) return null;
  return harmless;
};

const shown = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const typeFindings = (part: JsonPart): readonly Finding[] => {
  const { type, place } = part;
  if (place === "element" && !supportedTypes.includes(type))
    return [at(part, "error", "type-not-supported", { name: type, list: supportedTypes })];
  if (place === "cell" && type !== "multipletextitem" && !supportedCells.includes(type))
    return [at(part, "error", "type-not-supported", { name: type, list: supportedCells.slice(1) })];
  return [];
};

interface Unheard {
  readonly part: JsonPart;
  readonly name: string;
  readonly path: string;
}

const propertyFindings = (
  part: JsonPart,
): { readonly findings: readonly Finding[]; readonly unheard: readonly Unheard[] } => {
  const findings: Finding[] = [];
  const unheard: Unheard[] = [];
  for (const [key, value] of Object.entries(part.json)) {
    const path = inside(part.path, key);
    const property = canonical(part, key);
    if (key === "choicesByUrl") {
      if (!isNothing(value) && value !== false)
        findings.push(at(part, "error", "choices-by-url", { name: key }, path));
      continue;
    }
    if (property === null || ofTheTool.has(key)) continue;
    const { name } = property;
    const harmless = refusal(part, name);
    if (harmless) {
      const isLeftOut = value === false && !refusedWhenFalse.has(name);
      const isHarmless =
        isNothing(value) || isLeftOut || property.isDefault(value) || harmless.includes(value);
      if (!isHarmless)
        findings.push(
          at(part, "error", "feature-not-supported", { name: key, value: shown(value), list: [] }, path),
        );
      continue;
    }
    if (carriedProperties.has(name) || property.isDefault(value)) continue;
    if (looksOnly.has(name)) unheard.push({ part, name: key, path });
    else findings.push(at(part, "error", "feature-not-supported", { name: key, value: shown(value) }, path));
  }
  return { findings, unheard };
};

const unheardFindings = (unheard: readonly Unheard[]): readonly Finding[] => {
  const byName = Map.groupBy(unheard, ({ name }) => name);
  return [...byName].map(([name, places]) => {
    const first = places[0] as Unheard;
    return at(first.part, "note", "no-effect", { name, count: places.length }, first.path);
  });
};

/** A message that does not keep the page from being left: survey-core shows it, we do not. */
const mildValidators = (part: JsonPart): readonly Finding[] =>
  part.place === "validator" && ["warning", "info"].includes(String(part.json.notificationType))
    ? [
        at(
          part,
          "error",
          "feature-not-supported",
          { name: "notificationType", value: String(part.json.notificationType) },
          inside(part.path, "notificationType"),
        ),
      ]
    : [];

/** Everything in a questionnaire that cannot be fielded as it stands, and what changes nothing. */
export const featureFindings = (parts: readonly JsonPart[]): readonly Finding[] => {
  const found = parts.map(propertyFindings);
  return [
    ...parts.flatMap(typeFindings),
    ...found.flatMap(({ findings }) => findings),
    ...parts.flatMap(mildValidators),
    ...unheardFindings(found.flatMap(({ unheard }) => unheard)),
  ];
};
