// One person in a wave: what became of the mail, and what the lead can do about it.
import type { Child } from "hono/jsx";
import { Button, ButtonLink, ChoiceField, PostForm, type SummaryLine, TextField } from "../../web/form.tsx";
import { DataTable, FactList, Notice, Sheet } from "../../web/notice.tsx";
import type { InvitedStatus } from "../invited-status.ts";
import type { FieldworkTexts, MailTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { statusColors } from "./invited-pages.tsx";
import { type Crumb, type LeadFrame, LeadPage, Tag } from "./lead-frame.tsx";

/** Something that was sent, or that became of it. */
export interface MailHappening {
  readonly at: Date;
  readonly what: "invitation" | "reminder" | "link" | "letter" | "refused";
}

export interface InvitedPersonView {
  readonly name: string | null;
  readonly role: string;
  readonly municipality: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly status: InvitedStatus;
  readonly happenings: readonly MailHappening[];
  readonly isOpen: boolean;
  /** Whether the contact details can still be read. */
  readonly canContact: boolean;
  readonly memberHref: string;
  readonly actions: {
    readonly resend: string;
    readonly correct: string;
    readonly refusal: string;
    readonly letter: string;
  };
}

export interface InvitedPersonProps {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly view: InvitedPersonView;
  /** The address that was typed and could not be taken. */
  readonly typedEmail: string | null;
  readonly problems: readonly SummaryLine[];
  readonly texts: MailTexts;
  readonly fieldworkTexts: FieldworkTexts;
  readonly written: Written;
}

export const InvitedPersonPage = (props: InvitedPersonProps) => {
  const { view } = props;
  const texts = props.texts.person;
  const what = {
    ...props.fieldworkTexts.wave.mailKinds,
    letter: props.texts.invited.statuses.letter,
    refused: props.texts.invited.statuses.refused,
  };
  return (
    <LeadPage
      frame={props.frame}
      title={view.name ?? props.texts.invited.nameGone}
      crumbs={props.crumbs}
      outcome={props.outcome}
      problems={props.problems}
    >
      <Sheet>
        <FactList
          facts={[
            {
              term: texts.facts.status,
              description: (
                <Tag color={statusColors[view.status]}>{props.texts.invited.statuses[view.status]}</Tag>
              ),
            },
            { term: texts.facts.role, description: view.role },
            { term: texts.facts.municipality, description: view.municipality },
            { term: texts.facts.email, description: view.email ?? texts.noEmail },
            { term: texts.facts.phone, description: view.phone ?? texts.noEmail },
            { term: texts.facts.language, description: view.language },
          ]}
        />
      </Sheet>
      <Sheet>
        {view.happenings.length === 0 ? (
          <p>{texts.noHistory}</p>
        ) : (
          <DataTable
            caption={texts.history}
            texts={props.frame.texts}
            rows={view.happenings}
            columns={[
              {
                heading: texts.historyColumns.when,
                cell: (row) => props.written.moment(row.at),
                isRowHeading: true,
              },
              { heading: texts.historyColumns.what, cell: (row) => what[row.what] },
            ]}
          />
        )}
      </Sheet>
      {view.isOpen ? (
        <Helps {...props} />
      ) : (
        <Notice kind="info">
          <p>{texts.closed}</p>
        </Notice>
      )}
    </LeadPage>
  );
};

const Helps = (props: InvitedPersonProps) => {
  const { view } = props;
  const texts = props.texts.person;
  const problem = props.problems.find(({ field }) => field === "email")?.message;
  return (
    <>
      {view.canContact && view.email !== null ? (
        <Help heading={texts.resend.heading} text={texts.resend.text}>
          <PostForm action={view.actions.resend}>
            <Button>{texts.resend.submit}</Button>
          </PostForm>
        </Help>
      ) : null}
      {view.canContact ? (
        <Help heading={texts.correct.heading} text={texts.correct.text} isOpen={props.problems.length > 0}>
          <PostForm action={view.actions.correct}>
            <TextField
              type="email"
              name="email"
              label={texts.correct.email}
              value={props.typedEmail ?? ""}
              problem={problem}
              isLiteral
              isRequired
              texts={props.frame.texts}
            />
            <ChoiceField
              name="shared"
              label={props.texts.errors.sharedQuestion}
              options={[{ value: "yes", label: props.texts.errors.shared }]}
              isMulti
              texts={props.frame.texts}
            />
            <Button>{texts.correct.submit}</Button>
          </PostForm>
        </Help>
      ) : null}
      {view.canContact ? (
        <Help heading={texts.letter.heading} text={texts.letter.text}>
          <PostForm action={view.actions.letter}>
            <Button>{texts.letter.submit}</Button>
          </PostForm>
        </Help>
      ) : null}
      <Help heading={texts.refusal.heading} text={texts.refusal.text}>
        <PostForm action={view.actions.refusal}>
          <ChoiceField
            name="further"
            label={texts.refusal.furtherQuestion}
            options={[{ value: "yes", label: texts.refusal.further }]}
            isMulti
            texts={props.frame.texts}
          />
          <Button>{texts.refusal.submit}</Button>
        </PostForm>
      </Help>
      <Help heading={texts.left.heading} text={texts.left.text}>
        <p>
          <ButtonLink href={view.memberHref} variant="secondary">
            {texts.left.action}
          </ButtonLink>
        </p>
      </Help>
    </>
  );
};

const Help = (props: {
  readonly heading: string;
  readonly text: string;
  readonly isOpen?: boolean;
  readonly children?: Child;
}) => (
  <details class="ds-details sheet" open={props.isOpen === true ? true : undefined}>
    <summary>{props.heading}</summary>
    <div class="narrow">
      <p>{props.text}</p>
      {props.children}
    </div>
  </details>
);
