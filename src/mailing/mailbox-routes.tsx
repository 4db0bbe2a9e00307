// The pages of the demo's mailbox. They exist only with --demo: whoever opens them can use every link in it.
import { type Context, Hono } from "hono";
import { languageOfStaff } from "../access/staff-language.ts";
import { staffHeaders } from "../web/security-headers.ts";
import type { KeptMail, LocalMailbox } from "./local-mailbox.ts";
import { mailTexts } from "./mail-texts.ts";
import type { MailboxFrameProps } from "./pages/mailbox-frame.tsx";
import { MailPage, UnknownMailPage } from "./pages/mailbox-mail-page.tsx";
import { MailboxPage } from "./pages/mailbox-page.tsx";

const mailsPerPage = 25;

/** Mount at "/". Mails addressed to this service lead to paths, so that they work on whatever host it is opened. */
export function mailboxRoutes(deps: { readonly mailbox: LocalMailbox; readonly publicUrl: string }): Hono {
  const headers = staffHeaders();
  return new Hono()
    .use("/mailbox", headers)
    .use("/mailbox/*", headers)
    .get("/mailbox", async (c) => {
      const sought = (c.req.query("q") ?? "").slice(0, 200);
      const page = Math.max(1, Math.trunc(Number(c.req.query("page") ?? "1")) || 1);
      const all = await deps.mailbox.list();
      const found = all.filter((mail) => fits(mail, sought));
      const first = (page - 1) * mailsPerPage;
      return c.html(
        <MailboxPage
          {...frameOf(c)}
          mails={found.slice(first, first + mailsPerPage)}
          shown={found.length}
          all={all.length}
          sought={sought}
          page={page}
          hasOlder={found.length > first + mailsPerPage}
        />,
      );
    })
    .get("/mailbox/:number", async (c) => {
      const number = c.req.param("number");
      const mail = /^\d{1,9}$/.test(number) ? await deps.mailbox.read(Number(number)) : null;
      if (mail === null) return c.html(<UnknownMailPage {...frameOf(c)} />, 404);
      return c.html(<MailPage {...frameOf(c)} mail={mail} publicUrl={deps.publicUrl} />);
    });
}

function fits({ to, subject }: KeptMail, sought: string): boolean {
  const words = sought.toLowerCase().split(/\s+/);
  const text = `${to.name ?? ""} ${to.address} ${subject}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function frameOf(c: Context): MailboxFrameProps {
  const language = languageOfStaff(c);
  return { language, texts: mailTexts(language), returnTo: c.req.path };
}
