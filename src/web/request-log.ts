// One line per request: which route answered and how, never the address itself, since links stand in addresses.
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";

/** A line of the log. Holds no path, query, header, body, name or link. */
export interface LogEntry {
  readonly level: "info" | "warning" | "error";
  /** What happened: "request", or the code of an error. */
  readonly event: string;
  readonly at: Date;
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, e.g. "/s/:link/p/:page"; "none" where no route answered. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** Further facts, none of them personal. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

const routeOf = (c: Context): string => {
  const route = routePath(c, -1);
  return route === "" || route.includes("*") ? "none" : route;
};

/** Logs every request once it is answered. Mount first, after Hono's `requestId()`. */
export const requestLog =
  (deps: { readonly log: (entry: LogEntry) => void; readonly now: () => Date }): MiddlewareHandler =>
  async (c, next) => {
    const began = deps.now();
    await next();
    const ended = deps.now();
    const requestId: unknown = c.get("requestId");
    deps.log({
      level: c.res.status >= 500 ? "error" : "info",
      event: "request",
      at: began,
      ...(typeof requestId === "string" ? { requestId } : {}),
      method: methods.has(c.req.method) ? c.req.method : "other",
      route: routeOf(c),
      status: c.res.status,
      milliseconds: ended.getTime() - began.getTime(),
    });
  };
