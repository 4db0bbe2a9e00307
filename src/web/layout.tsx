// The frame of respondents' and public pages: one small document, its style inline, nothing fetched beside it.
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { clientScriptPath } from "./kept-file-routes.ts";
import { WholeWords } from "./notice.tsx";
import type { PageTexts } from "./page-texts.ts";
import { respondentSheet } from "./style/respondent-sheet.ts";

/** A language the page can be shown in. */
export interface LanguageChoice {
  readonly code: string;
  /** The language's own name: "Svenska". */
  readonly name: string;
  readonly isCurrent: boolean;
  /** Where the page stands in that language; null when `formId` carries the switch. */
  readonly href: string | null;
}

export interface FooterLink {
  readonly href: string;
  readonly label: string;
}

/** What the respondents' script knows about a page. */
export interface PageScript {
  /** Marks of the case and of its link, under which unsent answers are kept in the device. */
  readonly caseMark: string;
  readonly linkMark: string;
  /** True where nothing is left to be sent, and nothing is to stay in the device. */
  readonly isOver: boolean;
}

export interface LayoutProps {
  /** Language of the page, a BCP 47 code. */
  readonly lang: string;
  /** What the tab says: most specific first. */
  readonly title: string;
  /** Whose page it is, at the top: the study's title, or the service's name. */
  readonly site: string;
  /** Nonce of this response's Content-Security-Policy. */
  readonly nonce: string;
  readonly texts: PageTexts;
  readonly languages?: readonly LanguageChoice[];
  /** Where the page holds a form: switching language then sends the form, so that nothing typed is lost. */
  readonly languageFormId?: string;
  /** Who is responsible, in a sentence. */
  readonly responsible?: string;
  readonly footerLinks?: readonly FooterLink[];
  /** Set where the page's script has something to do. */
  readonly script?: PageScript;
  /** Rules of this page beside those of every page, of this program's own making. */
  readonly extraStyle?: string;
  readonly children?: Child;
}

/** The first button of a form is the one that Enter presses, and that must not be a language. */
const EnterButton = ({ form }: { readonly form: string }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it cannot be reached with the keyboard
  <button type="submit" form={form} class="sr-only" tabindex={-1} aria-hidden="true" />
);

const LanguageSwitch = (props: LayoutProps) => {
  const choices = props.languages ?? [];
  if (choices.length < 2) return null;
  return (
    <nav class="langs" aria-label={props.texts.languages}>
      {props.languageFormId === undefined ? null : <EnterButton form={props.languageFormId} />}
      {choices.map((choice) => {
        if (choice.isCurrent) {
          return (
            <span lang={choice.code} aria-current="true">
              {choice.name}
            </span>
          );
        }
        return props.languageFormId === undefined ? (
          <a href={choice.href ?? ""} lang={choice.code} hreflang={choice.code}>
            {choice.name}
          </a>
        ) : (
          <button
            type="submit"
            form={props.languageFormId}
            name="show-in"
            value={choice.code}
            lang={choice.code}
            formnovalidate
          >
            {choice.name}
          </button>
        );
      })}
    </nav>
  );
};

/** The whole document, doctype included. */
export const Layout = (props: LayoutProps) => (
  <>
    {raw("<!doctype html>")}
    <html lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        {props.script === undefined ? null : (
          <script
            defer
            src={clientScriptPath}
            nonce={props.nonce}
            data-c={props.script.caseMark}
            data-l={props.script.linkMark}
            data-f={props.script.isOver ? "1" : undefined}
          />
        )}
        <style nonce={props.nonce}>{raw(`${respondentSheet}${props.extraStyle ?? ""}`)}</style>
      </head>
      <body>
        <a class="skip" href="#content">
          {props.texts.skipToContent}
        </a>
        <header class="top">
          <div class="wrap">
            <p class="site">{props.site}</p>
            <LanguageSwitch {...props} />
          </div>
        </header>
        <main id="content" class="wrap" tabindex={-1}>
          {props.children}
        </main>
        <footer class="foot">
          <div class="wrap">
            {props.responsible === undefined ? null : (
              <p>
                <WholeWords text={props.responsible} />
              </p>
            )}
            <ul class="links">
              {(props.footerLinks ?? []).map((link) => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </div>
        </footer>
      </body>
    </html>
  </>
);
