// The test run: the questionnaire as a respondent meets it, under a banner that says that nothing is stored.
import { textsIn } from "../../collection/respondent-texts.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import type { PageView } from "../../questionnaire/page-view.ts";
import type { Problem } from "../../questionnaire/questionnaire.ts";
import { ButtonLink, ErrorSummary, HiddenFields, PostForm } from "../../web/form.tsx";
import { InstrumentMarkup } from "../../web/instrument-markup.tsx";
import type { LanguageChoice } from "../../web/layout.tsx";
import { DataTable, Notice, Sheet } from "../../web/notice.tsx";
import type { QuestionnaireTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";
import { PageProgress, QuestionSheet, RespondentLook } from "./preview-frame.tsx";

const formId = "questions";

export interface TestRunPageProps {
  readonly language: LanguageCode;
  readonly languages: readonly LanguageChoice[];
  readonly site: string;
  readonly heading: string;
  readonly nonce: string;
  readonly page: PageView;
  readonly problems: readonly Problem[];
  readonly notice: "new-questions" | "check" | "more" | null;
  readonly action: string;
  /** What travels with the form. */
  readonly fields: Readonly<Record<string, string>>;
  readonly leaveHref: string;
  /** Role and municipality as they are called. */
  readonly who: { readonly role: string; readonly municipality: string };
  /** In the lead's language. */
  readonly texts: QuestionnaireTexts;
  readonly textsLanguage: LanguageCode;
}

export const TestRunPage = (props: TestRunPageProps) => {
  const { respondent, web } = textsIn(props.language);
  const { page, texts } = props;
  const heading = page.title === "" ? props.heading : page.title;
  const notice = props.notice === null ? null : respondent.notice[props.notice];
  return (
    <RespondentLook
      language={props.language}
      languages={props.languages}
      site={props.site}
      title={heading}
      nonce={props.nonce}
      formId={formId}
    >
      <div lang={props.textsLanguage}>
        <Notice kind="warning" heading={texts.test.banner}>
          <p>
            {texts.test.text(props.who.role, props.who.municipality)}{" "}
            <a href={props.leaveHref}>{texts.test.leave}</a>
          </p>
        </Notice>
      </div>
      <PageProgress page={page} language={props.language} />
      <ErrorSummary lines={props.problems.map(({ field, message }) => ({ field, message }))} texts={web} />
      {notice === null ? null : (
        <Notice kind="info" heading={notice.title} isOutcome>
          <p>{notice.text}</p>
        </Notice>
      )}
      <h1>{heading}</h1>
      <PostForm id={formId} action={props.action}>
        <HiddenFields fields={props.fields} />
        <QuestionSheet page={page} language={props.language} />
      </PostForm>
    </RespondentLook>
  );
};

/** A question with its answer in words. */
export interface AnswerLine {
  readonly title: string;
  readonly answer: string;
}

/** A variable with its codes. */
export interface CodeLine {
  readonly variable: string;
  readonly values: string;
}

export const TestRunDonePage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly answers: readonly AnswerLine[];
  readonly codes: readonly CodeLine[];
  readonly thanks: string | null;
  readonly language: LanguageCode;
  readonly againHref: string;
  readonly leaveHref: string;
  readonly texts: QuestionnaireTexts;
}) => {
  const { test } = props.texts;
  return (
    <LeadPage frame={props.frame} title={test.doneTitle} crumbs={props.crumbs}>
      <Sheet>
        <p>{test.doneText}</p>
        <div lang={props.language}>
          <DataTable
            caption={test.caption}
            texts={props.frame.texts}
            rows={props.answers}
            columns={[
              { heading: test.columns.question, cell: ({ title }) => title, isRowHeading: true },
              { heading: test.columns.answer, cell: ({ answer }) => answer },
            ]}
          />
        </div>
        <p class="actions">
          <ButtonLink href={props.againHref}>{test.again}</ButtonLink>
          <ButtonLink href={props.leaveHref} variant="secondary">
            {test.leave}
          </ButtonLink>
        </p>
      </Sheet>
      {props.thanks === null ? null : (
        <Sheet>
          <h2>{test.thanksHeading}</h2>
          <div lang={props.language}>
            <InstrumentMarkup markup={props.thanks} />
          </div>
        </Sheet>
      )}
      <Sheet>
        <h2>{test.codesHeading}</h2>
        <DataTable
          caption={test.codesCaption}
          texts={props.frame.texts}
          rows={props.codes}
          columns={[
            {
              heading: test.codeColumns.variable,
              cell: ({ variable }) => <code>{variable}</code>,
              isRowHeading: true,
            },
            { heading: test.codeColumns.values, cell: ({ values }) => values },
          ]}
        />
      </Sheet>
    </LeadPage>
  );
};
