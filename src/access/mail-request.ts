// A mail asked for on a public page: to sign in, or because a link was lost. Whoever asks, the same happens:
// one row, no look-up. Whether the address belongs to anybody is found out later, by the mail loop.
import type { Kysely } from "kysely";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { hashAddress, isEmailAddress, sealAddress } from "./address-vault.ts";
import { countAttempt } from "./attempt.ts";
import { base64Url } from "./base64-url.ts";
import type { KeyRing } from "./key-ring.ts";
import { insertMailRequest, type MailRequestPurpose } from "./mail-request-store.ts";

/** Requests one caller may make. What one address may be sent is the mail loop's limit. */
export const requestAttempts = { limit: 30, windowMinutes: 15 };

export interface MailRequest {
  readonly purpose: MailRequestPurpose;
  /** As typed. */
  readonly address: string;
  readonly language: LanguageCode;
  /** Where the request comes from (an IP address), or null if that is not known. */
  readonly caller: string | null;
  readonly now: Date;
}

/** `not-an-address` and `too-many` say nothing about whose address it is. */
export async function requestMail(
  db: Kysely<Database>,
  deps: { readonly keys: KeyRing; readonly randomBytes: (length: number) => Uint8Array },
  request: MailRequest,
): Promise<{ kind: "accepted" } | { kind: "not-an-address" } | { kind: "too-many" }> {
  const { keys, randomBytes } = deps;
  if (!isEmailAddress(request.address)) return { kind: "not-an-address" };
  const attempt = {
    ...requestAttempts,
    keys,
    door: `mail-request ${request.purpose}`,
    caller: request.caller,
    now: request.now,
  };
  if (!(await countAttempt(db, attempt))) return { kind: "too-many" };
  const [sealedAddress, addressHash] = await Promise.all([
    sealAddress(keys, request.address),
    hashAddress(keys, request.address),
  ]);
  await insertMailRequest(db, {
    requestId: base64Url(randomBytes(15)),
    purpose: request.purpose,
    sealedAddress,
    addressHash,
    language: request.language,
    now: request.now,
  });
  return { kind: "accepted" };
}
