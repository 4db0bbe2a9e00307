// The list of people in a study, with search, choices and what looks wrong.
import { Button, ButtonLink, type Option } from "../../web/form.tsx";
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { PeopleTexts } from "../lead-texts.ts";
import type { Written } from "../written.ts";
import { Address, type Crumb, type LeadFrame, LeadPage, Tag, Who } from "./lead-frame.tsx";

/** Which people are listed. */
export const peopleChoices = ["now", "all", "no-email", "shared-email", "vacant"] as const;
export type PeopleChoice = (typeof peopleChoices)[number];

/** One person, or one person's time in a seat. Names are null once erased. */
export interface PersonLine {
  readonly href: string;
  readonly name: string | null;
  readonly role: string;
  readonly municipality: string;
  readonly email: string | null;
  readonly isEmailShared: boolean;
  readonly heldFrom: string | null;
  readonly heldTo: string | null;
  /** What the person has said about waves to come. */
  readonly note: "declined" | "withdrawn" | null;
}

export interface VacantSeatLine {
  readonly role: string;
  readonly municipality: string;
  readonly href: string;
}

export interface PeopleView {
  readonly search: string;
  readonly role: string;
  readonly municipality: string;
  readonly choice: PeopleChoice;
  readonly roles: readonly Option[];
  readonly municipalities: readonly Option[];
  readonly count: number;
  readonly people: readonly PersonLine[];
  readonly vacant: readonly VacantSeatLine[];
  /** False where nobody has been loaded at all. */
  readonly hasPeople: boolean;
  readonly importHref: string;
  readonly addHref: string;
  readonly href: string;
  readonly page: number;
  readonly pages: number;
  /** Address of another page of the same list. */
  readonly pageHref: (page: number) => string;
}

export const PeoplePage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly view: PeopleView;
  readonly texts: PeopleTexts;
  readonly written: Written;
}) => {
  const { view } = props;
  const texts = props.texts.list;
  if (!view.hasPeople) {
    return (
      <LeadPage frame={props.frame} title={texts.title} crumbs={props.crumbs} outcome={props.outcome}>
        <Sheet>
          <p>{texts.empty}</p>
          <p class="actions">
            <ButtonLink href={view.importHref}>{texts.importPeople}</ButtonLink>
            <ButtonLink href={view.addHref} variant="secondary">
              {texts.addPerson}
            </ButtonLink>
          </p>
        </Sheet>
      </LeadPage>
    );
  }
  return (
    <LeadPage frame={props.frame} title={texts.title} crumbs={props.crumbs} outcome={props.outcome}>
      <p>{texts.intro}</p>
      <p class="actions">
        <ButtonLink href={view.importHref} variant="secondary">
          {texts.importPeople}
        </ButtonLink>
        <ButtonLink href={view.addHref} variant="secondary">
          {texts.addPerson}
        </ButtonLink>
      </p>
      <PeopleSearch view={view} texts={props.texts} />
      {view.choice === "vacant" ? (
        <VacantSeats {...props} />
      ) : (
        <Sheet>
          {view.people.length === 0 ? <p>{texts.noneFound}</p> : <PeopleTable {...props} />}
          {view.pages < 2 ? null : (
            <p class="actions">
              {view.page > 1 ? <a href={view.pageHref(view.page - 1)}>{texts.previous}</a> : null}
              <span>{texts.page(view.page, view.pages)}</span>
              {view.page < view.pages ? <a href={view.pageHref(view.page + 1)}>{texts.next}</a> : null}
            </p>
          )}
        </Sheet>
      )}
    </LeadPage>
  );
};

const PeopleSearch = ({ view, texts }: { readonly view: PeopleView; readonly texts: PeopleTexts }) => {
  const select = (name: string, label: string, options: readonly Option[], value: string) => (
    <div class="field">
      <label for={name}>{label}</label>
      <select class="ds-input" id={name} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value ? true : undefined}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Sheet>
      <form method="get" action={view.href}>
        <div class="cards">
          <div class="field">
            <label for="q">{texts.list.search}</label>
            <input class="ds-input" type="search" id="q" name="q" value={view.search} maxlength={100} />
          </div>
          {select(
            "role",
            texts.list.role,
            [{ value: "", label: texts.list.everyRole }, ...view.roles],
            view.role,
          )}
          {select(
            "municipality",
            texts.list.municipality,
            [{ value: "", label: texts.list.everyMunicipality }, ...view.municipalities],
            view.municipality,
          )}
          {select(
            "show",
            texts.list.show,
            peopleChoices.map((choice) => ({ value: choice, label: texts.list.choices[choice] })),
            view.choice,
          )}
        </div>
        <Button variant="secondary">{texts.list.submit}</Button>
      </form>
    </Sheet>
  );
};

const PeopleTable = (props: {
  readonly frame: LeadFrame;
  readonly view: PeopleView;
  readonly texts: PeopleTexts;
  readonly written: Written;
}) => {
  const texts = props.texts.list;
  const day = (date: string | null) => (date === null ? null : props.written.day(date));
  return (
    <DataTable
      caption={texts.count(props.view.count)}
      texts={props.frame.texts}
      rows={props.view.people}
      columns={[
        {
          heading: texts.columns.name,
          cell: (person) => (
            <Who
              name={person.name ?? texts.nameGone}
              href={person.href}
              role={person.role}
              municipality={person.municipality}
              reach={<Reach person={person} texts={props.texts} />}
            >
              {person.note === null ? null : (
                <>
                  {" "}
                  <Tag color="neutral">{texts.notes[person.note]}</Tag>
                </>
              )}
            </Who>
          ),
          isRowHeading: true,
        },
        {
          heading: texts.columns.since,
          cell: (person) => texts.tenure(day(person.heldFrom), day(person.heldTo)),
        },
      ]}
    />
  );
};

const VacantSeats = (props: {
  readonly frame: LeadFrame;
  readonly view: PeopleView;
  readonly texts: PeopleTexts;
}) => {
  const texts = props.texts.list;
  return (
    <Sheet>
      <DataTable
        caption={texts.vacantSeats}
        texts={props.frame.texts}
        rows={props.view.vacant}
        columns={[
          { heading: texts.role, cell: (seat) => seat.role, isRowHeading: true },
          { heading: texts.municipality, cell: (seat) => seat.municipality },
          { heading: texts.fill, cell: (seat) => <a href={seat.href}>{texts.fill}</a> },
        ]}
      />
    </Sheet>
  );
};

const Reach = ({ person, texts }: { readonly person: PersonLine; readonly texts: PeopleTexts }) =>
  person.email === null ? (
    texts.list.noEmail
  ) : (
    <>
      <Address email={person.email} />
      {person.isEmailShared ? (
        <>
          {" "}
          <Tag color="warning">{texts.list.shared}</Tag>
        </>
      ) : null}
    </>
  );
