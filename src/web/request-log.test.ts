import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { type LogEntry, requestLog } from "./request-log.ts";

const loggedApp = () => {
  const entries: LogEntry[] = [];
  const app = new Hono();
  app.use(requestLog({ log: (entry) => entries.push(entry), now: () => new Date(0), randomBytes }));
  app.get("/s/:link/p/:page", (c) => c.text("ok"));
  app.get("/fails/:link", () => {
    throw new Error("secret in message");
  });
  app.onError((_, c) => c.text("no", 500));
  return { app, entries };
};

describe("the request log", () => {
  it("R8 names the route, never the link, page, query or anything sent along", async () => {
    const { app, entries } = loggedApp();
    await app.request("/s/SECRETLINK/p/SECRETPAGE?q=SECRETQUERY", {
      headers: { referer: "http://x/SECRETREFERER", "user-agent": "SECRETAGENT" },
    });
    await app.request("/nowhere/SECRETLINK");
    await app.request("/fails/SECRETLINK");
    expect(entries.map((entry) => [entry.route, entry.status])).toEqual([
      ["/s/:link/p/:page", 200],
      ["none", 404],
      ["/fails/:link", 500],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/secret/i);
  });

  it("tells an error of ours from what is none", async () => {
    const { app, entries } = loggedApp();
    await app.request("/fails/x");
    await app.request("/nowhere");
    expect(entries.map((entry) => entry.level)).toEqual(["error", "info"]);
  });
});
