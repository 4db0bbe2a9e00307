// Requests for a mail as the database keeps them, until the mail loop has dealt with them.
import { type Kysely, sql } from "kysely";
import type { Database } from "../db/schema.ts";
import type { LanguageCode } from "../language/language-code.ts";

export type MailRequestPurpose = "sign_in" | "lost_link";

export interface WaitingMailRequest {
  readonly requestId: string;
  readonly purpose: MailRequestPurpose;
  readonly sealedAddress: string;
  readonly addressHash: string;
  readonly language: LanguageCode;
  readonly requestedAt: Date;
}

export async function insertMailRequest(
  db: Kysely<Database>,
  request: Omit<WaitingMailRequest, "requestedAt"> & { now: Date },
): Promise<void> {
  await db
    .insertInto("mail_request")
    .values({
      request_id: request.requestId,
      purpose: request.purpose,
      sealed_address: request.sealedAddress,
      address_hash: request.addressHash,
      language: request.language,
      requested_at: request.now,
      claimed_at: null,
      handled_at: null,
    })
    .execute();
}

/** Claims the oldest request that waits; of several processes, each request goes to one. */
export async function claimMailRequest(
  db: Kysely<Database>,
  purpose: MailRequestPurpose,
  now: Date,
): Promise<WaitingMailRequest | null> {
  const row = await db
    .updateTable("mail_request")
    .set({ claimed_at: now })
    .where("request_id", "=", (waiting) =>
      waiting
        .selectFrom("mail_request")
        .select("request_id")
        .where("claimed_at", "is", null)
        .where("purpose", "=", purpose)
        .orderBy("requested_at")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(["request_id", "purpose", "sealed_address", "address_hash", "language", "requested_at"])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    requestId: row.request_id,
    purpose: row.purpose,
    sealedAddress: row.sealed_address,
    addressHash: row.address_hash,
    language: row.language as LanguageCode,
    requestedAt: row.requested_at,
  };
}

/** How many requests for the same address and purpose were made since, this one and those after it left out. */
export async function countEarlierRequests(
  db: Kysely<Database>,
  request: Pick<WaitingMailRequest, "requestId" | "purpose" | "addressHash" | "requestedAt">,
  since: Date,
): Promise<number> {
  const { earlier } = await db
    .selectFrom("mail_request")
    .select(sql<number>`count(*)::integer`.as("earlier"))
    .where("address_hash", "=", request.addressHash)
    .where("purpose", "=", request.purpose)
    .where("requested_at", ">", since)
    .where(sql<boolean>`(requested_at, request_id) < (${request.requestedAt}, ${request.requestId})`)
    .executeTakeFirstOrThrow();
  return earlier;
}

/** Lets a request wait again: nothing was sent. */
export async function unclaimMailRequest(db: Kysely<Database>, requestId: string): Promise<void> {
  await db
    .updateTable("mail_request")
    .set({ claimed_at: null })
    .where("request_id", "=", requestId)
    .execute();
}

/** Notes that a request was dealt with, and forgets the address. */
export async function markMailRequestHandled(
  db: Kysely<Database>,
  requestId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("mail_request")
    .set({ handled_at: now, sealed_address: "" })
    .where("request_id", "=", requestId)
    .execute();
}

/** Forgets requests made before, dealt with or not. */
export async function forgetMailRequestsBefore(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom("mail_request").where("requested_at", "<", before).execute();
}

/** How many requests wait to be dealt with, and since when. */
export async function readWaitingMailRequests(
  db: Kysely<Database>,
): Promise<{ waiting: number; oldest: Date | null }> {
  return db
    .selectFrom("mail_request")
    .select([sql<number>`count(*)::integer`.as("waiting"), sql<Date | null>`min(requested_at)`.as("oldest")])
    .where("claimed_at", "is", null)
    .executeTakeFirstOrThrow();
}
