// The door through which mails leave, whatever stands behind it: a mail server, a provider, or a folder.

/** A mail, ready to be handed over. */
export interface OutgoingMail {
  /** The same at every attempt to hand this mail over: Message-ID and idempotency key. */
  readonly messageId: string;
  readonly to: { readonly name: string | null; readonly address: string };
  /** Name of the sender as people see it; the address is the transport's. */
  readonly fromName: string;
  readonly replyTo: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further headers, beside those every mail has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly date: Date;
}

/**
 * What came of a hand-over.
 * - `handed_over`: whoever stands behind the door took it and is now responsible.
 * - `refused`: never for this recipient.
 * - `put_back`: certainly not sent, may be tried again; the trouble is this recipient's, or everybody's.
 * - `uncertain`: it may have been sent or not; never to be repeated without a person's decision.
 *
 * `detail` is a code ("550 5.1.1", "connection-refused"): never an address, a name or a link.
 */
export type HandOver =
  | { readonly kind: "handed_over" }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "put_back"; readonly detail: string; readonly trouble: "recipient" | "service" }
  | { readonly kind: "uncertain"; readonly detail: string };

export interface MailTransport {
  /** How many mails it takes at once. */
  readonly concurrency: number;
  /** Whether the other side can be reached and lets us in. Sends nothing. */
  ready(): Promise<{ readonly kind: "ready" } | { readonly kind: "not-ready"; readonly detail: string }>;
  /** Hands one mail over. Never throws for what the other side does. */
  handOver(mail: OutgoingMail): Promise<HandOver>;
  close(): Promise<void>;
}
