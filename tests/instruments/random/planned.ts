// What a random questionnaire is planned of: questions by kind, and answers they can hold.
import fc from "fast-check";

export type Json = Record<string, unknown>;

export const values = ["a", "b", "c", "d"] as const;
export const rows = ["r1", "r2", "r3"] as const;
export const columns = [1, 2, 3] as const;

const singleKinds = ["radiogroup", "dropdown", "imagepicker"] as const;
const manyKinds = ["checkbox", "tagbox", "ranking", "pictures"] as const;
const typedKinds = ["boolean", "rating", "text", "number", "date", "comment"] as const;
const shownKinds = ["expression", "html"] as const;
const groupKinds = ["matrix", "multipletext"] as const;
const repeatKinds = ["loop", "rows", "growing"] as const;

/** `loop` is a paneldynamic, `rows` a matrixdropdown, `growing` a matrixdynamic, `pictures` an imagepicker of many. */
export type Kind =
  | (typeof singleKinds)[number]
  | (typeof manyKinds)[number]
  | (typeof typedKinds)[number]
  | (typeof shownKinds)[number]
  | (typeof groupKinds)[number]
  | (typeof repeatKinds)[number];

/** A question that there will be. Inside a turn or row its name is the one it is known by there: `panel.i1`. */
export interface Planned {
  readonly name: string;
  readonly kind: Kind;
  readonly inside: readonly Planned[];
}

export const isShownOnly = ({ kind }: Planned): boolean => kind === "html" || kind === "expression";
export const isRepeat = (kind: Kind): boolean => (repeatKinds as readonly string[]).includes(kind);
export const isOneOf = ({ kind }: Planned): boolean => (singleKinds as readonly string[]).includes(kind);
/**
 * What conditions and effects of a question may read. What repeats stands between those that it may follow, which
 * never hear of it, and those that follow it: in a circle through turns nobody's answer is right, and survey-core
 * stops going round wherever it is.
 */
export const knownTo = (one: Planned, all: readonly Planned[]): readonly Planned[] => {
  const place = all.findIndex(({ kind }) => isRepeat(kind));
  return place >= 0 && all.indexOf(one) <= place ? all.slice(0, place) : all;
};

export const ownName = ({ name }: Planned): string => name.split(".").at(-1) ?? name;

/** Formulas in turns that come with the answers are worked out late by survey-core: see its faults. */
const turnKinds: readonly Kind[] = [
  "radiogroup",
  "dropdown",
  "checkbox",
  "boolean",
  "rating",
  "text",
  "number",
  "comment",
  "matrix",
  "html",
];
const cellKinds: readonly Kind[] = [
  "radiogroup",
  "dropdown",
  "checkbox",
  "boolean",
  "rating",
  "text",
  "number",
];

const inside = (prefix: string, kinds: readonly Kind[]): fc.Arbitrary<readonly Planned[]> =>
  fc
    .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 })
    .map((list) => list.map((kind, index) => ({ name: `${prefix}.i${index + 1}`, kind, inside: [] })));

/** A question of a kind, with those inside it where it repeats. */
export const planned = (name: string, kind: Kind): fc.Arbitrary<Planned> => {
  const within =
    kind === "loop"
      ? inside("panel", turnKinds)
      : kind === "rows" || kind === "growing"
        ? inside("row", cellKinds)
        : fc.constant([]);
  return within.map((list) => ({ name, kind, inside: list }));
};

/** Kinds that hold no others. */
export const plainKinds: readonly Kind[] = [
  ...singleKinds,
  ...manyKinds,
  ...typedKinds,
  ...shownKinds,
  ...groupKinds,
];

/** Kinds as often as they are to come. */
export const kinds: readonly Kind[] = [...plainKinds, ...repeatKinds, "loop"];

export const sometimes = <T>(arbitrary: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Without what is undefined or false. */
export const clean = (json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined && value !== false));

/** Some of the keys, at least one. */
const some = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc
    .record(model, { requiredKeys: [], noNullPrototype: true })
    .map((value) => value as Json)
    .chain((value) =>
      Object.keys(value).length > 0
        ? fc.constant(value)
        : (Object.values(model)[0] as fc.Arbitrary<unknown>).map((one) => ({
            [Object.keys(model)[0] as string]: one,
          })),
    );

const itemAnswer = (list: readonly Planned[]): fc.Arbitrary<unknown> => {
  const asked = list.filter((one) => !isShownOnly(one));
  return fc.record(Object.fromEntries(asked.map((one) => [ownName(one), answerFor(one)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
};

/** A value that a question can hold. */
export const answerFor = ({ kind, inside: list }: Planned): fc.Arbitrary<unknown> => {
  switch (kind) {
    case "radiogroup":
    case "dropdown":
      return fc.constantFrom(...values, ...values, "other", "none", "dontknow", "refused");
    case "imagepicker":
      return fc.constantFrom(...values);
    case "checkbox":
    case "tagbox":
      return fc.oneof(
        { weight: 4, arbitrary: fc.shuffledSubarray([...values, "other"], { minLength: 1 }) },
        { weight: 1, arbitrary: fc.constantFrom(["none"], ["dontknow"]) },
      );
    case "ranking":
    case "pictures":
      return fc.shuffledSubarray([...values], { minLength: 1 });
    case "boolean":
      return fc.boolean();
    case "rating":
      return fc.integer({ min: 1, max: 5 });
    case "number":
      return fc.constantFrom(0, 1, 2, 3, 4, 5, 2.5);
    case "date":
      return fc.constantFrom("2026-05-17", "2001-01-01", "2025-12-31");
    case "matrix":
      return some(Object.fromEntries(rows.map((row) => [row, fc.constantFrom(...columns)])));
    case "multipletext":
      return some({ t1: fc.constantFrom("a", "b"), t2: fc.constantFrom(1, 2) });
    case "loop":
    case "growing":
      return fc.array(itemAnswer(list), { minLength: 1, maxLength: 3 });
    case "rows":
      return some(Object.fromEntries(rows.map((row) => [row, itemAnswer(list)])));
    default:
      return fc.constantFrom("a", "ab", "abcd", "A", "x@example.org", "B b");
  }
};
