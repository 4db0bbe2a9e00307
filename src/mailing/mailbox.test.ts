// The demo's mailbox: what goes in is there after a restart, and its links can be followed.
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLocalMailbox } from "./local-mailbox.ts";
import type { OutgoingMail } from "./mail-transport.ts";
import { mailboxRoutes } from "./mailbox-routes.tsx";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tidvis-mailbox-"));
});
afterEach(() => rm(folder, { recursive: true }));

const mail = (
  name: string,
  text = "Hello\n\nhttps://tidvis.example/s/abc?x=1\nhttps://other.example/\n",
): OutgoingMail => ({
  messageId: `${name}@tidvis.example`,
  to: { name, address: `${name.toLowerCase()}@example.org` },
  fromName: "Study",
  replyTo: null,
  subject: `Dear ${name} <b>`,
  text,
  html: "<p>",
  headers: {},
  date: new Date("2026-03-02T09:00:00Z"),
});
const names = (mails: readonly { to: { name: string | null } }[]) => mails.map(({ to }) => to.name);

describe("what goes in", () => {
  test("is there after a restart, the newest first", async () => {
    const mailbox = await openLocalMailbox(folder);
    const outcomes = await Promise.all(
      ["Anna", "Bo", "Cia"].map((name) => mailbox.transport.handOver(mail(name))),
    );
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ kind: "handed_over" })));
    for (const opened of [mailbox, await openLocalMailbox(folder)]) {
      expect(names(await opened.list())).toEqual(["Cia", "Bo", "Anna"]);
      expect((await opened.read(2))?.handedOverAt).toEqual(new Date("2026-03-02T09:00:00Z"));
      expect(await opened.read(4)).toBeNull();
    }
  });

  test("survives a process that was killed while writing: only the half-written mail is missing", async () => {
    const first = await openLocalMailbox(folder);
    await first.transport.handOver(mail("Anna"));
    const path = join(folder, "mailbox.jsonl");
    await appendFile(path, (await readFile(path, "utf8")).slice(0, 40));
    const second = await openLocalMailbox(folder);
    expect(names(await second.list())).toEqual(["Anna"]);
    await second.transport.handOver(mail("Bo"));
    expect(names(await (await openLocalMailbox(folder)).list())).toEqual(["Bo", "Anna"]);
  });

  test("a folder that cannot be read is an error, not an empty mailbox", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(openLocalMailbox(join(folder, "file"))).rejects.toThrow();
  });
});

describe("the pages", () => {
  const aMailbox = async (...mails: OutgoingMail[]) => {
    const mailbox = await openLocalMailbox(folder);
    for (const one of mails) await mailbox.transport.handOver(one);
    return mailboxRoutes({ mailbox, publicUrl: "https://tidvis.example" });
  };

  test("list mails, find them by name, and turn pages", async () => {
    const pages = await aMailbox(...Array.from({ length: 30 }, (_, index) => mail(`Person${index}`)));
    const newest = await (await pages.request("/mailbox")).text();
    expect(newest.match(/href="\/mailbox\/\d+"/g)).toHaveLength(25);
    expect(newest).toContain("Dear Person29 &lt;b&gt;");
    const older = await (await pages.request("/mailbox?page=2")).text();
    expect(older.match(/href="\/mailbox\/\d+"/g)).toHaveLength(5);
    const found = await (await pages.request("/mailbox?q=person7%40")).text();
    expect(found.match(/href="\/mailbox\/\d+"/g)).toEqual(['href="/mailbox/8"']);
  });

  test("a mail's links to this service work on whatever host it is opened", async () => {
    const pages = await aMailbox(mail("Anna"));
    const page = await (await pages.request("/mailbox/1")).text();
    expect(page).toContain('href="/s/abc?x=1"');
    expect(page).toContain('href="https://other.example/"');
  });

  test("what stands in a mail cannot become markup", async () => {
    const pages = await aMailbox(mail("Anna", '<script>alert(1)</script>\nhttps://x.example/"onclick="y'));
    const page = await (await pages.request("/mailbox/1")).text();
    expect(page).not.toContain("<script>");
    expect(page).not.toContain('"onclick="');
  });

  test.each(["/mailbox/0", "/mailbox/99", "/mailbox/x", "/mailbox/1e0", "/mailbox/-1"])(
    "no mail: %s",
    async (path) => {
      const pages = await aMailbox(mail("Anna"));
      const response = await pages.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('href="/mailbox"');
    },
  );

  test.each(["?page=-1", "?page=NaN", "?page=1e99", `?q=${"x".repeat(5000)}`, "?q=%00&page=2.5"])(
    "O4 odd questions get a page: %.20s",
    async (query) => {
      const pages = await aMailbox(mail("Anna"));
      expect((await pages.request(`/mailbox${query}`)).status).toBe(200);
    },
  );
});
