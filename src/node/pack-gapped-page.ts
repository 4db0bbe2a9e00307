// Packs a page that was printed with gaps: compressed once, it is then copied for each reader, with what stands in the
// gaps put in as it is.
import { constants, crc32, deflateRawSync } from "node:zlib";
import type { GappedPage } from "../web/send-page.ts";
import { shiftBy, times } from "./crc-32.ts";
import { gzipHead, storedHead } from "./gzip-parts.ts";

interface Packed {
  /** Bytes in each fill. */
  readonly lengths: readonly number[];
  /** The whole answer with empty gaps. */
  readonly bytes: Buffer;
  /** Where each gap begins in `bytes`, in the order of the page's gaps. */
  readonly places: readonly number[];
  /** Checksum of the page with zeros in its gaps. */
  readonly check: number;
  /** Per fill: its checksum with zeros in its place, and by what a difference from that counts in the whole. */
  readonly zeros: readonly number[];
  readonly weights: readonly number[];
}

const kept = new WeakMap<readonly string[], Packed>();
const windowBytes = 32_768;

/** Deflated so that it can follow upon what stands before it, to which it may refer. */
const deflated = (text: Buffer, before: Buffer, isLast: boolean): Buffer =>
  deflateRawSync(text, {
    level: 9,
    finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(before.length === 0 ? {} : { dictionary: before.subarray(-windowBytes) }),
  });

const pack = ({ texts, gaps }: GappedPage, lengths: readonly number[]): Packed => {
  const parts: Buffer[] = [gzipHead];
  const places: number[] = [];
  const ends: number[] = [];
  let plain: Buffer = Buffer.alloc(0);
  let size = gzipHead.length;
  const add = (part: Buffer) => {
    parts.push(part);
    size += part.length;
  };
  for (const [place, text] of texts.entries()) {
    const bytes = Buffer.from(text);
    const isLast = place === gaps.length;
    add(deflated(bytes, plain, isLast));
    plain = Buffer.concat([plain, bytes]);
    if (isLast) break;
    const empty = Buffer.alloc(lengths[gaps[place]!]!);
    add(storedHead(empty.length));
    places.push(size);
    add(empty);
    plain = Buffer.concat([plain, empty]);
    ends.push(plain.length);
  }
  const foot = Buffer.alloc(8);
  foot.writeUInt32LE(plain.length, 4);
  const weights = lengths.map(() => 0);
  for (const [place, end] of ends.entries()) weights[gaps[place]!]! ^= shiftBy(plain.length - end);
  return {
    lengths,
    bytes: Buffer.concat([...parts, foot]),
    places,
    check: crc32(plain),
    zeros: lengths.map((length) => crc32(Buffer.alloc(length))),
    weights,
  };
};

/** The page as one gzip member; null where its gaps are of other lengths than when it was packed. */
export const gzipGappedPage = (page: GappedPage): Uint8Array<ArrayBuffer> | null => {
  const fills = page.fills.map((fill) => Buffer.from(fill));
  const known = kept.get(page.texts);
  const packed =
    known ??
    pack(
      page,
      fills.map(({ length }) => length),
    );
  if (known === undefined) kept.set(page.texts, packed);
  let { check } = packed;
  for (const [index, fill] of fills.entries()) {
    if (fill.length !== packed.lengths[index]) return null;
    check ^= times(crc32(fill) ^ packed.zeros[index]!, packed.weights[index]!);
  }
  const bytes = Buffer.from(packed.bytes) as Buffer<ArrayBuffer>;
  for (const [place, at] of packed.places.entries()) bytes.set(fills[page.gaps[place]!]!, at);
  bytes.writeUInt32LE(check >>> 0, bytes.length - 8);
  return bytes;
};
