// Letters for those without an e-mail address: which ones to make, and the sheets to be printed.
import { Button, ButtonLink, ChoiceField, PostForm } from "../../web/form.tsx";
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts, MailTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { type Crumb, type LeadFrame, LeadPage, Who } from "./lead-frame.tsx";

export interface LetterLine {
  readonly name: string | null;
  readonly role: string;
  readonly municipality: string;
  readonly printedAt: Date | null;
}

export const LettersPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly people: readonly LetterLine[];
  readonly isOpen: boolean;
  readonly action: string;
  readonly backHref: string;
  readonly texts: MailTexts;
  readonly fieldworkTexts: FieldworkTexts;
  readonly written: Written;
}) => {
  const texts = props.texts.letters;
  const canPrint = props.isOpen && props.people.length > 0;
  return (
    <LeadPage frame={props.frame} title={texts.title} crumbs={props.crumbs} outcome={props.outcome}>
      <Sheet>
        <p>
          {texts.intro} {texts.who(props.people.length)}
        </p>
        {props.isOpen ? null : <p>{props.texts.person.closed}</p>}
        {canPrint ? (
          <PostForm action={props.action}>
            <ChoiceField
              name="which"
              label={texts.choose}
              options={[
                { value: "new", label: texts.chooseNew },
                { value: "reminder", label: texts.chooseReminder },
              ]}
              values={["new"]}
              texts={props.frame.texts}
            />
            <p class="muted">{texts.code}</p>
            <p class="actions">
              <Button>{texts.submit}</Button>
              <ButtonLink href={props.backHref} variant="tertiary">
                {props.fieldworkTexts.cancel}
              </ButtonLink>
            </p>
          </PostForm>
        ) : (
          <p class="actions">
            <ButtonLink href={props.backHref} variant="secondary">
              {texts.back}
            </ButtonLink>
          </p>
        )}
      </Sheet>
      {props.people.length === 0 ? null : (
        <Sheet>
          <DataTable
            caption={texts.tableCaption}
            texts={props.frame.texts}
            rows={props.people}
            columns={[
              {
                heading: texts.columns.name,
                cell: (line) => <Who {...line} name={line.name ?? props.texts.invited.nameGone} />,
                isRowHeading: true,
              },
              {
                heading: texts.columns.printed,
                cell: (line) =>
                  line.printedAt === null
                    ? texts.notPrinted
                    : texts.printed(props.written.moment(line.printedAt)),
              },
            ]}
          />
        </Sheet>
      )}
    </LeadPage>
  );
};
