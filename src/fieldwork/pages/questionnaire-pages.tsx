// The questionnaire's versions, and one of them: what was found in it, how it looks, trying it out, using it.
import type { FindingLine } from "../../study/check-questionnaire-file.ts";
import {
  Button,
  ButtonLink,
  FileField,
  HiddenFields,
  PostForm,
  SelectField,
  type SummaryLine,
} from "../../web/form.tsx";
import { DataTable, Notice, Sheet } from "../../web/notice.tsx";
import type { QuestionnaireTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage, Tag } from "./lead-frame.tsx";
import { lookForm, type Preview, PreviewPart, questionnaireStyle } from "./questionnaire-preview.tsx";

export interface VersionLine {
  readonly name: string;
  readonly href: string;
  readonly questions: number;
  /** Day since when it is fixed, as written; null while it can be replaced. */
  readonly fixedSince: string | null;
}

export const QuestionnairesPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly problems: readonly SummaryLine[];
  readonly versions: readonly VersionLine[];
  readonly action: string;
  readonly templateHref: string;
  readonly mostMegabytes: number;
  readonly texts: QuestionnaireTexts;
}) => {
  const { list } = props.texts;
  return (
    <LeadPage
      frame={props.frame}
      title={list.title}
      crumbs={props.crumbs}
      outcome={props.outcome}
      problems={props.problems.map((line) => ({ ...line, message: `${list.file}: ${line.message}` }))}
    >
      <Sheet>
        <p>{list.intro}</p>
        {props.versions.length === 0 ? (
          <p>{list.none}</p>
        ) : (
          <DataTable
            caption={list.caption}
            texts={props.frame.texts}
            rows={props.versions}
            columns={[
              {
                heading: list.columns.version,
                cell: ({ name, href }) => <a href={href}>{name}</a>,
                isRowHeading: true,
              },
              { heading: list.columns.questions, cell: ({ questions }) => questions, isNumber: true },
              {
                heading: list.columns.state,
                cell: ({ fixedSince }) => (fixedSince === null ? list.open : list.fixedSince(fixedSince)),
              },
            ]}
          />
        )}
      </Sheet>
      <Sheet>
        <h2>{list.loadHeading}</h2>
        <p>{list.loadIntro}</p>
        <PostForm action={props.action} hasFile>
          <FileField
            name="file"
            label={list.file}
            hint={list.fileHelp(props.mostMegabytes)}
            problem={props.problems[0]?.message}
            accept=".xlsx,.json,application/json"
            texts={props.frame.texts}
          />
          <p class="actions">
            <Button>{list.look}</Button>
            <ButtonLink href={props.templateHref} variant="secondary">
              {list.template}
            </ButtonLink>
          </p>
        </PostForm>
      </Sheet>
    </LeadPage>
  );
};

/** What can be done with the questionnaire: try a stored one, or store one from a file. */
export type QuestionnaireUse =
  | {
      readonly kind: "stored";
      readonly tryHref: string;
      readonly roles: readonly { readonly value: string; readonly label: string }[];
      readonly languages: readonly { readonly value: string; readonly label: string }[];
      readonly excelHref: string;
      readonly jsonHref: string;
    }
  | {
      readonly kind: "file";
      /** The file as fields of a form. */
      readonly carried: Readonly<Record<string, string>>;
      readonly lookAction: string;
      readonly useAction: string;
      readonly targets: readonly { readonly value: string; readonly label: string }[];
      readonly otherHref: string;
      readonly canBeUsed: boolean;
    };

const severityColors = { error: "danger", warning: "warning", note: "info" } as const;

const Findings = (props: {
  readonly lines: readonly FindingLine[];
  readonly severities: Readonly<Record<FindingLine["severity"], string>>;
  readonly frame: LeadFrame;
  readonly texts: QuestionnaireTexts;
}) => {
  const { view } = props.texts;
  const count = (severity: FindingLine["severity"]) =>
    props.lines.filter((line) => line.severity === severity).length;
  return (
    <Sheet>
      <h2>{view.findingsHeading}</h2>
      {props.lines.length === 0 ? (
        <p>{view.findingsNone}</p>
      ) : (
        <>
          <p>{view.counts(count("error"), count("warning"), count("note"))}.</p>
          <ul class="finding-list" aria-label={view.caption}>
            {props.lines.map(({ severity, place, said }) => (
              <li>
                <Tag color={severityColors[severity]}>{props.severities[severity]}</Tag>{" "}
                <strong>{place}</strong>
                <p>{said}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
};

const Use = (props: {
  readonly use: QuestionnaireUse;
  readonly frame: LeadFrame;
  readonly texts: QuestionnaireTexts;
}) => {
  const { view } = props.texts;
  const { use, frame } = props;
  if (use.kind === "stored")
    return (
      <Sheet>
        <h2>{view.tryHeading}</h2>
        <p>{view.tryIntro}</p>
        <form method="get" action={use.tryHref}>
          <SelectField name="role" label={view.role} options={use.roles} texts={frame.texts} />
          <SelectField
            name="lang"
            label={view.language}
            options={use.languages}
            value={use.languages.find(({ value }) => value === frame.lang)?.value ?? ""}
            texts={frame.texts}
          />
          <p class="actions">
            <Button>{view.try}</Button>
            <ButtonLink href={use.excelHref} variant="secondary">
              {view.downloadExcel}
            </ButtonLink>
            <ButtonLink href={use.jsonHref} variant="secondary">
              {view.downloadJson}
            </ButtonLink>
          </p>
        </form>
      </Sheet>
    );
  return (
    <Sheet>
      <h2>{view.useHeading}</h2>
      {use.canBeUsed ? (
        <>
          <p>{view.tryAfterUse}</p>
          <PostForm action={use.useAction}>
            <HiddenFields fields={use.carried} />
            <SelectField name="version" label={view.as} options={use.targets} texts={frame.texts} />
            <p class="actions">
              <Button>{view.use}</Button>
              <ButtonLink href={use.otherHref} variant="secondary">
                {view.other}
              </ButtonLink>
            </p>
          </PostForm>
        </>
      ) : (
        <>
          <p>{view.refused}</p>
          <p class="actions">
            <ButtonLink href={use.otherHref}>{view.other}</ButtonLink>
          </p>
        </>
      )}
    </Sheet>
  );
};

export const QuestionnairePage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly outcome: { readonly kind: "success" | "warning"; readonly text: string } | null;
  readonly title: string;
  readonly lines: readonly FindingLine[];
  readonly severities: Readonly<Record<FindingLine["severity"], string>>;
  readonly preview: Preview | null;
  readonly use: QuestionnaireUse;
  readonly nonce: string;
  readonly texts: QuestionnaireTexts;
}) => (
  <LeadPage frame={props.frame} title={props.title} crumbs={props.crumbs} outcome={props.outcome}>
    <style nonce={props.nonce}>{questionnaireStyle}</style>
    {props.use.kind === "file" && !props.use.canBeUsed ? (
      <Notice kind="danger">
        <p>{props.texts.view.refused}</p>
      </Notice>
    ) : null}
    <Findings lines={props.lines} severities={props.severities} frame={props.frame} texts={props.texts} />
    {props.use.kind === "file" ? (
      <PostForm id={lookForm} action={props.use.lookAction} fields={props.use.carried} />
    ) : null}
    {props.preview === null ? null : <PreviewPart preview={props.preview} texts={props.texts} />}
    <Use use={props.use} frame={props.frame} texts={props.texts} />
  </LeadPage>
);
