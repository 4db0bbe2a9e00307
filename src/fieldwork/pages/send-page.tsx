// Before a send: exactly who gets the mail, and how it will look in each language.

import type { MailBlock } from "../../mailing/written-mail.ts";
import { Button, ButtonLink, PostForm } from "../../web/form.tsx";
import { DataTable, Notice, Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts, MailTexts } from "../lead-texts.ts";
import { Address, type Crumb, type LeadFrame, LeadPage, Lines, Who } from "./lead-frame.tsx";

/** Somebody who will get the mail. The name is null once erased. */
export interface RecipientLine {
  readonly name: string | null;
  readonly role: string;
  readonly municipality: string;
  readonly email: string;
  readonly language: string;
}

/** The mail in one language, with an example name and link. */
export interface MailExample {
  readonly languageName: string;
  readonly languageCode: string;
  /** How many get it in this language. */
  readonly count: number;
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

export interface SendView {
  readonly kind: "invitation" | "reminder";
  readonly recipients: readonly RecipientLine[];
  readonly withoutEmail: number;
  readonly lettersHref: string;
  readonly examples: readonly MailExample[];
  readonly action: string;
  /** Stands for exactly these recipients; sent along, so that nobody else gets the mail. */
  readonly fingerprint: string;
  readonly backHref: string;
  /** The list was another one when the button was pressed. */
  readonly hasChanged: boolean;
  /** The latest reminder of the wave, where this is one. */
  readonly latest: { readonly when: string; readonly count: number } | null;
}

export const SendPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly view: SendView;
  readonly texts: MailTexts;
  readonly fieldworkTexts: FieldworkTexts;
}) => {
  const { view } = props;
  const texts = props.texts.send;
  const count = view.recipients.length;
  return (
    <LeadPage frame={props.frame} title={texts.titles[view.kind]} crumbs={props.crumbs}>
      {view.hasChanged ? (
        <Notice kind="warning" isOutcome>
          <p>{texts.changed}</p>
        </Notice>
      ) : null}
      {view.latest === null ? null : (
        <Notice kind="info">
          <p>{texts.latest(view.latest.when, view.latest.count)}</p>
        </Notice>
      )}
      <Sheet>
        <p>
          <strong>{texts.who(count)}</strong> {count === 0 ? texts.nobody[view.kind] : texts.judged}
        </p>
        {view.withoutEmail === 0 ? null : (
          <p>
            {texts.withoutEmail(view.withoutEmail)} <a href={view.lettersHref}>{texts.printLetters}</a>
          </p>
        )}
        {count === 0 ? (
          <p class="actions">
            <ButtonLink href={view.backHref} variant="secondary">
              {texts.back}
            </ButtonLink>
          </p>
        ) : (
          <PostForm action={view.action}>
            <input type="hidden" name="kind" value={view.kind} />
            <input type="hidden" name="fingerprint" value={view.fingerprint} />
            <p class="actions">
              <Button>{texts.submit(count)}</Button>
              <ButtonLink href={view.backHref} variant="tertiary">
                {props.fieldworkTexts.cancel}
              </ButtonLink>
            </p>
          </PostForm>
        )}
      </Sheet>
      {count === 0 ? null : (
        <>
          <Sheet>
            <h2>{texts.textHeading}</h2>
            <p class="muted">{texts.textHelp}</p>
            {view.examples.map((example, place) => (
              <details class="ds-details" open={place === 0 ? true : undefined}>
                <summary>
                  {example.languageName} ({example.count})
                </summary>
                <div lang={example.languageCode}>
                  <p>
                    <span class="muted" lang={props.frame.lang}>
                      {texts.subject}:
                    </span>{" "}
                    <strong>{example.subject}</strong>
                  </p>
                  {example.blocks.map((block) => (
                    <ExampleBlock block={block} />
                  ))}
                </div>
              </details>
            ))}
          </Sheet>
          <Sheet>
            <DataTable
              caption={texts.listHeading(count)}
              texts={props.frame.texts}
              rows={view.recipients}
              columns={[
                {
                  heading: texts.columns.name,
                  cell: (line) => (
                    <Who
                      {...line}
                      name={line.name ?? props.texts.invited.nameGone}
                      reach={<Address email={line.email} />}
                    />
                  ),
                  isRowHeading: true,
                },
                { heading: texts.columns.language, cell: (line) => line.language },
              ]}
            />
          </Sheet>
        </>
      )}
    </LeadPage>
  );
};

/** A part of the mail as it will look. Its links lead nowhere here. */
const ExampleBlock = ({ block }: { readonly block: MailBlock }) => {
  if (block.kind === "rule") return <hr />;
  if (block.kind === "button") {
    return (
      <p>
        <strong>[ {block.link.label} ]</strong> <span class="muted">{block.link.href}</span>
      </p>
    );
  }
  return (
    <p>
      {block.pieces.map((piece) =>
        typeof piece === "string" ? <Lines text={piece} /> : <span class="muted">{piece.label}</span>,
      )}
    </p>
  );
};
