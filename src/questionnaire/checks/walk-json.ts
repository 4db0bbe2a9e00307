// Going through a questionnaire's JSON: every object in it that survey-core reads, with its place and its class.

import type { Loose } from "../loose.ts";

/** An object of the questionnaire. */
export interface JsonPart {
  readonly json: Readonly<Record<string, unknown>>;
  /** `pages[0].elements[2]`; empty for the questionnaire itself. */
  readonly path: string;
  /**
   * What it is: the questionnaire, a page, an element (question, panel or loop), a column or part of one, an
   * item (choice, row, column of a plain matrix), a validator or trigger, a calculated value or a rule for the
   * end.
   */
  readonly place: "survey" | "page" | "element" | "cell" | "item" | "validator" | "trigger" | "rule";
  /** Its type where it has one, else the class that survey-core makes of it. */
  readonly type: string;
  /** Name of the nearest question, panel or page. */
  readonly element: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The place of something inside something. */
export const inside = (path: string, key: string, index?: number): string =>
  `${path}${path === "" ? "" : "."}${key}${index === undefined ? "" : `[${index}]`}`;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

type Kind = readonly [key: string, place: JsonPart["place"], type: (json: Loose, owner: string) => string];

const own = (fallback: string) => (json: Loose) => textOf(json.type) || fallback;
const choiceClass = (_: Loose, owner: string) =>
  owner === "imagepicker" ? "imageitemvalue" : owner === "checkbox" ? "checkboxitem" : "choiceitem";

const listsOf: Readonly<Record<JsonPart["place"], readonly Kind[]>> = {
  survey: [
    ["pages", "page", () => "page"],
    ["elements", "element", own("")],
    ["questions", "element", own("")],
    ["triggers", "trigger", own("")],
    ["calculatedValues", "rule", () => "calculatedvalue"],
    ["completedHtmlOnCondition", "rule", () => "htmlconditionitem"],
    ["navigateToUrlOnCondition", "rule", () => "urlconditionitem"],
  ],
  page: [
    ["elements", "element", own("")],
    ["questions", "element", own("")],
  ],
  element: [
    ["elements", "element", own("")],
    ["templateElements", "element", own("")],
    ["detailElements", "element", own("")],
    ["columns", "cell", (json) => textOf(json.cellType)],
    ["items", "cell", () => "multipletextitem"],
    ["choices", "item", choiceClass],
    ["rateValues", "item", () => "ratingitem"],
    ["rows", "item", () => "itemvalue"],
    ["validators", "validator", own("")],
  ],
  cell: [
    ["choices", "item", choiceClass],
    ["rateValues", "item", () => "ratingitem"],
    ["validators", "validator", own("")],
  ],
  item: [],
  validator: [],
  trigger: [],
  rule: [],
};

/** Columns of a plain matrix are items; those of a table are questions of their own. */
const placeOf = (key: string, place: JsonPart["place"], owner: string): JsonPart["place"] =>
  key === "columns" && owner === "matrix" ? "item" : place;

const within = (part: JsonPart): readonly JsonPart[] =>
  listsOf[part.place].flatMap(([key, place, type]) => {
    const list = part.json[key];
    if (!Array.isArray(list)) return [];
    return list.flatMap((json: unknown, index): readonly JsonPart[] => {
      if (!isObject(json)) return [];
      const found: JsonPart = {
        json,
        path: inside(part.path, key, index),
        place: placeOf(key, place, part.type),
        type: key === "columns" && part.type === "matrix" ? "matrixcolumn" : type(json, part.type),
        element: ["page", "element"].includes(place) ? textOf(json.name) : part.element,
      };
      return [found, ...within(found)];
    });
  });

/** Every object of a questionnaire, outermost first. */
export const partsOf = (json: Readonly<Record<string, unknown>>): readonly JsonPart[] => {
  const survey: JsonPart = { json, path: "", place: "survey", type: "survey", element: "" };
  return [survey, ...within(survey)];
};
