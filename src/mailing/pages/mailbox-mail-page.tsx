// One mail of the demo, with its links to follow.
import { ButtonLink } from "../../web/form.tsx";
import { FactList } from "../../web/notice.tsx";
import type { KeptMail } from "../local-mailbox.ts";
import { MailboxFrame, type MailboxFrameProps, writtenTime } from "./mailbox-frame.tsx";

/** The plain text with its addresses as links; those of this service as paths. */
const LinkedText = ({ text, publicUrl }: { readonly text: string; readonly publicUrl: string }) => (
  <>
    {text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, place) => {
      if (place % 2 === 0) return piece;
      const href = piece.startsWith(`${publicUrl}/`) ? piece.slice(publicUrl.length) : piece;
      return (
        <a href={href} rel="noreferrer">
          {piece}
        </a>
      );
    })}
  </>
);

export const MailPage = (
  props: MailboxFrameProps & { readonly mail: KeptMail; readonly publicUrl: string },
) => {
  const { mail } = props;
  const words = props.texts.mail.mailbox;
  return (
    <MailboxFrame {...props} heading={mail.subject}>
      <FactList
        facts={[
          {
            term: words.to,
            description: mail.to.name === null ? mail.to.address : `${mail.to.name}, ${mail.to.address}`,
          },
          { term: words.received, description: writtenTime(mail.handedOverAt) },
        ]}
      />
      {mail.text
        .trim()
        .split(/\n{2,}/)
        .map((part) => (
          <p>
            {part.split("\n").map((line, place) => (
              <>
                {place === 0 ? null : <br />}
                <LinkedText text={line} publicUrl={props.publicUrl} />
              </>
            ))}
          </p>
        ))}
      <p class="actions">
        <ButtonLink href="/mailbox" variant="secondary">
          {words.back}
        </ButtonLink>
      </p>
    </MailboxFrame>
  );
};

export const UnknownMailPage = (props: MailboxFrameProps) => {
  const words = props.texts.mail.mailbox;
  return (
    <MailboxFrame {...props} heading={words.unknown}>
      <p class="actions">
        <ButtonLink href="/mailbox">{words.back}</ButtonLink>
      </p>
    </MailboxFrame>
  );
};
