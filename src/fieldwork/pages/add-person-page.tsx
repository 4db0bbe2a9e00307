// The form in which one person is added: to a seat that is free, or to a role in a municipality.
import {
  Button,
  ButtonLink,
  ChoiceField,
  type Option,
  PostForm,
  SelectField,
  type SummaryLine,
  TextField,
} from "../../web/form.tsx";
import { Sheet } from "../../web/notice.tsx";
import type { PeopleTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";

/** What has been typed; the names are those of the form's fields. */
export interface AddPersonForm {
  readonly name: string;
  readonly email: string;
  readonly shared: string;
  readonly phone: string;
  readonly language: string;
  readonly role: string;
  readonly municipality: string;
  readonly from: string;
}

export const AddPersonPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  /** The seat to be filled, in words; null where role and municipality are asked for. */
  readonly seat: { readonly role: string; readonly municipality: string } | null;
  readonly form: AddPersonForm;
  readonly problems: readonly SummaryLine[];
  readonly roles: readonly Option[];
  readonly languages: readonly Option[];
  readonly texts: PeopleTexts;
  readonly cancel: string;
}) => {
  const { seat, form } = props;
  const texts = props.texts.add;
  const contact = props.texts.person.contact;
  const common = (name: keyof AddPersonForm) => {
    const problem = props.problems.find(({ field }) => field === name)?.message;
    return { name, value: form[name], problem, texts: props.frame.texts };
  };
  return (
    <LeadPage
      frame={props.frame}
      title={seat === null ? texts.title : texts.titleSeat}
      crumbs={props.crumbs}
      problems={props.problems}
    >
      <div class="narrow">
        <Sheet>
          <p>{seat === null ? texts.intro : texts.introSeat(seat.role, seat.municipality)}</p>
          <PostForm action={props.action}>
            <TextField {...common("name")} label={contact.name} isRequired />
            <TextField
              {...common("email")}
              type="email"
              label={contact.email}
              hint={contact.emailHelp}
              isLiteral
            />
            <ChoiceField
              name="shared"
              label={contact.sharedQuestion}
              options={[{ value: "yes", label: contact.shared }]}
              values={form.shared === "yes" ? ["yes"] : []}
              isMulti
              texts={props.frame.texts}
            />
            <TextField {...common("phone")} type="tel" label={contact.phone} />
            <SelectField {...common("language")} label={contact.language} options={props.languages} />
            {seat === null ? (
              <>
                <SelectField {...common("role")} label={texts.role} options={props.roles} />
                <TextField {...common("municipality")} label={texts.municipality} isRequired />
              </>
            ) : null}
            <TextField {...common("from")} type="date" label={texts.from} hint={texts.fromHelp} />
            <p class="actions">
              <Button>{texts.submit}</Button>
              <ButtonLink href={props.crumbs.at(-1)?.href ?? "/lead"} variant="tertiary">
                {props.cancel}
              </ButtonLink>
            </p>
          </PostForm>
        </Sheet>
      </div>
    </LeadPage>
  );
};
