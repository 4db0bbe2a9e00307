// Evaluating expression trees: a tree becomes a function of a scope once, and is then called many times.
import { type ExpressionTree, type NameStep, nameSteps } from "./expression-tree.ts";
import { callFunction, type FunctionHost } from "./functions.ts";
import { binaryOperator, plainValue, unaryOperator } from "./operators.ts";
import type { Value } from "./values.ts";

/** What a name stands for. */
export interface Found {
  readonly value: Value;
  /** True where the order of a list matters in comparisons (ranking). */
  readonly isOrdered?: boolean;
  /** The value in words, for texts; without it the value's own text. */
  readonly inWords?: (value: Value) => Value;
  /** The question it belongs to, where a trigger can set it. */
  readonly question?: { setValue(value: Value): void };
}

/** Where names are looked up: the survey, a turn of a loop, a row, a choice. */
export interface Scope extends FunctionHost {
  /**
   * @param steps the name, from `nameSteps`
   * @param name the name as written
   * @param isWhole true where objects behind a list are wanted, not its plain values
   */
  find(steps: readonly NameStep[], name: string, isWhole: boolean): Found | undefined;
}

/** A prepared expression. */
export type Evaluate = (scope: Scope) => Value;

interface Node {
  readonly run: Evaluate;
  /** True after a run where the value's order matters. */
  isOrdered: boolean;
}

const constantNode = (value: Value): Node => ({ run: () => value, isOrdered: false });

/** A name whose value cannot be found may be a JSON object's inside, as `{"a": 1}`. */
const literalObject = (name: string): Value => {
  if (name.length < 2 || name.indexOf(":") < 1) return null;
  try {
    return JSON.parse(`{${name}}`);
  } catch {
    return null;
  }
};

/** Looks a name up; the length of something that cannot be found is 0. */
export const lookUp = (
  scope: Scope,
  steps: readonly NameStep[],
  name: string,
  isWhole = false,
): Found | undefined =>
  scope.find(steps, name, isWhole) ?? (name.endsWith(".length") ? { value: 0 } : undefined);

const nameNode = (name: string, asStored: boolean, isWhole: boolean): Node => {
  const steps = nameSteps(name);
  const node: Node = {
    isOrdered: false,
    run: (scope) => {
      const found = lookUp(scope, steps, name, isWhole);
      node.isOrdered = found?.isOrdered === true;
      if (!found) return literalObject(name);
      return asStored ? found.value : plainValue(found.value);
    },
  };
  return node;
};

const wholeParameters = new Set(["sumInArray", "minInArray", "maxInArray", "countInArray", "avgInArray"]);

const nodeOf = (tree: ExpressionTree | null, isWhole = false): Node => {
  if (!tree) return constantNode(null);
  switch (tree.kind) {
    case "constant":
      return constantNode(plainValue(tree.value));
    case "name":
      return nameNode(tree.name, tree.asStored, isWhole);
    case "list": {
      const items = tree.items.map((item) => nodeOf(item));
      return { run: (scope) => items.map((item) => item.run(scope)), isOrdered: false };
    }
    case "unary": {
      const operand = nodeOf(tree.operand);
      const operator = unaryOperator(tree.operator);
      return { run: (scope) => operator(operand.run(scope)), isOrdered: false };
    }
    case "binary": {
      const left = nodeOf(tree.left);
      const right = nodeOf(tree.right);
      const operator = binaryOperator(tree.operator, tree.isArithmetic);
      const node: Node = {
        isOrdered: false,
        run: (scope) => {
          const a = left.run(scope);
          const b = right.run(scope);
          node.isOrdered = left.isOrdered || right.isOrdered;
          return operator(a, b, node.isOrdered);
        },
      };
      return node;
    }
    case "call":
      return callNode(tree);
  }
};

const callNode = (tree: Extract<ExpressionTree, { kind: "call" }>): Node => {
  const isOverItems = wholeParameters.has(tree.name);
  const args = tree.args.map((arg, index) => nodeOf(arg, isOverItems && index === 0));
  const itemTests = isOverItems ? tree.args.map((arg) => evaluator(arg)) : [];
  return {
    isOrdered: false,
    run: (scope) =>
      callFunction(
        tree.name,
        args.map((arg) => arg.run(scope)),
        scope,
        tree.args,
        (index, item) => itemTests[index]?.(itemScope(scope, item as Record<string, Value>)) === true,
      ),
  };
};

/** Inside an array function a name is first a property of the item, then what it is outside. */
const itemScope = (outer: Scope, item: Record<string, Value>): Scope =>
  Object.assign(Object.create(outer) as Scope, {
    find: (steps: readonly NameStep[], name: string, isWhole: boolean): Found | undefined => {
      const value = propertyOf(item, steps);
      return value === undefined ? outer.find(steps, name, isWhole) : { value };
    },
  });

const ownIgnoringCase = (value: Value, name: string): Value => {
  if (!value || !name) return undefined;
  if (name === "length" && (Array.isArray(value) || typeof value === "string")) return value.length;
  if (typeof value !== "object") return undefined;
  if (Object.hasOwn(value, name)) return (value as Record<string, Value>)[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : (value as Record<string, Value>)[key];
};

/**
 * A value inside a value by steps; the longest dotted name that exists wins at each turn, case does not matter.
 * Undefined where there is none.
 */
export const propertyOf = (value: Value, steps: readonly NameStep[]): Value => {
  let at = value;
  let index = 0;
  while (index < steps.length) {
    let end = index;
    while (end < steps.length - 1 && steps[end]?.index === undefined) end += 1;
    let found: Value;
    for (; end >= index; end -= 1) {
      found = ownIgnoringCase(
        at,
        steps
          .slice(index, end + 1)
          .map((step) => step.name)
          .join("."),
      );
      if (found !== undefined) break;
    }
    if (found === undefined) return undefined;
    at = found;
    const item = steps[end]?.index;
    if (item !== undefined) {
      if (!Array.isArray(at)) return undefined;
      at = at[item < 0 ? at.length + item : item];
      if (at === undefined) return undefined;
    }
    index = end + 1;
  }
  return at;
};

/** Prepares an expression; null gives one that is always null. */
export const evaluator = (tree: ExpressionTree | null): Evaluate => nodeOf(tree).run;
