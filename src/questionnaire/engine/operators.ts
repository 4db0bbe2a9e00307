// The operators of expressions, with survey-core's rules for empty values, lists and dates.
import { comparableDate } from "./dates.ts";
import {
  add,
  afterAdding,
  afterMultiplying,
  areEqual,
  inData,
  inExpressions,
  isEmpty,
  isNumeric,
  toNumber,
  type Value,
} from "./values.ts";

/** A value as expressions take it: "true" is true, "12" is 12 (but "012" is text), outer quotes fall away. */
export const plainValue = (value: Value): Value => {
  if (!value || typeof value !== "string") return value;
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "false") return lower === "true";
  const [first] = value;
  const last = value.at(-1);
  if (value.length > 1 && (first === "'" || first === '"') && (last === "'" || last === '"'))
    return value.slice(1, -1);
  if (!isNumeric(value)) return value;
  if (first === "0" && !value.startsWith("0x")) {
    const isDecimal = value.length > 1 && (value[1] === "." || value[1] === ",");
    if (isDecimal ? value.length < 2 : value.length > 1) return value;
  }
  return toNumber(value);
};

const sameValue = (x: Value, y: Value, isStrict: boolean): boolean =>
  areEqual(
    x === "undefined" ? undefined : x,
    y === "undefined" ? undefined : y,
    isStrict ? inData : inExpressions,
  );

const equal = (left: Value, right: Value, isStrict = false): boolean => {
  const a = comparableDate(left, right);
  return sameValue(a, comparableDate(right, a), isStrict);
};

const ordered = (left: Value, right: Value, test: (a: number, b: number) => boolean): boolean => {
  if (left === null || left === undefined || right === null || right === undefined) return false;
  const a = comparableDate(left, right);
  return test(a as number, comparableDate(right, a) as number);
};

const greater = (left: Value, right: Value): boolean => ordered(left, right, (a, b) => a > b);
const less = (left: Value, right: Value): boolean => ordered(left, right, (a, b) => a < b);

const containsOrNot = (left: Value, right: Value, isContained: boolean): boolean => {
  if (Array.isArray(left) && left.length === 0) return !isContained;
  if (!left && left !== 0 && left !== false) return false;
  const held = (left as { length?: number }).length ? left : String(left);
  if (typeof held === "string") {
    if (!right) return false;
    const found = held.toLowerCase().includes(String(right).toLowerCase());
    return isContained ? found : !found;
  }
  const list = held as readonly Value[];
  const wanted = Array.isArray(right) ? right : [right];
  for (const one of wanted) {
    let index = 0;
    while (index < list.length && !sameValue(list[index], one, false)) index += 1;
    if (index === list.length) return !isContained;
  }
  return isContained;
};

const contains = (left: Value, right: Value): boolean => containsOrNot(left, right, true);

const anyOf = (left: Value, right: Value): boolean => {
  if (isEmpty(left) && isEmpty(right)) return true;
  if (isEmpty(left) || (!Array.isArray(left) && (left as { length?: number }).length === 0)) return false;
  if (isEmpty(right)) return true;
  if (!Array.isArray(left)) return contains(right, left);
  if (!Array.isArray(right)) return contains(left, right);
  return right.some((one) => contains(left, one));
};

const allOf = (left: Value, right: Value): boolean => {
  if (!left && !isEmpty(right)) return false;
  if (!Array.isArray(right)) return contains(left, right);
  return right.every((one) => contains(left, one));
};

type Binary = (left: Value, right: Value, isStrict: boolean) => Value;

const raw: Readonly<Record<string, Binary>> = {
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  plus: add,
  minus: (a, b) => afterAdding(a, b, (a as number) - (b as number)),
  mul: (a, b) => afterMultiplying(a, b, (a as number) * (b as number)),
  div: (a, b) => (b ? (a as number) / (b as number) : null),
  mod: (a, b) => (b ? (a as number) % (b as number) : null),
  power: (a, b) => (a as number) ** (b as number),
  greater,
  less,
  greaterorequal: (a, b) => equal(a, b) || greater(a, b),
  lessorequal: (a, b) => equal(a, b) || less(a, b),
  equal,
  notequal: (a, b, isStrict) => !equal(a, b, isStrict),
  contains,
  notcontains: (a, b) => (!a && !isEmpty(b) ? true : containsOrNot(a, b, false)),
  anyof: anyOf,
  noneof: (a, b) => !anyOf(a, b),
  allof: allOf,
};

const filledIn = (value: Value, other: Value): Value => {
  if (!isEmpty(value)) return value;
  if (typeof other === "number") return 0;
  if (typeof value === "string") return value;
  if (typeof other === "string") return "";
  return Array.isArray(other) ? [] : 0;
};

/**
 * The function of a binary operator; arithmetic ones (and, or, + …) take empty operands as 0, "" or [].
 *
 * @throws RangeError for an operator that does not exist
 */
export const binaryOperator = (name: string, isArithmetic: boolean): Binary => {
  const operator = raw[name];
  if (!operator) throw new RangeError(`There is no operator ${name}`);
  if (!isArithmetic) return operator;
  return (a, b) => {
    const left = filledIn(a, b);
    return operator(left, filledIn(b, left), false);
  };
};

/** The function of a unary operator. */
export const unaryOperator = (name: string): ((value: Value) => boolean) => {
  if (name === "empty") return isEmpty;
  if (name === "notempty") return (value) => !isEmpty(value);
  if (name === "negate") return (value) => !value;
  throw new RangeError(`There is no operator ${name}`);
};
