// What the lead's pages need from whoever starts the service.
import type { Kysely } from "kysely";
import type { KeyRing } from "../access/key-ring.ts";
import type { Database } from "../db/schema.ts";
import type { MailTransport } from "../mailing/mail-transport.ts";
import type { ContactVault } from "../panel/contact.ts";
import type { MakeCubes, ProtectWave } from "./close-wave.ts";

export interface FieldworkDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly vault: ContactVault;
  readonly keys: KeyRing;
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string;
  /** Null where no way of sending is set up: mails then wait in the outbox. */
  readonly mail: MailTransport | null;
  /** Tells the mail loop that something waits; returns at once. */
  readonly wakeMailer: () => void;
  readonly makeCubes: MakeCubes;
  readonly protectWave: ProtectWave;
}
