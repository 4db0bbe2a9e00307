// The frame of the demo mailbox.
import type { Child } from "hono/jsx";
import { languageChoices } from "../../access/staff-language.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import { Sheet } from "../../web/notice.tsx";
import { StaffLayout } from "../../web/staff-layout.tsx";
import type { MailTexts } from "../mail-texts.ts";

export interface MailboxFrameProps {
  readonly language: LanguageCode;
  readonly texts: MailTexts;
  /** Path to come back to after switching language. */
  readonly returnTo: string;
}

export const MailboxFrame = (
  props: MailboxFrameProps & { readonly heading: string; readonly children?: Child },
) => (
  <StaffLayout
    lang={props.language}
    title={`${props.heading} – Tidvis`}
    site="Tidvis"
    siteHref="/"
    texts={props.texts.web}
    languages={languageChoices(props.language)}
    languageAction="/staff/language"
    returnTo={props.returnTo}
  >
    <Sheet>
      <h1>{props.heading}</h1>
      {props.children}
    </Sheet>
  </StaffLayout>
);

/** "2026-03-02 09:00", as the clock of the service shows it. */
export function writtenTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
