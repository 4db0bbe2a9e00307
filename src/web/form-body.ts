// Reads a posted form within limits, whatever is sent.

/** What a posted body turned out to be. */
export type FormBody =
  /** Names and values in the order sent. */
  | { readonly kind: "form"; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: "too-large" }
  /** Not a form at all. */
  | { readonly kind: "unreadable" };

const mostFields = 10_000;

const readBytes = async (request: Request, mostBytes: number): Promise<Uint8Array | null> => {
  const length = request.headers.get("content-length") ?? "";
  if (Number(length) > mostBytes) return null;
  if (/^\d+$/.test(length)) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > mostBytes ? null : bytes;
  }
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
};

/**
 * Reads an urlencoded form. Broken percent signs and bytes that are not UTF-8 become replacement characters;
 * NUL characters, which no database column takes, are left out; line ends become "\n".
 *
 * @param mostBytes the largest body that is read, in bytes
 */
export const readForm = async (request: Request, mostBytes: number): Promise<FormBody> => {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return { kind: "unreadable" };
  const bytes = await readBytes(request, mostBytes);
  if (bytes === null) return { kind: "too-large" };
  const clean = (text: string): string => text.replaceAll("\0", "").replace(/\r\n?/g, "\n");
  const pairs: [string, string][] = [];
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
    if (pairs.length >= mostFields) return { kind: "too-large" };
    pairs.push([clean(name), clean(value)]);
  }
  return { kind: "form", pairs };
};

/** The last value sent for a field, or "" when it was not sent. */
export const fieldOf = (pairs: readonly (readonly [string, string])[], name: string): string =>
  pairs.findLast(([field]) => field === name)?.[1] ?? "";
