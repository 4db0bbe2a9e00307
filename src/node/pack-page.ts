// Packs pages for the wire. Of a page that was not printed before, the style is compressed once and for all and the
// rest each time.
import { constants, crc32, deflateRawSync } from "node:zlib";
import { type PageWire, wholePage } from "../web/send-page.ts";
import { gzipHead, storedHead } from "./gzip-parts.ts";
import { gzipGappedPage } from "./pack-gapped-page.ts";

interface Packed {
  readonly plain: Buffer;
  readonly deflated: Buffer;
}

/** Styles by their text; there are as many as there are kinds of pages. */
const styles = new Map<string, Packed>();
const mostStyles = 20;

const packedStyle = (text: string): Packed => {
  const known = styles.get(text);
  if (known !== undefined) return known;
  const plain = Buffer.from(text);
  const deflated = deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  if (styles.size >= mostStyles) styles.clear();
  styles.set(text, { plain, deflated });
  return { plain, deflated };
};

const endOfStyle = "</style>";
const longestHead = 4000;

/**
 * One gzip member: what stands before the style as it is, the style compressed earlier, the rest compressed now.
 * A page without a style near its beginning is compressed whole.
 */
export const gzipPage = (page: string): Uint8Array<ArrayBuffer> => {
  const opening = page.indexOf("<style");
  const from = opening === -1 || opening > longestHead ? 0 : page.indexOf(">", opening) + 1;
  const to = from === 0 ? 0 : page.indexOf(endOfStyle, from);
  const rest = Buffer.from(page.slice(Math.max(to, 0)));
  const tail = deflateRawSync(rest, { level: 4 });
  const parts: Buffer[] = [gzipHead];
  let check = 0;
  let length = rest.length;
  if (to > 0) {
    const head = Buffer.from(page.slice(0, from));
    const style = packedStyle(page.slice(from, to));
    parts.push(storedHead(head.length), head, style.deflated);
    check = crc32(style.plain, crc32(head));
    length += head.length + style.plain.length;
  }
  const foot = Buffer.alloc(8);
  foot.writeUInt32LE(crc32(rest, check), 0);
  foot.writeUInt32LE(length, 4);
  return Buffer.concat([...parts, tail, foot]) as Uint8Array<ArrayBuffer>;
};

const takesGzip = /(?:^|,)\s*gzip\s*(?:,|$|;\s*q=(?:0\.0*[1-9]|1))/i;

/** For `sendPage`. */
export const packPage: NonNullable<PageWire["packPage"]> = (page, accepts) => {
  if (!takesGzip.test(accepts)) return null;
  const bytes =
    typeof page === "string" ? gzipPage(page) : (gzipGappedPage(page) ?? gzipPage(wholePage(page)));
  return { bytes, encoding: "gzip" };
};
