// A loop or table: the same questions for each turn or row, every one a group of its own, in one markup.
import type { LoopView, TurnView } from "../page-view.ts";
import { turnCount } from "../read-turns.ts";
import { Element } from "./element.tsx";
import { QuestionSet, type Reading } from "./question-frame.tsx";

/** A button that sends the page as it stands and changes how many turns there are. */
const ReshapeButton = ({
  field,
  value,
  label,
  about,
  variant,
}: {
  field: string;
  value: string;
  label: string;
  about: string;
  variant: "secondary" | "tertiary";
}) => (
  <button
    class="ds-button tv-reshape"
    data-variant={variant}
    type="submit"
    name={field}
    value={value}
    formnovalidate
  >
    {label}
    {about ? <span class="tv-hidden">: {about}</span> : null}
  </button>
);

const Turn = ({ turn, question, language }: { turn: TurnView; question: LoopView } & Reading) => (
  <fieldset class="ds-fieldset tv-turn" id={turn.field} tabindex={-1}>
    <legend class="ds-label">{turn.title}</legend>
    {turn.description ? <p class="tv-help">{turn.description}</p> : null}
    <div class={question.isTable ? "tv-table-row" : "tv-turn-questions"}>
      {turn.elements.map((element) => (
        <Element element={element} language={language} />
      ))}
    </div>
    {turn.removeField ? (
      <ReshapeButton
        field={turn.removeField}
        value="1"
        label={question.removeLabel}
        about={turn.title}
        variant="tertiary"
      />
    ) : null}
  </fieldset>
);

export const Loop = ({ question, language }: { question: LoopView } & Reading) => (
  <QuestionSet question={question} language={language} kind="loop">
    {question.turns.length === 0 && question.emptyText ? <p>{question.emptyText}</p> : null}
    {question.turns.map((turn) => (
      <Turn turn={turn} question={question} language={language} />
    ))}
    {question.add ? (
      <ReshapeButton
        field={question.add.field}
        value={String(turnCount(question) + 1)}
        label={question.add.label}
        about={question.isTitleShown ? "" : question.title}
        variant="secondary"
      />
    ) : null}
  </QuestionSet>
);
