// Keys for one purpose each, worked out from a key of the ring (HKDF, RFC 5869), and what is hashed with them.
import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import type { KeyBytes } from "./key-ring.ts";

const encoder = new TextEncoder();
// Values, not promises: on Workers no request may wait for what another one began.
const hashKeys = new WeakMap<KeyBytes, KeyObject>();
const derivedKeys = new WeakMap<KeyBytes, Map<string, KeyBytes>>();

/** 32 bytes that belong to `purpose` alone: nothing about other purposes follows from them. */
export async function derivedKey(key: KeyBytes, purpose: string): Promise<KeyBytes> {
  const known = derivedKeys.get(key) ?? new Map<string, KeyBytes>();
  derivedKeys.set(key, known);
  const found = known.get(purpose) ?? (await deriveKey(key, purpose));
  known.set(purpose, found);
  return found;
}

async function deriveKey(key: KeyBytes, purpose: string): Promise<KeyBytes> {
  const material = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(`tidvis ${purpose}`) },
    material,
    256,
  );
  return new Uint8Array(bits);
}

/** HMAC-SHA-256 of `text` under the key derived for `purpose`, base64url. */
export async function keyedHash(key: KeyBytes, purpose: string, text: string): Promise<string> {
  const derived = await derivedKey(key, purpose);
  const prepared = hashKeys.get(derived) ?? createSecretKey(derived);
  hashKeys.set(derived, prepared);
  return createHmac("sha256", prepared).update(text).digest("base64url");
}

/** SHA-256 of `text`, base64url: for what cannot be guessed, such as a random token. */
export async function plainHash(text: string): Promise<string> {
  return hash("sha256", text, "base64url");
}
