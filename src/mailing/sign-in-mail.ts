// The mail with a staff member's sign-in link.
import { signInLinkMinutes } from "../access/sign-in-link.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { mailTexts } from "./mail-texts.ts";
import { paragraph, type WrittenMail } from "./written-mail.ts";

export function writeSignInMail(language: LanguageCode, link: string): WrittenMail {
  const words = mailTexts(language).mail;
  return {
    subject: words.signIn.subject,
    blocks: [
      paragraph(words.signIn.text),
      { kind: "button", link: { label: words.signIn.link, href: link } },
      paragraph(words.signIn.limits(signInLinkMinutes)),
      paragraph(words.signIn.ignore),
      { kind: "rule" },
      paragraph(words.automatic),
    ],
  };
}
