// Compiling the small parts that everything is made of: texts, expressions, items.

import type { CompiledItem, Expression, Text } from "./engine/compiled.ts";
import type { Loose } from "./loose.ts";
import { parseExpression } from "./survey-expression.ts";

/** A text in the model's current language, before anything is piped in. */
export const textOf = (locString: Loose): Text => locString?.pureText ?? "";

/** An expression as a tree; null where the property is empty. */
export const expressionOf = (source: unknown): Expression =>
  typeof source === "string" && source.trim() !== "" ? parseExpression(source) : null;

/** A value as plain data. */
export const plain = (value: unknown): Loose => (value === undefined ? undefined : structuredClone(value));

/** A choice, row or column. */
export const compileItem = (item: Loose): CompiledItem => ({
  value: plain(item.value),
  text: textOf(item.locText) || (item.value === undefined || item.value === null ? "" : String(item.value)),
  visibleIf: expressionOf(item.visibleIf),
  enableIf: expressionOf(item.enableIf),
  isExclusive: item.isExclusive === true,
  imageUrl: textOf(item.locImageLink),
  isFixed: item.randomize === false,
  category: item.randomizeCategory ?? "",
});
