// Pages for when there is nothing to answer: closed, not open yet, withdrawn; and for links that open nothing.

import type { LanguageCode } from "../../language/language-code.ts";
import { ButtonLink } from "../../web/form.tsx";
import { Layout } from "../../web/layout.tsx";
import { Notice, WholeWords } from "../../web/notice.tsx";
import type { ShutLink } from "../entered-case.ts";
import { languageNames, textsIn, writtenContact, writtenDay } from "../respondent-texts.ts";
import type { TypedAnswer } from "../typed-answers.ts";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";
import { TypedBack } from "./typed-back.tsx";

/** The wave has closed. @param typed what was just sent and could not be saved; null when nothing was */
export const ClosedPage = (props: {
  readonly visit: Visit;
  readonly nonce: string;
  readonly typed: readonly TypedAnswer[] | null;
}) => {
  const { visit } = props;
  const { situation } = visit.texts.respondent;
  const { title, text, hasDraft, notSaved } = situation.closed;
  const hasStored = visit.entered.response !== null;
  return (
    <RespondentFrame visit={visit} nonce={props.nonce} heading={title} path={addressIn(visit)}>
      {props.typed === null ? null : (
        <Notice kind="warning" isOutcome>
          <p>{notSaved}</p>
        </Notice>
      )}
      <TypedBack typed={props.typed} texts={visit.texts} />
      <section class="sheet">
        <h1>{title}</h1>
        <p>{text(writtenDay(visit.entered.closesOn, visit.language))}</p>
        {hasStored ? <p>{hasDraft}</p> : null}
        <p>
          <WholeWords text={situation.contact(writtenContact(visit.prepared.study))} />
        </p>
        <p class="actions">
          <ButtonLink href={addressIn(visit, ["own"])} variant="secondary">
            {situation.own}
          </ButtonLink>
        </p>
      </section>
    </RespondentFrame>
  );
};

/** The wave has not opened yet. */
export const NotYetOpenPage = ({ visit, nonce }: { readonly visit: Visit; readonly nonce: string }) => {
  const { situation } = visit.texts.respondent;
  const { title, text } = situation["not-yet-open"];
  return (
    <RespondentFrame visit={visit} nonce={nonce} heading={title} path={addressIn(visit)}>
      <section class="sheet">
        <h1>{title}</h1>
        <p>{text(writtenDay(visit.entered.opensOn, visit.language))}</p>
        <p>
          <WholeWords text={situation.contact(writtenContact(visit.prepared.study))} />
        </p>
      </section>
    </RespondentFrame>
  );
};

/** The answers were withdrawn; there is no way back to the questions. */
export const WithdrawnPage = ({
  visit,
  nonce,
  typed,
}: {
  readonly visit: Visit;
  readonly nonce: string;
  readonly typed: readonly TypedAnswer[] | null;
}) => {
  const { withdrawn, footer } = visit.texts.respondent;
  return (
    <RespondentFrame
      visit={visit}
      nonce={nonce}
      heading={withdrawn.title}
      path={addressIn(visit)}
      script="forgets"
    >
      <TypedBack typed={typed} texts={visit.texts} />
      <section class="sheet">
        <h1>{withdrawn.title}</h1>
        <p>{withdrawn.text}</p>
        <p>
          {withdrawn.left} {visit.texts.unsaved.withdrawnOn}
        </p>
        <p>
          <WholeWords text={withdrawn.contact(writtenContact(visit.prepared.study))} />
        </p>
        <p class="actions">
          <ButtonLink href={addressIn(visit, ["own"])} variant="secondary">
            {footer.own}
          </ButtonLink>
          <ButtonLink href={addressIn(visit, ["privacy"])} variant="secondary">
            {footer.privacy}
          </ButtonLink>
        </p>
      </section>
    </RespondentFrame>
  );
};

/** A link that opens nothing. Whose it was is not said. */
export const ShutLinkPage = (props: {
  readonly link: ShutLink;
  readonly language: LanguageCode;
  readonly nonce: string;
  readonly typed: readonly TypedAnswer[] | null;
}) => {
  const texts = textsIn(props.language);
  const { respondent, web } = texts;
  const { title, text } = respondent.situation[props.link];
  return (
    <Layout
      lang={props.language}
      title={`${title} – Tidvis`}
      site="Tidvis"
      nonce={props.nonce}
      texts={web}
      languages={Object.entries(languageNames).map(([code, name]) => ({
        code,
        name,
        isCurrent: code === props.language,
        href: `?lang=${code}`,
      }))}
      footerLinks={[
        { href: `/accessibility?lang=${props.language}`, label: respondent.footer.accessibility },
      ]}
    >
      <TypedBack typed={props.typed} texts={texts} />
      <section class="sheet">
        <h1>{title}</h1>
        <p>{text}</p>
        {props.link === "expired" ? null : (
          <p class="actions">
            <ButtonLink href={`/lost?lang=${props.language}`}>{respondent.situation.getNew}</ButtonLink>
            <ButtonLink href={`/code?lang=${props.language}`} variant="secondary">
              {respondent.situation.typeCode}
            </ButtonLink>
          </p>
        )}
      </section>
    </Layout>
  );
};
