// Where a request comes from, for counting guesses.
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Address of the other end of the connection, or what a trusted proxy in front says it is; null if unknown. */
export function callerOf(c: Context, trustsProxy: boolean): string | null {
  if (trustsProxy) {
    const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
    if (forwarded) return forwarded;
  }
  try {
    return getConnInfo(c).remote.address ?? null;
  } catch {
    return null;
  }
}
