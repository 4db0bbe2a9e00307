// A scale as radio buttons in a row, with a word at each end.
import type { RatingView } from "../page-view.ts";
import { wordsIn } from "../words.ts";
import { choiceId } from "./choices.tsx";
import { QuestionSet, type Reading } from "./question-frame.tsx";

const symbols = { stars: "★", smileys: "☺", numbers: "" } as const;

/** The accessible name of a step: its own text, and at the ends the word that stands there. */
const stepName = (question: RatingView, index: number, language: string): string => {
  const { choices, lowestLabel, highestLabel, look } = question;
  const label = choices[index]?.label ?? "";
  const plain = look === "numbers" ? label : wordsIn(language).ratingOf(label, choices.at(-1)?.label ?? "");
  if (index === 0 && lowestLabel) return `${plain}, ${lowestLabel}`;
  if (index === choices.length - 1 && highestLabel) return `${plain}, ${highestLabel}`;
  return plain;
};

export const Rating = ({ question, language }: { question: RatingView } & Reading) => (
  <QuestionSet question={question} language={language} kind="rating">
    <div class="tv-scale">
      {question.lowestLabel ? (
        <span class="tv-end" aria-hidden="true">
          {question.lowestLabel}
        </span>
      ) : null}
      {question.choices.map((choice, index) => (
        <div class="tv-step">
          <input
            class="ds-input"
            type="radio"
            id={choiceId(question.field, index)}
            name={question.field}
            value={choice.code}
            checked={choice.isChosen}
            disabled={question.isReadOnly || !choice.isEnabled}
            aria-invalid={question.problems.length > 0 ? "true" : undefined}
            aria-label={stepName(question, index, language)}
          />
          <label for={choiceId(question.field, index)}>
            {symbols[question.look] ? <span aria-hidden="true">{symbols[question.look]}</span> : null}
            {choice.label}
          </label>
        </div>
      ))}
      {question.highestLabel ? (
        <span class="tv-end" aria-hidden="true">
          {question.highestLabel}
        </span>
      ) : null}
    </div>
  </QuestionSet>
);
