// What the mail loop needs from whoever starts the service.
import type { Kysely } from "kysely";
import type { KeyRing } from "../access/key-ring.ts";
import type { Database } from "../db/schema.ts";
import type { ContactVault } from "../panel/contact.ts";
import type { LogEntry } from "../web/request-log.ts";
import type { MailTransport } from "./mail-transport.ts";

export interface MailingDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly vault: ContactVault;
  readonly keys: KeyRing;
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string;
  /** Null where no way of sending is set up: mails then wait. */
  readonly mail: MailTransport | null;
  readonly log: (entry: LogEntry) => void;
}
