// The one table from error to page: what a request that failed is answered with, and how loudly it is logged.
import { HTTPException } from "hono/http-exception";
import { StudyKeyDestroyedError } from "../access/key-ring.ts";
import { WeightingError } from "../change/weights.ts";
import { ServiceError } from "../db/service-error.ts";
import type { PageProblem } from "../web/page-texts.ts";

interface Problem {
  readonly problem: PageProblem;
  readonly level: "warning" | "error";
  /** Stable code for the log. */
  readonly code: string;
}

const problemOfStatus: Readonly<Record<number, PageProblem>> = {
  400: "unreadable",
  401: "sign-in-again",
  403: "foreign-form",
  404: "not-found",
  405: "method-not-allowed",
  413: "too-large",
  429: "too-many-attempts",
};

/** Codes of PostgreSQL and of sockets that mean "not now" rather than "never". */
const busyCodes = new Set([
  "53300",
  "57P01",
  "57P03",
  "40001",
  "40P01",
  "55P03",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "ECONNRESET",
]);

export function problemOf(error: unknown): Problem {
  if (error instanceof HTTPException) {
    const problem = problemOfStatus[error.status];
    if (problem !== undefined) return { problem, level: "warning", code: `http-${error.status}` };
  }
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (busyCodes.has(code)) return { problem: "busy", level: "error", code: `database-${code}` };
  if (error instanceof StudyKeyDestroyedError) {
    return { problem: "people-erased", level: "warning", code: error.code };
  }
  if (error instanceof WeightingError) {
    return { problem: "weights-impossible", level: "warning", code: error.code };
  }
  if (error instanceof ServiceError) return { problem: "unexpected", level: "error", code: error.code };
  return {
    problem: "unexpected",
    level: "error",
    code: /^[\w-]{1,40}$/.test(code) && code !== "" ? `unexpected-${code}` : "unexpected",
  };
}
