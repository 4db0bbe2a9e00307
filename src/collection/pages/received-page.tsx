// Answers were sent before: nothing more to do, and the word opens one's own page.
import { Button, ErrorSummary, PostForm, TextField } from "../../web/form.tsx";
import { Notice, WholeWords } from "../../web/notice.tsx";
import { writtenContact } from "../respondent-texts.ts";
import type { TypedAnswer } from "../typed-answers.ts";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";
import { TypedBack } from "./typed-back.tsx";

export interface ReceivedPageProps {
  readonly visit: Visit;
  readonly nonce: string;
  /** What was just sent and could not be saved any more; null when nothing was. */
  readonly typed: readonly TypedAnswer[] | null;
  readonly problem: "wrong" | "too-many" | null;
}

export const ReceivedPage = (props: ReceivedPageProps) => {
  const { visit } = props;
  const { respondent, web } = visit.texts;
  const words = respondent.received;
  const problem =
    props.problem === null ? undefined : { wrong: words.wrong, "too-many": words.tooMany }[props.problem];
  const heading = problem === undefined ? words.title : respondent.page.errorTitle(words.title);
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={heading}
      path={addressIn(visit)}
      script="forgets"
    >
      <ErrorSummary lines={problem === undefined ? [] : [{ field: "word", message: problem }]} texts={web} />
      {props.typed === null ? null : (
        <Notice kind="warning" isOutcome>
          <p>{words.thisTime}</p>
        </Notice>
      )}
      <TypedBack typed={props.typed} texts={visit.texts} />
      <section class="sheet">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
      </section>
      <section class="sheet">
        <h2>{words.wordTitle}</h2>
        <p>{words.wordText}</p>
        <PostForm action={addressIn(visit, ["own", "word"])} fields={{ language: visit.language }}>
          <TextField name="word" label={words.word} problem={problem} size={20} isLiteral texts={web} />
          <Button>{words.button}</Button>
        </PostForm>
        <p class="hint after">
          <WholeWords text={words.lostWord(writtenContact(visit.prepared.study))} />
        </p>
      </section>
    </RespondentFrame>
  );
};
