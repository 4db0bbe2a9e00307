// A way of sending for tests: keeps what is handed over, and does at each mail what it is told.
import type { HandOver, MailTransport, OutgoingMail } from "../../src/mailing/mail-transport.ts";

export interface FakeTransport extends MailTransport {
  /** Mails that were handed over. */
  readonly mails: OutgoingMail[];
  /** Addresses of those mails, sorted. */
  addresses(): string[];
}

/** @param behave what becomes of a mail, taken unless told otherwise; may throw, and may never return */
export function fakeTransport(
  behave: (mail: OutgoingMail) => HandOver | Promise<HandOver> = () => ({ kind: "handed_over" }),
  { concurrency = 4, ready = async () => ({ kind: "ready" }) }: Partial<MailTransport> = {},
): FakeTransport {
  const mails: OutgoingMail[] = [];
  return {
    mails,
    addresses: () => mails.map(({ to }) => to.address).sort(),
    concurrency,
    ready,
    handOver: async (mail) => {
      const outcome = await behave(mail);
      if (outcome.kind === "handed_over") mails.push(mail);
      return outcome;
    },
    close: async () => {},
  };
}

/** The token of the personal link in a mail. */
export function linkIn({ text }: Pick<OutgoingMail, "text">): string {
  const token = /\/s\/([A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error("no link in the mail");
  return token;
}
