// What the machine can do at most: Hono and postgres.js with one upsert per POST and a fixed page of the same size.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import postgres from "postgres";

/** Listens until the process ends, and tells its parent the port. */
export async function runBareHandler(databaseUrl: string, pageBytes: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 10 });
  await sql`create table if not exists bare (id text primary key, answers jsonb not null, saves integer not null)`;
  const page = `<!doctype html><title>Page</title><p>${"x".repeat(Math.max(0, pageBytes - 40))}`;
  const app = new Hono();
  app.get("/s/:link", (c) => c.html(page));
  app.get("/s/:link/p/:page", (c) => c.html(page));
  app.get("/s/:link/receipt/:token", (c) => c.html(page));
  app.post("/s/:link/p/:page", async (c) => {
    const { link, page: name } = c.req.param();
    const form = await c.req.parseBody();
    await sql`insert into bare values (${link}, ${sql.json(form as Record<string, string>)}, 1)
      on conflict (id) do update set answers = bare.answers || excluded.answers, saves = bare.saves + 1`;
    return c.redirect(name === "one" ? `/s/${link}/p/two` : `/s/${link}/receipt/1`, 303);
  });
  serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => process.send?.({ port }));
}
