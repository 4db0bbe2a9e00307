// Text sealed so that only the holder of a key can read it, and only as what it was sealed as (JWE).
import { CompactEncrypt, compactDecrypt } from "jose";
import { ServiceError } from "../db/service-error.ts";
import { derivedKey } from "./derived-key.ts";
import type { KeyBytes } from "./key-ring.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const importedKeys = new WeakMap<KeyBytes, CryptoKey>();

/** Sealed with another key, sealed as something else, or altered. */
export class SealBrokenError extends ServiceError {
  override readonly name = "SealBrokenError";
  readonly code = "seal-broken";
  constructor(what: string) {
    super(`sealed ${what} cannot be opened with this key`);
  }
}

/**
 * @param what what is sealed and whose, for instance "contact of study-x": bound to the text, so that one
 *   sealed text cannot be put in another's place
 */
export async function seal(key: KeyBytes, what: string, text: string): Promise<string> {
  return new CompactEncrypt(encoder.encode(text))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: what })
    .encrypt(await sealingKey(key));
}

/** @throws SealBrokenError */
export async function unseal(key: KeyBytes, what: string, sealed: string): Promise<string> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, await sealingKey(key), {
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    if (protectedHeader.kid === what) return decoder.decode(plaintext);
  } catch {
    // Why it cannot be opened is nobody's business.
  }
  throw new SealBrokenError(what);
}

async function sealingKey(key: KeyBytes): Promise<CryptoKey> {
  const derived = await derivedKey(key, "sealing");
  const imported =
    importedKeys.get(derived) ??
    (await crypto.subtle.importKey("raw", derived, "AES-GCM", false, ["encrypt", "decrypt"]));
  importedKeys.set(derived, imported);
  return imported;
}
