// What a file of people would do: every problem, or everything that will be new or changed, before it happens.
import {
  Button,
  ButtonLink,
  ChoiceField,
  HiddenFields,
  type Option,
  PostForm,
  type SummaryLine,
} from "../../web/form.tsx";
import { DataTable, FactList, Notice, Sheet } from "../../web/notice.tsx";
import type { PeopleTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage, Who } from "./lead-frame.tsx";

/** Something in the file that is wrong. The row is null for the file as a whole. */
export interface FileProblemLine {
  readonly row: number | null;
  readonly column: string | null;
  /** What is wrong, with the value as it stands in the file. */
  readonly text: string;
}

/** Something only the lead can say: one of several answers, or a yes. */
export interface QuestionLine {
  /** Form field of the answer. */
  readonly field: string;
  readonly text: string;
  readonly options: readonly Option[];
  readonly answer: string;
  readonly isYes: boolean;
}

/** Somebody in the file to whom something happens. */
export interface RowLine {
  readonly row: number;
  readonly name: string;
  readonly what: string;
  readonly role: string;
  readonly municipality: string;
}

/** Somebody in the study who is not in the file. */
export interface AbsentLine {
  readonly name: string;
  readonly role: string;
  readonly municipality: string;
  readonly what: string;
}

export interface LoadCounts {
  readonly added: number;
  readonly moved: number;
  readonly left: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly absent: number;
}

export interface LoadPreviewView {
  readonly fileName: string;
  /** The file and what was said about it, as it travels with the form until it is confirmed. */
  readonly carried: Readonly<Record<string, string>>;
  readonly notices: readonly string[];
  readonly questions: readonly QuestionLine[];
  readonly counts: LoadCounts;
  readonly rows: readonly RowLine[];
  readonly absent: readonly AbsentLine[];
  readonly loadHref: string;
  /** Where it is confirmed, and where it is looked at again. */
  readonly action: string;
  readonly againAction: string;
  /** The list was another one when the button was pressed. */
  readonly hasChanged: boolean;
}

interface CommonProps {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly texts: PeopleTexts;
}

export const LoadPreviewPage = (
  props: CommonProps & { readonly view: LoadPreviewView; readonly problems: readonly SummaryLine[] },
) => {
  const { view } = props;
  const texts = props.texts.load;
  const { unchanged: _unchanged, absent: _absent, ...doing } = view.counts;
  const isNothing = Object.values(doing).every((count) => count === 0) && view.questions.length === 0;
  return (
    <LeadPage
      frame={{ ...props.frame, languages: [] }}
      title={texts.previewTitle}
      crumbs={props.crumbs}
      problems={props.problems}
      outcome={view.hasChanged ? { kind: "warning", text: texts.changedSince } : null}
    >
      <p>
        {texts.fileName(view.fileName)}. <strong>{texts.nothingYet}</strong>
      </p>
      <Sheet>
        <FactList
          facts={(Object.keys(texts.counts) as (keyof LoadCounts)[]).map((what) => ({
            term: texts.counts[what],
            description: view.counts[what],
          }))}
        />
      </Sheet>
      <FileNotices notices={view.notices} heading={texts.noticesHeading} />
      {isNothing ? (
        <Notice kind="info">
          <p>{texts.nothingToDo}</p>
          <p class="actions">
            <ButtonLink href={view.loadHref} variant="secondary">
              {texts.chooseAgain}
            </ButtonLink>
          </p>
        </Notice>
      ) : (
        <PostForm action={view.action}>
          <HiddenFields fields={view.carried} />
          <Questions {...props} />
          <p class="actions">
            <Button>{texts.confirm}</Button>
            {view.questions.length === 0 ? null : (
              <button type="submit" class="ds-button" data-variant="secondary" formaction={view.againAction}>
                {texts.again}
              </button>
            )}
            <ButtonLink href={view.loadHref} variant="tertiary">
              {texts.chooseAgain}
            </ButtonLink>
          </p>
        </PostForm>
      )}
      <Rows {...props} />
      <Absent {...props} />
    </LeadPage>
  );
};

/** The file is refused whole: every problem by row, column and value. */
export const RefusedFilePage = (
  props: CommonProps & {
    readonly fileName: string;
    readonly problems: readonly FileProblemLine[];
    readonly notices: readonly string[];
    readonly loadHref: string;
  },
) => {
  const texts = props.texts.load;
  const headings = texts.problemColumns;
  return (
    <LeadPage frame={{ ...props.frame, languages: [] }} title={texts.title} crumbs={props.crumbs}>
      <Notice kind="danger" isOutcome heading={texts.problemCount(props.problems.length)}>
        <p>
          {texts.fileName(props.fileName)}. {texts.refused} {texts.refusedNext}
        </p>
      </Notice>
      <Sheet>
        <DataTable
          caption={texts.problemsCaption}
          texts={props.frame.texts}
          rows={props.problems}
          columns={[
            {
              heading: headings.place,
              cell: (line) =>
                [line.row, line.column].filter((part) => part !== null).join(", ") || texts.wholeFile,
              isRowHeading: true,
            },
            { heading: headings.problem, cell: (line) => line.text },
          ]}
        />
        <p class="actions">
          <ButtonLink href={props.loadHref}>{texts.chooseAgain}</ButtonLink>
        </p>
      </Sheet>
      <FileNotices notices={props.notices} heading={texts.noticesHeading} />
    </LeadPage>
  );
};

const FileNotices = (props: { readonly notices: readonly string[]; readonly heading: string }) =>
  props.notices.length === 0 ? null : (
    <Notice kind="info" heading={props.heading}>
      <ul>
        {props.notices.map((notice) => (
          <li>{notice}</li>
        ))}
      </ul>
    </Notice>
  );

const Questions = ({
  view,
  texts,
  problems,
  frame,
}: CommonProps & { readonly view: LoadPreviewView; readonly problems: readonly SummaryLine[] }) =>
  view.questions.length === 0 ? null : (
    <Sheet>
      <h2>{texts.load.questionsHeading}</h2>
      <p>{texts.load.questionsIntro}</p>
      {view.questions.map((question) => (
        <ChoiceField
          name={question.field}
          label={question.text}
          options={question.options}
          values={question.answer === "" ? [] : [question.answer]}
          problem={problems.find(({ field }) => field === question.field)?.message}
          isMulti={question.isYes}
          texts={frame.texts}
        />
      ))}
    </Sheet>
  );

const Rows = ({ view, texts, frame }: CommonProps & { readonly view: LoadPreviewView }) => {
  const headings = texts.load.rowColumns;
  return view.rows.length === 0 ? null : (
    <Sheet>
      <DataTable
        caption={texts.load.rowsCaption}
        texts={frame.texts}
        rows={view.rows}
        columns={[
          { heading: headings.row, cell: (line) => line.row, isNumber: true },
          { heading: headings.name, cell: (line) => <Who {...line} />, isRowHeading: true },
          { heading: headings.what, cell: (line) => line.what },
        ]}
      />
    </Sheet>
  );
};

const Absent = ({ view, texts, frame }: CommonProps & { readonly view: LoadPreviewView }) => {
  const headings = texts.load.absentColumns;
  return view.absent.length === 0 ? null : (
    <Sheet>
      <DataTable
        caption={texts.load.absentCaption}
        texts={frame.texts}
        rows={view.absent}
        columns={[
          { heading: headings.name, cell: (line) => line.name, isRowHeading: true },
          { heading: headings.role, cell: (line) => line.role },
          { heading: headings.municipality, cell: (line) => line.municipality },
          { heading: headings.what, cell: (line) => line.what },
        ]}
      />
    </Sheet>
  );
};
