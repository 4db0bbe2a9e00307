// The frame of the staff pages: study and navigation at the top, a stylesheet that the browser keeps.
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { staffSheetPath } from "./kept-file-routes.ts";
import type { FooterLink, LanguageChoice } from "./layout.tsx";
import type { PageTexts } from "./page-texts.ts";

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

export interface StaffLayoutProps {
  readonly lang: string;
  readonly title: string;
  /** The study's title, or the service's name where no study is chosen. */
  readonly site: string;
  readonly siteHref?: string;
  readonly texts: PageTexts;
  /** Of this response's Content-Security-Policy, for style elements inside charts. */
  readonly nonce?: string;
  readonly navigation?: readonly NavigationLink[];
  /** Switching language is a form that posts `language` and `return` to `languageAction`. */
  readonly languages?: readonly Omit<LanguageChoice, "href">[];
  readonly languageAction?: string;
  /** Path to come back to after switching language. */
  readonly returnTo?: string;
  /** Where signing out is posted; nobody is signed in without it. */
  readonly signOutAction?: string;
  /** Hidden fields for the forms of the top bar, e.g. a token against forged requests. */
  readonly formFields?: Readonly<Record<string, string>>;
  readonly footerLinks?: readonly FooterLink[];
  readonly responsible?: string;
  readonly children?: Child;
}

const Hidden = ({ fields }: { fields: Readonly<Record<string, string>> | undefined }) => (
  <>
    {Object.entries(fields ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

const LanguageForm = (props: StaffLayoutProps) => {
  if (props.languageAction === undefined || (props.languages ?? []).length < 2) return null;
  return (
    <form method="post" action={props.languageAction} class="langs" aria-label={props.texts.languages}>
      <Hidden fields={props.formFields} />
      {props.returnTo === undefined ? null : <input type="hidden" name="return" value={props.returnTo} />}
      {(props.languages ?? []).map((choice) =>
        choice.isCurrent ? (
          <span lang={choice.code} aria-current="true">
            {choice.name}
          </span>
        ) : (
          <button type="submit" name="language" value={choice.code} lang={choice.code}>
            {choice.name}
          </button>
        ),
      )}
    </form>
  );
};

/** The whole document, doctype included. */
export const StaffLayout = (props: StaffLayoutProps) => (
  <>
    {raw("<!doctype html>")}
    <html lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={staffSheetPath} />
      </head>
      <body class="desk">
        <a class="skip" href="#content">
          {props.texts.skipToContent}
        </a>
        <header class="top">
          <div class="wrap">
            <p class="site">
              {props.siteHref === undefined ? props.site : <a href={props.siteHref}>{props.site}</a>}
            </p>
            {(props.navigation ?? []).length === 0 ? null : (
              <nav class="desk-nav" aria-label={props.texts.navigation}>
                <ul>
                  {(props.navigation ?? []).map((link) => (
                    <li>
                      <a href={link.href} aria-current={link.isCurrent ? "page" : undefined}>
                        {link.label}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            <div class="desk-who">
              <LanguageForm {...props} />
              {props.signOutAction === undefined ? null : (
                <form method="post" action={props.signOutAction}>
                  <Hidden fields={props.formFields} />
                  <button type="submit" class="plain-button">
                    {props.texts.signOut}
                  </button>
                </form>
              )}
            </div>
          </div>
        </header>
        <main id="content" class="wrap" tabindex={-1}>
          {props.children}
        </main>
        <footer class="foot">
          <div class="wrap">
            {props.responsible === undefined ? null : <p>{props.responsible}</p>}
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
