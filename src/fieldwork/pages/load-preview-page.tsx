// What a file of people would do: every problem, or everything that will be new or changed, before it happens.
import { Button, ButtonLink, ChoiceField, PostForm, type SummaryLine } from "../../web/form.tsx";
import { DataTable, FactList, Notice, Sheet } from "../../web/notice.tsx";
import type { PeopleTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";

/** Something in the file that is wrong, or should be looked at. The row is null for the file as a whole. */
export interface FileProblemLine {
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly text: string;
}

/** Somebody who will be new. */
export interface AddedLine {
  readonly row: number;
  readonly name: string;
  readonly role: string;
  readonly municipality: string;
  readonly email: string | null;
}

/** One detail that will change. */
export interface ChangedLine {
  readonly row: number;
  readonly name: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A row that looks like somebody who is in the list. */
export interface MatchLine {
  readonly row: number;
  readonly name: string;
  /** Form field of the answer. */
  readonly field: string;
  readonly candidates: readonly {
    readonly memberId: string;
    readonly label: string;
    readonly hint: string;
  }[];
  /** "" where nothing has been said, "new" for another person, else a member's id. */
  readonly answer: string;
}

export interface LoadCounts {
  readonly added: number;
  readonly changed: number;
  readonly moved: number;
  readonly left: number;
  readonly unchanged: number;
  readonly missing: number;
}

/** The file as it travels with the form between preview and confirmation. */
export interface CarriedFile {
  readonly name: string;
  /** Base64 of the whole file. */
  readonly content: string;
  /** Stands for what the preview says will happen. */
  readonly fingerprint: string;
}

export interface LoadPreviewView {
  readonly file: CarriedFile;
  readonly problems: readonly FileProblemLine[];
  readonly warnings: readonly FileProblemLine[];
  readonly matches: readonly MatchLine[];
  readonly counts: LoadCounts;
  readonly added: readonly AddedLine[];
  readonly changed: readonly ChangedLine[];
  readonly loadHref: string;
  readonly action: string;
  /** The list was another one when the button was pressed. */
  readonly hasChanged: boolean;
}

interface PreviewProps {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly view: LoadPreviewView;
  /** What was left out when the file was to be loaded. */
  readonly problems: readonly SummaryLine[];
  readonly texts: PeopleTexts;
}

export const LoadPreviewPage = (props: PreviewProps) => {
  const { view } = props;
  const texts = props.texts.load;
  if (view.problems.length > 0) return <RefusedFile {...props} />;
  const isNothing = view.added.length === 0 && view.changed.length === 0 && view.matches.length === 0;
  return (
    <LeadPage
      frame={props.frame}
      title={texts.previewTitle}
      crumbs={props.crumbs}
      problems={props.problems}
      outcome={view.hasChanged ? { kind: "warning", text: texts.changedSince } : null}
    >
      <p>
        {texts.fileName(view.file.name)}. <strong>{texts.nothingYet}</strong>
      </p>
      <Sheet>
        <FactList
          facts={(["added", "changed", "moved", "left", "unchanged", "missing"] as const).map((what) => ({
            term: texts.counts[what],
            description: view.counts[what],
          }))}
        />
        {view.counts.missing === 0 ? null : <p class="muted">{texts.missingHelp}</p>}
      </Sheet>
      {isNothing ? (
        <Notice kind="info">
          <p>{texts.nothingToDo}</p>
        </Notice>
      ) : (
        <PostForm action={view.action}>
          <input type="hidden" name="file_name" value={view.file.name} />
          <input type="hidden" name="file_content" value={view.file.content} />
          <input type="hidden" name="fingerprint" value={view.file.fingerprint} />
          <Matches {...props} />
          <Warnings {...props} />
          <Added {...props} />
          <Changed {...props} />
          <p class="actions">
            <Button>{texts.confirm}</Button>
            <ButtonLink href={view.loadHref} variant="tertiary">
              {texts.chooseAgain}
            </ButtonLink>
          </p>
        </PostForm>
      )}
    </LeadPage>
  );
};

const ProblemTable = (props: {
  readonly lines: readonly FileProblemLine[];
  readonly caption: string;
  readonly texts: PeopleTexts;
  readonly frame: LeadFrame;
}) => {
  const { problemColumns } = props.texts.load;
  return (
    <DataTable
      caption={props.caption}
      texts={props.frame.texts}
      rows={props.lines}
      columns={[
        { heading: problemColumns.row, cell: (line) => line.row ?? "–", isNumber: true },
        { heading: problemColumns.column, cell: (line) => line.column ?? "–" },
        { heading: problemColumns.value, cell: (line) => line.value ?? "–" },
        { heading: problemColumns.problem, cell: (line) => line.text },
      ]}
    />
  );
};

const RefusedFile = (props: PreviewProps) => {
  const texts = props.texts.load;
  return (
    <LeadPage frame={props.frame} title={texts.previewTitle} crumbs={props.crumbs}>
      <Notice kind="danger" isOutcome heading={texts.problemCount(props.view.problems.length)}>
        <p>{texts.refused}</p>
        <p>{texts.refusedNext}</p>
      </Notice>
      <p>{texts.fileName(props.view.file.name)}</p>
      <Sheet>
        <ProblemTable {...props} lines={props.view.problems} caption={texts.problemsCaption} />
      </Sheet>
      <p class="actions">
        <ButtonLink href={props.view.loadHref}>{texts.chooseAgain}</ButtonLink>
      </p>
    </LeadPage>
  );
};

const Matches = ({ view, texts, problems, frame }: PreviewProps) =>
  view.matches.length === 0 ? null : (
    <Sheet>
      <h2>{texts.load.matchesHeading}</h2>
      <p>{texts.load.matchesIntro}</p>
      {view.matches.map((match) => (
        <ChoiceField
          name={match.field}
          label={texts.load.matchesQuestion(match.row, match.name)}
          options={[
            ...match.candidates.map(({ memberId, label, hint }) => ({ value: memberId, label, hint })),
            { value: "new", label: texts.load.other },
          ]}
          values={match.answer === "" ? [] : [match.answer]}
          problem={problems.find(({ field }) => field === match.field)?.message}
          texts={frame.texts}
        />
      ))}
    </Sheet>
  );

const Warnings = (props: PreviewProps) =>
  props.view.warnings.length === 0 ? null : (
    <Sheet>
      <h2>{props.texts.load.warningsHeading}</h2>
      <ProblemTable {...props} lines={props.view.warnings} caption={props.texts.load.warningsIntro} />
      <ChoiceField
        name="confirmed"
        label={props.texts.load.warningsHeading}
        options={[{ value: "yes", label: props.texts.load.warningsConfirm }]}
        problem={props.problems.find(({ field }) => field === "confirmed")?.message}
        isMulti
        texts={props.frame.texts}
      />
    </Sheet>
  );

const Added = ({ view, texts, frame }: PreviewProps) => {
  const headings = texts.load.addedColumns;
  return view.added.length === 0 ? null : (
    <Sheet>
      <DataTable
        caption={texts.load.addedHeading}
        texts={frame.texts}
        rows={view.added}
        columns={[
          { heading: headings.row, cell: (line) => line.row, isNumber: true },
          { heading: headings.name, cell: (line) => line.name, isRowHeading: true },
          { heading: headings.role, cell: (line) => line.role },
          { heading: headings.municipality, cell: (line) => line.municipality },
          { heading: headings.email, cell: (line) => line.email ?? texts.list.noEmail },
        ]}
      />
    </Sheet>
  );
};

const Changed = ({ view, texts, frame }: PreviewProps) => {
  const headings = texts.load.changeColumns;
  return view.changed.length === 0 ? null : (
    <Sheet>
      <DataTable
        caption={texts.load.changedCaption}
        texts={frame.texts}
        rows={view.changed}
        columns={[
          { heading: headings.row, cell: (line) => line.row, isNumber: true },
          { heading: headings.name, cell: (line) => line.name, isRowHeading: true },
          { heading: headings.what, cell: (line) => line.what },
          { heading: headings.before, cell: (line) => line.before },
          { heading: headings.after, cell: (line) => line.after },
        ]}
      />
    </Sheet>
  );
};
