// The pages that ask before a wave is opened, closed or opened again: what will happen, and what never can.
import { Button, ButtonLink, PostForm, type SummaryLine, TextField } from "../../web/form.tsx";
import { DataTable, Notice, Sheet } from "../../web/notice.tsx";
import type { FieldworkTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { type Crumb, Effects, type LeadFrame, LeadPage } from "./lead-frame.tsx";

interface StepProps {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly wave: string;
  /** Where the form is posted; the page before it is the last crumb. */
  readonly action: string;
  readonly problems?: readonly SummaryLine[];
  readonly texts: FieldworkTexts;
}

/** One table of the results: how many groups it has, and what can be said of them before anybody has answered. */
export interface TableOutlookLine {
  readonly table: "byRole" | "byMunicipality" | "byBoth";
  readonly groups: number;
  readonly never: number;
  readonly everybody: number;
}

export interface OpeningView {
  readonly asked: number;
  readonly withoutEmail: number;
  readonly leftOut: number;
  readonly referenceDate: string;
  readonly minimumBase: number;
  readonly tables: readonly TableOutlookLine[];
  /** Roles and municipalities that can never be shown, by name with the number asked. */
  readonly never: readonly string[];
  readonly peopleHref: string;
  /** The wave cannot be opened before these are mended. */
  readonly isPastEnd: boolean;
  readonly planHref: string;
  /** People whose municipality was divided, by name. */
  readonly divided: readonly { readonly name: string; readonly href: string }[];
}

export const OpeningPage = (props: StepProps & { readonly view: OpeningView; readonly written: Written }) => {
  const { view } = props;
  const texts = props.texts.opening;
  const back = props.crumbs.at(-1)?.href ?? "/lead";
  const both = view.tables.find((line) => line.table === "byBoth");
  if (view.asked === 0) {
    return (
      <LeadPage frame={props.frame} title={texts.title(props.wave)} crumbs={props.crumbs}>
        <Sheet>
          <p>{texts.nobody}</p>
          <p class="actions">
            <ButtonLink href={view.peopleHref}>{texts.loadPeople}</ButtonLink>
          </p>
        </Sheet>
      </LeadPage>
    );
  }
  return (
    <LeadPage
      frame={props.frame}
      title={texts.title(props.wave)}
      crumbs={props.crumbs}
      {...(props.problems === undefined ? {} : { problems: props.problems })}
    >
      <Sheet>
        <h2>{texts.whoHeading}</h2>
        <p>{texts.who(view.asked, props.written.day(view.referenceDate))}</p>
        {view.withoutEmail === 0 ? null : <p>{texts.withoutEmail(view.withoutEmail)}</p>}
        {view.leftOut === 0 ? null : <p>{texts.leftOut(view.leftOut)}</p>}
      </Sheet>
      <Sheet>
        <h2>{texts.learnHeading}</h2>
        <p>{texts.base(view.minimumBase)}</p>
        {both === undefined ? null : (
          <p>
            <strong>{both.never === 0 ? texts.crossFine : texts.crossNever(both.never, both.groups)}</strong>
          </p>
        )}
        <DataTable
          caption={texts.tableCaption}
          texts={props.frame.texts}
          rows={view.tables}
          columns={[
            { heading: texts.tableColumns.table, cell: (line) => texts[line.table], isRowHeading: true },
            {
              heading: texts.tableColumns.never,
              cell: (line) => props.texts.wave.rateOf(line.never, line.groups),
              isNumber: true,
            },
            {
              heading: texts.tableColumns.everyone,
              cell: (line) => props.texts.wave.rateOf(line.everybody, line.groups),
              isNumber: true,
            },
          ]}
        />
        {view.never.length === 0 ? null : (
          <>
            <p>{texts.neverNamed}</p>
            <ul>
              {view.never.map((group) => (
                <li>{group}</li>
              ))}
            </ul>
          </>
        )}
        <p class="muted">{texts.more}</p>
      </Sheet>
      <Sheet>
        <h2>{texts.effectHeading}</h2>
        <Effects effects={texts.effects} />
        {view.isPastEnd || view.divided.length > 0 ? (
          <Obstacles view={view} texts={props.texts} />
        ) : (
          <PostForm action={props.action}>
            <p class="actions">
              <Button>{texts.submit}</Button>
              <ButtonLink href={back} variant="tertiary">
                {props.texts.cancel}
              </ButtonLink>
            </p>
          </PostForm>
        )}
      </Sheet>
    </LeadPage>
  );
};

/** What has to be done before the wave can be opened. */
const Obstacles = ({ view, texts }: { readonly view: OpeningView; readonly texts: FieldworkTexts }) => (
  <>
    {view.divided.length === 0 ? null : (
      <>
        <p>
          <strong>{texts.opening.divided}</strong>
        </p>
        <ul>
          {view.divided.map((person) => (
            <li>
              <a href={person.href}>{person.name}</a>
            </li>
          ))}
        </ul>
      </>
    )}
    {view.isPastEnd ? (
      <>
        <p>
          <strong>{texts.opening.pastEnd}</strong>
        </p>
        <p class="actions">
          <ButtonLink href={view.planHref}>{texts.wave.changePlan}</ButtonLink>
        </p>
      </>
    ) : null}
  </>
);

export const ClosingPage = (
  props: StepProps & {
    readonly view: { readonly answered: number; readonly asked: number; readonly drafts: number };
  },
) => {
  const texts = props.texts.closing;
  return (
    <LeadPage frame={props.frame} title={texts.title(props.wave)} crumbs={props.crumbs}>
      <div class="narrow">
        <Sheet>
          <p>
            {texts.now(props.view.answered, props.view.asked)} {texts.drafts(props.view.drafts)}
          </p>
          <Effects effects={texts.effects} />
          <p>{texts.undo}</p>
          <PostForm action={props.action}>
            <p class="actions">
              <Button color="danger">{texts.submit}</Button>
              <ButtonLink href={props.crumbs.at(-1)?.href ?? "/lead"} variant="tertiary">
                {texts.cancel}
              </ButtonLink>
            </p>
          </PostForm>
        </Sheet>
      </div>
    </LeadPage>
  );
};

export const ReopeningPage = (
  props: StepProps & {
    readonly view: { readonly isShown: boolean; readonly closesOn: string };
  },
) => {
  const texts = props.texts.reopening;
  return (
    <LeadPage
      frame={props.frame}
      title={texts.title(props.wave)}
      crumbs={props.crumbs}
      {...(props.problems === undefined ? {} : { problems: props.problems })}
    >
      <div class="narrow">
        {props.view.isShown ? (
          <Notice kind="warning">
            <p>{texts.shown}</p>
          </Notice>
        ) : (
          <Sheet>
            <Effects effects={texts.effects} />
            <PostForm action={props.action}>
              <TextField
                type="date"
                name="closes_on"
                label={texts.newEnd}
                hint={props.texts.plan.dateHelp}
                value={props.view.closesOn}
                problem={props.problems?.find((line) => line.field === "closes_on")?.message}
                isRequired
                texts={props.frame.texts}
              />
              <p class="actions">
                <Button>{texts.submit}</Button>
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
