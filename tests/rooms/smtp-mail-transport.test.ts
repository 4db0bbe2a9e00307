// Handing mails to a real mail server: what arrives, and what is known when something goes wrong.
import { type AddressInfo, createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { MailTransport, OutgoingMail } from "../../src/mailing/mail-transport.ts";
import { smtpMailTransport } from "../../src/mailing/smtp-mail-transport.ts";
import { type SinkBehaviour, type SmtpSink, smtpSink } from "../support/smtp-sink.ts";

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const open of opened.splice(0).reverse()) await open.close();
});

async function aServer(behaviour: SinkBehaviour = {}): Promise<SmtpSink> {
  const sink = await smtpSink(behaviour);
  opened.push(sink);
  return sink;
}
function to(url: string): MailTransport {
  const transport = smtpMailTransport(url, "Tidvis <survey@tidvis.example>");
  opened.push(transport);
  return transport;
}
const mail = (address = "asa@example.org", change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: "m1@tidvis.example",
  to: { name: "Åsa Öst", address },
  fromName: "Frågor, och svar",
  replyTo: { name: "Kim", address: "kim@example.org" },
  subject: "Hur går det på landsbygden?",
  text: "Hej Åsa!\n.\n.en punkt först\nhttps://tidvis.example/s/abc\n",
  html: "<!doctype html><p>Hej Åsa!</p>",
  headers: {
    "Auto-Submitted": "auto-generated",
    "List-Unsubscribe": "<https://tidvis.example/s/abc/decline>",
  },
  date: new Date("2026-03-02T09:00:00Z"),
  ...change,
});

interface Session {
  /** Mails taken in this connection. */
  mails: number;
}
const takesAll = (command: string, _: Session): string =>
  command.startsWith("DATA") ? "354 go on" : "250 ok";

