// Saying no: three buttons, one press each, and afterwards a way to take it back.
import { Button, ButtonLink, ErrorSummary, PostForm, TextField } from "../../web/form.tsx";
import { Notice } from "../../web/notice.tsx";
import type { Stance } from "../entered-case.ts";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

export interface DeclinePageProps {
  readonly visit: Visit;
  readonly nonce: string;
  /** What was typed as last day in the post. */
  readonly leftOn: string;
  readonly hasProblem: boolean;
  readonly isUndone: boolean;
}

export const DeclinePage = (props: DeclinePageProps) => {
  const { visit } = props;
  const { respondent, web } = visit.texts;
  const words = respondent.decline;
  const problem = props.hasProblem ? words.leftOnProblem : undefined;
  const action = addressIn(visit, ["decline"]);
  const language = { language: visit.language };
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={props.hasProblem ? respondent.page.errorTitle(words.title) : words.title}
      path={action}
    >
      <ErrorSummary lines={problem === undefined ? [] : [{ field: "on", message: problem }]} texts={web} />
      {props.isUndone ? (
        <Notice kind="success" isOutcome>
          <p>{words.undone}</p>
        </Notice>
      ) : null}
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <section class="sheet">
        <h2>{words.noTitle}</h2>
        <p>{words.noText}</p>
        <PostForm action={action} fields={{ ...language, stance: "declined" }}>
          <Button>{words.no}</Button>
        </PostForm>
      </section>
      <section class="sheet">
        <h2>{words.notMeTitle}</h2>
        <p>{words.notMeText}</p>
        <PostForm action={action} fields={{ ...language, stance: "not_me" }}>
          <Button>{words.notMe}</Button>
        </PostForm>
      </section>
      <section class="sheet">
        <h2>{words.leftTitle}</h2>
        <p>{words.leftText}</p>
        <PostForm action={action} fields={{ ...language, stance: "left_office" }}>
          <TextField
            name="on"
            label={words.leftOn}
            hint={words.leftOnHint}
            problem={problem}
            value={props.leftOn}
            size={12}
            texts={web}
          />
          <Button>{words.left}</Button>
        </PostForm>
      </section>
      <p class="actions">
        <ButtonLink href={addressIn(visit)} variant="secondary">
          {words.backToQuestions}
        </ButtonLink>
      </p>
    </RespondentFrame>
  );
};

export const DeclinedPage = (props: {
  readonly visit: Visit;
  readonly nonce: string;
  readonly stance: Stance;
}) => {
  const { visit } = props;
  const words = visit.texts.respondent.decline;
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={words.doneTitle}
      path={addressIn(visit, ["declined"])}
    >
      <section class="sheet">
        <h1>{words.doneTitle}</h1>
        <p>{words.done[props.stance]}</p>
        {props.stance === "declined" ? (
          <p>
            <a href={addressIn(visit, ["own"])}>{words.furtherText}</a>
          </p>
        ) : null}
      </section>
      {visit.situation === "answering" ? (
        <section class="sheet">
          <p>{words.undoText}</p>
          <PostForm action={addressIn(visit, ["undo"])} fields={{ language: visit.language }}>
            <Button variant="secondary">{words.undo}</Button>
          </PostForm>
        </section>
      ) : null}
    </RespondentFrame>
  );
};
