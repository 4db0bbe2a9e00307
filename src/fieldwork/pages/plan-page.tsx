// The form in which a wave is planned.
import { Button, ButtonLink, PostForm, SelectField, type SummaryLine, TextField } from "../../web/form.tsx";
import { Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";

/** What has been typed so far; the names are those of the form's fields. */
export interface PlanForm {
  readonly opens_on: string;
  readonly closes_on: string;
  readonly reference_date: string;
  readonly version: string;
}

export const PlanPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  /** The wave is planned already, and its plan is changed. */
  readonly isChange: boolean;
  readonly form: PlanForm;
  readonly problems: readonly SummaryLine[];
  /** Versions of the questionnaire to choose from. */
  readonly versions: readonly number[];
  readonly timeZone: string;
  readonly texts: FieldworkTexts;
}) => {
  const texts = props.texts.plan;
  const problemOf = (field: keyof PlanForm) => props.problems.find((line) => line.field === field)?.message;
  const day = (name: keyof PlanForm, label: string, hint: string) => (
    <TextField
      type="date"
      name={name}
      label={label}
      hint={hint}
      value={props.form[name]}
      problem={problemOf(name)}
      isRequired
      texts={props.frame.texts}
    />
  );
  return (
    <LeadPage
      frame={props.frame}
      title={props.isChange ? texts.changeTitle : texts.title}
      crumbs={props.crumbs}
      problems={props.problems}
    >
      <div class="narrow">
        {props.versions.length === 0 ? (
          <Sheet>
            <p>{texts.noInstrument}</p>
          </Sheet>
        ) : (
          <Sheet>
            <p>{texts.intro}</p>
            <PostForm action={props.action}>
              {day("opens_on", texts.opensOn, texts.dateHelp)}
              {day("closes_on", texts.closesOn, texts.closesOnHelp(props.timeZone))}
              {day("reference_date", texts.referenceDate, texts.referenceDateHelp)}
              <SelectField
                name="version"
                label={texts.version}
                hint={texts.versionHelp}
                value={props.form.version}
                problem={problemOf("version")}
                options={props.versions.map((version) => ({
                  value: String(version),
                  label: texts.versionName(version),
                }))}
                texts={props.frame.texts}
              />
              <p class="actions">
                <Button>{props.isChange ? texts.changeSubmit : texts.submit}</Button>
                <ButtonLink href={props.crumbs.at(-1)?.href ?? "/lead"} variant="tertiary">
                  {props.texts.cancel}
                </ButtonLink>
              </p>
            </PostForm>
          </Sheet>
        )}
      </div>
    </LeadPage>
  );
};
