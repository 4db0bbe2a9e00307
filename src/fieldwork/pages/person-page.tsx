// One person in a study: addresses, seats with their dates, and the acts that change them.
import type { Child } from "hono/jsx";
import {
  Button,
  ChoiceField,
  type Option,
  PostForm,
  SelectField,
  type SummaryLine,
  TextField,
} from "../../web/form.tsx";
import { DataTable, FactList, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import type { PeopleTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";

/** Acts on a person, each a form of its own. */
export type PersonAct = "contact" | "leave" | "replace" | "move";

export interface SeatLine {
  readonly role: string;
  readonly municipality: string;
  readonly heldFrom: string | null;
  readonly heldTo: string | null;
}

export interface PersonView {
  readonly name: string | null;
  readonly memberId: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  /** The seat held today. */
  readonly seat: SeatLine | null;
  readonly seats: readonly SeatLine[];
  /** The person in the waves, newest first. */
  readonly waves: readonly { readonly name: string; readonly href: string }[];
  /** Waves that are open, and the person could be asked in, and is not. */
  readonly missingWaves: readonly { readonly name: string; readonly addHref: string }[];
  readonly languages: readonly Option[];
  readonly roles: readonly Option[];
  readonly today: string;
  /** Where each act is posted. */
  readonly actions: Readonly<Record<PersonAct, string>>;
}

export interface PersonPageProps {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly view: PersonView;
  /** What was posted last and could not be done; its fields keep what was typed. */
  readonly tried: { readonly act: PersonAct; readonly form: Readonly<Record<string, string>> } | null;
  /** Fields are named `<act>-<field>`. */
  readonly problems: readonly SummaryLine[];
  readonly texts: PeopleTexts;
  readonly written: Written;
}

export const PersonPage = (props: PersonPageProps) => {
  const { view, written } = props;
  const texts = props.texts.person;
  const seatText = (seat: SeatLine) => `${seat.role}, ${seat.municipality}`;
  const day = (date: string | null) => (date === null ? null : written.day(date));
  return (
    <LeadPage
      frame={props.frame}
      title={view.name ?? props.texts.list.nameGone}
      crumbs={props.crumbs}
      outcome={props.outcome}
      problems={props.problems}
    >
      <Sheet>
        {view.name === null ? <p>{texts.erased}</p> : null}
        <FactList
          facts={[
            { term: texts.facts.seat, description: view.seat === null ? texts.noSeat : seatText(view.seat) },
            { term: texts.facts.email, description: view.email ?? texts.none },
            { term: texts.facts.phone, description: view.phone ?? texts.none },
            { term: texts.facts.language, description: view.language },
            { term: texts.facts.id, description: view.memberId },
          ]}
        />
        {view.waves.length === 0 ? null : (
          <p>
            {texts.wavesHeading}:{" "}
            {view.waves.map((wave, place) => (
              <>
                {place === 0 ? null : ", "}
                <a href={wave.href}>{wave.name}</a>
              </>
            ))}
          </p>
        )}
        {view.missingWaves.map((wave) => (
          <p>
            {texts.notInWave(wave.name)} <a href={wave.addHref}>{texts.addToWave}</a>
          </p>
        ))}
      </Sheet>
      <Sheet>
        <DataTable
          caption={texts.seatsCaption}
          texts={props.frame.texts}
          rows={view.seats}
          columns={[
            { heading: texts.columns.role, cell: (seat) => seat.role, isRowHeading: true },
            { heading: texts.columns.municipality, cell: (seat) => seat.municipality },
            {
              heading: texts.columns.held,
              cell: (seat) => props.texts.list.tenure(day(seat.heldFrom), day(seat.heldTo)),
            },
          ]}
        />
      </Sheet>
      {view.name === null ? null : <PersonForms {...props} />}
    </LeadPage>
  );
};

const PersonForms = (props: PersonPageProps) => {
  const { view } = props;
  const texts = props.texts.person;
  const typed = (act: PersonAct, field: string, otherwise: string) =>
    props.tried?.act === act ? (props.tried.form[field] ?? "") : otherwise;
  const text = (
    act: PersonAct,
    field: string,
    label: string,
    otherwise: string,
    more: { readonly type?: "email" | "tel" | "date"; readonly hint?: string } = {},
  ) => (
    <TextField
      name={`${act}-${field}`}
      label={label}
      value={typed(act, field, otherwise)}
      problem={props.problems.find((line) => line.field === `${act}-${field}`)?.message}
      isLiteral={more.type === "email"}
      texts={props.frame.texts}
      {...more}
    />
  );
  const date = (act: PersonAct, field: string, label: string) =>
    text(act, field, label, view.today, { type: "date", hint: texts.dateHelp });
  const language = (act: PersonAct, otherwise: string) => (
    <SelectField
      name={`${act}-language`}
      label={texts.contact.language}
      options={view.languages}
      value={typed(act, "language", otherwise)}
      texts={props.frame.texts}
    />
  );
  const shared = (act: PersonAct) => <Shared act={act} props={props} />;
  const chosenLanguage = view.languages.find(({ label }) => label === view.language)?.value ?? "";
  return (
    <>
      <Act act="contact" heading={texts.contact.heading} text={texts.contact.text} props={props}>
        {text("contact", "name", texts.contact.name, view.name ?? "")}
        {text("contact", "email", texts.contact.email, view.email ?? "", {
          type: "email",
          hint: texts.contact.emailHelp,
        })}
        {shared("contact")}
        {text("contact", "phone", texts.contact.phone, view.phone ?? "", { type: "tel" })}
        {language("contact", chosenLanguage)}
        <Button>{texts.contact.submit}</Button>
      </Act>
      {view.seat === null ? null : (
        <>
          <Act act="leave" heading={texts.leave.heading} text={texts.leave.text} props={props}>
            {date("leave", "on", texts.leave.on)}
            <Button>{texts.leave.submit}</Button>
          </Act>
          <Act act="replace" heading={texts.replace.heading} text={texts.replace.text} props={props}>
            {text("replace", "name", texts.replace.name, "")}
            {text("replace", "email", texts.replace.email, "", {
              type: "email",
              hint: texts.contact.emailHelp,
            })}
            {shared("replace")}
            {text("replace", "phone", texts.replace.phone, "", { type: "tel" })}
            {language("replace", chosenLanguage)}
            {date("replace", "from", texts.replace.from)}
            <Button>{texts.replace.submit}</Button>
          </Act>
        </>
      )}
      <Act act="move" heading={texts.role.heading} text={texts.role.text} props={props}>
        <SelectField
          name="move-role"
          label={texts.role.role}
          options={view.roles}
          value={typed("move", "role", "")}
          problem={props.problems.find((line) => line.field === "move-role")?.message}
          texts={props.frame.texts}
        />
        {text("move", "municipality", texts.role.municipality, view.seat?.municipality ?? "")}
        {date("move", "from", texts.role.from)}
        <Button>{texts.role.submit}</Button>
      </Act>
    </>
  );
};

/** One act, folded together until it is wanted, or open because it could not be done. */
const Act = (props: {
  readonly act: PersonAct;
  readonly heading: string;
  readonly text: string;
  readonly props: PersonPageProps;
  readonly children?: Child;
}) => (
  <details class="ds-details sheet" open={props.props.tried?.act === props.act ? true : undefined}>
    <summary>{props.heading}</summary>
    <div class="narrow">
      <p>{props.text}</p>
      <PostForm action={props.props.view.actions[props.act]}>{props.children}</PostForm>
    </div>
  </details>
);

const Shared = ({ act, props }: { readonly act: PersonAct; readonly props: PersonPageProps }) => {
  const pageTexts: PageTexts = props.frame.texts;
  return (
    <ChoiceField
      name={`${act}-shared`}
      label={props.texts.person.contact.sharedQuestion}
      options={[{ value: "yes", label: props.texts.person.contact.shared }]}
      values={props.tried?.act === act && props.tried.form.shared === "yes" ? ["yes"] : []}
      isMulti
      texts={pageTexts}
    />
  );
};
