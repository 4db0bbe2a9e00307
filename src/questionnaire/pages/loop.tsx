// A loop: the same questions for each turn, every turn a group of its own.
import type { LoopView } from "../page-view.ts";
import { Element } from "./element.tsx";
import { QuestionSet, type Reading } from "./question-frame.tsx";

export const Loop = ({ question, language }: { question: LoopView } & Reading) => (
  <QuestionSet question={question} language={language} kind="loop">
    {question.turns.length === 0 && question.emptyText ? <p>{question.emptyText}</p> : null}
    {question.turns.map((turn) => (
      <fieldset class="ds-fieldset tv-turn" id={turn.field}>
        <legend class="ds-label">{turn.title}</legend>
        {turn.elements.map((element) => (
          <Element element={element} language={language} />
        ))}
        {turn.removeField ? (
          <button class="ds-button" data-variant="tertiary" type="submit" name={turn.removeField} value="1">
            {question.removeLabel}
          </button>
        ) : null}
      </fieldset>
    ))}
    {question.add ? (
      <button class="ds-button" data-variant="secondary" type="submit" name={question.add.field} value="1">
        {question.add.label}
      </button>
    ) : null}
  </QuestionSet>
);
