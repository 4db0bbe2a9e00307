// Pages for people without a link at hand: type a code, ask for the link again, read about accessibility.
import type { Child } from "hono/jsx";
import type { LanguageCode } from "../../language/language-code.ts";
import { Button, ButtonLink, ErrorSummary, PostForm, TextField } from "../../web/form.tsx";
import { Layout } from "../../web/layout.tsx";
import { withQuery } from "../addresses.ts";
import { languageNames, textsIn } from "../respondent-texts.ts";

export interface PublicPageProps {
  readonly language: LanguageCode;
  readonly nonce: string;
}

const PublicFrame = (
  props: PublicPageProps & { readonly path: string; readonly heading: string; readonly children?: Child },
) => {
  const { respondent, web } = textsIn(props.language);
  const inLanguage = (path: string) => withQuery(path, { lang: props.language });
  return (
    <Layout
      lang={props.language}
      title={`${props.heading} – Tidvis`}
      site="Tidvis"
      nonce={props.nonce}
      texts={web}
      languages={Object.entries(languageNames).map(([code, name]) => ({
        code,
        name,
        isCurrent: code === props.language,
        href: withQuery(props.path, { lang: code }),
      }))}
      footerLinks={[
        { href: inLanguage("/code"), label: respondent.footer.code },
        { href: inLanguage("/lost"), label: respondent.footer.lost },
        { href: inLanguage("/accessibility"), label: respondent.footer.accessibility },
      ]}
    >
      {props.children}
    </Layout>
  );
};

export const CodePage = (
  props: PublicPageProps & { readonly typed: string; readonly problem: "wrong" | "too-many" | null },
) => {
  const { respondent, web } = textsIn(props.language);
  const words = respondent.code;
  const problem =
    props.problem === null ? undefined : { wrong: words.wrong, "too-many": words.tooMany }[props.problem];
  return (
    <PublicFrame
      {...props}
      path="/code"
      heading={problem === undefined ? words.title : respondent.page.errorTitle(words.title)}
    >
      <ErrorSummary lines={problem === undefined ? [] : [{ field: "code", message: problem }]} texts={web} />
      <section class="sheet">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <PostForm action="/code" fields={{ language: props.language }}>
          <TextField
            name="code"
            label={words.label}
            hint={words.hint}
            value={props.typed}
            problem={problem}
            size={16}
            maxLength={30}
            isLiteral
            texts={web}
          />
          <Button>{words.button}</Button>
        </PostForm>
        <p class="after">
          <a href={withQuery("/lost", { lang: props.language })}>{words.lost}</a>
        </p>
      </section>
    </PublicFrame>
  );
};

export const LostPage = (
  props: PublicPageProps & {
    readonly typed: string;
    readonly problem: "not-an-address" | "too-many" | null;
  },
) => {
  const { respondent, web } = textsIn(props.language);
  const words = respondent.lost;
  const problem =
    props.problem === null
      ? undefined
      : { "not-an-address": words.problem, "too-many": words.tooMany }[props.problem];
  return (
    <PublicFrame
      {...props}
      path="/lost"
      heading={problem === undefined ? words.title : respondent.page.errorTitle(words.title)}
    >
      <ErrorSummary lines={problem === undefined ? [] : [{ field: "email", message: problem }]} texts={web} />
      <section class="sheet">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <PostForm action="/lost" fields={{ language: props.language }}>
          <TextField
            name="email"
            type="email"
            label={words.label}
            value={props.typed}
            problem={problem}
            autocomplete="email"
            inputMode="email"
            maxLength={254}
            isLiteral
            texts={web}
          />
          <Button>{words.button}</Button>
        </PostForm>
      </section>
    </PublicFrame>
  );
};

export const LostSentPage = (props: PublicPageProps) => {
  const { respondent } = textsIn(props.language);
  const words = respondent.lost;
  return (
    <PublicFrame {...props} path="/lost/sent" heading={words.sentTitle}>
      <section class="sheet">
        <h1>{words.sentTitle}</h1>
        <p>{words.sent}</p>
        <p>{words.noMail}</p>
        <p class="actions">
          <ButtonLink href={withQuery("/lost", { lang: props.language })} variant="secondary">
            {words.another}
          </ButtonLink>
        </p>
      </section>
    </PublicFrame>
  );
};

/** What a respondent sees who comes to the service's address without a link. */
export const RespondentStartPage = (props: PublicPageProps) => {
  const { respondent } = textsIn(props.language);
  return (
    <PublicFrame {...props} path="/" heading={respondent.start.title}>
      <section class="sheet">
        <h1>{respondent.start.title}</h1>
        <p>{respondent.start.text}</p>
        <p class="actions">
          <ButtonLink href={withQuery("/code", { lang: props.language })}>
            {respondent.situation.typeCode}
          </ButtonLink>
          <ButtonLink href={withQuery("/lost", { lang: props.language })} variant="secondary">
            {respondent.situation.getNew}
          </ButtonLink>
        </p>
      </section>
      <p>
        <a href="/sign-in">{respondent.start.staff}</a>
      </p>
    </PublicFrame>
  );
};

export const AccessibilityPage = (props: PublicPageProps) => {
  const { respondent } = textsIn(props.language);
  return (
    <PublicFrame {...props} path="/accessibility" heading={respondent.accessibility.title}>
      <section class="sheet">
        <h1>{respondent.accessibility.title}</h1>
        {respondent.accessibility.paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </section>
    </PublicFrame>
  );
};
