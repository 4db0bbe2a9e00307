// Turns a respondent's page into an answer, packed for the wire where the entrance knows how to.
import type { Context } from "hono";
import { respondentAnswer } from "./security-headers.ts";

/** A page that was printed before, with gaps: a text, what stands in the first gap, a text, and so on. */
export interface GappedPage {
  /** One more than there are gaps; the same object as long as the page is the same but for what fills its gaps. */
  readonly texts: readonly string[];
  /** Which fill stands in each gap. */
  readonly gaps: readonly number[];
  readonly fills: readonly string[];
}

export interface PackedPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: string;
}

/** What an entrance may hand along with a request beside its own bindings. */
export interface PageWire {
  /**
   * A whole page as the bytes of one encoding; null where this browser takes none.
   *
   * @param accepts the request's Accept-Encoding
   */
  readonly packPage?: (page: string | GappedPage, accepts: string) => PackedPage | null;
  /** The same object for all requests over one connection. */
  readonly connection?: object;
  /** Told that the answer goes out as it is. */
  readonly isReady?: () => void;
}

type Printable = { toString(): string | Promise<string> };

/** A page as text, its gaps filled. */
export const wholePage = ({ texts, gaps, fills }: GappedPage): string =>
  texts.map((text, place) => (place < gaps.length ? `${text}${fills[gaps[place]!]}` : text)).join("");

const isGapped = (page: object): page is GappedPage => "fills" in page;

/** A page of HTML. @param page a component, what one made of itself, or a page with gaps */
export const sendPage = async (
  c: Context,
  page: Printable | GappedPage | Promise<Printable>,
  status = 200,
): Promise<Response> => {
  const made = await page;
  const ready = typeof made === "object" && isGapped(made) ? made : await made.toString();
  const wire = c.env as PageWire | undefined;
  const packed = wire?.packPage?.(ready, c.req.header("accept-encoding") ?? "") ?? null;
  if (packed === null) {
    const text = typeof ready === "string" ? ready : wholePage(ready);
    return respondentAnswer(c, text, status, { "Content-Type": "text/html; charset=UTF-8" });
  }
  wire?.isReady?.();
  return respondentAnswer(c, packed.bytes, status, {
    "Content-Type": "text/html; charset=UTF-8",
    "Content-Encoding": packed.encoding,
    "Content-Length": String(packed.bytes.length),
    Vary: "Accept-Encoding",
  });
};

/** After a POST: the address to look at next. */
export const seeOther = (c: Context, address: string): Response => {
  (c.env as PageWire | undefined)?.isReady?.();
  return respondentAnswer(c, null, 303, { Location: address, "Content-Length": "0" });
};
