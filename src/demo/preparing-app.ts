// What the demo answers while its story is being told: that it is alive, and nearly ready.
import { Hono } from "hono";
import { html } from "hono/html";

/** Seconds after which a waiting page looks again. */
const lookAgainSeconds = 3;

export function preparingApp(): Hono {
  const app = new Hono();
  app.get("/health", (c) => c.json({ database: "answers", demo: "being prepared" }));
  app.all("*", (c) => {
    c.header("Retry-After", String(lookAgainSeconds));
    c.header("Refresh", String(lookAgainSeconds));
    c.header("Cache-Control", "no-store");
    return c.html(
      html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Tidvis</title><h1>The demo is being prepared</h1><p>Two years of made-up people answering take about half a minute. This page opens by itself when they are done.</p></html>`,
      503,
    );
  });
  return app;
}
