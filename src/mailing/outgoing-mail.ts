// From what a mail says to what is handed over: plain and laid-out form, and the headers every mail carries.
import type { OutgoingMail } from "./mail-transport.ts";
import { MailDocument } from "./pages/mail-document.tsx";
import { plainForm, type WrittenMail } from "./written-mail.ts";

/**
 * @param address.unsubscribe a page where the recipient can say no; it only shows a button, so that scanners
 *   that open it change nothing
 */
export function outgoingMail(
  lang: string,
  mail: WrittenMail,
  address: Omit<OutgoingMail, "subject" | "text" | "html" | "headers"> & { readonly unsubscribe?: string },
): OutgoingMail {
  const { unsubscribe, ...rest } = address;
  return {
    ...rest,
    subject: mail.subject,
    text: plainForm(mail),
    html: `<!doctype html>${MailDocument({ lang, mail })}`,
    headers: {
      // No holiday notices in return (RFC 3834).
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      ...(unsubscribe === undefined ? {} : { "List-Unsubscribe": `<${unsubscribe}>` }),
    },
  };
}
