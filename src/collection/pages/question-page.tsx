// A page of questions: how far along, what is asked, and the ways on, back and out.
import type { ElementView, PageView } from "../../questionnaire/page-view.ts";
import { questionStyles } from "../../questionnaire/pages/question-styles.ts";
import type { Problem } from "../../questionnaire/questionnaire.ts";
import { studyTitle } from "../../study/study.ts";
import { ErrorSummary, PostForm, type SummaryLine } from "../../web/form.tsx";
import { Notice } from "../../web/notice.tsx";
import type { PageNotice } from "../answer-page.ts";
import { addressIn, type Visit } from "../visit.ts";
import { Introduction } from "./introduction.tsx";
import { ButtonsPart, ProgressPart, QuestionsPart, SavedLine } from "./live-parts.tsx";
import { RespondentFrame } from "./respondent-frame.tsx";

export interface QuestionPageProps {
  readonly visit: Visit;
  readonly nonce: string;
  readonly page: PageView;
  readonly problems: readonly Problem[];
  readonly notice: PageNotice | null;
  /** Token of this form: whoever sends it twice has sent it once. */
  readonly token: string;
}

/** Each message after the wording of what it is about and the turn it stands in, so that it can be read by itself. */
const summaryOf = (page: PageView, problems: readonly Problem[]): SummaryLine[] => {
  const titles = titlesOf(page.elements);
  return problems.map(({ field, question, message }) => {
    const title = titles.get(field) ?? titles.get(question);
    if (title === undefined) return { field, message };
    return { field, message: `${title}${/[\p{L}\p{N})]$/u.test(title) ? ":" : ""} ${message}` };
  });
};

const titlesOf = (elements: readonly ElementView[]): ReadonlyMap<string, string> => {
  const titles = new Map<string, string>();
  for (const element of elements) {
    if (element.kind === "html" || element.kind === "image") continue;
    if (element.kind === "panel") {
      for (const [field, title] of titlesOf(element.elements)) titles.set(field, title);
      continue;
    }
    titles.set(element.question, element.title);
    titles.set(element.field, element.title);
    if (element.comment !== null) titles.set(element.comment.field, element.title);
    if (element.kind === "matrix") for (const row of element.rows) titles.set(row.field, row.label);
    if (element.kind === "multipletext") for (const part of element.parts) titles.set(part.field, part.title);
    if (element.kind === "loop") {
      for (const turn of element.turns) {
        for (const [field, title] of titlesOf(turn.elements)) titles.set(field, `${turn.title}: ${title}`);
      }
    }
  }
  return titles;
};

export const QuestionPage = (props: QuestionPageProps) => {
  const { visit, page, problems } = props;
  const { respondent, web, unsaved } = visit.texts;
  const hasBegun = visit.entered.response !== null || problems.length > 0;
  const isStart = page.isFirst && visit.situation === "answering" && !hasBegun;
  const { stance } = visit.entered;
  const { instrument } = visit.prepared.questionnaire;
  const instrumentTitle =
    instrument.title[visit.language] || studyTitle(visit.prepared.study, visit.language);
  const pageTitle = page.title === instrumentTitle ? "" : page.title;
  const heading = isStart || pageTitle === "" ? instrumentTitle : pageTitle;
  const notice = props.notice === null ? null : respondent.notice[props.notice];
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={problems.length > 0 ? respondent.page.errorTitle(heading) : heading}
      languageFormId="questions"
      extraStyle={questionStyles}
      script="keeps"
    >
      <ProgressPart visit={visit} page={page} />
      <ErrorSummary lines={summaryOf(page, problems)} texts={web} />
      {problems.length > 0 ? <p>{respondent.page.savedButUnfinished}</p> : null}
      {notice === null ? null : (
        <Notice kind="info" heading={notice.title} isOutcome>
          <p>{notice.text}</p>
        </Notice>
      )}
      {stance === null ? null : (
        <Notice kind="info">
          <p>
            {respondent.intro.hasStance[stance]} {respondent.intro.stanceChange}
          </p>
        </Notice>
      )}
      {visit.situation === "correcting" ? (
        <Notice kind="info">
          <p>
            {respondent.page.correcting} {unsaved.newWord}
          </p>
        </Notice>
      ) : null}
      <h1>{heading}</h1>
      {isStart ? <Introduction visit={visit} /> : null}
      <PostForm
        id="questions"
        action={addressIn(visit, ["p", page.name])}
        fields={{
          version: String(visit.entered.instrumentVersion),
          language: visit.language,
          token: props.token,
          ...(problems.length > 0 ? { checked: "yes" } : {}),
          ...(props.notice === "blank" ? { blank: "yes" } : {}),
        }}
      >
        <div class="sheet">
          {isStart && pageTitle !== "" ? <h2>{pageTitle}</h2> : null}
          <QuestionsPart visit={visit} page={page} />
        </div>
        <ButtonsPart visit={visit} page={page} />
        <SavedLine visit={visit} />
      </PostForm>
    </RespondentFrame>
  );
};
