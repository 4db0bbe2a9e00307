// Prepared expressions and texts: made once per instrument, used by every walk.
import type { Text } from "./compiled.ts";
import { type Evaluate, evaluator, propertyOf } from "./evaluate.ts";
import {
  callsWithoutNames,
  type ExpressionTree,
  type NameStep,
  nameSteps,
  namesIn,
} from "./expression-tree.ts";
import { areEqual, type Comparison } from "./values.ts";

/** An expression ready to run, with the names it depends on. */
export interface PreparedExpression {
  readonly evaluate: Evaluate;
  readonly names: readonly string[];
  /** The same names taken apart, for looking changes up. */
  readonly reads: readonly ReadName[];
  /** True where its result may change without any name changing (`today()`). */
  readonly isVolatile: boolean;
}

/** A name and the steps it is made of; `isPlain` where it is one step without an index. */
interface ReadName {
  readonly name: string;
  readonly lower: string;
  readonly steps: readonly NameStep[];
  readonly isPlain: boolean;
}

const readNames = new Map<string, ReadName>();

const readName = (name: string): ReadName => {
  const known = readNames.get(name);
  if (known) return known;
  const steps = nameSteps(name);
  const isPlain = steps.length === 1 && steps[0]?.index === undefined && !name.endsWith("-unwrapped");
  const made = { name, lower: name.toLowerCase(), steps, isPlain };
  if (readNames.size < maximumKnownTexts) readNames.set(name, made);
  return made;
};

const maximumKnownTexts = 20_000;

const expressions = new WeakMap<ExpressionTree, PreparedExpression>();

/** The prepared form of a tree. */
export const prepared = (tree: ExpressionTree): PreparedExpression => {
  const known = expressions.get(tree);
  if (known) return known;
  const names = namesIn(tree);
  const made = {
    evaluate: evaluator(tree),
    names,
    reads: names.map(readName),
    isVolatile: callsWithoutNames(tree),
  };
  expressions.set(tree, made);
  return made;
};

/** Values that changed since the last evaluation, by key. */
export type ChangedKeys = Readonly<Record<string, unknown>>;

const firstChanged = (keys: ChangedKeys, steps: readonly NameStep[]): string => {
  let name = "";
  for (const [index, step] of steps.entries()) {
    name += (index > 0 ? "." : "") + step.name;
    if (Object.hasOwn(keys, name)) return name;
    const lower = name.toLowerCase();
    if (Object.hasOwn(keys, lower)) return lower;
  }
  return "";
};

/** A part of something that changed: compared where both states are known, taken as changed where only the new one is. */
const isPartChanged = (change: unknown, key: string, steps: readonly NameStep[]): boolean => {
  if (change === undefined || change === null) return false;
  if (typeof change !== "object" || !Object.hasOwn(change, "oldValue") || !Object.hasOwn(change, "newValue"))
    return true;
  const { oldValue, newValue } = change as { oldValue: unknown; newValue: unknown };
  return !areEqual(propertyOf({ [key]: oldValue }, steps), propertyOf({ [key]: newValue }, steps), inParts);
};

const inParts: Comparison = { ignoreOrder: false, caseSensitive: false, trim: false, convertNumbers: true };

const isChanged = (keys: ChangedKeys, { name, lower, steps, isPlain }: ReadName): boolean => {
  if (!name) return false;
  if (Object.hasOwn(keys, name) || Object.hasOwn(keys, lower)) return true;
  if (isPlain) return false;
  const first = steps[0]?.name ?? "";
  if (first.endsWith("-unwrapped") && Object.hasOwn(keys, first.slice(0, -"-unwrapped".length))) return true;
  const changed = firstChanged(keys, steps);
  if (!changed) return false;
  return changed === name || isPartChanged(keys[changed], changed, steps);
};

/**
 * True where one of the names may have another value than before.
 * A part of something that was emptied does not count: survey-core leaves such conditions as they were.
 */
export const isAnyChanged = (keys: ChangedKeys, names: readonly string[]): boolean =>
  names.some((name) => isChanged(keys, readName(name)));

/** True where an expression need not run again. */
export const canSkip = (expression: PreparedExpression, keys: ChangedKeys | undefined): boolean => {
  if (!keys || expression.isVolatile || expression.reads.length === 0) return false;
  for (const read of expression.reads) if (isChanged(keys, read)) return false;
  return true;
};

/** A text in one language. */
export const inLanguage = (text: Text, language: string): string =>
  typeof text === "string" ? text : (text[language] ?? "");

/** A piece of a text: as written, or a name to be replaced by what it stands for. */
export type TextPiece =
  | string
  | { readonly source: string; readonly name: string; readonly steps: readonly NameStep[] };

const pieces = new Map<string, readonly TextPiece[]>();

/** The pieces of a text; names stand in braces and hold no colon. */
export const textPieces = (text: string): readonly TextPiece[] => {
  const known = pieces.get(text);
  if (known) return known;
  const made: TextPiece[] = [];
  let rest = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const name = match[1]?.trim() ?? "";
    if (!match[1] || name === "" || match[1].includes(":")) continue;
    if (match.index > rest) made.push(text.slice(rest, match.index));
    made.push({ source: match[0], name, steps: nameSteps(name) });
    rest = match.index + match[0].length;
  }
  if (rest < text.length) made.push(text.slice(rest));
  if (pieces.size >= maximumKnownTexts) pieces.clear();
  pieces.set(text, made);
  return made;
};
