// Hands mails to a provider's HTTP interface (of the form that Resend and others share): one JSON per mail, with
// an idempotency key, so that asking twice with the same key and the same mail sends it once.
import type { HandOver, MailTransport, OutgoingMail } from "./mail-transport.ts";
import { senderAddress } from "./sender.ts";

/** Waits between attempts with the same key, in milliseconds. */
const waits = [500, 2000];
const timeoutMilliseconds = 30_000;

export interface HttpMailProvider {
  /** Where mails are posted: "https://api.resend.com/emails". */
  readonly url: string;
  /** Null where the provider asks for none. */
  readonly key: string | null;
  /** The sender; a name in it is left out. */
  readonly from: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What one request came to; `again`: worth another with the same key. */
type Answer = HandOver | { readonly kind: "again"; readonly last: HandOver };

export function httpMailTransport(provider: HttpMailProvider): MailTransport {
  const from = senderAddress(provider.from);
  const request = provider.fetch ?? ((url, init) => fetch(url, init));
  const wait =
    provider.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));

  async function ask(mail: OutgoingMail, isFirst: boolean): Promise<Answer> {
    let response: Response;
    try {
      response = await request(provider.url, {
        method: "POST",
        headers: {
          ...(provider.key === null ? {} : { Authorization: `Bearer ${provider.key}` }),
          "Content-Type": "application/json",
          "Idempotency-Key": mail.messageId,
        },
        body: JSON.stringify(bodyOf(mail, from)),
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
    } catch {
      return { kind: "again", last: { kind: "uncertain", detail: "no-answer" } };
    }
    const detail = `http ${response.status}`;
    await response.body?.cancel();
    if (response.ok) return { kind: "handed_over" };
    switch (response.status) {
      case 400:
      case 422:
        return { kind: "refused", detail };
      case 401:
      case 403:
      case 404:
      case 405:
        return { kind: "put_back", detail, trouble: "service" };
      case 409:
        // The key is known: this mail is being dealt with, or an earlier attempt at it was taken.
        return isFirst ? { kind: "uncertain", detail } : { kind: "handed_over" };
      case 429:
        return { kind: "again", last: { kind: "put_back", detail, trouble: "service" } };
      default:
        return response.status >= 500
          ? { kind: "again", last: { kind: "uncertain", detail } }
          : { kind: "put_back", detail, trouble: "service" };
    }
  }

  return {
    concurrency: 4,
    // There is nothing to ask that would not be a mail; the first answer tells.
    ready: async () => ({ kind: "ready" }),
    handOver: async (mail) => {
      let answer = await ask(mail, true);
      let mayHaveArrived = isUncertain(answer);
      for (const milliseconds of waits) {
        if (answer.kind !== "again") break;
        await wait(milliseconds);
        answer = await ask(mail, !mayHaveArrived);
        mayHaveArrived ||= isUncertain(answer);
      }
      const outcome = answer.kind === "again" ? answer.last : answer;
      // A request that was never answered may have been carried out, whatever a later one was told.
      return mayHaveArrived && outcome.kind === "put_back"
        ? { kind: "uncertain", detail: outcome.detail }
        : outcome;
    },
    close: async () => {},
  };
}

function isUncertain(answer: Answer): boolean {
  return answer.kind === "again" && answer.last.kind === "uncertain";
}

function bodyOf(mail: OutgoingMail, from: string): Record<string, unknown> {
  return {
    from: mailbox(mail.fromName, from),
    to: [mailbox(mail.to.name, mail.to.address)],
    ...(mail.replyTo === null ? {} : { reply_to: mailbox(mail.replyTo.name, mail.replyTo.address) }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers, "Message-ID": `<${mail.messageId}>` },
  };
}

/** `"Kim \"K\" Exempel" <kim@example.org>`, whatever the name holds. */
function mailbox(name: string | null, address: string): string {
  const clean = (name ?? "").replace(/\p{Cc}+/gu, " ").trim();
  return clean === "" ? address : `"${clean.replace(/["\\]/g, "\\$&")}" <${address}>`;
}
