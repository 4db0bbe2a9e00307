// The functions that expressions may call, as survey-core defines them.
import { ageAt, dateDifference, dateFrom, dateMoved, daysBetween } from "./dates.ts";
import type { ExpressionTree } from "./expression-tree.ts";
import { afterAdding, isEmpty, isNumeric, toNumber, type Value } from "./values.ts";

/** What functions need from the walk. */
export interface FunctionHost {
  readonly now: Date;
  /** The answer of a question in words; of a given value where one is given. */
  displayValue(question: string, value: Value): Value;
  /** The text beside "other" or under a question. */
  commentOf(question: string): Value;
  /** True where every question of a page, panel or loop is answered without a problem. */
  isReady(container: string, turn: Value): boolean;
}

/** The functions there are; others are refused by the checker. */
export const knownFunctions: readonly string[] = [
  "sum",
  "min",
  "max",
  "count",
  "avg",
  "round",
  "trunc",
  "sumInArray",
  "minInArray",
  "maxInArray",
  "countInArray",
  "avgInArray",
  "iif",
  "getDate",
  "age",
  "dateDiff",
  "dateAdd",
  "isContainerReady",
  "isDisplayMode",
  "currentDate",
  "today",
  "getYear",
  "currentYear",
  "diffDays",
  "year",
  "month",
  "day",
  "weekday",
  "displayValue",
  "substring",
  "getComment",
];

type Args = readonly Value[];