/** A server that answers each command as told; null breaks the connection off. */
async function aScriptedServer(
  answer: (command: string, session: Session) => string | null,
): Promise<{ url: string; taken: () => number }> {
  let taken = 0;
  const server = createServer((socket) => {
    const session = { mails: 0 };
    let isMail = false;
    let received = "";
    socket.on("error", () => {});
    socket.write("220 here\r\n");
    socket.on("data", (data) => {
      received += String(data);
      for (let end = received.indexOf("\r\n"); end !== -1; end = received.indexOf("\r\n")) {
        const line = received.slice(0, end);
        received = received.slice(end + 2);
        if (isMail && line !== ".") continue;
        if (isMail) {
          isMail = false;
          session.mails += 1;
          taken += 1;
        }
        const reply = answer(line, session);
        if (reply === null) {
          socket.destroy();
          return;
        }
        isMail = reply.startsWith("354");
        socket.write(`${reply}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken: () => taken };
}

describe("a mail that is taken", () => {
  test("arrives whole, with its headers, in both forms", async () => {
    const sink = await aServer();
    expect(await to(sink.url).handOver(mail())).toEqual({ kind: "handed_over" });
    const [arrived] = sink.mails;
    expect(arrived?.to).toBe("asa@example.org");
    const head = arrived!.raw.split("\r\n\r\n")[0]!.replace(/\r\n\s+/g, " ");
    expect(head).toContain("Message-ID: <m1@tidvis.example>");
    expect(head).toContain("<survey@tidvis.example>");
    expect(head).toContain("Reply-To: Kim <kim@example.org>");
    expect(head).toContain("Auto-Submitted: auto-generated");
    expect(head).toContain("List-Unsubscribe: <https://tidvis.example/s/abc/decline>");
    expect(head).toContain("Date: Mon, 02 Mar 2026 09:00:00 +0000");
    expect(head).toContain("multipart/alternative");
    expect(head).not.toMatch(/[^\x20-\x7e\r\n]/);
    const decoded = arrived!.raw
      .replace(/=\r\n/g, "")
      .replace(/((=[0-9A-F]{2})+)/g, (hex) => decodeURIComponent(hex.replaceAll("=", "%")));
    expect(decoded).toContain("Hej Åsa!\r\n.\r\n.en punkt först");
  });

  test("connections are kept for the next ones", async () => {
    const sink = await aServer();
    const transport = to(sink.url);
    for (let number = 0; number < 20; number++) await transport.handOver(mail());
    expect(sink.mails).toHaveLength(20);
    expect(sink.connections()).toBe(1);
  });

  test("a kept connection that the server has ended is replaced without a mail lost or doubled", async () => {
    const server = await aScriptedServer((command, session) => {
      if (command.startsWith("MAIL") && session.mails === 1) return null;
      return takesAll(command, session);
    });
    const transport = to(server.url);
    for (let number = 0; number < 3; number++) {
      expect(await transport.handOver(mail())).toEqual({ kind: "handed_over" });
    }
    expect(server.taken()).toBe(3);
  });
});

describe("a refusal for good is this recipient's alone", () => {
  const recipient = (address: string) =>
    address.startsWith("gone") ? { code: 550, text: "5.1.1 gone@example.org does not live here" } : null;

  test("it is said with codes and without words or addresses, and the next mail goes through", async () => {
    const sink = await aServer({ recipient });
    const transport = to(sink.url);
    expect(await transport.handOver(mail("gone@example.org"))).toEqual({
      kind: "refused",
      detail: "550 5.1.1",
    });
    expect(await transport.handOver(mail())).toEqual({ kind: "handed_over" });
    expect(sink.connections()).toBe(1);
  });

  test("also when it comes after the whole mail", async () => {
    const sink = await aServer({ mail: () => ({ code: 554, text: "5.6.0 no such content" }) });
    expect(await to(sink.url).handOver(mail())).toEqual({ kind: "refused", detail: "554 5.6.0" });
  });

  test("an address that cannot be written into the conversation is refused here", async () => {
    const sink = await aServer();
    const outcome = await to(sink.url).handOver(mail("a@example.org>\r\nRCPT TO:<b@example.org"));
    expect(outcome).toMatchObject({ kind: "refused" });
    expect(sink.mails).toEqual([]);
  });
});

describe("what was certainly not sent may be tried again", () => {
  test.each([
    [
      "a mailbox that is full today",
      { recipient: () => ({ code: 452, text: "4.2.2 full" }) },
      "452 4.2.2",
      "recipient",
    ],
    [
      "greylisting",
      { recipient: () => ({ code: 450, text: "4.7.1 come back later" }) },
      "450 4.7.1",
      "recipient",
    ],
    [
      "a policy that may change",
      { recipient: () => ({ code: 550, text: "5.7.1 not from you" }) },
      "550 5.7.1",
      "recipient",
    ],
    [
      "a temporary refusal of the whole mail",
      { mail: () => ({ code: 451, text: "4.3.0 busy" }) },
      "451 4.3.0",
      "recipient",
    ],
    [
      "a sender that is not accepted",
      { sender: () => ({ code: 553, text: "5.1.8 who" }) },
      "553 5.1.8",
      "service",
    ],
    [
      "a server that is closing",
      { recipient: () => ({ code: 421, text: "4.3.2 bye" }) },
      "421 4.3.2",
      "service",
    ],
  ] as [string, SinkBehaviour, string, string][])("%s", async (_, behaviour, detail, trouble) => {
    const sink = await aServer(behaviour);
    expect(await to(sink.url).handOver(mail())).toEqual({ kind: "put_back", detail, trouble });
    expect(sink.mails).toEqual([]);
  });

  test("nobody listens", async () => {
    const sink = await smtpSink();
    await sink.close();
    const transport = to(sink.url);
    expect(await transport.ready()).toEqual({ kind: "not-ready", detail: "connection-lost" });
    expect(await transport.handOver(mail())).toEqual({
      kind: "put_back",
      detail: "connection-lost",
      trouble: "service",
    });
  });

  test("a connection that breaks before the mail itself was sent", async () => {
    const server = await aScriptedServer((command, session) =>
      command.startsWith("RCPT") ? null : takesAll(command, session),
    );
    expect(await to(server.url).handOver(mail())).toEqual({
      kind: "put_back",
      detail: "connection-lost",
      trouble: "service",
    });
  });
});

describe("signing in to the mail server", () => {
  const signIn = (user: string, password: string) => user === "us@er" && password === "p:w/d";
  const withPassword = (sink: SmtpSink, password: string) =>
    sink.url.replace("//", `//us%40er:${encodeURIComponent(password)}@`);

  test("with the right password it is ready", async () => {
    const sink = await aServer({ signIn });
    const transport = to(withPassword(sink, "p:w/d"));
    expect(await transport.ready()).toEqual({ kind: "ready" });
    expect(await transport.handOver(mail())).toEqual({ kind: "handed_over" });
  });

  test("with a wrong one it is not, and no mail is touched", async () => {
    const sink = await aServer({ signIn });
    const transport = to(withPassword(sink, "wrong"));
    expect(await transport.ready()).toEqual({ kind: "not-ready", detail: "535" });
    expect(await transport.handOver(mail())).toMatchObject({ kind: "put_back", trouble: "service" });
  });
});

test("L1 a connection that breaks after the mail was sent leaves it uncertain, and it is not sent again", async () => {
  const sink = await aServer({ mail: () => "drop" });
  const transport = to(sink.url);
  expect(await transport.handOver(mail())).toMatchObject({ kind: "uncertain" });
  expect(sink.mails).toHaveLength(1);
});

test("L1 the same on a connection that was kept from an earlier mail", async () => {
  let mails = 0;
  const sink = await aServer({ mail: () => (++mails === 2 ? "drop" : null) });
  const transport = to(sink.url);
  expect(await transport.handOver(mail())).toEqual({ kind: "handed_over" });
  expect(await transport.handOver(mail())).toMatchObject({ kind: "uncertain" });
  expect(sink.mails).toHaveLength(2);
});
