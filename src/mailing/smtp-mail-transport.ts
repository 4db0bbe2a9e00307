// Hands mails to a mail server over SMTP, and knows at every failure whether the mail may have been taken.
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { HandOver, MailTransport, OutgoingMail } from "./mail-transport.ts";
import { senderAddress } from "./sender.ts";
import { type SmtpServer, smtpServer } from "./smtp-server-address.ts";

/** Servers tend to close a connection after a hundred mails or some idle minutes; we do so first. */
const mailsPerConnection = 100;
const idleMilliseconds = 30_000;
const timeouts = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 5 * 60_000,
  dnsTimeout: 10_000,
};

const whatHappened: Readonly<Record<string, string>> = {
  EAUTH: "sign-in-refused",
  EDNS: "server-unknown",
  ETIMEDOUT: "timeout",
  ETLS: "no-encryption",
  EENVELOPE: "address-unusable",
  EMESSAGE: "mail-unusable",
};

interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Not a byte of the mail left before the connection was lost. */
interface Unsent {
  readonly kind: "unsent";
  readonly detail: string;
}

/** A connection that has been let in. `isBroken` once it ended, for whatever reason. */
interface OpenConnection {
  readonly smtp: SMTPConnection;
  isBroken: boolean;
  mails: number;
  idleTimer: NodeJS.Timeout | null;
}

/**
 * @param url `smtp://` or `smtps://` address with user and password where needed; `?connections=N` (10),
 *   `?require-tls=true|false` (true where there is a password and the server is not this machine),
 *   `?allow-any-certificate=true`
 * @param sender a name in it is left out: each mail carries its own
 */
export function smtpMailTransport(url: string, sender: string): MailTransport {
  const from = senderAddress(sender);
  const server = smtpServer(url);
  const idle: OpenConnection[] = [];

  function release(connection: OpenConnection): void {
    connection.mails += 1;
    if (connection.isBroken || connection.mails >= mailsPerConnection) {
      connection.smtp.quit();
      return;
    }
    connection.idleTimer = setTimeout(() => {
      idle.splice(idle.indexOf(connection), 1);
      connection.smtp.quit();
    }, idleMilliseconds);
    connection.idleTimer.unref();
    idle.push(connection);
  }

  function takeIdle(): OpenConnection | null {
    for (let found = idle.pop(); found !== undefined; found = idle.pop()) {
      if (found.idleTimer !== null) clearTimeout(found.idleTimer);
      if (!found.isBroken) return found;
    }
    return null;
  }

  async function sendOver(connection: OpenConnection, mail: OutgoingMail): Promise<HandOver | Unsent> {
    const bytes = await composed(mail, from);
    const message = new Readable({
      read() {
        this.push(bytes);
        this.push(null);
      },
    });
    const error = await new Promise<SmtpError | null>((resolve) => {
      connection.smtp.send({ from, to: [mail.to.address] }, message, (failure) => resolve(failure ?? null));
    });
    if (error === null) {
      release(connection);
      return { kind: "handed_over" };
    }
    const isAnswered = error.code === "EENVELOPE" || error.code === "EMESSAGE";
    if (isAnswered && error.responseCode !== 421 && !connection.isBroken) {
      await new Promise<void>((resolve) => {
        connection.smtp.reset((failure) => {
          if (failure) connection.smtp.close();
          else release(connection);
          resolve();
        });
      });
    } else {
      connection.smtp.close();
    }
    return outcomeOf(error, message.readableDidRead);
  }

  return {
    concurrency: server.connections,
    ready: async () => {
      const held = takeIdle() ?? (await openConnection(server));
      if (held instanceof Error) return { kind: "not-ready", detail: detailOf(held) };
      held.mails -= 1;
      release(held);
      return { kind: "ready" };
    },
    handOver: async (mail) => {
      const kept = takeIdle();
      // A server may end a connection that it had kept open; then nothing was sent, and a new one is tried.
      if (kept !== null) {
        const first = await sendOver(kept, mail);
        if (first.kind !== "unsent") return first;
      }
      const fresh = await openConnection(server);
      if (fresh instanceof Error) return { kind: "put_back", detail: detailOf(fresh), trouble: "service" };
      const second = await sendOver(fresh, mail);
      return second.kind === "unsent" ? { ...second, kind: "put_back", trouble: "service" } : second;
    },
    close: async () => {
      for (let held = takeIdle(); held !== null; held = takeIdle()) held.smtp.quit();
    },
  };
}

/** A connection that is ready for mails, or why there is none. */
function openConnection(server: SmtpServer): Promise<OpenConnection | SmtpError> {
  return new Promise((resolve) => {
    const smtp = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.isSecure,
      requireTLS: server.requiresTls,
      tls: { rejectUnauthorized: !server.allowsAnyCertificate },
      ...timeouts,
    });
    const connection: OpenConnection = { smtp, isBroken: false, mails: 0, idleTimer: null };
    smtp.on("error", (error: SmtpError) => {
      connection.isBroken = true;
      resolve(error);
    });
    smtp.once("end", () => {
      connection.isBroken = true;
      resolve(new Error("the mail server ended the connection"));
    });
    smtp.connect((failure) => {
      if (failure) return resolve(failure);
      if (server.credentials === null || !smtp.allowsAuth) return resolve(connection);
      smtp.login({ credentials: server.credentials }, (refusal) => {
        if (!refusal) return resolve(connection);
        connection.isBroken = true;
        resolve(refusal);
        smtp.close();
      });
    });
  });
}

/**
 * Whether a failed mail may have been taken follows from how far it got. As long as not a byte of it was
 * sent, it was not; after that, only the server's own answer says so.
 */
function outcomeOf(error: SmtpError, isMessageSent: boolean): HandOver | Unsent {
  const detail = detailOf(error);
  const code = error.responseCode ?? 0;
  const isAnswered = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  if (!isAnswered) return { kind: isMessageSent ? "uncertain" : "unsent", detail };
  if (code === 421 || (error.command === "MAIL FROM" && code !== 0) || code === 530 || code === 535) {
    return { kind: "put_back", detail, trouble: "service" };
  }
  // 5.7: refused by a policy (sender not trusted, relaying denied), which may be mended on our side.
  const isPolicy = /^5\d\d 5\.7\./.test(detail);
  if (code >= 400 && (code < 500 || isPolicy)) return { kind: "put_back", detail, trouble: "recipient" };
  return { kind: "refused", detail };
}

/** The codes of the server's answer, or what happened to the connection; never its words. */
function detailOf(error: SmtpError): string {
  const codes = /^(\d{3})[ -]?(\d\.\d{1,3}\.\d{1,3})?/.exec(error.response ?? "");
  if (codes !== null) return [codes[1], codes[2]].filter(Boolean).join(" ");
  return whatHappened[error.code ?? ""] ?? "connection-lost";
}

function composed(mail: OutgoingMail, from: string): Promise<Buffer> {
  const { to, replyTo } = mail;
  const composer = new MailComposer({
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    from: { name: mail.fromName, address: from },
    to: { name: to.name ?? "", address: to.address },
    ...(replyTo === null ? {} : { replyTo: { name: replyTo.name, address: replyTo.address } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
