// The front page: the two reasons somebody may have come here, and a way on for each.
import type { start as english } from "../language/en/start.ts";
import { ButtonLink } from "../web/form.tsx";
import { Layout, type LayoutProps } from "../web/layout.tsx";

export interface StartPageProps extends Omit<LayoutProps, "title" | "children" | "site"> {
  readonly words: typeof english;
  /** Where the demo's mails can be read; null unless the demo runs. */
  readonly mailboxPath: string | null;
}

export const StartPage = ({ words, mailboxPath, ...frame }: StartPageProps) => (
  <Layout {...frame} site="Tidvis" title={`${words.title} – Tidvis`}>
    <section class="sheet">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <h2>{words.answer.heading}</h2>
      <p>{words.answer.text}</p>
      <p class="actions">
        <ButtonLink href="/code" variant="secondary">
          {words.answer.code}
        </ButtonLink>
        <ButtonLink href="/lost" variant="secondary">
          {words.answer.lost}
        </ButtonLink>
      </p>
      <h2>{words.staff.heading}</h2>
      <p class="actions">
        <ButtonLink href="/sign-in" variant="primary">
          {words.staff.signIn}
        </ButtonLink>
        {mailboxPath === null ? null : (
          <ButtonLink href={mailboxPath} variant="secondary">
            Demo: mailbox
          </ButtonLink>
        )}
      </p>
    </section>
  </Layout>
);
