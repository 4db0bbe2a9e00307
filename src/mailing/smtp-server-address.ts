// A mail server as its address names it: smtp://user:password@host:587?connections=10

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (smtps). */
  readonly isSecure: boolean;
  /** No mail without encryption. */
  readonly requiresTls: boolean;
  readonly allowsAnyCertificate: boolean;
  readonly credentials: { readonly user: string; readonly pass: string } | null;
  readonly connections: number;
}

const mostConnections = 50;

/** @throws RangeError, without repeating the address, if it is none */
export function smtpServer(address: string): SmtpServer {
  if (!URL.canParse(address)) throw new RangeError("SMTP_URL is not an address");
  const url = new URL(address);
  if (!["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "") {
    throw new RangeError("SMTP_URL must begin with smtp:// or smtps:// and name a server");
  }
  const isSecure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const credentials =
    url.username === ""
      ? null
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  const connections = Number(url.searchParams.get("connections") ?? "10");
  if (!Number.isInteger(connections) || connections < 1 || connections > mostConnections) {
    throw new RangeError(`SMTP_URL: connections must be from 1 to ${mostConnections}`);
  }
  const isThisMachine = host === "localhost" || host === "::1" || /^127\./.test(host);
  return {
    host,
    port: url.port === "" ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    requiresTls: flag(url, "require-tls") ?? (!isSecure && credentials !== null && !isThisMachine),
    allowsAnyCertificate: flag(url, "allow-any-certificate") ?? isThisMachine,
    credentials,
    connections,
  };
}

function flag(url: URL, name: string): boolean | null {
  const value = url.searchParams.get(name);
  return value === null ? null : value === "true";
}
