// Expressions parsed by survey-core, kept as plain trees.

import type { ExpressionTree } from "./engine/expression-tree.ts";
import type { Loose } from "./loose.ts";
import { ConditionsParser } from "./survey-model.ts";

const treeOf = (operand: Loose): ExpressionTree | null => {
  if (!operand) return null;
  switch (operand.getType()) {
    case "const":
      return { kind: "constant", value: operand.value };
    case "variable":
      return { kind: "name", name: operand.variableName, asStored: operand.useValueAsItIs };
    case "array":
      return { kind: "list", items: operand.values.map(treeOf) };
    case "unary":
      return { kind: "unary", operator: operand.operatorName, operand: treeOf(operand.expressionValue) };
    case "binary":
      return {
        kind: "binary",
        operator: operand.operatorName,
        isArithmetic: operand.isArithmeticValue,
        left: treeOf(operand.left),
        right: treeOf(operand.right),
      };
    case "function":
      return {
        kind: "call",
        name: operand.originalValue,
        args: operand.parameters.values.map((arg: Loose, index: number) => argument(operand, arg, index)),
      };
    default:
      throw new RangeError(`An expression has an unknown part: ${operand.getType()}`);
  }
};

/** A condition handed to an array function in quotes is parsed as the condition it is. */
const argument = (call: Loose, arg: Loose, index: number): ExpressionTree | null => {
  const isCondition = index > 1 && String(call.originalValue).endsWith("InArray");
  const text = arg?.getType() === "const" ? arg.correctValue : null;
  return isCondition && typeof text === "string" && /[{}><=!]/.test(text)
    ? parseExpression(text)
    : treeOf(arg);
};

/** The tree of an expression, null where survey-core cannot parse it. */
export const parseExpression = (source: string): ExpressionTree | null =>
  treeOf(new ConditionsParser().parseExpression(source));
