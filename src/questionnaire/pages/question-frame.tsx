// What every question has around its inputs: legend or label, whether it must be answered, help, problems.
import type { Child } from "hono/jsx";
import type { CommentView, QuestionView } from "../page-view.ts";
import { wordsIn } from "../words.ts";

/** Language and the questions' own words, handed down to every component. */
export interface Reading {
  readonly language: string;
}

export const helpId = (field: string): string => `${field}:*help`;
export const problemId = (field: string): string => `${field}:*problem`;

/** Ids of the texts that describe an input: help first, then its problem. */
export const describedBy = (
  question: { readonly field: string; readonly problems: readonly string[]; readonly description?: string },
  extra: readonly string[] = [],
): string | undefined =>
  [
    ...(question.description ? [helpId(question.field)] : []),
    ...extra,
    ...(question.problems.length > 0 ? [problemId(question.field)] : []),
  ].join(" ") || undefined;

/** The messages of one field. */
export const Problems = ({
  field,
  problems,
  language,
}: { field: string; problems: readonly string[] } & Reading) =>
  problems.length === 0 ? null : (
    <p class="ds-validation-message" id={problemId(field)} data-field="validation">
      <span class="tv-hidden">{wordsIn(language).error} </span>
      {problems.join(" ")}
    </p>
  );

/** The question's number and wording, and in words that it must be answered. */
export const Wording = ({ question, language }: { question: QuestionView } & Reading) => (
  <>
    {question.number ? <span class="tv-number">{question.number} </span> : null}
    <span class={question.isTitleShown ? undefined : "tv-hidden"}>{question.title}</span>
    {question.isRequired ? <span class="tv-required"> ({wordsIn(language).requiredMark})</span> : null}
  </>
);

/** The help text under the wording. */
export const Help = ({ field, description }: { field: string; description: string }) =>
  description ? (
    <p class="tv-help" id={helpId(field)} data-field="description">
      {description}
    </p>
  ) : null;

/** The text beside "other", or the comment area under a question. */
export const CommentField = ({
  comment,
  isDisabled,
  language,
}: { comment: CommentView; isDisabled: boolean } & Reading) => {
  const words = wordsIn(language);
  const input = {
    class: "ds-input",
    id: comment.field,
    name: comment.field,
    placeholder: comment.placeholder || undefined,
    maxlength: comment.maxLength ?? undefined,
    disabled: isDisabled,
    "aria-invalid": comment.problems.length > 0 ? ("true" as const) : undefined,
    "aria-describedby": comment.problems.length > 0 ? problemId(comment.field) : undefined,
  };
  return (
    <div class={comment.isOther ? "ds-field tv-comment tv-other" : "ds-field tv-comment"}>
      <label class="ds-label" for={comment.field}>
        {comment.label || (comment.isOther ? words.otherText : words.comment)}
      </label>
      <Problems field={comment.field} problems={comment.problems} language={language} />
      {comment.isOther ? (
        <input type="text" value={comment.text} {...input} />
      ) : (
        <textarea rows={3} {...input}>
          {comment.text}
        </textarea>
      )}
    </div>
  );
};

/** Kinds whose inputs carry fields of their own, so that a message about the whole links to the fieldset. */
const linkedAsWhole = new Set(["matrix", "multipletext", "loop", "expression"]);

/** A question made of several inputs: a fieldset with the wording as its legend. */
export const QuestionSet = ({
  question,
  language,
  kind,
  help = "",
  children,
}: { question: QuestionView; kind: string; help?: string; children?: Child } & Reading) => (
  <fieldset
    class={`ds-fieldset tv-question tv-${kind}`}
    id={linkedAsWhole.has(kind) ? question.field : undefined}
    tabindex={linkedAsWhole.has(kind) ? -1 : undefined}
    aria-describedby={describedBy(question, help ? [`${helpId(question.field)}:more`] : [])}
    data-question={question.field}
  >
    <legend class="ds-label">
      <Wording question={question} language={language} />
    </legend>
    <Help field={question.field} description={question.description} />
    {help ? (
      <p class="tv-help" id={`${helpId(question.field)}:more`} data-field="description">
        {help}
      </p>
    ) : null}
    <Problems field={question.field} problems={question.problems} language={language} />
    {children}
    {question.comment ? (
      <CommentField comment={question.comment} isDisabled={question.isReadOnly} language={language} />
    ) : null}
  </fieldset>
);

/** A question of one input: its wording is the input's label. */
export const QuestionField = ({
  question,
  language,
  children,
}: { question: QuestionView; children?: Child } & Reading) => (
  <div class={`ds-field tv-question tv-${question.kind}`} data-question={question.field}>
    <label class="ds-label" for={question.field}>
      <Wording question={question} language={language} />
    </label>
    <Help field={question.field} description={question.description} />
    <Problems field={question.field} problems={question.problems} language={language} />
    {children}
    {question.comment ? (
      <CommentField comment={question.comment} isDisabled={question.isReadOnly} language={language} />
    ) : null}
  </div>
);
