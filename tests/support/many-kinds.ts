// One questionnaire with a page for most kinds of question there are, put together from the small instruments.
import { readFileSync } from "node:fs";

type Json = Record<string, unknown>;

const kinds = [
  "loop-open",
  "loop-driven",
  "loop-fixed",
  "table-growing",
  "table-rows",
  "ranking",
  "multipletext",
  "imagepicker",
  "tagbox",
  "special-choices",
  "top-three",
  "matrix",
  "rating",
  "dropdown",
  "text",
  "comment",
  "boolean",
  "panel",
] as const;

const pagesOf = (kind: string): Json[] => {
  const { pages, elements } = JSON.parse(readFileSync(`tests/instruments/${kind}.json`, "utf8"));
  return pages ?? [{ elements }];
};

/**
 * A questionnaire of these instruments' pages, each called after its instrument: `table-rows`, `loop-driven`,
 * `loop-driven-2`. Nothing in it must be answered, unless `isStrict`.
 */
export const manyKinds = (
  chosen: readonly (typeof kinds)[number][] = kinds,
  { isStrict = false, title = "Many kinds" as unknown } = {},
): Json => {
  const pages = chosen.flatMap((kind) =>
    pagesOf(kind).map((page, index) => ({ ...page, name: index === 0 ? kind : `${kind}-${index + 1}` })),
  );
  const all = JSON.stringify({ title, pages });
  return JSON.parse(
    isStrict ? all : all.replaceAll(/"(is|isAllRow|eachRow)Required":true/g, '"isRequired":false'),
  );
};
