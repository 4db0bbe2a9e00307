// The pieces of a gzip member that is put together by hand.

/** Header of a gzip member: deflate, no name, no time, unknown system (RFC 1952, 2.3). */
export const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** What stands in a deflate stream before bytes that are not compressed (RFC 1951, 3.2.4), at most 65,535 of them. */
export const storedHead = (bytes: number): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes, 1);
  head.writeUInt16LE(bytes ^ 0xffff, 3);
  return head;
};
