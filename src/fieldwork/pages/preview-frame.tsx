// A page of a questionnaire in the respondent's own look, by itself: what the preview shows and the test run uses.
import type { Child } from "hono/jsx";
import { textsIn } from "../../collection/respondent-texts.ts";
import type { LanguageCode } from "../../language/language-code.ts";
import type { PageView } from "../../questionnaire/page-view.ts";
import { PageQuestions } from "../../questionnaire/pages/element.tsx";
import { questionStyles } from "../../questionnaire/pages/question-styles.ts";
import { Button } from "../../web/form.tsx";
import { type LanguageChoice, Layout } from "../../web/layout.tsx";
import { Progress } from "../../web/notice.tsx";

export interface RespondentLookProps {
  readonly language: LanguageCode;
  /** The study's title, at the top. */
  readonly site: string;
  readonly title: string;
  readonly nonce: string;
  readonly languages?: readonly LanguageChoice[];
  readonly formId?: string;
  readonly children?: Child;
}

/** The frame that respondents see around everything. */
export const RespondentLook = (props: RespondentLookProps) => (
  <Layout
    lang={props.language}
    title={`${props.title} – ${props.site}`}
    site={props.site}
    nonce={props.nonce}
    texts={textsIn(props.language).web}
    languages={props.languages ?? []}
    {...(props.formId === undefined ? {} : { languageFormId: props.formId })}
    extraStyle={questionStyles}
  >
    {props.children}
  </Layout>
);

/** How far along, on top of a page. */
export const PageProgress = ({ page, language }: { page: PageView; language: LanguageCode }) =>
  page.total > 1 ? <Progress page={page.number} total={page.total} texts={textsIn(language).web} /> : null;

/** The questions of a page and the buttons under them. */
export const QuestionSheet = ({ page, language }: { page: PageView; language: LanguageCode }) => {
  const words = textsIn(language).respondent.page;
  return (
    <>
      <div class="sheet">
        {page.description === "" ? null : <p>{page.description}</p>}
        <PageQuestions page={page} />
      </div>
      {page.isLast && !page.isFirst ? <p class="hint">{words.lastPage}</p> : null}
      <div class="actions">
        <Button name="press" value="next">
          {page.isLast ? words.send : words.next}
        </Button>
        {page.isFirst ? null : (
          <Button name="press" value="back" variant="secondary" skipsChecks>
            {words.back}
          </Button>
        )}
      </div>
    </>
  );
};

/** A whole document with one page of the questionnaire, for looking at. */
export const PreviewDocument = (props: {
  readonly page: PageView;
  readonly language: LanguageCode;
  readonly site: string;
  readonly heading: string;
  readonly nonce: string;
}) => {
  const heading = props.page.title === "" ? props.heading : props.page.title;
  return (
    <RespondentLook language={props.language} site={props.site} title={heading} nonce={props.nonce}>
      <PageProgress page={props.page} language={props.language} />
      <h1>{heading}</h1>
      <form>
        <QuestionSheet page={props.page} language={props.language} />
      </form>
    </RespondentLook>
  );
};
