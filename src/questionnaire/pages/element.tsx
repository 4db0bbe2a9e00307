// Any element of a page by its kind: the one table from view to component.
import type { ElementView, PageView, QuestionView } from "../page-view.ts";
import { allQuestionsOf, shownField } from "../read-answers.ts";
import { ChoiceList, MultiChoice, SingleChoice } from "./choices.tsx";
import { Loop } from "./loop.tsx";
import { Markup } from "./markup.tsx";
import { Matrix } from "./matrix.tsx";
import { QuestionSet, type Reading } from "./question-frame.tsx";
import { Ranking } from "./ranking.tsx";
import { Rating } from "./rating.tsx";
import { LongText, MultipleText, TextQuestion } from "./text-fields.tsx";

const Question = ({ question, language }: { question: QuestionView } & Reading) => {
  switch (question.kind) {
    case "radiogroup":
    case "boolean":
    case "imagepicker":
      return <SingleChoice question={question} language={language} />;
    case "dropdown":
      return <ChoiceList question={question} language={language} />;
    case "checkbox":
      return <MultiChoice question={question} language={language} />;
    case "rating":
      return <Rating question={question} language={language} />;
    case "text":
      return <TextQuestion question={question} language={language} />;
    case "comment":
      return <LongText question={question} language={language} />;
    case "matrix":
      return <Matrix question={question} language={language} />;
    case "multipletext":
      return <MultipleText question={question} language={language} />;
    case "ranking":
      return <Ranking question={question} language={language} />;
    case "loop":
      return <Loop question={question} language={language} />;
    case "expression":
      return (
        <QuestionSet question={question} language={language} kind="expression">
          <p>{question.text}</p>
        </QuestionSet>
      );
  }
};

/** One element of a page. */
export const Element = ({ element, language }: { element: ElementView } & Reading) => {
  if (element.kind === "html") return <Markup markup={element.markup} />;
  if (element.kind === "image")
    return <img class="tv-picture" src={element.url} alt={element.altText} loading="lazy" />;
  if (element.kind !== "panel") return <Question question={element} language={language} />;
  return (
    <section class="tv-panel" aria-label={element.title || undefined}>
      {element.title ? (
        <h2 class="ds-heading" data-size="xs">
          {element.number ? `${element.number} ` : ""}
          {element.title}
        </h2>
      ) : null}
      {element.description ? <p class="tv-help">{element.description}</p> : null}
      {element.elements.map((inner) => (
        <Element element={inner} language={language} />
      ))}
    </section>
  );
};

/** What Enter in a field presses: without it, that would be the first button for adding or removing a turn. */
const DefaultButton = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key leads to it, and the button that is read out says the same
  <button class="tv-hidden" type="submit" name="press" value="next" tabindex={-1} aria-hidden="true" />
);

/**
 * All questions of a page, to stand inside a form. Carries the list of shown questions as hidden fields, so
 * that a question left empty and a question not shown can be told apart when the form comes back.
 */
export const PageQuestions = ({ page }: { page: PageView }) => (
  <div class="tv-questions" lang={page.language}>
    {allQuestionsOf(page.elements).some((question) => question.kind === "loop") ? <DefaultButton /> : null}
    {allQuestionsOf(page.elements).map((question) => (
      <input type="hidden" name={shownField} value={question.field} />
    ))}
    {page.elements.map((element) => (
      <Element element={element} language={page.language} />
    ))}
  </div>
);
