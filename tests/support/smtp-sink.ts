// A mail server for tests: takes mails and keeps them, refuses whom it is told to, breaks off where it is told to.
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface SinkMail {
  readonly to: string;
  /** As it came over the wire. */
  readonly raw: string;
}

export interface SmtpSink {
  readonly url: string;
  readonly mails: SinkMail[];
  /** How many connections were opened. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export interface SinkBehaviour {
  /** Answer to a recipient: null accepts. */
  readonly recipient?: (address: string) => { code: number; text: string } | null;
  readonly sender?: (address: string) => { code: number; text: string } | null;
  /** Answer to a whole mail: null accepts; "drop" takes it and breaks off without a word. */
  readonly mail?: (mail: SinkMail) => { code: number; text: string } | "drop" | null;
  readonly signIn?: (user: string, password: string) => boolean;
  readonly options?: SMTPServerOptions;
}

const refusal = ({ code, text }: { code: number; text: string }) =>
  Object.assign(new Error(text), { responseCode: code });

/** The smtp-server library keeps the socket to itself; a server that dies in the middle needs it. */
interface SessionServer {
  readonly connections: Set<{ readonly id: string; readonly _socket: { destroy(): void } }>;
}

export async function smtpSink(behaviour: SinkBehaviour = {}, port = 0): Promise<SmtpSink> {
  const mails: SinkMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: behaviour.signIn === undefined,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_, callback) => {
      connections += 1;
      callback();
    },
    onAuth: (auth, _, callback) => {
      const isKnown = behaviour.signIn?.(auth.username ?? "", auth.password ?? "") ?? true;
      if (isKnown) callback(null, { user: auth.username });
      else callback(Object.assign(new Error("who are you"), { responseCode: 535 }));
    },
    onMailFrom: ({ address }, _, callback) => {
      const answer = behaviour.sender?.(address) ?? null;
      callback(answer === null ? null : refusal(answer));
    },
    onRcptTo: ({ address }, _, callback) => {
      const answer = behaviour.recipient?.(address) ?? null;
      callback(answer === null ? null : refusal(answer));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          raw: Buffer.concat(chunks).toString("utf8"),
        };
        const answer = behaviour.mail?.(mail) ?? null;
        if (answer === "drop") {
          mails.push(mail);
          for (const connection of (server as unknown as SessionServer).connections) {
            if (connection.id === session.id) connection._socket.destroy();
          }
          return;
        }
        if (answer === null) mails.push(mail);
        callback(answer === null ? null : refusal(answer));
      });
    },
    ...behaviour.options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    mails,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
