// The study's privacy notice, as it was promised.
import { ButtonLink } from "../../web/form.tsx";
import { WholeWords } from "../../web/notice.tsx";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

export const PrivacyPage = (props: {
  readonly visit: Visit;
  readonly nonce: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}) => {
  const { visit } = props;
  const { privacy, own } = visit.texts.respondent;
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={props.heading}
      path={addressIn(visit, ["privacy"])}
    >
      <section class="sheet">
        <h1>{props.heading}</h1>
        {props.paragraphs.map((paragraph) => (
          <p>
            <WholeWords text={paragraph} />
          </p>
        ))}
        {visit.prepared.study.onePersonTwoRoles ? <p>{own.whoSame}</p> : null}
        <p>
          {privacy.cookies} {visit.texts.unsaved.device}
        </p>
        <p class="actions">
          <ButtonLink href={addressIn(visit)} variant="secondary">
            {privacy.back}
          </ButtonLink>
        </p>
      </section>
    </RespondentFrame>
  );
};
