// Options to be put in order: a place for each, chosen from a list; works with keyboard alone.
import type { RankingView } from "../page-view.ts";
import { wordsIn } from "../words.ts";
import { choiceId } from "./choices.tsx";
import { QuestionSet, type Reading } from "./question-frame.tsx";

export const Ranking = ({ question, language }: { question: RankingView } & Reading) => {
  const words = wordsIn(language);
  const places = Array.from(
    { length: question.maxRanked ?? question.choices.length },
    (_, index) => index + 1,
  );
  return (
    <QuestionSet
      question={question}
      language={language}
      kind="ranking"
      help={question.maxRanked === null ? words.rankHelp : words.rankHelpAtMost(question.maxRanked)}
    >
      {question.choices.map((choice, index) => (
        <div class="ds-field tv-rank">
          <select
            class="ds-input"
            data-width="auto"
            id={choiceId(question.field, index)}
            name={choice.field}
            aria-label={words.rankOf(choice.label)}
            aria-invalid={question.problems.length > 0 ? "true" : undefined}
            disabled={question.isReadOnly || !choice.isEnabled}
          >
            <option value="">{words.notRanked}</option>
            {places.map((place) => (
              <option value={String(place)} selected={choice.rank === place}>
                {place}
              </option>
            ))}
          </select>
          <label for={choiceId(question.field, index)}>{choice.label}</label>
        </div>
      ))}
    </QuestionSet>
  );
};
