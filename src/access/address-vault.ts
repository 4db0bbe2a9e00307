// Addresses that belong to no study (staff, and what is typed on public pages), sealed with the service's key.
import { comparableEmail } from "../panel/contact.ts";
import { keyedHash } from "./derived-key.ts";
import type { KeyRing } from "./key-ring.ts";
import { seal, unseal } from "./sealing.ts";

const what = "address";

/** The address as it is compared, sealed. */
export async function sealAddress(keys: KeyRing, email: string): Promise<string> {
  return seal(await keys.serviceKey(), what, comparableEmail(email));
}

/** @throws SealBrokenError */
export async function openAddress(keys: KeyRing, sealed: string): Promise<string> {
  return unseal(await keys.serviceKey(), what, sealed);
}

/** The same for the same address, however it is written; useless without the key. */
export async function hashAddress(keys: KeyRing, email: string): Promise<string> {
  return keyedHash(await keys.serviceKey(), "address", comparableEmail(email));
}

/** Whether a text has the form of an e-mail address; whether anybody reads it is another matter. */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/u.test(text.trim())
  );
}
