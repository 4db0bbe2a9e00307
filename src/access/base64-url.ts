// Bytes as text that can stand in an address: base64url without padding (RFC 4648).
import { encodeBase64Url } from "hono/utils/encode";

/** The bytes that `bytes` shows, also where they are a part of a larger buffer. */
export function base64Url(bytes: Uint8Array): string {
  return encodeBase64Url(Uint8Array.from(bytes).buffer).replace(/=+$/, "");
}
