// Choices: radio buttons, tick boxes and lists, one input and one label each.
import type { ChoiceView, MultiChoiceView, SingleChoiceView } from "../page-view.ts";
import { wordsIn } from "../words.ts";
import { describedBy, QuestionField, QuestionSet, type Reading } from "./question-frame.tsx";

/** Id of the n-th input of a group; the first carries the field's own id, so that a message can link to it. */
export const choiceId = (field: string, index: number): string =>
  index === 0 ? field : `${field}:*${index}`;

/** One radio button or tick box with its label. */
export const Choice = ({
  type,
  field,
  index,
  choice,
  isDisabled,
  isInvalid,
  describes,
}: {
  type: "radio" | "checkbox";
  field: string;
  index: number;
  choice: ChoiceView;
  isDisabled: boolean;
  isInvalid: boolean;
  describes?: string | undefined;
}) => (
  <div class="ds-field tv-choice" data-exclusive={choice.isExclusive ? "" : undefined}>
    <input
      class="ds-input"
      type={type}
      id={choiceId(field, index)}
      name={field}
      value={choice.code}
      checked={choice.isChosen}
      disabled={isDisabled || !choice.isEnabled}
      aria-invalid={isInvalid ? "true" : undefined}
      aria-describedby={describes}
      data-other={choice.opensComment ? "" : undefined}
    />
    <label for={choiceId(field, index)}>
      {choice.imageUrl ? <img class="tv-picture" src={choice.imageUrl} alt="" loading="lazy" /> : null}
      {choice.label}
    </label>
  </div>
);

/** One of several, as radio buttons (also yes and no, and pictures). */
export const SingleChoice = ({ question, language }: { question: SingleChoiceView } & Reading) => (
  <QuestionSet question={question} language={language} kind="choices">
    {question.choices.map((choice, index) => (
      <Choice
        type="radio"
        field={question.field}
        index={index}
        choice={choice}
        isDisabled={question.isReadOnly}
        isInvalid={question.problems.length > 0}
      />
    ))}
  </QuestionSet>
);

/** One of several, as a list to open. */
export const ChoiceList = ({ question, language }: { question: SingleChoiceView } & Reading) => (
  <QuestionField question={question} language={language}>
    <select
      class="ds-input"
      id={question.field}
      name={question.field}
      disabled={question.isReadOnly}
      aria-invalid={question.problems.length > 0 ? "true" : undefined}
      aria-describedby={describedBy(question)}
    >
      <option value="">{question.placeholder || wordsIn(language).notChosen}</option>
      {question.choices.map((choice) => (
        <option value={choice.code} selected={choice.isChosen} disabled={!choice.isEnabled}>
          {choice.label}
        </option>
      ))}
    </select>
  </QuestionField>
);

const howMany = ({ minChosen, maxChosen }: MultiChoiceView, language: string): string => {
  const words = wordsIn(language);
  if (minChosen !== null && maxChosen !== null) return words.chooseBetween(minChosen, maxChosen);
  if (minChosen !== null) return words.chooseAtLeast(minChosen);
  return maxChosen === null ? "" : words.chooseAtMost(maxChosen);
};

/** Several of several, as tick boxes. */
export const MultiChoice = ({ question, language }: { question: MultiChoiceView } & Reading) => (
  <QuestionSet question={question} language={language} kind="choices" help={howMany(question, language)}>
    {question.choices.map((choice, index) => (
      <Choice
        type="checkbox"
        field={question.field}
        index={index}
        choice={choice}
        isDisabled={question.isReadOnly}
        isInvalid={question.problems.length > 0}
      />
    ))}
  </QuestionSet>
);
