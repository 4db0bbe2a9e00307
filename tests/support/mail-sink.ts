// Where the tests' mails end up: a mail server that keeps what it is given, or a provider's HTTP address.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  /** In lower case. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
}

export interface MailSink {
  readonly url: string;
  /** Everything received, in the order in which it came. */
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

/** A real SMTP server on a free port that takes every mail. */
export async function smtpSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const mail = await PostalMime.parse(Buffer.concat(chunks));
        const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
        for (const recipient of session.envelope.rcptTo) {
          const to = recipient.address.toLowerCase();
          mails.push({
            to,
            subject: mail.subject ?? "",
            text: mail.text ?? "",
            html: mail.html ?? "",
            headers,
          });
        }
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What a mail provider's send call looks like from outside; each idempotency key counts once. */
export async function providerSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const key = String(request.headers["idempotency-key"] ?? "");
      const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>;
      if (!seen.has(key) && body.subject !== undefined) {
        const headers = new Map(
          Object.entries((body.headers ?? {}) as Record<string, string>).map(([name, value]) => [
            name.toLowerCase(),
            value,
          ]),
        );
        for (const to of [body.to].flat()) {
          mails.push({
            to: addressIn(String(to)),
            subject: String(body.subject),
            text: String(body.text),
            html: String(body.html),
            headers,
          });
        }
      }
      seen.add(key);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ id: key }));
    });
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/emails`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The address of `Name <address>`, in lower case. */
function addressIn(mailbox: string): string {
  return (/<([^>]+)>/.exec(mailbox)?.[1] ?? mailbox).toLowerCase();
}
