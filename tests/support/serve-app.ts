// An app on a free port of this machine, for a real browser to open.
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

/** @returns where the app answers, and how to end it */
export async function serveApp(app: {
  fetch(request: Request): Response | Promise<Response>;
}): Promise<{ origin: string; stop(): void }> {
  const server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
