// A matrix: one fieldset per row, laid out by style sheet as a stack or as a grid.
import type { MatrixRowView, MatrixView } from "../page-view.ts";
import { wordsIn } from "../words.ts";
import { Choice } from "./choices.tsx";
import { describedBy, Problems, QuestionSet, type Reading } from "./question-frame.tsx";

const MatrixRow = ({
  row,
  isMulti,
  isDisabled,
  language,
}: { row: MatrixRowView; isMulti: boolean; isDisabled: boolean } & Reading) => (
  <fieldset class="ds-fieldset tv-row" aria-describedby={describedBy(row)}>
    <legend class="ds-label" data-weight="regular">
      {row.label}
      {row.isRequired ? <span class="tv-hidden"> ({wordsIn(language).requiredMark})</span> : null}
    </legend>
    <Problems field={row.field} problems={row.problems} language={language} />
    <div class="tv-cells">
      {row.choices.map((choice, index) => (
        <Choice
          type={isMulti ? "checkbox" : "radio"}
          field={row.field}
          index={index}
          choice={choice}
          isDisabled={isDisabled}
          isInvalid={row.problems.length > 0}
        />
      ))}
    </div>
  </fieldset>
);

export const Matrix = ({ question, language }: { question: MatrixView } & Reading) => (
  <QuestionSet question={question} language={language} kind="matrix">
    <div class={`tv-rows tv-columns-${Math.min(question.columns.length, 7)}`}>
      <div class="tv-heads" aria-hidden="true">
        {question.columns.map((column) => (
          <span>{column}</span>
        ))}
      </div>
      {question.rows.map((row) => (
        <MatrixRow
          row={row}
          isMulti={question.isMulti}
          isDisabled={question.isReadOnly}
          language={language}
        />
      ))}
    </div>
  </QuestionSet>
);
