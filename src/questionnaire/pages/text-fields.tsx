// Typed answers: one line, several lines, several short lines under one heading.
import type { LongTextView, MultipleTextView, TextView } from "../page-view.ts";
import { describedBy, QuestionField, QuestionSet, type Reading } from "./question-frame.tsx";

/** Numbers are typed as text with a number keypad: browsers drop what they cannot read in number inputs. */
const inputKind = (inputType: string): { type: string; inputmode?: "decimal" } =>
  inputType === "number" || inputType === "range"
    ? { type: "text", inputmode: "decimal" }
    : { type: inputType };

export const TextInput = ({ question }: { question: TextView }) => {
  const list = question.suggestions.length > 0 ? `${question.field}:*list` : undefined;
  const isTyped = !["number", "range"].includes(question.inputType);
  return (
    <>
      <input
        class="ds-input"
        {...inputKind(question.inputType)}
        id={question.field}
        name={question.field}
        value={question.text}
        placeholder={question.placeholder || undefined}
        min={isTyped ? (question.min ?? undefined) : undefined}
        max={isTyped ? (question.max ?? undefined) : undefined}
        maxlength={question.maxLength ?? undefined}
        autocomplete={question.autocomplete || undefined}
        list={list}
        disabled={question.isReadOnly}
        aria-invalid={question.problems.length > 0 ? "true" : undefined}
        aria-describedby={describedBy(question)}
      />
      {list ? (
        <datalist id={list}>
          {question.suggestions.map((text) => (
            <option value={text} />
          ))}
        </datalist>
      ) : null}
    </>
  );
};

export const TextQuestion = ({ question, language }: { question: TextView } & Reading) => (
  <QuestionField question={question} language={language}>
    <TextInput question={question} />
  </QuestionField>
);

export const LongText = ({ question, language }: { question: LongTextView } & Reading) => (
  <QuestionField question={question} language={language}>
    <textarea
      class="ds-input"
      id={question.field}
      name={question.field}
      rows={question.rows}
      placeholder={question.placeholder || undefined}
      maxlength={question.maxLength ?? undefined}
      disabled={question.isReadOnly}
      aria-invalid={question.problems.length > 0 ? "true" : undefined}
      aria-describedby={describedBy(question)}
    >
      {question.text}
    </textarea>
  </QuestionField>
);

export const MultipleText = ({ question, language }: { question: MultipleTextView } & Reading) => (
  <QuestionSet question={question} language={language} kind="multipletext">
    {question.parts.map((part) => (
      <TextQuestion question={part} language={language} />
    ))}
  </QuestionSet>
);
