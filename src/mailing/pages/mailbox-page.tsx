// The list of the demo's mails, the newest first.
import { Button, ButtonLink, TextField } from "../../web/form.tsx";
import type { KeptMail } from "../local-mailbox.ts";
import { MailboxFrame, type MailboxFrameProps, writtenTime } from "./mailbox-frame.tsx";

export const MailboxPage = (
  props: MailboxFrameProps & {
    readonly mails: readonly KeptMail[];
    /** How many fit what is sought, and how many there are. */
    readonly shown: number;
    readonly all: number;
    readonly sought: string;
    readonly page: number;
    readonly hasOlder: boolean;
  },
) => {
  const words = props.texts.mail.mailbox;
  const pageAddress = (page: number) =>
    `/mailbox?${new URLSearchParams({ q: props.sought, page: `${page}` })}`;
  return (
    <MailboxFrame {...props} heading={words.title}>
      <p>{words.intro}</p>
      <form method="get" action="/mailbox">
        <TextField name="q" type="search" label={words.search} value={props.sought} texts={props.texts.web} />
        <p class="actions">
          <Button variant="secondary">{words.find}</Button>
        </p>
      </form>
      <p>{props.shown === 0 ? words.none : words.count(props.shown, props.all)}</p>
      <ul>
        {props.mails.map((mail) => (
          <li>
            <p>
              <a href={`/mailbox/${mail.number}`}>{mail.subject}</a>
              <br />
              {mail.to.name === null ? mail.to.address : `${mail.to.name}, ${mail.to.address}`}
              <br />
              <span class="hint">{writtenTime(mail.handedOverAt)}</span>
            </p>
          </li>
        ))}
      </ul>
      <p class="actions">
        {props.page > 1 ? (
          <ButtonLink href={pageAddress(props.page - 1)} variant="secondary">
            {words.newer}
          </ButtonLink>
        ) : null}
        {props.hasOlder ? (
          <ButtonLink href={pageAddress(props.page + 1)} variant="secondary">
            {words.older}
          </ButtonLink>
        ) : null}
      </p>
    </MailboxFrame>
  );
};
