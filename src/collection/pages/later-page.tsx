// After "save and go on later": what is saved, and how to come back.
import { ButtonLink } from "../../web/form.tsx";
import { writtenDay } from "../respondent-texts.ts";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

export const LaterPage = ({ visit, nonce }: { readonly visit: Visit; readonly nonce: string }) => {
  const { later } = visit.texts.respondent;
  const title = visit.entered.response === null ? later.nothingTitle : later.title;
  return (
    <RespondentFrame visit={visit} nonce={nonce} heading={title} path={addressIn(visit, ["later"])}>
      <section class="sheet">
        <h1>{title}</h1>
        {visit.situation === "correcting" ? <p>{later.correcting}</p> : null}
        <p>{later.text(writtenDay(visit.entered.closesOn, visit.language))}</p>
        <p>{later.code}</p>
        <p class="actions">
          <ButtonLink href={addressIn(visit)} variant="secondary">
            {later.goOn}
          </ButtonLink>
        </p>
      </section>
    </RespondentFrame>
  );
};
