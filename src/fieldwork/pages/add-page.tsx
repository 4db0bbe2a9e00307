// The form in which somebody who holds a seat is added to a wave that is open.
import { Button, ButtonLink, ChoiceField, type Option, PostForm, type SummaryLine } from "../../web/form.tsx";
import { Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts, MailTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";

export const AddPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  /** People who hold a seat and are not in the wave; the hint is role and municipality. */
  readonly people: readonly Option[];
  readonly chosen: string;
  readonly problems: readonly SummaryLine[];
  readonly addPersonHref: string;
  readonly texts: MailTexts;
  readonly fieldworkTexts: FieldworkTexts;
}) => {
  const texts = props.texts.add;
  return (
    <LeadPage frame={props.frame} title={texts.title} crumbs={props.crumbs} problems={props.problems}>
      <div class="narrow">
        <Sheet>
          <p>{texts.intro}</p>
          {props.people.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <PostForm action={props.action}>
              <ChoiceField
                name="member"
                label={texts.choose}
                options={props.people}
                values={props.chosen === "" ? [] : [props.chosen]}
                problem={props.problems.find(({ field }) => field === "member")?.message}
                texts={props.frame.texts}
              />
              <p class="actions">
                <Button>{texts.submit}</Button>
                <ButtonLink href={props.crumbs.at(-1)?.href ?? "/lead"} variant="tertiary">
                  {props.fieldworkTexts.cancel}
                </ButtonLink>
              </p>
            </PostForm>
          )}
          <p>
            {texts.newPerson} <a href={props.addPersonHref}>{texts.loadPerson}</a>
          </p>
        </Sheet>
      </div>
    </LeadPage>
  );
};
