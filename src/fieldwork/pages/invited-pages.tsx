// The people in a wave, for helping one of them: what became of the mail, never whether they have answered.
import { Button } from "../../web/form.tsx";
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { InvitedStatus } from "../invited-status.ts";
import type { MailTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage, Tag, Who } from "./lead-frame.tsx";

/** Which people of the wave are listed. */
export const invitedChoices = [
  "all",
  "refused",
  "uncertain",
  "no-email",
  "not-invited",
  "declined",
  "left",
] as const;
export type InvitedChoice = (typeof invitedChoices)[number];

/** One person in the wave. The name is null once erased. */
export interface InvitedLine {
  readonly href: string;
  readonly name: string | null;
  readonly role: string;
  readonly municipality: string;
  readonly status: InvitedStatus;
}

export interface InvitedView {
  readonly search: string;
  readonly choice: InvitedChoice;
  readonly people: readonly InvitedLine[];
  readonly href: string;
}

export const statusColors: Readonly<
  Record<InvitedStatus, "info" | "success" | "warning" | "danger" | "neutral">
> = {
  "no-email": "warning",
  "not-invited": "neutral",
  waiting: "info",
  invited: "success",
  refused: "danger",
  uncertain: "warning",
  letter: "success",
  declined: "neutral",
  left: "neutral",
  not_me: "warning",
  withdrawn: "neutral",
};

export const InvitedPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly view: InvitedView;
  readonly texts: MailTexts;
}) => {
  const { view } = props;
  const texts = props.texts.invited;
  return (
    <LeadPage frame={props.frame} title={texts.title} crumbs={props.crumbs}>
      <p>{texts.intro}</p>
      <Sheet>
        <form method="get" action={view.href}>
          <div class="cards">
            <div class="field">
              <label for="q">{texts.search}</label>
              <input class="ds-input" type="search" id="q" name="q" value={view.search} maxlength={100} />
            </div>
            <div class="field">
              <label for="show">{texts.show}</label>
              <select class="ds-input" id="show" name="show">
                {invitedChoices.map((choice) => (
                  <option value={choice} selected={choice === view.choice ? true : undefined}>
                    {texts.filters[choice]}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <Button variant="secondary">{texts.submit}</Button>
        </form>
      </Sheet>
      <Sheet>
        {view.people.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <DataTable
            caption={texts.count(view.people.length)}
            texts={props.frame.texts}
            rows={view.people}
            columns={[
              {
                heading: texts.columns.name,
                cell: (line) => <Who {...line} name={line.name ?? texts.nameGone} />,
                isRowHeading: true,
              },
              {
                heading: texts.columns.status,
                cell: (line) => <Tag color={statusColors[line.status]}>{texts.statuses[line.status]}</Tag>,
              },
            ]}
          />
        )}
      </Sheet>
    </LeadPage>
  );
};
