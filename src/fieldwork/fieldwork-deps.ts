// What the lead's pages need from whoever starts the service.
import type { Kysely } from "kysely";
import type { KeyRing } from "../access/key-ring.ts";
import type { Database } from "../db/schema.ts";
import type { ContactVault } from "../panel/contact.ts";
import type { MakeCubes } from "./close-wave.ts";

export interface FieldworkDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly vault: ContactVault;
  readonly keys: KeyRing;
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string;
  /** Whether mails can leave at all: a mail server, a provider, or the demo's mailbox. */
  readonly canMail: boolean;
  /** Tells the mail loop that something waits; returns at once. */
  readonly wakeMailer: () => void;
  readonly makeCubes: MakeCubes;
}
