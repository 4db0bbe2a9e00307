// Values as survey-core compares, counts and reads them. Its rules are odd in places; they are kept to the letter.

/** Any value an expression can meet: JSON, dates, undefined and NaN. */
export type Value = unknown;

const isObject = (value: Value): value is object => value instanceof Object;

/** True for undefined, null, "", NaN, [] and objects that hold nothing but empty values; 0 and false are not empty. */
export const isEmpty = (value: Value): boolean => {
  if (Array.isArray(value)) return value.length === 0;
  if (value && isObject(value) && value.constructor === Object) {
    for (const key in value) if (!isEmpty((value as Record<string, Value>)[key])) return false;
    return true;
  }
  return !value && value !== 0 && value !== false;
};

/** As `isEmpty`, with strings of blanks empty too: what counts as an unanswered question. */
export const isBlank = (value: Value): boolean => isEmpty(typeof value === "string" ? value.trim() : value);

const isConvertible = (value: Value): boolean => {
  if (value === undefined || value === null || Array.isArray(value)) return false;
  try {
    return !Number.isNaN(Number(value));
  } catch {
    return false;
  }
};

/** How two values are compared. */
export interface Comparison {
  readonly ignoreOrder: boolean;
  readonly caseSensitive: boolean;
  readonly trim: boolean;
  readonly convertNumbers: boolean;
}

/** Expressions: order of lists, case and outer blanks do not matter, "5" equals 5. */
export const inExpressions: Comparison = {
  ignoreOrder: true,
  caseSensitive: false,
  trim: true,
  convertNumbers: true,
};
/** Answers and data: as expressions, but the order of lists matters. */
export const inData: Comparison = { ...inExpressions, ignoreOrder: false };
/** Choices and items: case and blanks matter. */
export const inChoices: Comparison = {
  ignoreOrder: false,
  caseSensitive: true,
  trim: false,
  convertNumbers: true,
};
/** A question's own value against a new one: "5" is not 5. */
export const inQuestions: Comparison = { ...inChoices, convertNumbers: false };

const areListsEqual = (x: readonly Value[], y: readonly Value[], how: Comparison): boolean => {
  if (x.length !== y.length) return false;
  const a = how.ignoreOrder ? [...x].sort() : x;
  const b = how.ignoreOrder ? [...y].sort() : y;
  return a.every((entry, index) => areEqual(entry, b[index], how));
};

const areStringsEqual = (x: string, y: string, how: Comparison): boolean => {
  const a = how.trim ? x.trim() : x;
  const b = how.trim ? y.trim() : y;
  return how.caseSensitive ? a === b : a.toLowerCase() === b.toLowerCase();
};

const areObjectsEqual = (x: object, y: object, how: Comparison): boolean => {
  const a = x as Record<string, Value>;
  const b = y as Record<string, Value>;
  for (const key in a) {
    if (!Object.hasOwn(a, key)) continue;
    if (!Object.hasOwn(b, key) || !areEqual(a[key], b[key], how)) return false;
  }
  for (const key in b) if (Object.hasOwn(b, key) && !Object.hasOwn(a, key)) return false;
  return true;
};

const booleanEquals = (flag: boolean, text: string): boolean => String(flag) === text.toLowerCase();

