// The environment, read and checked once. Settings may be shown; secrets never are.
import { ServiceError } from "./db/service-error.ts";

export interface Settings {
  /** Where people reach the service, without a trailing slash; links in mails begin with it. */
  readonly publicUrl: string;
  readonly port: number;
  /** The address to listen on; only this machine unless told otherwise. */
  readonly host: string;
  /** Folder of the embedded database, used when there is no database URL. */
  readonly dataFolder: string;
  /** Folder of the key files; must not lie inside the data folder. */
  readonly keysFolder: string;
  /** Sender of every mail, e.g. `Survey <survey@example.org>`. */
  readonly mailFrom: string;
  /** Address of an HTTP mail provider's send call, or null. */
  readonly mailApiUrl: string | null;
  /** Whether a proxy in front tells, in X-Forwarded-For, where requests come from. */
  readonly trustsProxy: boolean;
}

export interface Secrets {
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailApiKey: string | null;
  /** The key ring as JSON, where there is no folder for it; null: keys are files in the keys folder. */
  readonly keys: string | null;
}

export interface Config {
  readonly settings: Settings;
  readonly secrets: Secrets;
}

export class ConfigError extends ServiceError {
  override readonly name = "ConfigError";
  readonly code = "config";
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param overrides what the command line said; it goes before the environment
 * @throws ConfigError naming the first variable that is wrong
 */
export function readConfig(environment: Environment, overrides: { readonly port?: number } = {}): Config {
  const value = (name: string) => environment[name]?.trim() || null;
  const port = overrides.port ?? portFrom(value("PORT") ?? "8080");
  const publicUrl = webAddress("TIDVIS_PUBLIC_URL", value("TIDVIS_PUBLIC_URL") ?? `http://localhost:${port}`);
  const dataFolder = value("TIDVIS_DATA") ?? "data";
  const keysFolder = value("TIDVIS_KEYS_DIR") ?? "keys";
  if (isInside(keysFolder, dataFolder)) {
    throw new ConfigError(
      "TIDVIS_KEYS_DIR must not lie inside TIDVIS_DATA: a copy of the data would carry its keys",
    );
  }
  const mailApiUrl = value("MAIL_API_URL");
  return {
    settings: {
      publicUrl,
      port,
      host: value("HOST") ?? "127.0.0.1",
      dataFolder,
      keysFolder,
      mailFrom: value("MAIL_FROM") ?? `Tidvis <no-reply@${new URL(publicUrl).hostname}>`,
      mailApiUrl: mailApiUrl === null ? null : webAddress("MAIL_API_URL", mailApiUrl),
      trustsProxy: value("TIDVIS_TRUST_PROXY") === "yes",
    },
    secrets: {
      databaseUrl: ofScheme("DATABASE_URL", value("DATABASE_URL"), ["postgres:", "postgresql:"]),
      smtpUrl: ofScheme("SMTP_URL", value("SMTP_URL"), ["smtp:", "smtps:"]),
      mailApiKey: value("MAIL_API_KEY"),
      keys: value("TIDVIS_KEYS"),
    },
  };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`);
  return port;
}

function webAddress(name: string, text: string): string {
  if (!URL.canParse(text) || !["http:", "https:"].includes(new URL(text).protocol)) {
    throw new ConfigError(`${name} must be an http or https address, not "${text}"`);
  }
  return text.replace(/\/+$/, "");
}

/** The value itself is not repeated in the error: it may hold a password. */
function ofScheme(name: string, text: string | null, schemes: readonly string[]): string | null {
  if (text !== null && !(URL.canParse(text) && schemes.includes(new URL(text).protocol))) {
    throw new ConfigError(`${name} must be an address that begins with ${schemes.join("// or ")}//`);
  }
  return text;
}

function isInside(folder: string, outer: string): boolean {
  const parts = (path: string) => path.split("/").filter((part) => part !== "" && part !== ".");
  const [inner, container] = [parts(folder), parts(outer)];
  const sameRoot = folder.startsWith("/") === outer.startsWith("/");
  return sameRoot && container.every((part, index) => inner[index] === part);
}
