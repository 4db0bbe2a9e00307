// Listens for requests, and stops without cutting off those that are being answered.
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { PageWire } from "../web/send-page.ts";
import { packPage } from "./pack-page.ts";

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
    const compressing = new Hono<{ Bindings: { answer: Response } }>();
    compressing.use(compress({ threshold: smallestCompressedBytes }));
    compressing.all("*", (c) => c.env.answer);
    const answer = async (request: Request, bindings: HttpBindings): Promise<Response> => {
      let isReady = false;
      const wire: PageWire = {
        packPage,
        connection: bindings.incoming.socket,
        isReady: () => {
          isReady = true;
        },
      };
      const made = await app.fetch(request, { ...bindings, ...wire });
      return isReady || !made.headers.has("Content-Type") || made.headers.has("Content-Encoding")
        ? made
        : compressing.fetch(request, { answer: made });
    };
    const server: ServerType = serve(
      { fetch: (request, bindings) => answer(request, bindings as HttpBindings), port, hostname: host },
      (info) =>
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