const flat = (value: Value): Value[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? value.flatMap(flat)
      : [isNumeric(value) ? toNumber(value) : value];

const sum = (args: Args): number =>
  flat(args).reduce<number>((total, one) => afterAdding(total, one, total + (one as number)), 0);

const extreme = (args: Args, isBetter: (a: Value, b: Value) => boolean): Value =>
  flat(args).reduce<Value>(
    (best, one) => (best === undefined || isBetter(one, best) ? one : best),
    undefined,
  );

const average = (args: Args): number => {
  const { length } = flat(args);
  return length > 0 ? sum(args) / length : 0;
};

const round = (args: Args): number => {
  const [number, precision = 0] = flat(args);
  const places = precision || 0;
  if (flat(args).length === 0 || !isNumeric(number) || !isNumeric(places)) return Number.NaN;
  const power = 10 ** (places as number);
  return Math.round((number as number) * power * (1 + Number.EPSILON)) / power;
};

const truncate = (args: Args): number => {
  const [number, precision] = flat(args);
  const places = precision || -1;
  if (flat(args).length === 0 || !isNumeric(number) || !isNumeric(places)) return Number.NaN;
  return Number(String(number).match(new RegExp(`^-?\\d+(?:.\\d{0,${places}})?`))?.[0]);
};

interface OverItems {
  readonly items: readonly Record<string, Value>[];
  readonly column: string;
  readonly returns: string;
  readonly test: (item: Value) => boolean;
}

/** The third argument names a column to return when it is a plain word, else it is the condition. */
const isColumnName = (arg: ExpressionTree | null | undefined, value: Value): value is string =>
  arg?.kind === "constant" && typeof value === "string" && !/[{}><=!]/.test(value);

const overItems = (
  args: Args,
  trees: readonly (ExpressionTree | null)[],
  passes: (index: number, item: Value) => boolean,
): OverItems | null => {
  const [data, column] = args;
  if (args.length < 2 || args.length > 4 || !data || typeof column !== "string") return null;
  const returns = args.length > 2 && isColumnName(trees[2], args[2]) ? (args[2] as string) : column;
  const condition = returns === column && !isColumnName(trees[2], args[2]) ? 2 : 3;
  const items = (Array.isArray(data) ? data : Object.values(data as object)) as Record<string, Value>[];
  return {
    items: items.filter((item) => item && !isEmpty(item[column])),
    column,
    returns,
    test: (item) => args.length <= condition || passes(condition, item),
  };
};

const asNumber = (value: Value): Value =>
  typeof value === "string" ? (isNumeric(value) ? toNumber(value) : undefined) : value;

const numbersOf = (over: OverItems): readonly Value[] =>
  over.items
    .filter(over.test)
    .map((item) => asNumber(item[over.column]))
    .filter((value) => value !== undefined && value !== null);

const sumOver = (over: OverItems | null): number =>
  over
    ? numbersOf(over).reduce<number>((total, one) => afterAdding(total, one, total + (one as number)), 0)
    : 0;

const countOver = (over: OverItems | null): number => over?.items.filter(over.test).length ?? 0;

const extremeOver = (over: OverItems | null, isLess: boolean): Value => {
  let best: Value;
  let item: Record<string, Value> | undefined;
  for (const candidate of over?.items.filter(over.test) ?? []) {
    const value = asNumber(candidate[over?.column ?? ""]);
    if (value === undefined || value === null) continue;
    if (
      best !== undefined &&
      !(isLess ? (value as number) < (best as number) : (value as number) > (best as number))
    )
      continue;
    best = value;
    item = candidate;
  }
  return over && item && over.returns !== over.column ? item[over.returns] : best;
};

const midnight = (now: Date, days: Value): Date => {
  const date = new Date(now);
  date.setHours(0, 0, 0, 0);
  if (days !== undefined) date.setDate(date.getDate() + (days as number));
  return date;
};

const partOf = (args: Args, now: Date): Date => (args[0] ? dateFrom(args[0], now) : midnight(now, undefined));

const text = (value: Value): string => (typeof value === "string" ? value : "");

const substring = ([value, start, end]: Args): string => {
  if (!value || typeof value !== "string" || !isNumeric(start)) return "";
  return isNumeric(end) ? value.substring(start as number, end as number) : value.substring(start as number);
};

/**
 * Calls a function.
 *
 * @param trees the arguments as written, for functions that look at them
 * @param passes tests one item of a list against an argument that is a condition
 */
export const callFunction = (
  name: string,
  args: Args,
  host: FunctionHost,
  trees: readonly (ExpressionTree | null)[],
  passes: (index: number, item: Value) => boolean,
): Value => {
  const { now } = host;
  switch (name) {
    case "sum":
      return sum(args);
    case "min":
      return extreme(args, (a, b) => (b as number) > (a as number));
    case "max":
      return extreme(args, (a, b) => (b as number) < (a as number));
    case "count":
      return flat(args).length;
    case "avg":
      return average(args);
    case "round":
      return round(args);
    case "trunc":
      return truncate(args);
    case "sumInArray":
      return sumOver(overItems(args, trees, passes));
    case "countInArray":
      return countOver(overItems(args, trees, passes));
    case "minInArray":
      return extremeOver(overItems(args, trees, passes), true);
    case "maxInArray":
      return extremeOver(overItems(args, trees, passes), false);
    case "avgInArray": {
      const over = overItems(args, trees, passes);
      return countOver(over) === 0 ? 0 : sumOver(over) / countOver(over);
    }
    case "iif":
      return args.length < 2 ? null : args[0] ? args[1] : args[2];
    case "getDate":
      return args[0] ? dateFrom(args[0], now) : null;
    case "age":
      return args[0] ? ageAt(args[0], text(args[1]) || "years", now) : null;
    case "dateDiff":
      return args[0] && args[1] ? dateDifference(args[0], args[1], text(args[2]) || "days", now) : null;
    case "dateAdd":
      return args[0] && args[1] ? dateMoved(args[0], args[1] as number, text(args[2]) || "days", now) : null;
    case "currentDate":
      return new Date(now);
    case "today":
      return midnight(now, args.length === 1 ? args[0] : undefined);
    case "getYear":
      return args.length === 1 && args[0] ? dateFrom(args[0], now).getFullYear() : undefined;
    case "currentYear":
      return now.getFullYear();
    case "diffDays":
      return args.length === 2 && args[0] && args[1] ? daysBetween(args[0], args[1], now) : 0;
    case "year":
      return partOf(args, now).getFullYear();
    case "month":
      return partOf(args, now).getMonth() + 1;
    case "day":
      return partOf(args, now).getDate();
    case "weekday":
      return partOf(args, now).getDay();
    case "substring":
      return substring(args);
    case "displayValue":
      return host.displayValue(text(args[0]), args[1]);
    case "getComment":
      return args[0] ? host.commentOf(String(args[0])) : undefined;
    case "isContainerReady":
      return args[0] ? host.isReady(String(args[0]), args[1]) : false;
    case "isDisplayMode":
      return false;
    default:
      throw new RangeError(`There is no function ${name}`);
  }
};
