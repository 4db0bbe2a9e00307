// What the read-only API takes and gives, as JSON Schema: requests are checked by these schemas, and the OpenAPI
// document is made from them.

/** The part of JSON Schema 2020-12 that the API needs. */
export type Schema =
  | {
      readonly type: "string";
      readonly pattern?: string;
      readonly enum?: readonly string[];
      readonly description?: string;
    }
  | { readonly type: readonly ("number" | "string" | "null")[]; readonly description?: string }
  | { readonly type: "integer"; readonly minimum?: number; readonly description?: string }
  | { readonly type: "array"; readonly items: Schema; readonly description?: string }
  | {
      readonly type: "object";
      readonly description?: string;
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly required?: readonly string[];
      readonly additionalProperties: Schema | false;
    };

/** A value in the address. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Extract<Schema, { type: "string" }>;
}

export const studyParameter: Parameter = {
  name: "study",
  in: "path",
  required: true,
  description: "The study's name, as in the addresses of its pages.",
  schema: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{0,79}$" },
};

export const wavesParameter: Parameter = {
  name: "waves",
  in: "path",
  required: true,
  description: "Two closed waves, the earlier first: 1-2.",
  schema: { type: "string", pattern: "^[1-9][0-9]{0,3}-[1-9][0-9]{0,3}$" },
};

export const byParameter: Parameter = {
  name: "by",
  in: "query",
  required: false,
  description:
    "Groups to break the figures down by, separated by commas; two groups crossed are joined by an asterisk: role,size,role*size.",
  schema: {
    type: "string",
    pattern: "^[A-Za-z0-9_.:-]+(\\*[A-Za-z0-9_.:-]+)?(,[A-Za-z0-9_.:-]+(\\*[A-Za-z0-9_.:-]+)?)*$",
  },
};

export const formatParameter: Parameter = {
  name: "format",
  in: "query",
  required: false,
  description: "json (as described here) or csv (a row per figure, as in the public-use file).",
  schema: { type: "string", enum: ["json", "csv"] },
};

export const fileParameter: Parameter = {
  name: "file",
  in: "path",
  required: true,
  description:
    "figures.csv (a row per figure), codebook.csv (what its columns and codes mean) or README.txt (how to read them).",
  schema: { type: "string", enum: ["figures.csv", "codebook.csv", "README.txt"] },
};

export const studiesSchema: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["studies"],
  properties: {
    studies: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["study", "title", "closedWaves", "groups"],
        properties: {
          study: { type: "string" },
          title: { type: "string" },
          closedWaves: { type: "array", items: { type: "string" } },
          groups: {
            type: "array",
            items: { type: "string" },
            description: "What figures can be broken down by.",
          },
        },
      },
    },
  },
};

export const changesSchema: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["case", "results"],
  properties: {
    case: { type: "string", description: "The study." },
    results: {
      type: "object",
      description:
        'One figure per key: stat/item/measure/group/waves/field, as tidvis change --format json prints them. Shares and their changes are proportions rounded to whole per cent, means have one decimal, p three. "hidden": must not be shown. null: not defined.',
      additionalProperties: { type: ["number", "string", "null"] },
    },
  },
};

export const problemSchema: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["error", "message"],
  properties: { error: { type: "string" }, message: { type: "string" } },
};

/** Whether a value of the address is as its schema says; one that is absent is right unless required. */
export function isAllowed({ schema, required }: Parameter, value: string | undefined): boolean {
  if (value === undefined) return !required;
  if (schema.enum !== undefined) return schema.enum.includes(value);
  return schema.pattern === undefined || new RegExp(schema.pattern).test(value);
}

/** Whether a value is what a schema describes. */
export function isOfSchema(schema: Schema, value: unknown): boolean {
  if (Array.isArray(schema.type)) {
    const kind = value === null ? "null" : typeof value;
    return (schema.type as readonly string[]).includes(kind);
  }
  if (schema.type === "string") {
    const { pattern, enum: words } = schema as Extract<Schema, { type: "string" }>;
    if (typeof value !== "string") return false;
    return (words?.includes(value) ?? true) && (pattern === undefined || new RegExp(pattern).test(value));
  }
  if (schema.type === "integer") return Number.isInteger(value);
  if (schema.type === "array") {
    const { items } = schema as Extract<Schema, { type: "array" }>;
    return Array.isArray(value) && value.every((one) => isOfSchema(items, one));
  }
  const {
    properties = {},
    required = [],
    additionalProperties,
  } = schema as Extract<Schema, { type: "object" }>;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return (
    required.every((name) => name in value) &&
    Object.entries(value).every(([name, one]) => {
      const own = properties[name] ?? additionalProperties;
      return own !== false && isOfSchema(own, one);
    })
  );
}
