// Puts the service together on a machine: database, keys, mail and clock, from the configuration.
import { randomBytes } from "node:crypto";
import { openContactVault } from "../access/contact-vault.ts";
import { openKeyFolder } from "../access/key-folder.ts";
import { openKeySecret } from "../access/key-secret.ts";
import type { AppDeps } from "../app/deps.ts";
import { programVersion } from "../app/program-version.ts";
import { makeCubes } from "../change/make-cubes.ts";
import type { Config } from "../config.ts";
import type { OpenDatabase } from "../db/open-database.ts";
import { httpMailTransport } from "../mailing/http-mail-transport.ts";
import type { LocalMailbox } from "../mailing/local-mailbox.ts";
import type { MailTransport } from "../mailing/mail-transport.ts";
import { smtpMailTransport } from "../mailing/smtp-mail-transport.ts";
import { protectClosedWave } from "../report/protect-closed-wave.ts";
import type { LogEntry } from "../web/request-log.ts";
import { callerOf } from "./caller.ts";
import { randomPool } from "./random-pool.ts";

export interface Service {
  readonly deps: AppDeps;
  readonly database: OpenDatabase;
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly now?: () => Date;
  readonly log?: (entry: LogEntry) => void;
  /** With the demo: mails go there, and nowhere else. */
  readonly mailbox?: LocalMailbox;
  readonly wakeMailer?: () => void;
}

/** @throws FolderInUseError, or whatever the database says when it cannot be reached */
export async function openService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const database = await openDatabase(config);
  const keys =
    config.secrets.keys === null
      ? openKeyFolder(config.settings.keysFolder, randomBytes)
      : openKeySecret(config.secrets.keys);
  const mail = options.mailbox?.transport ?? mailTransport(config);
  const deps: AppDeps = {
    db: database.db,
    now: options.now ?? (() => new Date()),
    randomBytes: randomPool(),
    keys,
    vault: openContactVault(keys),
    publicUrl: config.settings.publicUrl,
    mail,
    mailbox: options.mailbox ?? null,
    wakeMailer: options.wakeMailer ?? (() => {}),
    makeCubes: (tx, wave) => makeCubes(tx, { ...wave, programVersion }),
    protectWave: (wave) => protectClosedWave(deps, wave),
    questionnaires: new Map(),
    callerOf: (c) => callerOf(c, config.settings.trustsProxy),
    log: options.log ?? (() => {}),
  };
  return {
    deps,
    database,
    close: async () => {
      await mail?.close();
      await database.close();
    },
  };
}

/** PGlite is loaded only where it is used: a service on PostgreSQL starts without it. */
async function openDatabase({ settings, secrets }: Config): Promise<OpenDatabase> {
  if (secrets.databaseUrl !== null) {
    const { connectPostgres } = await import("../db/connect-postgres.ts");
    return connectPostgres(secrets.databaseUrl);
  }
  const { connectPglite } = await import("../db/connect-pglite.ts");
  return connectPglite(settings.dataFolder);
}

function mailTransport({ settings, secrets }: Config): MailTransport | null {
  if (secrets.smtpUrl !== null) return smtpMailTransport(secrets.smtpUrl, settings.mailFrom);
  if (settings.mailApiUrl !== null) {
    return httpMailTransport({ url: settings.mailApiUrl, key: secrets.mailApiKey, from: settings.mailFrom });
  }
  return null;
}
