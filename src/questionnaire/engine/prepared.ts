// Prepared expressions and texts: made once per instrument, used by every walk.
import type { Text } from "./compiled.ts";
import { type Evaluate, evaluator } from "./evaluate.ts";
import {
  callsWithoutNames,
  type ExpressionTree,
  type NameStep,
  nameSteps,
  namesIn,
} from "./expression-tree.ts";

/** An expression ready to run, with the names it depends on. */
export interface PreparedExpression {
  readonly evaluate: Evaluate;
  readonly names: readonly string[];
  /** True where its result may change without any name changing (`today()`). */
  readonly isVolatile: boolean;
}

const expressions = new WeakMap<ExpressionTree, PreparedExpression>();

/** The prepared form of a tree. */
export const prepared = (tree: ExpressionTree): PreparedExpression => {
  const known = expressions.get(tree);
  if (known) return known;
  const made = { evaluate: evaluator(tree), names: namesIn(tree), isVolatile: callsWithoutNames(tree) };
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

/**
 * True where one of the names may have another value than before.
 * A part of something that was emptied does not count: survey-core leaves such conditions as they were.
 */
export const isAnyChanged = (keys: ChangedKeys, names: readonly string[]): boolean =>
  names.some((name) => {
    if (!name) return false;
    if (Object.hasOwn(keys, name) || Object.hasOwn(keys, name.toLowerCase())) return true;
    const steps = nameSteps(name);
    const first = steps[0]?.name ?? "";
    if (first.endsWith("-unwrapped") && Object.hasOwn(keys, first.slice(0, -"-unwrapped".length)))
      return true;
    const changed = firstChanged(keys, steps);
    if (!changed) return false;
    return changed === name || (keys[changed] !== undefined && keys[changed] !== null);
  });

/** True where an expression need not run again. */
export const canSkip = (
  expression: PreparedExpression,
  keys: ChangedKeys | undefined,
  more: readonly string[] = [],
): boolean => {
  if (!keys || expression.isVolatile) return false;
  const names = more.length > 0 ? [...expression.names, ...more] : expression.names;
  return names.length > 0 && !isAnyChanged(keys, names);
};

/** A text in one language. */
export const inLanguage = (text: Text, language: string): string =>
  typeof text === "string" ? text : (text[language] ?? "");

/** A piece of a text: as written, or a name to be replaced by what it stands for. */
export type TextPiece =
  | string
  | { readonly source: string; readonly name: string; readonly steps: readonly NameStep[] };

const pieces = new Map<string, readonly TextPiece[]>();
const maximumKnownTexts = 20_000;

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
