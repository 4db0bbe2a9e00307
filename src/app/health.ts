// Whether the service can do its work: the database answers, and the clock has ticked lately.
import { Hono } from "hono";
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import { lastTick } from "../mailing/clock-tick-store.ts";

/** Without a tick for so long, due mails and closings have stopped. */
const tickOverdueMilliseconds = 10 * 60_000;

/** `GET /health`: 200 when all is well, 503 when it is not; nothing personal, nothing secret. */
export function healthRoutes(deps: { readonly db: Kysely<Database>; readonly now: () => Date }): Hono {
  return new Hono().get("/health", async (c) => {
    c.header("Cache-Control", "no-store");
    try {
      const tickedAt = await lastTick(deps.db);
      const isOverdue =
        tickedAt !== null && deps.now().getTime() - tickedAt.getTime() > tickOverdueMilliseconds;
      return c.json(
        {
          database: "answers",
          lastTick: tickedAt?.toISOString() ?? null,
          clock: isOverdue ? "stopped" : "ticks",
        },
        isOverdue ? 503 : 200,
      );
    } catch {
      return c.json({ database: "does not answer", lastTick: null, clock: "unknown" }, 503);
    }
  });
}
