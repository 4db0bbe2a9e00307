// Pages for when there is nothing to answer: closed, not open yet, withdrawn; and for links that open nothing.

import type { LanguageCode } from "../../language/language-code.ts";
import { ButtonLink } from "../../web/form.tsx";
import { Layout } from "../../web/layout.tsx";
import { Notice } from "../../web/notice.tsx";
import type { ShutLink } from "../entered-case.ts";
import { languageNames, textsIn, writtenContact, writtenDay } from "../respondent-texts.ts";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

/** The wave has closed. @param isTooLate something was just sent that could not be saved */
export const ClosedPage = (props: {
  readonly visit: Visit;
  readonly nonce: string;
  readonly isTooLate: boolean;
}) => {
  const { visit } = props;
  const { situation } = visit.texts.respondent;
  const { title, text, hasDraft, notSaved } = situation.closed;
  const hasStored = visit.entered.response !== null;
  return (
    <RespondentFrame visit={visit} nonce={props.nonce} heading={title} path={addressIn(visit)}>
      {props.isTooLate ? (
        <Notice kind="warning" isOutcome>
          <p>{notSaved}</p>
        </Notice>
      ) : null}
      <section class="sheet">
        <h1>{title}</h1>
        <p>{text(writtenDay(visit.entered.closesOn, visit.language))}</p>
        {hasStored ? <p>{hasDraft}</p> : null}
        <p>{situation.contact(writtenContact(visit.prepared.study))}</p>
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
        <p>{situation.contact(writtenContact(visit.prepared.study))}</p>
      </section>
    </RespondentFrame>
  );
};

/** The answers were withdrawn; there is no way back to the questions. */
export const WithdrawnPage = ({ visit, nonce }: { readonly visit: Visit; readonly nonce: string }) => {
  const { withdrawn } = visit.texts.respondent;
  return (
    <RespondentFrame visit={visit} nonce={nonce} heading={withdrawn.title} path={addressIn(visit)}>
      <section class="sheet">
        <h1>{withdrawn.title}</h1>
        <p>{withdrawn.text}</p>
        <p>{withdrawn.contact(writtenContact(visit.prepared.study))}</p>
      </section>
    </RespondentFrame>
  );
};

/** A link that opens nothing. Whose it was is not said. */
export const ShutLinkPage = (props: {
  readonly link: ShutLink;
  readonly language: LanguageCode;
  readonly nonce: string;
}) => {
  const { respondent, web } = textsIn(props.language);
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
      footerLinks={[{ href: "/accessibility", label: respondent.footer.accessibility }]}
    >
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
