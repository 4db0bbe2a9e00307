// The demo's mailbox: mails go into a file instead of out into the world, and can be read from there.
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MailTransport, OutgoingMail } from "./mail-transport.ts";

/** A mail that would have been sent. */
export interface KeptMail {
  /** 1, 2, 3 … in the order in which they came. */
  readonly number: number;
  readonly to: OutgoingMail["to"];
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly messageId: string;
  readonly handedOverAt: Date;
}

export interface LocalMailbox {
  /** Takes every mail at once and refuses none. */
  readonly transport: MailTransport;
  /** All mails, the newest first. */
  list(): Promise<readonly KeptMail[]>;
  /** @returns null if there is no mail with this number */
  read(number: number): Promise<KeptMail | null>;
}

const fileName = "mailbox.jsonl";

/**
 * Opens the mailbox in `folder`, with the mails of earlier runs. One process at a time. A last line that was
 * cut short when the process was killed is left out: its mail was never said to be handed over.
 */
export async function openLocalMailbox(folder: string): Promise<LocalMailbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  const written = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const mails: KeptMail[] = written.split("\n").flatMap((line) => parseLine(line));
  let isLineOpen = written !== "" && !written.endsWith("\n");
  let writing: Promise<unknown> = Promise.resolve();

  function keep(mail: OutgoingMail): Promise<void> {
    const kept = writing.then(async () => {
      const { to, fromName, subject, text, html, headers, messageId, date } = mail;
      const number = (mails.at(-1)?.number ?? 0) + 1;
      const entry = { number, to, fromName, subject, text, html, headers, messageId, handedOverAt: date };
      await appendFile(path, `${isLineOpen ? "\n" : ""}${JSON.stringify(entry)}\n`, { mode: 0o600 });
      isLineOpen = false;
      mails.push(entry);
    });
    writing = kept.catch(() => {});
    return kept;
  }

  return {
    transport: {
      concurrency: 10,
      ready: async () => ({ kind: "ready" }),
      handOver: async (mail) => {
        await keep(mail);
        return { kind: "handed_over" };
      },
      close: async () => {
        await writing;
      },
    },
    list: async () => mails.toReversed(),
    read: async (number) => mails.find((mail) => mail.number === number) ?? null,
  };
}

function parseLine(line: string): KeptMail[] {
  try {
    const mail = JSON.parse(line) as KeptMail;
    return [{ ...mail, handedOverAt: new Date(mail.handedOverAt) }];
  } catch {
    return [];
  }
}
