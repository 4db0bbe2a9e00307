// Turns a page into an answer, packed for the wire where the entrance knows how to.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What an entrance may hand along with a request beside its own bindings. */
export interface PageWire {
  /**
   * A whole page as the bytes of one encoding; null where this browser takes none.
   *
   * @param accepts the request's Accept-Encoding
   */
  readonly packPage?: (
    page: string,
    accepts: string,
  ) => { readonly bytes: Uint8Array<ArrayBuffer>; readonly encoding: string } | null;
}

/** A page of HTML. @param page a component, or what one made of itself */
export const sendPage = async (
  c: Context,
  page: { toString(): string | Promise<string> } | Promise<{ toString(): string | Promise<string> }>,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const text = await (await page).toString();
  const packed = (c.env as PageWire | undefined)?.packPage?.(text, c.req.header("accept-encoding") ?? "");
  if (packed === undefined || packed === null) return c.html(text, status);
  return c.body(packed.bytes, status, {
    "Content-Type": "text/html; charset=UTF-8",
    "Content-Encoding": packed.encoding,
    Vary: "Accept-Encoding",
  });
};
