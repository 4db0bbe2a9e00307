// Listens for requests, and stops without cutting off those that are being answered.
import { type ServerType, serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

/** @throws the system's error, for instance EADDRINUSE */
export function listen(
  app: Pick<Hono, "fetch">,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port, hostname: host }, (info) =>
      resolve({
        port: info.port,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ("closeIdleConnections" in server) server.closeIdleConnections();
          }),
      }),
    );
    server.once("error", reject);
  });
}
