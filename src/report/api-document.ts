// The OpenAPI document of the read-only API, made from the schemas that requests are checked by.
import {
  byParameter,
  changesSchema,
  fileParameter,
  formatParameter,
  type Parameter,
  problemSchema,
  type Schema,
  studiesSchema,
  studyParameter,
  wavesParameter,
} from "./api-schemas.ts";

interface Operation {
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** Of the answer as JSON; null where it comes as text only. */
  readonly schema: Schema | null;
  readonly texts: readonly ("text/csv" | "text/plain")[];
}

/** Every address of the API. */
export const operations: readonly Operation[] = [
  {
    path: "/api/studies",
    summary: "The studies you evaluate, with their closed waves and groups",
    parameters: [],
    schema: studiesSchema,
    texts: [],
  },
  {
    path: "/api/studies/{study}/changes/{waves}",
    summary: "What changed between two closed waves, protected as on the pages",
    parameters: [studyParameter, wavesParameter, byParameter, formatParameter],
    schema: changesSchema,
    texts: ["text/csv"],
  },
  {
    path: "/api/studies/{study}/public-use/{file}",
    summary: "Everything that may be published of a study, for anyone to have",
    parameters: [studyParameter, fileParameter],
    schema: null,
    texts: ["text/csv", "text/plain"],
  },
];

/** OpenAPI 3.1. @param publicUrl address of the service without a trailing slash; @param version of the program */
export function apiDocument(publicUrl: string, version: string): Readonly<Record<string, unknown>> {
  const problem = (description: string) => ({
    description,
    content: { "application/json": { schema: problemSchema } },
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Tidvis",
      version,
      description:
        "Protected figures of the studies you evaluate: rounded, and hidden where they would tell of few people. What is given out is in the ledger of published tables from then on.",
    },
    servers: [{ url: publicUrl }],
    security: [{ session: [] }],
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "tidvis_session",
          description: "Sign in on the pages.",
        },
      },
    },
    paths: Object.fromEntries(
      operations.map(({ path, summary, parameters, schema, texts }) => [
        path,
        {
          get: {
            summary,
            parameters,
            responses: {
              "200": {
                description: summary,
                content: {
                  ...(schema === null ? {} : { "application/json": { schema } }),
                  ...Object.fromEntries(texts.map((type) => [type, { schema: { type: "string" } }])),
                },
              },
              "400": problem("The address is not as described here."),
              "401": problem("Nobody is signed in."),
              "404": problem("You evaluate no such study, or it has no such closed waves."),
              "409": problem(
                "These figures would let hidden ones be worked out, or a wave was opened again.",
              ),
            },
          },
        },
      ]),
    ),
  };
}