/** survey-core's `Helpers.checkIfValuesEqual`. */
export const areEqual = (x: Value, y: Value, how: Comparison): boolean => {
  if (x === y) return true;
  if (Array.isArray(x) && x.length === 0 && y === undefined) return true;
  if (Array.isArray(y) && y.length === 0 && x === undefined) return true;
  if ((x === undefined || x === null) && y === "") return true;
  if ((y === undefined || y === null) && x === "") return true;
  if (typeof x === "string" && typeof y === "string") return areStringsEqual(x, y, how);
  if (x instanceof Date && y instanceof Date) return x.getTime() === y.getTime();
  if (how.convertNumbers && isConvertible(x) && isConvertible(y)) {
    const a = String(x);
    const b = String(y);
    if (Number.parseInt(a, 10) === Number.parseInt(b, 10) && Number.parseFloat(a) === Number.parseFloat(b))
      return true;
  }
  if (isEmpty(x) !== isEmpty(y)) return false;
  if (typeof x === "boolean" && typeof y === "string") return booleanEquals(x, y);
  if (typeof y === "boolean" && typeof x === "string") return booleanEquals(y, x);
  const isX = isObject(x);
  const isY = isObject(y);
  // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares loosely here
  if (!isX && !isY && (how.convertNumbers || (typeof x !== "number" && typeof y !== "number"))) return x == y;
  if (!isX || !isY) return false;
  if (Array.isArray(x) && Array.isArray(y)) return areListsEqual(x, y, how);
  return areObjectsEqual(x, y, how);
};

const hasOperator = (text: string): boolean => {
  if (text.lastIndexOf("-") > 0 || text.lastIndexOf("+") > 0) return false;
  return /[*^/%]/.test(text);
};

/** The value read as a number, NaN where it is none. One comma counts as the decimal point. */
export const toNumber = (value: Value): number => {
  let text = value;
  if (typeof text === "string") {
    text = text.trim();
    const written = text as string;
    if (!written) return Number.NaN;
    if (written.startsWith("0x")) return written.length > 32 ? Number.NaN : Number.parseInt(written, 16);
    if (written.length > 15 && /^\d+$/.test(written)) return Number.NaN;
    if (hasOperator(written)) return Number.NaN;
    const comma = written.indexOf(",");
    text = comma > -1 && !written.includes(",", comma + 1) ? written.replace(",", ".") : written;
  }
  const number = Number.parseFloat(text as string);
  // biome-ignore lint/suspicious/noGlobalIsFinite: survey-core converts what it tests
  return Number.isNaN(number) || !isFinite(text as number) ? Number.NaN : number;
};

/** True where `toNumber` gives a number. */
export const isNumeric = (value: Value): boolean => !Number.isNaN(toNumber(value));

const decimalsOf = (value: Value): number => {
  if (!isNumeric(value) || Math.floor(value as number) === value) return 0;
  return String(value).split(".")[1]?.length ?? 0;
};

const rounded = (result: number, digits: number): number =>
  digits > 0 ? Number.parseFloat(result.toFixed(digits)) : result;

/** Sum or difference rounded to the decimals that went in. */
export const afterAdding = (a: Value, b: Value, result: number): number =>
  rounded(result, Math.max(decimalsOf(a), decimalsOf(b)));

/** Product rounded to the decimals that went in. */
export const afterMultiplying = (a: Value, b: Value, result: number): number =>
  rounded(result, decimalsOf(a) + decimalsOf(b));

const addToList = (list: readonly Value[], other: Value, isListFirst: boolean): Value => {
  if (typeof other === "string") return isListFirst ? list.join(", ") + other : other + list.join(", ");
  if (typeof other !== "number") return undefined;
  let sum = 0;
  for (const entry of list) if (typeof entry === "number") sum = afterAdding(sum, entry, sum + entry);
  return afterAdding(sum, other, sum + other);
};

/** What `+` gives. */
export const add = (a: Value, b: Value): Value => {
  if (!isNumeric(a) || !isNumeric(b)) {
    if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
    const mixed = Array.isArray(a)
      ? addToList(a, b, true)
      : Array.isArray(b)
        ? addToList(b, a, false)
        : undefined;
    return mixed === undefined ? (a as string) + (b as string) : mixed;
  }
  if (typeof a === "string" || typeof b === "string") return (a as string) + (b as string);
  return afterAdding(a, b, (a as number) + (b as number));
};

/** A copy that shares nothing with the original and holds no undefined; dates stay as they are. */
export const copyOf = <T>(value: T): T => {
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Record<string, Value> = {};
  for (const key in value) if (value[key] !== undefined) copy[key] = copyOf(value[key]);
  return copy as T;
};
