// The frame of the pages for signing in and out: nobody is signed in yet.
import type { Child } from "hono/jsx";
import type { LanguageCode } from "../../language/language-code.ts";
import { Sheet } from "../../web/notice.tsx";
import { StaffLayout } from "../../web/staff-layout.tsx";
import type { AccessTexts } from "../access-texts.ts";
import { languageChoices } from "../staff-language.ts";

export interface AccessPageProps {
  readonly language: LanguageCode;
  readonly texts: AccessTexts;
  /** Path to come back to after switching language; no switch without it. */
  readonly returnTo?: string;
}

export const AccessFrame = (
  props: AccessPageProps & { readonly heading: string; readonly children?: Child },
) => (
  <StaffLayout
    lang={props.language}
    title={`${props.heading} – ${props.texts.access.service}`}
    site={props.texts.access.service}
    texts={props.texts.web}
    languages={languageChoices(props.language)}
    {...(props.returnTo === undefined ? {} : { languageAction: "/staff/language", returnTo: props.returnTo })}
  >
    <Sheet>
      <h1>{props.heading}</h1>
      {props.children}
    </Sheet>
  </StaffLayout>
);
