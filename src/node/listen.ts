// Listens for requests, and stops without cutting off those that are being answered.
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";

export interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

/** Below that, compressing costs more than it saves. */
const smallestCompressedBytes = 1024;

/** @throws the system's error, for instance EADDRINUSE */
export function listen(
  app: Pick<Hono, "fetch">,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const front = new Hono<{ Bindings: HttpBindings }>();
    front.use(compress({ threshold: smallestCompressedBytes }));
    front.all("*", (c) => app.fetch(c.req.raw, c.env));
    const server: ServerType = serve({ fetch: front.fetch, port, hostname: host }, (info) =>
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
