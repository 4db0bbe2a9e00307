// One line per request: which route answered and how, never the address itself, since links stand in addresses.
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { drawWord } from "./random-word.ts";

/** A line of the log. Holds no path, query, header, body, name or link. */
export interface LogEntry {
  readonly at: Date;
  readonly level: "info" | "warning" | "error";
  /** What happened: "request", or the code of an error. */
  readonly event: string;
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, e.g. "/s/:link/p/:page"; "none" where no route answered. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** Further facts, none of them personal. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface RequestLogDeps {
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const routeOf = (c: Context): string => {
  const route = routePath(c, -1);
  return route === "" || route.includes("*") ? "none" : route;
};

/** The name of a request, for whoever looks it up in the log. */
export const requestIdOf = (c: Context): string => String(c.get("requestId") ?? "");

const plainName = /^[\w=-]{1,255}$/;

/** Names every request, by the name that a proxy gave it or a new one, and logs it once it is answered. Mount first. */
export const requestLog =
  (deps: RequestLogDeps): MiddlewareHandler =>
  async (c, next) => {
    const began = deps.now();
    const given = c.req.header("x-request-id") ?? "";
    const requestId = plainName.test(given) ? given : drawWord(deps.randomBytes);
    c.set("requestId", requestId);
    await next();
    if (c.get("isWhole") !== true) c.res.headers.set("X-Request-Id", requestId);
    const ended = deps.now();
    const { status } = c.res;
    deps.log({
      at: began,
      level: status >= 500 ? "error" : "info",
      event: "request",
      requestId,
      method: methods.has(c.req.method) ? c.req.method : "other",
      route: routeOf(c),
      status,
      milliseconds: ended.getTime() - began.getTime(),
    });
  };
