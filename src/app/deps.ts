// Everything the service is made of, handed to every room; each names the part it needs.
import type { Context } from "hono";
import type { Kysely } from "kysely";
import type { KeyRing } from "../access/key-ring.ts";
import type { KeptQuestionnaires } from "../collection/prepared-study.ts";
import type { Database } from "../db/schema.ts";
import type { MakeCubes, ProtectWave } from "../fieldwork/close-wave.ts";
import type { LocalMailbox } from "../mailing/local-mailbox.ts";
import type { MailTransport } from "../mailing/mail-transport.ts";
import type { ContactVault } from "../panel/contact.ts";
import type { LogEntry } from "../web/request-log.ts";

export interface AppDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly keys: KeyRing;
  readonly vault: ContactVault;
  /** Without a trailing slash; the address that links in mails begin with. */
  readonly publicUrl: string;
  /** Null where no way of sending is set up: mails then wait in the outbox. */
  readonly mail: MailTransport | null;
  /** Where the demo's mails can be read; null outside the demo. */
  readonly mailbox: LocalMailbox | null;
  /** Tells the mail loop that something waits; returns at once. */
  readonly wakeMailer: () => void;
  readonly makeCubes: MakeCubes;
  readonly protectWave: ProtectWave;
  /** Questionnaires made ready, kept for as long as the program runs. */
  readonly questionnaires: KeptQuestionnaires;
  /** Where a request comes from, or null if that is not known. */
  readonly callerOf: (c: Context) => string | null;
  readonly log: (entry: LogEntry) => void;
}
